#include "core/data/data_sources.h"
#include "core/data/idx_file.h"
#include "core/data/options.h"

#include <filesystem>

namespace zhibei {

namespace {

constexpr int64_t trainSamples = 60000;
const char *const fashionFolder = "/usr/share/datasets/fashion-mnist";

AttributeSpec samplesOption()
{
    AttributeSpec spec;
    spec.id = "samples";
    spec.text = ZB_TEXT("Training samples");
    spec.help = ZB_TEXT("How many of the pictures train; the 10,000 for testing stay the same.");
    spec.type = AttributeType::Integer;
    spec.defaultValue = trainSamples;
    spec.minimum = 10;
    spec.maximum = double(trainSamples);
    spec.logarithmic = true;
    return spec;
}

Dataset make(const DataSpec &spec, const std::string &)
{
    std::error_code error;
    if (!std::filesystem::exists(fashionFolder, error))
        throw DataError({ZB_TEXT("Fashion-MNIST is not installed yet. Type in a terminal: %1 – then choose it again."),
                         {"sudo apt install dataset-fashion-mnist"}});
    Dataset data = readPictureParts(fashionFolder, integerOption(fashionSource, spec, "samples"));
    data.classNames = {ZB_TEXT("T-shirt/top"), ZB_TEXT("Trouser"), ZB_TEXT("Pullover"), ZB_TEXT("Dress"), ZB_TEXT("Coat"),
                       ZB_TEXT("Sandal"), ZB_TEXT("Shirt"), ZB_TEXT("Sneaker"), ZB_TEXT("Bag"), ZB_TEXT("Ankle boot")};
    for (float label : data.targets.values())
        if (label >= float(data.classNames.size()))
            throw DataError({ZB_TEXT("The pictures in “%1” are damaged: install them again."), {fashionFolder}});
    return data;
}

} // namespace

const DataSource fashionSource = {
    .id = "fashion",
    .text = ZB_TEXT("Fashion-MNIST"),
    .help = ZB_TEXT("Clothes, shoes and bags, 28×28 pixels, ten classes: 60,000 pictures to train and 10,000 to test (Debian's package dataset-fashion-mnist)."),
    .keywords = "fashion mnist clothes shoes bags pictures 服装 衣服 鞋 包 时尚 图像",
    .icon = "shirt",
    .family = DataFamily::Pictures,
    .hasSplit = true,
    .options = {samplesOption()},
    .make = make,
};

} // namespace zhibei
