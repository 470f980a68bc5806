#include "widgets/lesson/stage_marks.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>
#include <QWheelEvent>

#include <algorithm>

namespace zhibei {

StageMarks::StageMarks(Theme *theme, QWidget *window) : QWidget(window), m_theme(theme)
{
    setAttribute(Qt::WA_NoSystemBackground);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    window->installEventFilter(this);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    showOrHide();
}

void StageMarks::setTool(Tool tool)
{
    if (tool == m_tool)
        return;
    m_tool = tool;
    m_drawing = false;
    m_pointer = mapFromGlobal(QCursor::pos());
    showOrHide();
    update();
    emit toolChanged();
}

void StageMarks::erase()
{
    m_strokes.clear();
    showOrHide();
    update();
}

void StageMarks::showOrHide()
{
    setAttribute(Qt::WA_TransparentForMouseEvents, m_tool == Tool::None);
    setCursor(m_tool == Tool::Laser ? Qt::BlankCursor : m_tool == Tool::Pen ? Qt::CrossCursor : Qt::ArrowCursor);
    setGeometry(parentWidget()->rect());
    setVisible(m_tool != Tool::None || !m_strokes.empty());
    raise();
}

bool StageMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void StageMarks::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_tool == Tool::Spotlight) {
        QColor dark = m_theme->color(m_theme->isDark() ? Ink::Background : Ink::Text);
        dark.setAlphaF(0.72f);
        QPainterPath around;
        around.addRect(rect());
        const double radius = m_light * m_theme->space(1);
        around.addEllipse(m_pointer, radius, radius);
        painter.fillPath(around, dark);
    }
    painter.setPen(QPen(m_theme->color(Ink::Mark), penWidth(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF &stroke : m_strokes)
        if (stroke.size() == 1)
            painter.drawPoint(stroke.front());
        else
            painter.drawPolyline(stroke);
    if (m_tool == Tool::Laser) {
        const double radius = m_theme->space(4);
        QColor glow = m_theme->color(Ink::Bad);
        QRadialGradient light(m_pointer, radius);
        light.setColorAt(0, glow);
        light.setColorAt(0.35, glow);
        glow.setAlphaF(0);
        light.setColorAt(1, glow);
        painter.setPen(Qt::NoPen);
        painter.setBrush(light);
        painter.drawEllipse(m_pointer, radius, radius);
    }
}

void StageMarks::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::RightButton) // puts down what is in the hand
        return setTool(Tool::None);
    m_pointer = event->position();
    m_drawing = m_tool == Tool::Pen;
    if (m_drawing)
        m_strokes.push_back({m_pointer});
    update();
}

void StageMarks::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    if (m_drawing)
        m_strokes.back() << m_pointer;
    update();
}

void StageMarks::mouseReleaseEvent(QMouseEvent *) { m_drawing = false; }

void StageMarks::wheelEvent(QWheelEvent *event)
{
    m_light = std::clamp(m_light * (event->angleDelta().y() > 0 ? 1.1 : 1 / 1.1), 10.0, 120.0);
    update();
}

} // namespace zhibei
