#include "core/data/dataset.h"

#include <algorithm>

namespace zhibei {

namespace {

float restored(const std::vector<Scaling> &scaling, int64_t i, float value)
{
    return scaling.empty() ? value : scaling[static_cast<size_t>(i)].restore(value);
}

std::pair<float, float> columnRange(const Tensor &rows, const std::vector<Scaling> &scaling, int64_t column)
{
    if (rows.empty())
        return {0.0f, 0.0f};
    float least = rows.row(0)[static_cast<size_t>(column)], most = least;
    for (int64_t i = 1; i < rows.shape()[0]; ++i) {
        const float value = rows.row(i)[static_cast<size_t>(column)];
        least = std::min(least, value);
        most = std::max(most, value);
    }
    return {restored(scaling, column, least), restored(scaling, column, most)};
}

} // namespace

DataType Dataset::type() const
{
    DataType type;
    type.features = featureShape;
    type.featureNames = featureNames;
    type.target = {Shape{targetCount}, static_cast<int>(classNames.size())};
    type.featureClasses = featureClasses;
    return type;
}

float Dataset::feature(int64_t sample, int64_t i) const
{
    return restored(featureScaling, i, features.row(sample)[static_cast<size_t>(i)]);
}

float Dataset::target(int64_t sample, int64_t k) const
{
    return restored(targetScaling, k, targets.row(sample)[static_cast<size_t>(k)]);
}

float Dataset::targetInUnits(float predicted, int64_t k) const
{
    return restored(targetScaling, k, predicted);
}

std::pair<float, float> Dataset::featureRange(int64_t i) const
{
    return columnRange(features, featureScaling, i);
}

std::pair<float, float> Dataset::targetRange(int64_t k) const
{
    return columnRange(targets, targetScaling, k);
}

} // namespace zhibei
