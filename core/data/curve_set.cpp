#include "core/data/curve_set.h"

namespace zhibei {

namespace {

AttributeSpec curveNoiseOption(double noise)
{
    AttributeSpec spec;
    spec.id = "noise";
    spec.text = ZB_TEXT("Noise");
    spec.help = ZB_TEXT("Each y is raised by a random number from 0 to this.");
    spec.type = AttributeType::Real;
    spec.defaultValue = noise;
    spec.minimum = 0;
    spec.maximum = 1000;
    return spec;
}

} // namespace

AttributeSpec curveSizeOption()
{
    AttributeSpec spec;
    spec.id = "size";
    spec.text = ZB_TEXT("Samples");
    spec.help = ZB_TEXT("How many samples are drawn, training and test together.");
    spec.type = AttributeType::Integer;
    spec.defaultValue = int64_t(100);
    spec.minimum = 10;
    spec.maximum = 2000;
    return spec;
}

Dataset curveDataset(const std::vector<PaintedPoint> &points)
{
    Dataset data = vectorDataset(static_cast<int64_t>(points.size()), {"x"});
    for (size_t i = 0; i < points.size(); ++i) {
        data.features[static_cast<int64_t>(i)] = points[i].x;
        data.targets[static_cast<int64_t>(i)] = points[i].y;
    }
    data.targetName = "y";
    data.curve = true;
    return data;
}

Dataset measuredCurve(const DataSource &source, const DataSpec &spec, double (*f)(double x))
{
    const auto size = integerOption(source, spec, "size");
    const double noise = realOption(source, spec, "noise");
    Draw draw(spec.seed, source.id);
    std::vector<PaintedPoint> points;
    for (int64_t i = 0; i < size; ++i) {
        const double x = -15 + 35 * double(i) / double(size - 1);
        points.push_back({float(x), float(f(x) + draw.uniform(0, noise)), 0});
    }
    points.insert(points.end(), spec.points.begin(), spec.points.end());
    return curveDataset(points);
}

std::vector<AttributeSpec> measuredOptions(double noise)
{
    return {curveSizeOption(), curveNoiseOption(noise), standardiseOption(true)};
}

} // namespace zhibei
