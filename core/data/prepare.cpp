#include "core/data/prepare.h"

#include "core/data/draw.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

Tensor rowsInOrder(const Tensor &rows, const std::vector<int64_t> &order)
{
    Tensor sorted(rows.shape());
    for (size_t i = 0; i < order.size(); ++i) {
        const auto from = rows.row(order[i]);
        std::copy(from.begin(), from.end(), sorted.row(static_cast<int64_t>(i)).begin());
    }
    return sorted;
}

/// Whether a painted sample tests depends on its own number only: painting more moves none to the other part.
std::vector<int64_t> paintedOrder(int64_t count, const DataSpec &spec, int64_t &trainCount)
{
    std::vector<int64_t> train, test;
    for (int64_t i = 0; i < count; ++i) {
        const uint32_t bits = Philox::at(spec.seed, keyOf("painted split"), static_cast<uint64_t>(i))[0];
        (i > 0 && double(uniform(bits)) < spec.testShare ? test : train).push_back(i);
    }
    trainCount = static_cast<int64_t>(train.size());
    train.insert(train.end(), test.begin(), test.end());
    return train;
}

std::vector<int64_t> shuffledOrder(int64_t count, const DataSpec &spec, int64_t &trainCount)
{
    std::vector<int64_t> order(static_cast<size_t>(count));
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<int64_t>(i);
    Draw draw(spec.seed, "split");
    for (size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[draw.below(static_cast<uint32_t>(i))]);
    const auto test = static_cast<int64_t>(std::floor(double(count) * spec.testShare));
    trainCount = std::max(std::min<int64_t>(count, 1), count - test);
    return order;
}

/// Mean and standard deviation of a column's first `count` numbers; the deviation of a constant is 1.
Scaling columnScaling(const Tensor &rows, size_t column, int64_t count)
{
    double sum = 0, squares = 0;
    for (int64_t i = 0; i < count; ++i)
        sum += double(rows.row(i)[column]);
    const double mean = sum / double(count);
    for (int64_t i = 0; i < count; ++i) {
        const double d = double(rows.row(i)[column]) - mean;
        squares += d * d;
    }
    const auto scale = static_cast<float>(std::sqrt(squares / double(count)));
    return {static_cast<float>(mean), scale > 1e-30f && std::isfinite(scale) ? scale : 1.0f};
}

bool onlyZeroOrOne(const Tensor &rows, size_t column)
{
    for (int64_t i = 0; i < rows.shape()[0]; ++i)
        if (const float v = rows.row(i)[column]; v != 0.0f && v != 1.0f)
            return false;
    return true;
}

void scaleColumn(Tensor &rows, size_t column, const Scaling &scaling)
{
    for (int64_t i = 0; i < rows.shape()[0]; ++i)
        rows.row(i)[column] = scaling.apply(rows.row(i)[column]);
}

} // namespace

Dataset vectorDataset(int64_t count, std::vector<std::string> featureNames)
{
    Dataset data;
    const auto width = static_cast<int64_t>(featureNames.size());
    data.featureShape = {width};
    data.features = Tensor({count, width});
    data.featureNames = std::move(featureNames);
    data.targets = Tensor({count, 1});
    return data;
}

void splitSamples(Dataset &data, const DataSpec &spec, bool painted)
{
    const auto order = painted ? paintedOrder(data.count(), spec, data.trainCount)
                               : shuffledOrder(data.count(), spec, data.trainCount);
    data.features = rowsInOrder(data.features, order);
    data.targets = rowsInOrder(data.targets, order);
}

void fillMissing(Dataset &data)
{
    for (size_t column = 0; column < static_cast<size_t>(data.features.rowCount()); ++column) {
        double sum = 0;
        int64_t known = 0;
        for (int64_t i = 0; i < data.trainCount; ++i)
            if (const float v = data.features.row(i)[column]; !std::isnan(v)) {
                sum += double(v);
                ++known;
            }
        const float mean = known > 0 ? static_cast<float>(sum / double(known)) : 0.0f;
        for (int64_t i = 0; i < data.count(); ++i)
            if (float &v = data.features.row(i)[column]; std::isnan(v))
                v = mean;
    }
}

void standardise(Dataset &data)
{
    if (data.trainCount == 0)
        return;
    const auto width = static_cast<size_t>(data.features.rowCount());
    data.featureScaling.assign(width, {});
    for (size_t column = 0; column < width; ++column) {
        if (onlyZeroOrOne(data.features, column))
            continue;
        data.featureScaling[column] = columnScaling(data.features, column, data.trainCount);
        scaleColumn(data.features, column, data.featureScaling[column]);
    }
    if (data.classification())
        return;
    data.targetScaling.assign(static_cast<size_t>(data.targetCount), {});
    for (size_t k = 0; k < data.targetScaling.size(); ++k) {
        data.targetScaling[k] = columnScaling(data.targets, k, data.trainCount);
        scaleColumn(data.targets, k, data.targetScaling[k]);
    }
}

} // namespace zhibei
