#include "core/data/data_sources.h"
#include "core/data/draw.h"
#include "core/data/options.h"

namespace zhibei {

namespace {

AttributeSpec countOption(const char *id, const char *text, const char *help, int64_t standard, double low, double high)
{
    return {id, text, help, AttributeType::Integer, standard, low, high};
}

/// Numbers without meaning, but of the right shape.
Dataset make(const DataSpec &spec, const std::string &)
{
    const auto option = [&](const char *id) { return integerOption(randomSource, spec, id); };
    const int64_t size = option("size"), symbols = option("symbols"), classes = option("classes"), targets = classes > 0 ? 1 : option("targets");
    const Shape shape(std::get<std::vector<int64_t>>(attributeValue(randomSource.options, spec.options, "shape")));
    constexpr int64_t most = int64_t(1) << 27;
    if (shape.rank() < 1 || shape.rank() > 5 || shape.count() > most / size)
        throw DataError({ZB_TEXT("A shape has one to five sizes, and all samples together at most 134 million numbers."), {}});
    std::vector<int64_t> extents = shape.extents();
    extents.insert(extents.begin(), size);
    Dataset data;
    data.featureShape = shape;
    data.features = Tensor{Shape(extents)};
    data.featureClasses = int(symbols);
    data.targetCount = targets;
    data.targets = Tensor{Shape({size, targets})};
    Draw draw(spec.seed, "random");
    for (float &number : data.features.values())
        number = symbols > 0 ? float(draw.below(uint32_t(symbols))) : float(draw.normal());
    for (float &number : data.targets.values())
        number = classes > 0 ? float(draw.below(uint32_t(classes))) : float(draw.normal());
    for (int64_t k = 0; k < classes; ++k)
        data.classNames.push_back(std::to_string(k));
    for (int64_t k = 0; shape.rank() == 1 && symbols == 0 && k < shape[0]; ++k)
        data.featureNames.push_back("x" + std::to_string(k + 1));
    return data;
}

} // namespace

const DataSource randomSource = {
    .id = "random",
    .text = ZB_TEXT("Random numbers"),
    .help = ZB_TEXT("Stand in for data that are not chosen yet: numbers without meaning, of any shape."),
    .keywords = "random normal placeholder dummy 随机数 占位 正态分布",
    .icon = "dices",
    .family = DataFamily::Table,
    .options = {{"shape", ZB_TEXT("Shape"), ZB_TEXT("The sizes of one sample: channels, height, width."), AttributeType::Integers, std::vector<int64_t>{2}, 1, 65536},
                countOption("size", ZB_TEXT("Samples"), ZB_TEXT("How many samples are made."), 256, 2, 100000),
                countOption("symbols", ZB_TEXT("Symbols"), ZB_TEXT("Above 0: every number is one of so many characters or words."), 0, 0, 1'000'000),
                countOption("classes", ZB_TEXT("Classes"), ZB_TEXT("How many classes the answers have. 0: numbers to predict."), 2, 0, 100000),
                countOption("targets", ZB_TEXT("Numbers to predict"), ZB_TEXT("How many numbers each answer has, where there are no classes."), 1, 1, 65536)},
    .make = make,
};

} // namespace zhibei
