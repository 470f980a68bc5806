#include "core/data/prepare.h"

#include "core/data/draw.h"
#include "core/data/sample_writer.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

Tensor rowsInOrder(const Tensor &rows, const std::vector<int64_t> &order)
{
    SampleWriter sorted;
    for (int64_t row : order)
        sorted.append(rows.row(row));
    return sorted.finish(rows.shape());
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

/// Mean and standard deviation of every column's first `count` numbers; the deviation of a constant is 1. Goes through
/// the rows in order: they may page in from disk.
std::vector<Scaling> columnScalings(const Tensor &rows, int64_t count)
{
    const auto width = static_cast<size_t>(rows.rowCount());
    std::vector<double> mean(width), squares(width);
    for (int64_t i = 0; i < count; ++i)
        for (size_t column = 0; column < width; ++column)
            mean[column] += double(rows.row(i)[column]);
    for (double &m : mean)
        m /= double(count);
    for (int64_t i = 0; i < count; ++i)
        for (size_t column = 0; column < width; ++column) {
            const double d = double(rows.row(i)[column]) - mean[column];
            squares[column] += d * d;
        }
    std::vector<Scaling> scalings;
    for (size_t column = 0; column < width; ++column) {
        const auto scale = static_cast<float>(std::sqrt(squares[column] / double(count)));
        scalings.push_back({static_cast<float>(mean[column]), scale > 1e-30f && std::isfinite(scale) ? scale : 1.0f});
    }
    return scalings;
}

/// Columns that hold only 0 and 1 keep their numbers: their scaling becomes none.
void leaveYesOrNo(const Tensor &rows, std::vector<Scaling> &scalings)
{
    std::vector<bool> onlyZeroOrOne(scalings.size(), true);
    for (int64_t i = 0; i < rows.shape()[0]; ++i)
        for (size_t column = 0; column < scalings.size(); ++column)
            if (const float v = rows.row(i)[column]; v != 0.0f && v != 1.0f)
                onlyZeroOrOne[column] = false;
    for (size_t column = 0; column < scalings.size(); ++column)
        if (onlyZeroOrOne[column])
            scalings[column] = {};
}

void scaleColumns(Tensor &rows, const std::vector<Scaling> &scalings)
{
    for (int64_t i = 0; i < rows.shape()[0]; ++i) {
        const auto row = rows.row(i);
        for (size_t column = 0; column < scalings.size(); ++column)
            row[column] = scalings[column].apply(row[column]);
    }
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
    const auto width = static_cast<size_t>(data.features.rowCount());
    std::vector<double> sums(width);
    std::vector<int64_t> known(width);
    bool missing = false;
    for (int64_t i = 0; i < data.count(); ++i)
        for (size_t column = 0; column < width; ++column) {
            const float v = data.features.row(i)[column];
            if (std::isnan(v)) {
                missing = true;
            } else if (i < data.trainCount) {
                sums[column] += double(v);
                ++known[column];
            }
        }
    for (int64_t i = 0; missing && i < data.count(); ++i)
        for (size_t column = 0; column < width; ++column)
            if (float &v = data.features.row(i)[column]; std::isnan(v))
                v = known[column] > 0 ? static_cast<float>(sums[column] / double(known[column])) : 0.0f;
}

void standardise(Dataset &data)
{
    if (data.trainCount == 0)
        return;
    data.featureScaling = columnScalings(data.features, data.trainCount);
    leaveYesOrNo(data.features, data.featureScaling);
    scaleColumns(data.features, data.featureScaling);
    if (data.classification())
        return;
    data.targetScaling = columnScalings(data.targets, data.trainCount);
    scaleColumns(data.targets, data.targetScaling);
}

} // namespace zhibei
