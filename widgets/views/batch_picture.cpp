#include "widgets/views/batch_picture.h"

#include "widgets/theme/core_text.h"
#include "widgets/views/short_number.h"
#include "widgets/views/tensor_picture.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr int64_t shownNumbers = 6, shownWords = 40;
constexpr size_t shownSamples = 256; // more are dust

QString className(const Dataset &data, float index)
{
    return index >= 0 && size_t(index) < data.classNames.size() ? coreText(data.classNames[size_t(index)]) : shortNumber(double(index));
}

} // namespace

BatchPicture::BatchPicture(std::shared_ptr<const Dataset> data, std::vector<int64_t> samples, int64_t marked)
    : m_data(std::move(data)), m_samples(std::move(samples)), m_marked(marked)
{
    m_samples.resize(std::min(m_samples.size(), shownSamples));
}

QString BatchPicture::sampleText(const Dataset &data, int64_t sample)
{
    const std::span<const float> row = data.features.row(sample);
    QString text;
    if (data.featureClasses > 0) { // a text: its characters
        const bool named = size_t(data.featureClasses) == data.classNames.size();
        for (size_t i = 0; i < row.size() && int64_t(i) < shownWords; ++i)
            text += named ? className(data, row[i]) : (i ? QStringLiteral(" ") : QString()) + QString::number(row[i]);
        return text.simplified();
    }
    QStringList parts;
    for (size_t i = 0; i < row.size() && int64_t(i) < shownNumbers; ++i) {
        const QString number = shortNumber(double(data.feature(sample, int64_t(i))));
        parts += i < data.featureNames.size() ? coreText(data.featureNames[i]) + QLatin1Char(' ') + number : number;
    }
    if (int64_t(row.size()) > shownNumbers)
        parts += QStringLiteral("…");
    return parts.join(QStringLiteral("  "));
}

QString BatchPicture::targetText(const Dataset &data, int64_t sample)
{
    if (data.targetCount != 1 || data.targets.empty())
        return {};
    return data.classification() ? className(data, data.target(sample)) : shortNumber(double(data.target(sample)));
}

QString BatchPicture::reading(int64_t place) const
{
    if (!m_data || place < 0 || size_t(place) >= m_samples.size())
        return {};
    const int64_t sample = m_samples[size_t(place)];
    const QString target = targetText(*m_data, sample), what = isPicture() ? QString() : sampleText(*m_data, sample);
    QString text = QCoreApplication::translate("zhibei::BatchPicture", "Sample %1").arg(sample + 1);
    if (!what.isEmpty())
        text += QStringLiteral("   ") + what;
    return target.isEmpty() ? text : text + QStringLiteral(" → ") + target;
}

QColor BatchPicture::targetColor(int64_t sample, const Theme &theme) const
{
    if (m_data->classification())
        return theme.classColor(int(m_data->target(sample)), int(m_data->classNames.size()));
    const auto [low, high] = m_data->targetRange();
    const double middle = double(low + high) / 2, half = std::max(1e-9, double(high - low) / 2);
    return m_data->curve ? theme.color(Ink::Accent) : QColor(theme.signedColor((double(m_data->target(sample)) - middle) / half));
}

std::pair<float, float> BatchPicture::rangeUp() const { return m_data->curve ? m_data->targetRange() : m_data->featureRange(1); }

QPointF BatchPicture::point(int64_t place, const QRectF &area) const
{
    const int64_t sample = m_samples[size_t(place)];
    const auto [left, right] = m_data->featureRange(0);
    const auto [low, high] = rangeUp();
    const float up = m_data->curve ? m_data->target(sample) : m_data->feature(sample, 1);
    const double x = double(m_data->feature(sample, 0) - left) / std::max(1e-9, double(right - left));
    const double y = double(up - low) / std::max(1e-9, double(high - low));
    return {area.left() + x * area.width(), area.bottom() - y * area.height()};
}

BatchPicture::Grid BatchPicture::grid(const QRectF &area, const Theme &theme) const
{
    Grid best;
    const double line = QFontMetricsF(theme.font(Type::Caption)).height();
    const auto count = int(m_samples.size());
    if (!isPicture()) {
        best.rows = std::clamp(int(area.height() / (1.3 * line)), 1, std::max(1, count));
        best.columns = (count + best.rows - 1) / best.rows;
        best.width = area.width() / best.columns;
        best.height = std::min(area.height() / best.rows, 1.7 * line);
        return best;
    }
    double largest = 0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double side = std::min(area.width() / columns, area.height() / rows - line);
        if (side > largest) {
            largest = side;
            best = {columns, rows, std::min(side, 24 * line) + 4, std::min(side, 24 * line) + line};
        }
    }
    best.width = std::min(best.width, area.width() / best.columns);
    return best;
}

