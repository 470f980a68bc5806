#include "core/data/data_sources.h"
#include "core/data/plane_set.h"

namespace zhibei {

namespace {

Dataset make(const DataSpec &spec, const std::string &)
{
    const auto size = integerOption(xorSource, spec, "size");
    const double spread = realOption(xorSource, spec, "noise") * planeRadius;
    constexpr double gap = 0.4; // between the corners, so that they can be told apart without noise
    Draw draw(spec.seed, "xor");
    PlaneSet set(2);
    for (int64_t i = 0; i < size; ++i) {
        const double signX = i % 2 == 0 ? 1 : -1, signY = i / 2 % 2 == 0 ? 1 : -1;
        const double x = signX * draw.uniform(gap, planeRadius), y = signY * draw.uniform(gap, planeRadius);
        const double dx = spread * draw.normal(), dy = spread * draw.normal();
        set.add(x + dx, y + dy, signX * signY > 0 ? 1 : 0);
    }
    return set.dataset(spec);
}

} // namespace

const DataSource xorSource = {
    .id = "xor",
    .text = ZB_TEXT("Exclusive or"),
    .help = ZB_TEXT("Two opposite corners are one class, the other two the other: no single line parts them."),
    .keywords = "xor exclusive or checkerboard 异或 棋盘",
    .icon = "grid-2x2",
    .family = DataFamily::Plane,
    .options = {sizeOption(), noiseOption(0.02)},
    .make = make,
};

} // namespace zhibei
