#include "core/data/data_sources.h"
#include "core/data/draw.h"
#include "core/data/options.h"

#include <algorithm>

namespace zhibei {

namespace {

constexpr int64_t side = 24;

struct Star {
    double x, y, light;
};

/// One exposure of the camera: light that falls on pixels.
class Exposure {
public:
    explicit Exposure(std::span<float> pixels) : m_pixels(pixels) {}

    /// Air and lens spread a star's light over a small disc.
    void add(const Star &star)
    {
        constexpr double radius = 2.2;
        for (int64_t y = 0; y < side; ++y)
            for (int64_t x = 0; x < side; ++x) {
                const double dx = double(x) - star.x, dy = double(y) - star.y;
                const double inside = 1 - (dx * dx + dy * dy) / (radius * radius);
                if (inside > 0)
                    at(x, y) += float(star.light * inside * inside);
            }
    }
    /// A cosmic ray lights a single pixel: no star, and gone in the next exposure.
    void addRay(Draw &draw)
    {
        const int64_t x = draw.below(side), y = draw.below(side);
        at(x, y) += float(draw.uniform(0.5, 1));
    }
    void addNoise(Draw &draw, double spread)
    {
        for (float &pixel : m_pixels)
            pixel = std::clamp(pixel + float(spread * draw.normal() + 2 * spread), 0.0f, 1.0f);
    }

private:
    float &at(int64_t x, int64_t y) { return m_pixels[size_t(y * side + x)]; }
    std::span<float> m_pixels;
};

std::vector<Star> drawField(Draw &draw)
{
    std::vector<Star> field(8 + draw.below(7));
    for (Star &star : field) {
        const double brightness = draw.uniform();
        star = {draw.uniform(0, side - 1), draw.uniform(0, side - 1), 0.25 + 0.75 * brightness * brightness}; // most are faint
    }
    return field;
}

/// Where the wanderer is in each of the two exposures: both times well inside, 3 to 6 pixels apart.
std::pair<Star, Star> drawWanderer(Draw &draw)
{
    const double light = draw.uniform(0.45, 0.9);
    for (;;) {
        const Star from{draw.uniform(2, side - 3), draw.uniform(2, side - 3), light}, to{draw.uniform(2, side - 3), draw.uniform(2, side - 3), light};
        const double dx = to.x - from.x, dy = to.y - from.y, square = dx * dx + dy * dy;
        if (square >= 9 && square <= 36)
            return {from, to};
    }
}

void expose(Exposure exposure, const std::vector<Star> &field, Draw &draw, double noise)
{
    const double dx = draw.uniform(-0.2, 0.2), dy = draw.uniform(-0.2, 0.2); // the telescope never points quite the same
    for (const Star &star : field)
        exposure.add({star.x + dx, star.y + dy, star.light * draw.uniform(0.92, 1.08)}); // stars twinkle
    if (draw.below(2) == 0)
        exposure.addRay(draw);
    exposure.addNoise(draw, noise);
}

/// The first exposure in red, the second in green and blue, as astronomers blend them: what stayed is white, what moved is a
/// red point and a cyan one.
Dataset make(const DataSpec &spec, const std::string &)
{
    const auto size = integerOption(starsSource, spec, "size");
    const double noise = realOption(starsSource, spec, "noise");
    constexpr int64_t pixels = side * side;
    Dataset data;
    data.featureShape = {3, side, side};
    data.features = Tensor({size, 3, side, side});
    data.targets = Tensor({size, 1});
    data.classNames = {ZB_TEXT("nothing moved"), ZB_TEXT("asteroid")};
    Draw draw(spec.seed, "stars");
    for (int64_t i = 0; i < size; ++i) {
        const std::span<float> row = data.features.row(i);
        std::vector<Star> first = drawField(draw), second = first;
        const auto [from, to] = drawWanderer(draw);
        if (i % 2 == 1) {
            first.push_back(from);
            second.push_back(to);
        } else if (draw.below(2) == 0) { // so bright points alone tell nothing: here it stands still
            first.push_back(from);
            second.push_back(from);
        }
        expose(Exposure(row.first(size_t(pixels))), first, draw, noise);
        expose(Exposure(row.subspan(size_t(pixels), size_t(pixels))), second, draw, noise);
        std::copy_n(row.begin() + pixels, pixels, row.begin() + 2 * pixels);
        data.targets.row(i)[0] = float(i % 2);
    }
    return data;
}

AttributeSpec starsOption(const char *id, const char *text, const char *help, AttributeType type, Value standard, double low, double high)
{
    return {id, text, help, type, std::move(standard), low, high};
}

} // namespace

const DataSource starsSource = {
    .id = "stars",
    .text = ZB_TEXT("Star fields"),
    .help = ZB_TEXT("Two exposures of the same 24×24 pixels of sky, one red, one cyan: in half of the pairs a point has moved. Cosmic rays, twinkling and noise mislead."),
    .keywords = "stars asteroid astronomy sky survey moving point 星空 小行星 天文 巡天 移动",
    .icon = "sparkles",
    .family = DataFamily::Pictures,
    .options = {starsOption("size", ZB_TEXT("Samples"), ZB_TEXT("How many samples are drawn, training and test together."), AttributeType::Integer, int64_t(4000), 20, 20000),
                starsOption("noise", ZB_TEXT("Noise"), ZB_TEXT("Standard deviation of the random part."), AttributeType::Real, 0.04, 0, 0.5)},
    .make = make,
};

} // namespace zhibei
