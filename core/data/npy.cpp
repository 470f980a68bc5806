#include "core/data/data_file.h"
#include "core/data/data_sources.h"
#include "core/data/npy_file.h"
#include "core/data/options.h"
#include "core/io/archive.h"
#include "core/io/file_error.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>

namespace zhibei {

namespace {

constexpr int64_t mostFileBytes = int64_t(1) << 34;
constexpr int64_t mostArchiveBytes = int64_t(1) << 32;
constexpr size_t mostClasses = 1000;
constexpr int64_t mostFeatures = int64_t(1) << 22; // of one sample

AttributeSpec textField(const char *id, const char *text, const char *help)
{
    AttributeSpec spec;
    spec.id = id;
    spec.text = text;
    spec.help = help;
    spec.type = AttributeType::Text;
    spec.defaultValue = std::string();
    return spec;
}

std::vector<AttributeSpec> options()
{
    AttributeSpec layout = textField("layout", ZB_TEXT("Layout"), ZB_TEXT("How a sample with several axes is laid out. A guess takes height × width, and three or four axes as a picture; bytes of pictures become 0 to 1."));
    layout.type = AttributeType::Choice;
    layout.defaultValue = std::string("auto");
    layout.choices = {{"auto", ZB_TEXT("Guess")}, {"channels_first", ZB_TEXT("Channels first")}, {"channels_last", ZB_TEXT("Channels last")}, {"plain", ZB_TEXT("As it is")}};
    return {
        textField("features", ZB_TEXT("File of features"), ZB_TEXT("An NPY file with one sample a row, or an NPZ file that holds features and targets.")),
        textField("targets", ZB_TEXT("File of targets"), ZB_TEXT("An NPY file with one target a row: whole numbers are classes, fractions are predicted. Not needed with an NPZ file.")),
        textField("features_array", ZB_TEXT("Array of features"), ZB_TEXT("Its name in the NPZ file; x_train, x, data or the like if none is given.")),
        textField("targets_array", ZB_TEXT("Array of targets"), ZB_TEXT("Its name in the NPZ file; y_train, y, target or the like if none is given.")),
        layout,
        standardiseOption(false),
    };
}

/// Reads bytes that stay where they are.
class ByteBuffer : public std::streambuf {
public:
    explicit ByteBuffer(Bytes &bytes)
    {
        char *begin = reinterpret_cast<char *>(bytes.data());
        setg(begin, begin, begin + bytes.size());
    }

protected:
    pos_type seekoff(off_type offset, std::ios_base::seekdir way, std::ios_base::openmode) override
    {
        return offset == 0 && way == std::ios_base::cur ? pos_type(gptr() - eback()) : pos_type(off_type(-1)); // only to tell
    }
};

struct Arrays {
    Tensor features, targets;
    bool wholeTargets = false;
};

/// Bytes with two axes or more a sample are the pixels of pictures.
Tensor readFeatures(NpyFile &file)
{
    return file.read(file.isBytes() && file.shape().size() >= 3 ? 1.0f / 255.0f : 1.0f);
}

std::ifstream openNpy(const std::string &path, int64_t &bytes)
{
    checkRegularFile(path, mostFileBytes);
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    bytes = static_cast<int64_t>(file.tellg());
    file.seekg(0);
    if (!file)
        throw unreadable(path);
    return file;
}

bool isArchive(const std::string &path)
{
    int64_t bytes = 0;
    std::ifstream file = openNpy(path, bytes);
    char start[4] = {};
    file.read(start, 4);
    return file && std::string_view(start, 4) == "PK\x03\x04";
}

Arrays readFiles(const std::string &features, const std::string &targets)
{
    Arrays arrays;
    int64_t bytes = 0;
    std::ifstream first = openNpy(features, bytes);
    NpyFile samples(first, bytes, features);
    std::ifstream second = openNpy(targets, bytes);
    NpyFile answers(second, bytes, targets);
    arrays.features = readFeatures(samples);
    arrays.targets = answers.read();
    arrays.wholeTargets = answers.whole();
    return arrays;
}

std::string arrayName(const std::vector<std::string> &names, const std::string &wanted, std::initializer_list<const char *> usual, const std::string &path)
{
    const auto has = [&](const std::string &name) { return std::find(names.begin(), names.end(), name + ".npy") != names.end(); };
    if (!wanted.empty() && has(wanted))
        return wanted;
    if (wanted.empty())
        for (const char *name : usual)
            if (has(name))
                return name;
    std::string list;
    for (const std::string &name : names)
        if (name.ends_with(".npy"))
            list += (list.empty() ? "" : ", ") + name.substr(0, name.size() - 4);
    if (list.size() > 200)
        list = list.substr(0, list.rfind(", ", 200)) + " …";
    if (list.empty())
        list = ZB_TEXT("none");
    if (wanted.empty())
        throw DataError({ZB_TEXT("Which arrays of “%1” are features and targets? It holds %2: name two of them."), {path, list}});
    throw DataError({ZB_TEXT("“%1” holds no array “%2”; it holds %3."), {path, wanted, list}});
}

Arrays readNpz(const std::string &path, const DataSpec &spec)
{
    checkRegularFile(path, mostArchiveBytes);
    std::map<std::string, Bytes> entries;
    std::string features, targets;
    try {
        const std::vector<std::string> names = archiveNames(path);
        features = arrayName(names, textOption(npySource, spec, "features_array"), {"x_train", "X_train", "x", "X", "data", "features", "images", "train_images", "arr_0"}, path) + ".npy";
        targets = arrayName(names, textOption(npySource, spec, "targets_array"), {"y_train", "Y_train", "y", "Y", "target", "targets", "labels", "train_labels", "arr_1"}, path) + ".npy";
        entries = readArchive(path, {{features, size_t(mostArchiveBytes)}, {targets, size_t(mostArchiveBytes)}});
    } catch (const FileError &) {
        throw DataError({ZB_TEXT("“%1” is damaged or not an NPZ file: save it again with numpy.savez."), {path}});
    }
    Arrays arrays;
    ByteBuffer featureBytes(entries[features]), targetBytes(entries[targets]);
    std::istream first(&featureBytes), second(&targetBytes);
    NpyFile samples(first, static_cast<int64_t>(entries[features].size()), path + ": " + features);
    NpyFile answers(second, static_cast<int64_t>(entries[targets].size()), path + ": " + targets);
    arrays.features = readFeatures(samples);
    arrays.targets = answers.read();
    arrays.wholeTargets = answers.whole();
    return arrays;
}

/// The shape of one sample as it lies in the file; `channelsLast`: its last axis must come first.
Shape sampleShape(const Shape &whole, const std::string &layout, bool &channelsLast)
{
    std::vector<int64_t> shape(whole.extents().begin() + 1, whole.extents().end());
    if (shape.empty())
        shape = {1};
    if (shape.size() > 3)
        throw DataError({ZB_TEXT("A sample may have three axes at most, not %1."), {std::to_string(shape.size())}});
    channelsLast = shape.size() == 3 && (layout == "channels_last" || (layout == "auto" && shape[2] <= 4 && shape[0] > 4));
    const bool grey = shape.size() == 2 && layout != "plain";
    const Shape sample = grey ? Shape{1, shape[0], shape[1]} : Shape(shape);
    if (sample.count() > mostFeatures)
        throw DataError({ZB_TEXT("A sample of %1 numbers is too large."), {std::to_string(sample.count())}});
    return sample;
}

Tensor channelsFirst(const Tensor &rows, const Shape &shape)
{
    const auto pixels = static_cast<size_t>(shape[0] * shape[1]), channels = static_cast<size_t>(shape[2]);
    SampleWriter writer;
    std::vector<float> sample(pixels * channels);
    for (int64_t i = 0; i < rows.shape()[0]; ++i) {
        const auto row = rows.row(i);
        for (size_t p = 0; p < pixels; ++p)
            for (size_t c = 0; c < channels; ++c)
                sample[c * pixels + p] = row[p * channels + c];
        writer.append(sample);
    }
    return writer.finish({rows.shape()[0], shape[2], shape[0], shape[1]});
}

void checkFinite(const Tensor &numbers, bool nanToo, const char *text)
{
    for (float number : numbers.values())
        if (std::isinf(number) || (nanToo && std::isnan(number)))
            throw DataError({text, {}});
}

void setTargets(Dataset &data, Arrays &arrays)
{
    checkFinite(arrays.targets, true, ZB_TEXT("Among the targets is one that is no finite number."));
    const int64_t count = data.features.shape()[0];
    data.targetCount = arrays.targets.rowCount();
    data.targets = std::move(arrays.targets).reshaped({count, data.targetCount});
    if (!arrays.wholeTargets) {
        data.targetName = "y";
        return;
    }
    std::set<float> values;
    for (float value : data.targets.values()) {
        values.insert(value);
        if (values.size() > mostClasses)
            throw DataError({ZB_TEXT("The targets are whole numbers of more than %1 kinds, too many for classes: save them as float32 to predict them as numbers."),
                             {std::to_string(mostClasses)}});
    }
    for (float &value : data.targets.values())
        value = float(std::distance(values.begin(), values.find(value)));
    for (float value : values)
        data.classNames.push_back(std::to_string(static_cast<int64_t>(value)));
    if (data.classNames.size() < 2)
        throw DataError({ZB_TEXT("All targets are the same class: there is nothing to tell apart."), {}});
}

Dataset make(const DataSpec &spec, const std::string &)
{
    const std::string &path = textOption(npySource, spec, "features");
    Arrays arrays = isArchive(path) ? readNpz(path, spec) : readFiles(path, textOption(npySource, spec, "targets"));
    const int64_t count = arrays.features.shape()[0];
    if (arrays.targets.shape()[0] != count)
        throw DataError({ZB_TEXT("There are %1 samples but %2 targets: choose two arrays that belong together."),
                         {std::to_string(count), std::to_string(arrays.targets.shape()[0])}});
    checkFinite(arrays.features, false, ZB_TEXT("Among the features is one that is infinite."));
    Dataset data;
    bool channelsLast = false;
    const Shape shape = sampleShape(arrays.features.shape(), textOption(npySource, spec, "layout"), channelsLast);
    data.featureShape = channelsLast ? Shape{shape[2], shape[0], shape[1]} : shape;
    std::vector<int64_t> extents{count};
    extents.insert(extents.end(), data.featureShape.extents().begin(), data.featureShape.extents().end());
    data.features = channelsLast ? channelsFirst(arrays.features, shape) : std::move(arrays.features).reshaped(Shape(extents));
    for (int64_t i = 0; shape.rank() == 1 && i < shape[0]; ++i)
        data.featureNames.push_back("x" + std::to_string(i + 1));
    setTargets(data, arrays);
    data.planar = shape.rank() == 1 && shape[0] == 2 && data.targetCount == 1;
    data.curve = shape.rank() == 1 && shape[0] == 1 && !data.classification() && data.targetCount == 1;
    return data;
}

} // namespace

const DataSource npySource = {
    .id = "npy",
    .text = ZB_TEXT("NumPy arrays"),
    .help = ZB_TEXT("Your own arrays from Python: NPY files of features and targets, or one NPZ file with both."),
    .keywords = "npy npz numpy python array tensor own 数组 张量 文件",
    .icon = "binary",
    .family = DataFamily::Table,
    .options = options(),
    .make = make,
};

} // namespace zhibei
