#include "widgets/film/color_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace zhibei {

namespace {

constexpr size_t binCount = 64 * 64 * 64;
constexpr int refinements = 4;

/// A mean colour and how many pixels have it.
struct Sample {
    std::array<double, 3> color;
    double weight;
    size_t bin;
};

/// Weighted sums over samples: enough for their mean and how far they are from it.
struct Sums {
    double weight = 0, squares = 0;
    std::array<double, 3> sum{};

    void add(const Sample &sample, double sign = 1)
    {
        weight += sign * sample.weight;
        for (size_t c = 0; c < 3; ++c) {
            sum[c] += sign * sample.weight * sample.color[c];
            squares += sign * sample.weight * sample.color[c] * sample.color[c];
        }
    }
    double error() const
    {
        return weight > 0 ? squares - (sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]) / weight : 0;
    }
};

struct Box {
    size_t begin, end;
    Sums sums;
};

/// The channel along which the samples of a box are spread most.
size_t widestChannel(const std::vector<Sample> &samples, const Box &box)
{
    std::array<double, 3> spread{};
    for (size_t c = 0; c < 3; ++c) {
        const double mean = box.sums.sum[c] / box.sums.weight;
        for (size_t i = box.begin; i < box.end; ++i)
            spread[c] += samples[i].weight * (samples[i].color[c] - mean) * (samples[i].color[c] - mean);
    }
    return static_cast<size_t>(std::max_element(spread.begin(), spread.end()) - spread.begin());
}

/// Cuts a box where the errors of the halves are smallest together; the upper half comes back.
Box cut(std::vector<Sample> &samples, Box &box)
{
    const size_t channel = widestChannel(samples, box);
    const auto at = [&](size_t i) { return samples.begin() + static_cast<std::ptrdiff_t>(i); };
    std::sort(at(box.begin), at(box.end), [channel](const Sample &a, const Sample &b) {
        return a.color[channel] != b.color[channel] ? a.color[channel] < b.color[channel] : a.bin < b.bin;
    });
    Sums lower, upper = box.sums, bestLower, bestUpper;
    double least = std::numeric_limits<double>::infinity();
    size_t place = box.begin + 1;
    for (size_t i = box.begin; i + 1 < box.end; ++i) {
        lower.add(samples[i]);
        upper.add(samples[i], -1);
        if (const double error = lower.error() + upper.error(); error < least) {
            least = error;
            place = i + 1;
            bestLower = lower;
            bestUpper = upper;
        }
    }
    const Box above{place, box.end, bestUpper};
    box = {box.begin, place, bestLower};
    return above;
}

double distance(const std::array<double, 3> &a, const std::array<double, 3> &b)
{
    const double r = a[0] - b[0], g = a[1] - b[1], l = a[2] - b[2];
    return r * r + g * g + l * l;
}

size_t nearest(const std::vector<std::array<double, 3>> &colors, const std::array<double, 3> &color)
{
    size_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (size_t k = 0; k < colors.size(); ++k)
        if (const double d = distance(colors[k], color); d < least) {
            least = d;
            best = k;
        }
    return best;
}

std::vector<Box> boxesOf(std::vector<Sample> &samples, size_t most)
{
    Box all{0, samples.size(), {}};
    for (const Sample &sample : samples)
        all.sums.add(sample);
    std::vector<Box> boxes{all};
    while (boxes.size() < most) {
        const auto error = [](const Box &box) { return box.end - box.begin < 2 ? -1 : box.sums.error(); };
        const auto worst = std::max_element(boxes.begin(), boxes.end(), [&](const Box &a, const Box &b) { return error(a) < error(b); });
        if (error(*worst) <= 0)
            break;
        const Box above = cut(samples, *worst);
        boxes.push_back(above);
    }
    return boxes;
}

/// Each colour moves to the mean of the samples nearest to it, a few times over.
void refine(const std::vector<Sample> &samples, std::vector<std::array<double, 3>> &colors)
{
    for (int round = 0; round < refinements; ++round) {
        std::vector<Sums> sums(colors.size());
        for (const Sample &sample : samples)
            sums[nearest(colors, sample.color)].add(sample);
        for (size_t k = 0; k < colors.size(); ++k)
            for (size_t c = 0; c < 3 && sums[k].weight > 0; ++c)
                colors[k][c] = sums[k].sum[c] / sums[k].weight;
    }
}

} // namespace

ColorTable::ColorTable() : m_bins(binCount) {}

void ColorTable::count(const QImage &picture)
{
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < rgb.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(rgb.constScanLine(y));
        for (int x = 0; x < rgb.width(); ++x) {
            Bin &bin = m_bins[binOf(line[x])];
            bin.count += 1;
            bin.red += qRed(line[x]);
            bin.green += qGreen(line[x]);
            bin.blue += qBlue(line[x]);
        }
    }
}

void ColorTable::choose(int most)
{
    std::vector<Sample> samples;
    for (size_t i = 0; i < m_bins.size(); ++i)
        if (const Bin &bin = m_bins[i]; bin.count > 0)
            samples.push_back({{bin.red / bin.count, bin.green / bin.count, bin.blue / bin.count}, bin.count, i});
    m_colors.clear();
    m_index.assign(binCount, 0);
    if (samples.empty())
        return;
    std::vector<std::array<double, 3>> colors;
    for (const Box &box : boxesOf(samples, static_cast<size_t>(std::clamp(most, 2, 256)))) {
        const Sums &sums = box.sums;
        colors.push_back({sums.sum[0] / sums.weight, sums.sum[1] / sums.weight, sums.sum[2] / sums.weight});
    }
    refine(samples, colors);
    for (const auto &color : colors)
        m_colors.push_back(qRgb(static_cast<int>(std::lround(color[0])), static_cast<int>(std::lround(color[1])), static_cast<int>(std::lround(color[2]))));
    for (const Sample &sample : samples)
        m_index[sample.bin] = static_cast<quint8>(nearest(colors, sample.color));
}

} // namespace zhibei
