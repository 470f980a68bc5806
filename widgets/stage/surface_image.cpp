#include "widgets/stage/surface_image.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

/// The surface is the ground the points stand on: it keeps some paper in its colours.
constexpr double ground = 0.6;

bool isSurface(const Tensor &surface)
{
    return surface.shape().rank() == 3 && surface.shape()[0] > 0 && surface.shape()[1] > 0 && surface.shape()[2] > 0;
}

QRgb classMix(const Theme &theme, const SurfaceStyle &style, std::span<const float> outputs)
{
    const int count = static_cast<int>(outputs.size());
    double sum = 0, largest = 0;
    int best = 0;
    for (int k = 0; k < count; ++k) {
        const double p = std::clamp(static_cast<double>(outputs[static_cast<size_t>(k)]), 0.0, 1e6);
        sum += p;
        if (p > largest) {
            largest = p;
            best = k;
        }
    }
    double red = 0, green = 0, blue = 0;
    for (int k = 0; k < count; ++k) {
        const double p = style.discretise || sum <= 0 ? (k == best ? 1.0 : 0.0)
                                                      : std::max(0.0f, outputs[static_cast<size_t>(k)]) / sum;
        const QColor color = theme.classColor(k, count);
        red += p * color.red();
        green += p * color.green();
        blue += p * color.blue();
    }
    const double certainty = style.discretise ? 1 : sum > 0 ? (largest / sum - 1.0 / count) / (1 - 1.0 / count) : 0;
    const double strength = ground * (0.3 + 0.7 * certainty);
    const QColor paper = theme.color(Ink::Middle);
    const auto mixed = [strength](int from, double to) { return static_cast<int>(std::lround(from + strength * (to - from))); };
    return qRgb(mixed(paper.red(), red), mixed(paper.green(), green), mixed(paper.blue(), blue));
}

} // namespace

QRgb surfaceColor(const Theme &theme, const SurfaceStyle &style, std::span<const float> outputs)
{
    const auto finite = [](float x) { return std::isfinite(x); };
    if (outputs.empty() || !std::all_of(outputs.begin(), outputs.end(), finite))
        return theme.color(Ink::Middle).rgb();
    if (outputs.size() > 2)
        return classMix(theme, style, outputs);
    double value = outputs[0];
    if (outputs.size() == 2)
        value = outputs[1] - static_cast<double>(outputs[0]);
    else if (style.decision == Decision::Half)
        value = 2 * value - 1;
    else if (style.decision == Decision::None)
        value /= std::max(1e-12, style.largest);
    if (style.discretise)
        value = value < 0 ? -1 : 1;
    return theme.signedColor(ground * std::clamp(value, -1.0, 1.0));
}

std::vector<float> surfaceAt(const Tensor &surface, double u, double v)
{
    if (!isSurface(surface))
        return {};
    const int64_t outputs = surface.shape()[0], rows = surface.shape()[1], columns = surface.shape()[2];
    const double x = std::clamp(u * static_cast<double>(columns) - 0.5, 0.0, static_cast<double>(columns - 1));
    const double y = std::clamp(v * static_cast<double>(rows) - 0.5, 0.0, static_cast<double>(rows - 1));
    const auto x0 = static_cast<int64_t>(x), y0 = static_cast<int64_t>(y);
    const int64_t x1 = std::min(x0 + 1, columns - 1), y1 = std::min(y0 + 1, rows - 1);
    const float fx = static_cast<float>(x - static_cast<double>(x0)), fy = static_cast<float>(y - static_cast<double>(y0));
    std::vector<float> out(static_cast<size_t>(outputs));
    for (int64_t k = 0; k < outputs; ++k) {
        const float *plane = surface.data() + k * rows * columns;
        const float top = plane[y0 * columns + x0] * (1 - fx) + plane[y0 * columns + x1] * fx;
        const float bottom = plane[y1 * columns + x0] * (1 - fx) + plane[y1 * columns + x1] * fx;
        out[static_cast<size_t>(k)] = top * (1 - fy) + bottom * fy;
    }
    return out;
}

QImage surfaceImage(const Theme &theme, const SurfaceStyle &style, const Tensor &surface, int side)
{
    if (!isSurface(surface) || side <= 0)
        return {};
    QImage image(side, side, QImage::Format_RGB32);
    for (int row = 0; row < side; ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(row));
        for (int column = 0; column < side; ++column)
            line[column] = surfaceColor(theme, style, surfaceAt(surface, (column + 0.5) / side, (row + 0.5) / side));
    }
    return image;
}

} // namespace zhibei
