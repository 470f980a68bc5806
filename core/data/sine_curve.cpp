#include "core/data/data_sources.h"
#include "core/data/curve_set.h"
#include "core/data/sine.h"

namespace zhibei {

namespace {

AttributeSpec sineNoiseOption()
{
    AttributeSpec spec;
    spec.id = "noise";
    spec.text = ZB_TEXT("Noise");
    spec.help = ZB_TEXT("Standard deviation of the random part.");
    spec.type = AttributeType::Real;
    spec.defaultValue = 0.1;
    spec.minimum = 0;
    spec.maximum = 0.5;
    return spec;
}

Dataset make(const DataSpec &spec, const std::string &)
{
    const auto size = integerOption(sineSource, spec, "size");
    const double noise = realOption(sineSource, spec, "noise");
    Draw draw(spec.seed, "sine");
    std::vector<PaintedPoint> points;
    for (int64_t i = 0; i < size; ++i) {
        const double x = -6 + 12 * double(i) / double(size - 1);
        points.push_back({float(x), float(sine(x) + noise * draw.normal()), 0});
    }
    points.insert(points.end(), spec.points.begin(), spec.points.end());
    return curveDataset(points);
}

} // namespace

const DataSource sineSource = {
    .id = "sine",
    .text = ZB_TEXT("Sine wave"),
    .help = ZB_TEXT("y = sin x and a random part."),
    .keywords = "sine wave sinus periodic 正弦 波",
    .icon = "audio-waveform",
    .family = DataFamily::Curve,
    .options = {curveSizeOption(), sineNoiseOption(), standardiseOption(true)},
    .make = make,
};

} // namespace zhibei
