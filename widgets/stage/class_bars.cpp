#include "widgets/stage/class_bars.h"

#include "widgets/plots/curve_data.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace zhibei {

ClassBars::ClassBars(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ClassBars::setBars(std::vector<float> probabilities, const QStringList &names)
{
    m_probabilities = std::move(probabilities);
    m_names = names;
    QStringList spoken;
    for (qsizetype i = 0; i < m_names.size(); ++i)
        spoken.append(m_names[i] + QLatin1Char(' ') + measureText(Measure::Accuracy, probability(i)));
    setAccessibleDescription(m_probabilities.empty() ? QString() : spoken.join(QStringLiteral(", ")));
    update();
}

void ClassBars::setTruth(int index)
{
    m_truth = index;
    update();
}

QSize ClassBars::sizeHint() const
{
    const QFontMetrics metrics(m_theme->font(Type::Caption));
    return {m_theme->space(60), m_theme->space(10) + metrics.height() + m_theme->space(1)};
}

double ClassBars::probability(qsizetype index) const
{
    const auto i = static_cast<size_t>(index);
    return i < m_probabilities.size() && std::isfinite(m_probabilities[i])
        ? std::clamp(static_cast<double>(m_probabilities[i]), 0.0, 1.0) : 0.0;
}

qsizetype ClassBars::best() const
{
    if (!std::all_of(m_probabilities.begin(), m_probabilities.end(), [](float p) { return std::isfinite(p); }))
        return -1; // no number is the largest among some that are none
    const auto largest = std::max_element(m_probabilities.begin(), m_probabilities.end());
    return largest == m_probabilities.end() ? -1 : largest - m_probabilities.begin();
}

void ClassBars::paintEvent(QPaintEvent *)
{
    if (m_names.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = m_theme->font(Type::Caption);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const double slot = static_cast<double>(width()) / static_cast<double>(m_names.size());
    const double floor = m_theme->space(10), full = m_theme->space(9);
    const double gap = std::min(static_cast<double>(m_theme->space(1)), slot / 4);
    const qsizetype winner = best();
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        const QRectF cell(slot * static_cast<double>(i), 0, slot, height());
        const double high = std::max(1.5, full * probability(i));
        const QRectF bar(cell.left() + gap / 2, floor - high, slot - gap, high);
        const bool wins = i == winner;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme->color(wins ? Ink::Accent : high > 2 ? Ink::Muted : Ink::Line));
        const double radius = std::min(2.0, high / 2);
        painter.drawRoundedRect(bar, radius, radius);
        if (slot < metrics.horizontalAdvance(QLatin1Char('0')) && !wins)
            continue;
        painter.setPen(m_theme->color(wins ? Ink::Text : Ink::Muted));
        const QRectF label(cell.left() - (wins ? gap : 0), floor + m_theme->space(1), slot + (wins ? 2 * gap : 0), metrics.height());
        painter.drawText(label, Qt::AlignCenter, metrics.elidedText(m_names[i], Qt::ElideRight, label.width()));
        if (i == m_truth) {
            painter.setPen(QPen(m_theme->color(Ink::Good), 2));
            const double y = height() - 1.0, half = std::min(slot / 3, 8.0);
            painter.drawLine(QPointF(cell.center().x() - half, y), QPointF(cell.center().x() + half, y));
        }
    }
}

bool ClassBars::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_names.isEmpty()) {
        auto *help = static_cast<QHelpEvent *>(event);
        const qsizetype i = std::clamp<qsizetype>(help->x() * m_names.size() / std::max(1, width()), 0, m_names.size() - 1);
        QToolTip::showText(help->globalPos(), m_names[i] + QLatin1Char(' ') + measureText(Measure::Accuracy, probability(i)), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace zhibei
