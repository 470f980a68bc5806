#include "core/data/data_sources.h"
#include "core/data/plane_set.h"
#include "core/data/sine.h"

namespace zhibei {

namespace {

Dataset make(const DataSpec &spec, const std::string &)
{
    const auto size = integerOption(circleSource, spec, "size");
    const double spread = realOption(circleSource, spec, "noise") * planeRadius;
    Draw draw(spec.seed, "circle");
    PlaneSet set(2);
    for (int64_t i = 0; i < size; ++i) {
        const bool inside = i % 2 == 0;
        const double radius = planeRadius * (inside ? draw.uniform(0, 0.5) : draw.uniform(0.7, 1));
        const double angle = draw.uniform(0, 2 * pi);
        const double dx = spread * draw.normal(), dy = spread * draw.normal();
        set.add(radius * cosine(angle) + dx, radius * sine(angle) + dy, inside ? 1 : 0);
    }
    return set.dataset(spec);
}

} // namespace

const DataSource circleSource = {
    .id = "circle",
    .text = ZB_TEXT("Circle"),
    .help = ZB_TEXT("One class inside, the other around it."),
    .keywords = "circle disc disk ring 圆 圆环 内外",
    .icon = "donut",
    .family = DataFamily::Plane,
    .options = {sizeOption(), noiseOption(0.03)},
    .make = make,
};

} // namespace zhibei
