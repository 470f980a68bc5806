#include "core/data/data_sources.h"
#include "core/data/idx_file.h"
#include "core/data/options.h"
#include "core/data/prepare.h"

namespace zhibei {

namespace {

constexpr int64_t trainSamples = 8000;

/// A part of the picture, in thirds of its height and width: rows and columns from … up to, not including.
struct Region {
    const char *name;
    int top, left, bottom, right;
};

const Region regions[] = {
    {ZB_TEXT("top left"), 0, 0, 1, 1}, {ZB_TEXT("top middle"), 0, 1, 1, 2}, {ZB_TEXT("top right"), 0, 2, 1, 3},
    {ZB_TEXT("middle left"), 1, 0, 2, 1}, {ZB_TEXT("centre"), 1, 1, 2, 2}, {ZB_TEXT("middle right"), 1, 2, 2, 3},
    {ZB_TEXT("bottom left"), 2, 0, 3, 1}, {ZB_TEXT("bottom middle"), 2, 1, 3, 2}, {ZB_TEXT("bottom right"), 2, 2, 3, 3},
    {ZB_TEXT("upper band"), 0, 0, 1, 3}, {ZB_TEXT("middle band"), 1, 0, 2, 3}, {ZB_TEXT("lower band"), 2, 0, 3, 3},
    {ZB_TEXT("whole picture"), 0, 0, 3, 3},
};

int64_t third(int64_t length, int thirds) { return (2 * length * thirds + 3) / 6; }

float meanInk(std::span<const float> picture, int64_t height, int64_t width, const Region &region)
{
    const int64_t top = third(height, region.top), bottom = third(height, region.bottom);
    const int64_t left = third(width, region.left), right = third(width, region.right);
    double ink = 0;
    for (int64_t y = top; y < bottom; ++y)
        for (int64_t x = left; x < right; ++x)
            ink += double(picture[size_t(y * width + x)]);
    return float(ink / double((bottom - top) * (right - left)));
}

Dataset make(const DataSpec &spec, const std::string &resources)
{
    const Dataset digits = readPictureParts(resources + "/datasets/digits", integerOption(inkSource, spec, "samples"));
    std::vector<std::string> names;
    for (const Region &region : regions)
        names.emplace_back(region.name);
    Dataset data = vectorDataset(digits.count(), names);
    for (int64_t i = 0; i < digits.count(); ++i)
        for (size_t k = 0; k < std::size(regions); ++k)
            data.features.row(i)[k] = meanInk(digits.features.row(i), digits.featureShape[1], digits.featureShape[2], regions[k]);
    data.targets = digits.targets;
    data.classNames = digits.classNames;
    data.trainCount = digits.trainCount;
    return data;
}

} // namespace

const DataSource inkSource = {
    .id = "ink",
    .text = ZB_TEXT("Ink of digits"),
    .help = ZB_TEXT("The handwritten digits as 13 hand-crafted features: how much ink lies in each of nine cells, in three bands and in the whole picture."),
    .keywords = "ink features hand-crafted digits grid cells bands 墨迹 手工特征 特征工程 手写数字 网格",
    .icon = "grid-3x3",
    .family = DataFamily::Table,
    .hasSplit = true,
    .options = {{"samples", ZB_TEXT("Training samples"), ZB_TEXT("How many of the pictures train; the 1,000 for testing stay the same."),
                 AttributeType::Integer, trainSamples, 10, double(trainSamples), true},
                standardiseOption(true)},
    .make = make,
};

} // namespace zhibei
