#include "core/data/prepare.h"
#include "core/data/sine.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

float sineOf(float v)
{
    return static_cast<float>(sine(double(v)));
}

const DerivedInput planeInputs[] = {
    {"x2", "x²", 2, [](float x, float) { return x * x; }},
    {"y2", "y²", 2, [](float, float y) { return y * y; }},
    {"xy", "x·y", 2, [](float x, float y) { return x * y; }},
    {"sinx", "sin x", 1, [](float x, float) { return sineOf(x); }},
    {"siny", "sin y", 1, [](float, float y) { return sineOf(y); }},
};

const DerivedInput curveInputs[] = {
    {"x2", "x²", 2, [](float x, float) { return x * x; }},
    {"x3", "x³", 3, [](float x, float) { return x * x * x; }},
    {"sinx", "sin x", 1, [](float x, float) { return sineOf(x); }},
};

std::vector<const DerivedInput *> wantedInputs(const DataSpec &spec, DataFamily family)
{
    std::vector<const DerivedInput *> wanted;
    for (const std::string &id : spec.derived) {
        const auto all = derivedInputs(family);
        const auto found = std::find_if(all.begin(), all.end(), [&](const DerivedInput &d) { return d.id == id; });
        if (found == all.end())
            throw DataError({ZB_TEXT("These data have no derived input “%1”; switch it off."), {id}});
        wanted.push_back(&*found);
    }
    return wanted;
}

/// x² of a base input that reaches 20 reaches 400, too much for a stable training: without standardising, a power is
/// divided until it reaches no further than the base input itself. The plane's reach is fixed, so that its sets agree.
Scaling powerScaling(const Dataset &data, int degree)
{
    constexpr float planeReach = 6.0f;
    float reach = data.planar ? planeReach : 1.0f;
    for (int64_t i = 0; i < data.count() && !data.planar; ++i)
        reach = std::max(reach, std::abs(data.features.row(i)[0]));
    float scale = 1.0f;
    for (int d = 1; d < degree; ++d)
        scale *= reach;
    return {0.0f, scale};
}

} // namespace

std::span<const DerivedInput> derivedInputs(DataFamily family)
{
    switch (family) {
    case DataFamily::Plane:
        return planeInputs;
    case DataFamily::Curve:
        return curveInputs;
    case DataFamily::Pictures:
    case DataFamily::Table:
    case DataFamily::Text:
        break;
    }
    return {};
}

void addDerivedInputs(Dataset &data, const DataSpec &spec, DataFamily family, bool standardise)
{
    const auto wanted = wantedInputs(spec, family);
    if (wanted.empty())
        return;
    const int64_t count = data.features.shape()[0];
    const auto baseCount = static_cast<size_t>(data.features.rowCount() > 0 ? data.features.rowCount() : data.featureShape[0]);
    const int64_t width = static_cast<int64_t>(baseCount + wanted.size());
    Tensor wide({count, width});
    for (int64_t i = 0; i < count; ++i) {
        const auto from = data.features.row(i);
        const auto to = wide.row(i);
        std::copy(from.begin(), from.end(), to.begin());
        for (size_t d = 0; d < wanted.size(); ++d)
            to[baseCount + d] = wanted[d]->compute(from[0], baseCount > 1 ? from[1] : 0.0f);
    }
    data.features = std::move(wide);
    data.featureShape = {width};
    for (const DerivedInput *input : wanted)
        data.featureNames.push_back(input->text);
    if (standardise)
        return;
    data.featureScaling.assign(static_cast<size_t>(width), {});
    for (size_t column = baseCount; column < static_cast<size_t>(width); ++column) {
        data.featureScaling[column] = powerScaling(data, wanted[column - baseCount]->degree);
        for (int64_t i = 0; i < count; ++i)
            data.features.row(i)[column] = data.featureScaling[column].apply(data.features.row(i)[column]);
    }
}

std::vector<float> inputsAt(const DataSpec &spec, const Dataset &data, float x, float y)
{
    std::vector<float> inputs{x};
    if (data.planar)
        inputs.push_back(y);
    const DataSource *source = findDataSource(spec.source);
    if (source)
        for (const DerivedInput *input : wantedInputs(spec, source->family))
            inputs.push_back(input->compute(x, y));
    if (data.featureScaling.size() == inputs.size())
        for (size_t i = 0; i < inputs.size(); ++i)
            inputs[i] = data.featureScaling[i].apply(inputs[i]);
    return inputs;
}

std::vector<PaintedPoint> asPoints(const Dataset &data, size_t limit)
{
    std::vector<PaintedPoint> points;
    if (!data.planar && !data.curve)
        return points;
    const auto count = std::min(static_cast<size_t>(data.count()), limit);
    for (size_t i = 0; i < count; ++i) {
        const auto sample = static_cast<int64_t>(i);
        const float target = data.target(sample);
        if (data.planar)
            points.push_back({data.feature(sample, 0), data.feature(sample, 1), static_cast<int>(target)});
        else
            points.push_back({data.feature(sample, 0), target, 0});
    }
    return points;
}

} // namespace zhibei
