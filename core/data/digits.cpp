#include "core/data/data_sources.h"
#include "core/data/idx_file.h"
#include "core/data/options.h"

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

Dataset make(const DataSpec &spec, const std::string &resources)
{
    return readPictureParts(resources + "/datasets/digits", integerOption(digitsSource, spec, "samples"));
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