QRectF BatchPicture::cell(int64_t place, const QRectF &area, const Grid &grid) const
{
    const double left = area.center().x() - grid.columns * grid.width / 2, top = area.center().y() - grid.rows * grid.height / 2;
    const bool across = isPicture();
    const auto column = double(across ? place % grid.columns : place / grid.rows), row = double(across ? place / grid.columns : place % grid.rows);
    return {left + column * grid.width, top + row * grid.height, grid.width, grid.height};
}

void BatchPicture::paintPlane(QPainter &painter, const QRectF &area, const Theme &theme) const
{
    const double side = std::min(area.width(), area.height());
    const QRectF field(area.center().x() - side / 2, area.center().y() - side / 2, side, side);
    painter.setPen(QPen(theme.color(Ink::Line), 1));
    painter.setBrush(theme.color(Ink::Background));
    painter.drawRoundedRect(field, 6, 6);
    const QRectF inner = field.adjusted(10, 10, -10, -10);
    const double radius = std::clamp(side / 40, 3.0, 7.0);
    for (size_t i = 0; i < m_samples.size(); ++i) {
        painter.setPen(QPen(theme.color(Ink::Surface), 1.5));
        painter.setBrush(targetColor(m_samples[i], theme));
        painter.drawEllipse(point(int64_t(i), inner), radius, radius);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Ink::Text), 2));
    if (size_t(m_marked) < m_samples.size())
        painter.drawEllipse(point(m_marked, inner), radius + 4, radius + 4);
}

void BatchPicture::paint(QPainter &painter, const QRectF &area, const Theme &theme) const
{
    if (!m_data || m_samples.empty() || area.width() < 8 || area.height() < 8)
        return;
    if (isPlane())
        return paintPlane(painter, area, theme);
    const Grid g = grid(area, theme);
    const QFontMetricsF metrics(theme.font(Type::Caption));
    for (size_t i = 0; i < m_samples.size(); ++i) {
        const QRectF box = cell(int64_t(i), area, g).adjusted(2, 1, -2, -1);
        const QString target = targetText(*m_data, m_samples[i]);
        const bool marked = int64_t(i) == m_marked;
        if (marked) {
            painter.setPen(QPen(theme.color(Ink::Accent), 2));
            painter.setBrush(theme.color(Ink::AccentBackground));
            painter.drawRoundedRect(box, 4, 4);
        }
        painter.setFont(theme.font(Type::Caption));
        painter.setPen(theme.color(marked ? Ink::Text : Ink::Muted));
        if (isPicture()) {
            const std::span<const float> row = m_data->features.row(m_samples[i]);
            const QRectF picture(box.left() + 2, box.top() + 2, box.width() - 4, box.height() - metrics.height() - 2);
            const bool negative = std::any_of(row.begin(), row.end(), [](float v) { return v < 0; });
            TensorPicture(std::vector<float>(row.begin(), row.end()), m_data->featureShape, !negative).paint(painter, picture, theme);
            painter.drawText(QRectF(box.left(), box.bottom() - metrics.height(), box.width(), metrics.height()), Qt::AlignCenter,
                             metrics.elidedText(target, Qt::ElideRight, box.width()));
            continue;
        }
        const QString words = sampleText(*m_data, m_samples[i]) + (target.isEmpty() ? QString() : QStringLiteral("  → ") + target);
        painter.drawText(box.adjusted(6, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(words, Qt::ElideMiddle, box.width() - 10));
    }
}

int64_t BatchPicture::at(const QRectF &area, const QPointF &place, const Theme &theme) const
{
    if (!m_data || m_samples.empty())
        return -1;
    if (isPlane()) {
        const double side = std::min(area.width(), area.height());
        const QRectF inner = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side).adjusted(10, 10, -10, -10);
        int64_t best = -1;
        double nearest = 14;
        for (size_t i = 0; i < m_samples.size(); ++i) {
            const QPointF gap = point(int64_t(i), inner) - place;
            if (const double far = std::hypot(gap.x(), gap.y()); far < nearest) {
                nearest = far;
                best = int64_t(i);
            }
        }
        return best;
    }
    const Grid g = grid(area, theme);
    for (size_t i = 0; i < m_samples.size(); ++i)
        if (cell(int64_t(i), area, g).contains(place))
            return int64_t(i);
    return -1;
}

} // namespace zhibei
