#include "core/data/idx_file.h"

#include "core/data/data_file.h"

#include <zlib.h>

#include <algorithm>
#include <memory>

namespace zhibei {

namespace {

constexpr int64_t mostBytes = int64_t(1) << 29; // 512 MiB of pixels become 2 GiB of numbers

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

std::vector<int64_t> readExtents(gzFile file, const std::string &path)
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
        if (extent < 1 || extent > mostBytes / count)
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

} // namespace

IdxFile readIdx(const std::string &path)
{
    checkRegularFile(path, mostBytes + 1024);
    const GzFile file(gzopen(path.c_str(), "rb"), &gzclose_r);
    if (!file)
        throw unreadable(path);
    IdxFile idx;
    idx.extents = readExtents(file.get(), path);
    int64_t count = 1;
    for (int64_t extent : idx.extents)
        count *= extent;
    idx.bytes = readBytes(file.get(), count, path);
    expectEnd(file.get(), path);
    return idx;
}

Dataset pictureDataset(const IdxFile &images, const IdxFile &labels)
{
    Dataset data;
    data.featureShape = pictureShape(images.extents);
    if (labels.extents.size() != 1)
        throw DataError({ZB_TEXT("The file of labels holds images: give the images first, then the labels."), {}});
    const int64_t count = images.extents[0];
    if (labels.extents[0] != count)
        throw DataError({ZB_TEXT("There are %1 images but %2 labels: choose two files that belong together."),
                         {std::to_string(count), std::to_string(labels.extents[0])}});
    std::vector<int64_t> extents{count};
    extents.insert(extents.end(), data.featureShape.extents().begin(), data.featureShape.extents().end());
    data.features = Tensor(Shape(extents));
    for (size_t i = 0; i < images.bytes.size(); ++i)
        data.features[static_cast<int64_t>(i)] = float(images.bytes[i]) / 255.0f;
    data.targets = Tensor({count, 1});
    std::copy(labels.bytes.begin(), labels.bytes.end(), data.targets.data());
    const int classes = std::max(2, 1 + *std::max_element(labels.bytes.begin(), labels.bytes.end()));
    for (int c = 0; c < classes; ++c)
        data.classNames.push_back(std::to_string(c));
    return data;
}

} // namespace zhibei
