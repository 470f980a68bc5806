#include "widgets/lesson/scene_segments.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace zhibei {

SceneSegments::SceneSegments(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SceneSegments::setScenes(const QStringList &names, const std::vector<bool> &seen, int current)
{
    m_names = names;
    m_seen = seen;
    m_current = current;
    update();
}

QRectF SceneSegments::segment(int i) const
{
    const double count = std::max<double>(1, static_cast<double>(m_names.size()));
    const double gap = std::min<double>(m_theme->space(1), width() / count / 3), wide = (width() - gap * (count - 1)) / count, high = m_theme->space(1);
    return {i * (wide + gap), (height() - high) / 2, wide, high};
}

int SceneSegments::at(const QPointF &place) const
{
    for (int i = 0; i < m_names.size(); ++i)
        if (place.x() <= segment(i).right() + m_theme->space(1) / 2.0)
            return i;
    return static_cast<int>(m_names.size()) - 1;
}

void SceneSegments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < m_names.size(); ++i) {
        QColor ink = m_theme->color(i <= m_current ? Ink::Accent : Ink::Line);
        if (i > m_current && m_seen[static_cast<size_t>(i)]) {
            ink = m_theme->color(Ink::Accent);
            ink.setAlphaF(0.4f);
        }
        QRectF bar = segment(i);
        if (i == m_hovered || i == m_current)
            bar.adjust(0, -m_theme->space(1) / 4.0, 0, m_theme->space(1) / 4.0);
        painter.setBrush(ink);
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    }
}

void SceneSegments::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !m_names.isEmpty())
        emit chosen(at(event->position()));
}

void SceneSegments::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = at(event->position());
    update();
}

void SceneSegments::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

bool SceneSegments::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_names.isEmpty())
        return QWidget::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const int scene = at(help->pos());
    QToolTip::showText(help->globalPos(), QStringLiteral("%1 · %2").arg(scene + 1).arg(m_names[scene]), this);
    return true;
}

} // namespace zhibei
