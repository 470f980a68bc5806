#include "widgets/views/microscope_timeline.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zhibei {

MicroscopeTimeline::MicroscopeTimeline(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QString MicroscopeTimeline::phaseName(MicroPhase phase)
{
    switch (phase) {
    case MicroPhase::Batch: return tr("Batch");
    case MicroPhase::Forward: return tr("Forward");
    case MicroPhase::Loss: return tr("Loss");
    case MicroPhase::Backward: return tr("Backward");
    case MicroPhase::Update: break;
    }
    return tr("Update");
}

void MicroscopeTimeline::setSteps(std::vector<MicroStep> steps)
{
    m_steps = std::move(steps);
    update();
}

void MicroscopeTimeline::setPosition(int position)
{
    m_position = position;
    update();
}

QSize MicroscopeTimeline::sizeHint() const
{
    return {m_theme->space(60), int(QFontMetricsF(m_theme->font(Type::Caption)).height()) + m_theme->space(5)};
}

std::vector<MicroscopeTimeline::Part> MicroscopeTimeline::parts() const
{
    std::vector<Part> parts;
    for (int i = 0; i < int(m_steps.size()); ++i) {
        const bool goesOn = !parts.empty() && parts.back().phase == m_steps[size_t(i)].phase && m_steps[size_t(i) - 1].turn == m_steps[size_t(i)].turn;
        if (!goesOn)
            parts.push_back({m_steps[size_t(i)].phase, i, i, {}});
        parts.back().end = i + 1;
    }
    // A name needs its room; what is left is shared out by the number of steps.
    const QFontMetricsF metrics(m_theme->font(Type::Strong));
    const double gap = m_theme->space(1);
    std::vector<double> widths;
    double names = 0;
    for (const Part &part : parts)
        names += widths.emplace_back(metrics.horizontalAdvance(phaseName(part.phase)) + 2 * gap);
    const double rest = width() - names - gap * double(parts.size());
    double x = gap / 2;
    for (size_t i = 0; i < parts.size(); ++i) {
        const double share = double(parts[i].end - parts[i].begin) / double(m_steps.size());
        const double wide = rest > 0 ? widths[i] + rest * share : widths[i] * (width() - gap * double(parts.size())) / names;
        parts[i].place = QRectF(x, 0, std::max(1.0, wide), height());
        x += wide + gap;
    }
    return parts;
}

void MicroscopeTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = QFontMetricsF(m_theme->font(Type::Caption)).height(), thick = m_theme->space(1) + 2;
    for (const Part &part : parts()) {
        const bool here = m_position >= part.begin && m_position < part.end;
        const bool back = part.phase == MicroPhase::Backward;
        const QColor light = m_theme->color(back ? Ink::Mark : Ink::Accent);
        painter.setFont(m_theme->font(here ? Type::Strong : Type::Caption));
        painter.setPen(m_theme->color(here ? Ink::Text : Ink::Muted));
        const QRectF words(part.place.left(), 0, part.place.width(), line + m_theme->space(1));
        painter.drawText(words, Qt::AlignCenter, QFontMetricsF(painter.font()).elidedText(phaseName(part.phase), Qt::ElideRight, words.width()));
        const double piece = part.place.width() / (part.end - part.begin), gap = std::min(2.0, piece / 4);
        painter.setPen(Qt::NoPen);
        for (int i = part.begin; i < part.end; ++i) {
            const QRectF tick(part.place.left() + (i - part.begin) * piece + gap / 2, words.bottom() + m_theme->space(1), piece - gap, thick);
            QColor color = i <= m_position ? light : m_theme->color(Ink::Line);
            if (i < m_position)
                color.setAlphaF(0.45f);
            painter.setBrush(color);
            painter.drawRoundedRect(i == m_position ? tick.adjusted(0, -1.5, 0, 1.5) : tick, thick / 2, thick / 2);
        }
    }
}

void MicroscopeTimeline::choose(const QPointF &place)
{
    for (const Part &part : parts()) {
        if (place.x() > part.place.right() && part.end < int(m_steps.size()))
            continue;
        const double share = std::clamp((place.x() - part.place.left()) / part.place.width(), 0.0, 1.0);
        emit positionChosen(std::min(part.end - 1, part.begin + int(share * (part.end - part.begin))));
        return;
    }
}

void MicroscopeTimeline::mousePressEvent(QMouseEvent *event) { choose(event->position()); }

void MicroscopeTimeline::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        choose(event->position());
}

} // namespace zhibei
