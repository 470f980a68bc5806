#include "core/data/data_sources.h"
#include "core/data/plane_set.h"
#include "core/data/sine.h"

namespace zhibei {

namespace {

AttributeSpec turnsOption()
{
    AttributeSpec spec;
    spec.id = "turns";
    spec.text = ZB_TEXT("Turns");
    spec.help = ZB_TEXT("How often each arm winds around the middle.");
    spec.type = AttributeType::Real;
    spec.defaultValue = 1.5;
    spec.minimum = 0.25;
    spec.maximum = 4;
    return spec;
}

Dataset make(const DataSpec &spec, const std::string &)
{
    const auto size = integerOption(spiralSource, spec, "size");
    const double spread = realOption(spiralSource, spec, "noise") * planeRadius;
    const auto classes = integerOption(spiralSource, spec, "classes");
    const double turns = realOption(spiralSource, spec, "turns");
    constexpr double start = 0.08; // the arms do not meet in the middle
    Draw draw(spec.seed, "spiral");
    PlaneSet set(static_cast<int>(classes));
    for (int64_t i = 0; i < size; ++i) {
        const int64_t label = i % classes;
        const double along = start + (1 - start) * double(i) / double(size);
        const double angle = 2 * pi * (turns * along + double(label) / double(classes));
        const double dx = spread * draw.normal(), dy = spread * draw.normal();
        set.add(planeRadius * along * sine(angle) + dx, planeRadius * along * cosine(angle) + dy, static_cast<int>(label));
    }
    return set.dataset(spec);
}

} // namespace

const DataSource spiralSource = {
    .id = "spiral",
    .text = ZB_TEXT("Spiral"),
    .help = ZB_TEXT("Arms wound around each other, one a class."),
    .keywords = "spiral arms two spirals 螺旋 双螺旋",
    .icon = "shell",
    .family = DataFamily::Plane,
    .options = {sizeOption(), noiseOption(0.02), classesOption(), turnsOption()},
    .make = make,
};

} // namespace zhibei
