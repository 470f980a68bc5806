#include "core/data/data_sources.h"
#include "core/data/idx_file.h"
#include "core/data/options.h"

#include <algorithm>

namespace zhibei {

namespace {

constexpr int64_t trainSamples = 8000;

AttributeSpec samplesOption()
{
    AttributeSpec spec;
    spec.id = "samples";
    spec.text = ZB_TEXT("Training samples");
    spec.help = ZB_TEXT("How many of the pictures train; the 1,000 for testing stay the same.");
    spec.type = AttributeType::Integer;
    spec.defaultValue = trainSamples;
    spec.minimum = 10;
    spec.maximum = double(trainSamples);
    spec.logarithmic = true;
    return spec;
}

Dataset pictures(const std::string &folder, const std::string &part)
{
    return pictureDataset(readIdx(folder + part + "-images-idx3-ubyte.gz"), readIdx(folder + part + "-labels-idx1-ubyte.gz"));
}

Dataset make(const DataSpec &spec, const std::string &resources)
{
    const std::string folder = resources + "/datasets/digits/";
    const Dataset train = pictures(folder, "train"), test = pictures(folder, "t10k");
    if (train.featureShape != test.featureShape || train.classNames != test.classNames)
        throw DataError({ZB_TEXT("The shipped digits are damaged: install the program again."), {}});

    Dataset data = train;
    data.trainCount = std::min(train.count(), integerOption(digitsSource, spec, "samples"));
    const int64_t count = data.trainCount + test.count(), width = train.features.rowCount();
    std::vector<int64_t> extents = train.features.shape().extents();
    extents[0] = count;
    data.features = Tensor(Shape(extents));
    data.targets = Tensor({count, 1});
    std::copy_n(train.features.data(), data.trainCount * width, data.features.data());
    std::copy_n(test.features.data(), test.features.count(), data.features.data() + data.trainCount * width);
    std::copy_n(train.targets.data(), data.trainCount, data.targets.data());
    std::copy_n(test.targets.data(), test.count(), data.targets.data() + data.trainCount);
    return data;
}

} // namespace

const DataSource digitsSource = {
    .id = "digits",
    .text = ZB_TEXT("Handwritten digits"),
    .help = ZB_TEXT("Real handwriting, 28×28 pixels, 0 to 9: 8,000 pictures to train and 1,000 to test."),
    .keywords = "digits mnist handwriting pictures numbers 手写数字 数字 图像",
    .icon = "pencil",
    .family = DataFamily::Pictures,
    .hasSplit = true,
    .options = {samplesOption()},
    .make = make,
};

} // namespace zhibei
