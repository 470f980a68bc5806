#include "core/data/idx_file.h"

#include "core/data/data_file.h"
#include "core/data/sample_writer.h"

#include <zlib.h>

#include <algorithm>
#include <memory>

namespace zhibei {

namespace {

constexpr int64_t mostBytes = int64_t(1) << 32;         // 4 GiB of pixels become 16 GiB of numbers on disk
constexpr int64_t mostBytesInMemory = int64_t(1) << 29; // of labels

using GzFile = std::unique_ptr<gzFile_s, decltype(&gzclose_r)>;

DataError notIdx(const std::string &path)
{
    return DataError({ZB_TEXT("“%1” is not an IDX file of bytes: choose a file such as train-images-idx3-ubyte.gz."), {path}});
}

DataError cutShort(const std::string &path)
{
    return DataError({ZB_TEXT("“%1” is damaged or cut short: copy or download it again."), {path}});
}

/// Reads exactly `count` bytes, a piece at a time.
std::vector<unsigned char> readBytes(gzFile file, int64_t count, const std::string &path)
{
    constexpr int64_t piece = 1 << 20;
    std::vector<unsigned char> bytes;
    while (static_cast<int64_t>(bytes.size()) < count) {
        const size_t at = bytes.size();
        const auto wanted = static_cast<unsigned>(std::min(piece, count - static_cast<int64_t>(at)));
        bytes.resize(at + wanted);
        if (gzread(file, bytes.data() + at, wanted) != static_cast<int>(wanted))
            throw cutShort(path);
    }
    return bytes;
}

void expectEnd(gzFile file, const std::string &path)
{
    unsigned char extra = 0;
    const int got = gzread(file, &extra, 1);
    if (got > 0)
        throw DataError({ZB_TEXT("“%1” is longer than its header says: it is damaged or not an IDX file."), {path}});
    if (int error = Z_OK; got < 0 || (gzerror(file, &error), error != Z_OK && error != Z_STREAM_END))
        throw cutShort(path);
}

std::vector<int64_t> readExtents(gzFile file, const std::string &path, int64_t most)
{
    unsigned char magic[4];
    if (gzread(file, magic, 4) != 4 || magic[0] != 0 || magic[1] != 0 || magic[2] != 8 || magic[3] < 1 || magic[3] > 4)
        throw notIdx(path);
    std::vector<int64_t> extents;
    int64_t count = 1;
    for (int axis = 0; axis < magic[3]; ++axis) {
        unsigned char b[4];
        if (gzread(file, b, 4) != 4)
            throw cutShort(path);
        const int64_t extent = int64_t(b[0]) << 24 | int64_t(b[1]) << 16 | int64_t(b[2]) << 8 | int64_t(b[3]);
        if (extent < 1 || extent > most / count)
            throw DataError({ZB_TEXT("“%1” claims an impossible size: it is damaged or too large to load."), {path}});
        extents.push_back(extent);
        count *= extent;
    }
    return extents;
}

Shape pictureShape(const std::vector<int64_t> &extents)
{
    switch (extents.size()) {
    case 2:
        return {extents[1]};
    case 3:
        return {1, extents[1], extents[2]};
    case 4:
        return {extents[1], extents[2], extents[3]};
    default:
        throw DataError({ZB_TEXT("The file of images holds labels: give the images first, then the labels."), {}});
    }
}

int64_t product(const std::vector<int64_t> &extents)
{
    int64_t count = 1;
    for (int64_t extent : extents)
        count *= extent;
    return count;
}

GzFile openIdx(const std::string &path)
{
    checkRegularFile(path, mostBytes + 1024);
    GzFile file(gzopen(path.c_str(), "rb"), &gzclose_r);
    if (!file)
        throw unreadable(path);
    return file;
}

/// Appends the first `most` pictures of a file, scaled to 0 … 1, to `features`; their count and the shape of one.
std::pair<int64_t, Shape> appendPictures(const std::string &path, int64_t most, SampleWriter &features)
{
    constexpr int64_t piece = 1 << 20;
    const GzFile file = openIdx(path);
    const std::vector<int64_t> extents = readExtents(file.get(), path, mostBytes);
    const Shape shape = pictureShape(extents);
    const int64_t count = std::min(extents[0], most);
    std::vector<float> numbers;
    for (int64_t left = count * shape.count(); left > 0; left -= std::min(left, piece)) {
        const std::vector<unsigned char> bytes = readBytes(file.get(), std::min(left, piece), path);
        numbers.resize(bytes.size());
        std::transform(bytes.begin(), bytes.end(), numbers.begin(), [](unsigned char b) { return float(b) / 255.0f; });
        features.append(numbers);
    }
    if (count == extents[0])
        expectEnd(file.get(), path);
    return {count, shape};
}

/// The first `count` labels of a file that has `all`, or fewer if it has fewer.
void appendLabels(const std::string &path, int64_t count, int64_t all, std::vector<unsigned char> &labels)
{
    const IdxFile file = readIdx(path);
    if (file.extents.size() != 1)
        throw DataError({ZB_TEXT("The file of labels holds images: give the images first, then the labels."), {}});
    const int64_t have = file.extents[0];
    if (all >= 0 ? have != all : have < count)
        throw DataError({ZB_TEXT("There are %1 images but %2 labels: choose two files that belong together."),
                         {std::to_string(count), std::to_string(have)}});
    labels.insert(labels.end(), file.bytes.begin(), file.bytes.begin() + count);
}

Dataset labelled(SampleWriter &features, const Shape &shape, const std::vector<unsigned char> &labels)
{
    Dataset data;
    data.featureShape = shape;
    const auto count = static_cast<int64_t>(labels.size());
    std::vector<int64_t> extents{count};
    extents.insert(extents.end(), shape.extents().begin(), shape.extents().end());
    data.features = features.finish(Shape(extents));
    data.targets = Tensor({count, 1});
    std::copy(labels.begin(), labels.end(), data.targets.data());
    const int classes = std::max(2, 1 + *std::max_element(labels.begin(), labels.end()));
    for (int c = 0; c < classes; ++c)
        data.classNames.push_back(std::to_string(c));
    return data;
}

} // namespace

IdxFile readIdx(const std::string &path)
{
    const GzFile file = openIdx(path);
    IdxFile idx;
    idx.extents = readExtents(file.get(), path, mostBytesInMemory);
    idx.bytes = readBytes(file.get(), product(idx.extents), path);
    expectEnd(file.get(), path);
    return idx;
}

Dataset readPictures(const std::string &images, const std::string &labels)
{
    SampleWriter features;
    const auto [count, shape] = appendPictures(images, mostBytes, features);
    std::vector<unsigned char> classes;
    appendLabels(labels, count, count, classes);
    return labelled(features, shape, classes);
}

Dataset readPictureParts(const std::string &folder, int64_t trainSamples)
{
    SampleWriter features;
    std::vector<unsigned char> classes;
    const auto [train, shape] = appendPictures(folder + "/train-images-idx3-ubyte.gz", trainSamples, features);
    appendLabels(folder + "/train-labels-idx1-ubyte.gz", train, -1, classes);
    const auto [test, testShape] = appendPictures(folder + "/t10k-images-idx3-ubyte.gz", mostBytes, features);
    appendLabels(folder + "/t10k-labels-idx1-ubyte.gz", test, test, classes);
    if (shape != testShape)
        throw DataError({ZB_TEXT("The pictures in “%1” are damaged: install them again."), {folder}});
    Dataset data = labelled(features, shape, classes);
    data.trainCount = train;
    return data;
}

} // namespace zhibei
