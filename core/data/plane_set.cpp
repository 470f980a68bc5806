#include "core/data/plane_set.h"

#include <algorithm>

namespace zhibei {

Dataset PlaneSet::dataset(const DataSpec &spec) const
{
    std::vector<PaintedPoint> points = m_points;
    points.insert(points.end(), spec.points.begin(), spec.points.end());
    Dataset data = vectorDataset(static_cast<int64_t>(points.size()), {"x", "y"});
    for (size_t i = 0; i < points.size(); ++i) {
        const auto row = static_cast<int64_t>(i);
        data.features.row(row)[0] = points[i].x;
        data.features.row(row)[1] = points[i].y;
        data.targets[row] = static_cast<float>(std::clamp(points[i].label, 0, m_classes - 1));
    }
    for (int c = 0; c < m_classes; ++c)
        data.classNames.emplace_back(1, static_cast<char>('A' + c));
    data.planar = true;
    return data;
}

AttributeSpec sizeOption(int64_t samples)
{
    AttributeSpec spec;
    spec.id = "size";
    spec.text = ZB_TEXT("Samples");
    spec.help = ZB_TEXT("How many samples are drawn, training and test together.");
    spec.type = AttributeType::Integer;
    spec.defaultValue = samples;
    spec.minimum = 20;
    spec.maximum = 2000;
    return spec;
}

AttributeSpec noiseOption(double noise)
{
    AttributeSpec spec;
    spec.id = "noise";
    spec.text = ZB_TEXT("Noise");
    spec.help = ZB_TEXT("How far samples stray from their place, as a share of the picture's half width.");
    spec.type = AttributeType::Real;
    spec.defaultValue = noise;
    spec.minimum = 0;
    spec.maximum = 0.5;
    return spec;
}

AttributeSpec classesOption(int64_t classes)
{
    AttributeSpec spec;
    spec.id = "classes";
    spec.text = ZB_TEXT("Classes");
    spec.help = ZB_TEXT("How many classes there are to tell apart.");
    spec.type = AttributeType::Integer;
    spec.defaultValue = classes;
    spec.minimum = 2;
    spec.maximum = 6;
    return spec;
}

} // namespace zhibei
