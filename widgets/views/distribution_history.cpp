#include "widgets/views/distribution_history.h"

#include "widgets/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr size_t mostEntries = 600;

/// How many of the numbers lie between two values, the bins taken as even.
double numbersBetween(const Distribution &of, double low, double high)
{
    const double width = of.binWidth();
    if (width <= 0)
        return double(of.least) >= low && double(of.least) < high ? double(of.count) : 0;
    double sum = 0;
    const auto first = int64_t(std::floor((low - double(of.least)) / width)), last = int64_t(std::floor((high - double(of.least)) / width));
    for (int64_t bin = std::max<int64_t>(0, first); bin <= std::min(last, int64_t(of.bins.size()) - 1); ++bin) {
        const double from = double(of.least) + double(bin) * width;
        const double part = (std::min(high, from + width) - std::max(low, from)) / width;
        sum += std::max(0.0, part) * double(of.bins[size_t(bin)]);
    }
    return sum;
}

} // namespace

void DistributionHistory::add(const Snapshot &moment, const Distribution &of)
{
    const bool sameRun = m_model == moment.model && m_generation == moment.generation;
    if (!sameRun || (!m_entries.empty() && moment.step < m_entries.back().step))
        m_entries.clear();
    m_model = moment.model;
    m_generation = moment.generation;
    if (of.bins.empty())
        return;
    if (!m_entries.empty() && m_entries.back().step == moment.step)
        m_entries.pop_back();
    m_entries.push_back({moment.step, of});
    m_image = {};
    if (m_entries.size() < mostEntries)
        return;
    size_t kept = 0;
    for (size_t i = 0; i < m_entries.size(); i += 2)
        m_entries[kept++] = std::move(m_entries[i]);
    m_entries.resize(kept);
}

std::pair<float, float> DistributionHistory::range() const
{
    std::pair<float, float> found{0, 0};
    for (size_t i = 0; i < m_entries.size(); ++i)
        found = {i ? std::min(found.first, m_entries[i].of.least) : m_entries[i].of.least, i ? std::max(found.second, m_entries[i].of.greatest) : m_entries[i].of.greatest};
    return found;
}

const DistributionHistory::Entry *DistributionHistory::at(double step) const
{
    const auto after = std::upper_bound(m_entries.begin(), m_entries.end(), step, [](double at, const Entry &entry) { return at < double(entry.step); });
    return after == m_entries.begin() ? nullptr : &*(after - 1);
}

QImage DistributionHistory::image(const Theme &theme, const QSize &size) const
{
    if (m_image.size() != size || m_dark != theme.isDark()) {
        m_image = draw(theme, size);
        m_dark = theme.isDark();
    }
    return m_image;
}

QImage DistributionHistory::draw(const Theme &theme, const QSize &size) const
{
    QImage image(std::max(1, size.width()), std::max(1, size.height()), QImage::Format_RGB32);
    image.fill(theme.color(Ink::Raised));
    if (m_entries.empty())
        return image;
    const auto [low, high] = range();
    const double first = double(m_entries.front().step), last = double(m_entries.back().step);
    const double height = std::max(1e-30, double(high) - double(low)) / image.height();
    const Entry *drawn = nullptr;
    std::vector<QRgb> column(size_t(image.height()), 0);
    for (int x = 0; x < image.width(); ++x) {
        const Entry *entry = at(first + (last - first) * (x + 0.5) / image.width());
        entry = entry ? entry : &m_entries.front();
        if (entry != drawn) {
            drawn = entry;
            double most = 0;
            std::vector<double> shares(column.size());
            for (size_t y = 0; y < column.size(); ++y) {
                const double from = double(low) + double(column.size() - 1 - y) * height;
                shares[y] = numbersBetween(entry->of, from, y == 0 ? INFINITY : from + height);
                most = std::max(most, shares[y]);
            }
            // The root: the thin tails of a distribution are worth seeing.
            for (size_t y = 0; y < column.size(); ++y)
                column[y] = theme.magnitudeColor(most > 0 ? std::sqrt(shares[y] / most) : 0);
        }
        for (int y = 0; y < image.height(); ++y)
            reinterpret_cast<QRgb *>(image.scanLine(y))[x] = column[size_t(y)];
    }
    return image;
}

} // namespace zhibei
