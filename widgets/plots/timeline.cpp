#include "widgets/plots/timeline.h"

#include "widgets/plots/curve_data.h"
#include "widgets/plots/text_button.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace zhibei {

Timeline::Timeline(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void Timeline::setRecorded(qint64 first, qint64 last, std::optional<qint64> past)
{
    if (first == m_first && last == m_last && past == m_past)
        return;
    m_first = first;
    m_last = last;
    m_past = past;
    setEnabled(!isEmpty());
    retranslate();
    update();
}

void Timeline::setPlane(int left, int right, std::optional<QPointF> steps)
{
    if (left == m_left && right == m_right && steps == m_steps)
        return;
    m_left = left;
    m_right = right;
    m_steps = steps;
    update();
}

void Timeline::retranslate()
{
    setAccessibleName(tr("Timeline of the run"));
    setAccessibleDescription(m_past ? tr("step %1 of %2, looking back").arg(countText(*m_past), countText(m_last))
                                    : tr("now, step %1").arg(countText(m_last)));
}

QSize Timeline::sizeHint() const { return {m_theme->space(40), m_theme->space(7)}; }

QPointF Timeline::ends() const
{
    const QPointF ends = m_steps.value_or(QPointF(static_cast<double>(m_first), static_cast<double>(m_last)));
    return ends.x() < ends.y() ? ends : QPointF(ends.x(), ends.x() + 1);
}

double Timeline::placeOf(double step) const
{
    const QPointF steps = ends();
    return m_left + (step - steps.x()) / (steps.y() - steps.x()) * (m_right - m_left);
}

double Timeline::stepAt(double x) const
{
    const QPointF steps = ends();
    return steps.x() + (x - m_left) / std::max(1, m_right - m_left) * (steps.y() - steps.x());
}

void Timeline::want(double step)
{
    const qint64 whole = std::max<qint64>(m_first, std::llround(step));
    if (whole >= m_last)
        emit nowWanted();
    else
        emit pastWanted(whole);
}

void Timeline::moveBy(double steps)
{
    if (!isEmpty())
        want(static_cast<double>(m_past.value_or(m_last)) + (steps > 0 ? std::ceil(steps) : std::floor(steps)));
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = height() / 2.0, thick = m_theme->space(1), round = thick / 2;
    const double from = placeOf(static_cast<double>(m_first)), to = placeOf(static_cast<double>(m_last));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->color(Ink::Line));
    painter.drawRoundedRect(QRectF(m_left, y - thick / 2, m_right - m_left, thick), round, round);
    if (isEmpty())
        return;
    const double at = placeOf(static_cast<double>(m_past.value_or(m_last)));
    QColor recorded = m_theme->color(Ink::Accent);
    recorded.setAlphaF(0.35f);
    painter.setBrush(recorded);
    painter.drawRoundedRect(QRectF(from, y - thick / 2, to - from, thick), round, round);
    if (m_past) {
        painter.setBrush(m_theme->color(Ink::Accent));
        painter.drawRoundedRect(QRectF(from, y - thick / 2, at - from, thick), round, round);
    }
    paintHandle(painter, at, y);
    if (hasFocus() && m_ring) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme->color(Ink::Accent), 1));
        painter.drawRoundedRect(QRectF(m_left - m_theme->space(3), 1.5, m_right - m_left + m_theme->space(6), height() - 3),
                                m_theme->controlRadius(), m_theme->controlRadius());
    }
}

void Timeline::paintHandle(QPainter &painter, double x, double y) const
{
    const bool near = m_pointer && std::abs(*m_pointer - x) < m_theme->space(4);
    const double radius = m_theme->space(1) * (m_dragging || near ? 2.0 : 1.6);
    painter.setPen(QPen(m_theme->color(Ink::Accent), 2));
    painter.setBrush(m_theme->color(m_past ? Ink::Accent : Ink::Surface));
    painter.drawEllipse(QPointF(x, y), radius, radius);
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || isEmpty())
        return;
    m_dragging = true;
    mouseMoveEvent(event);
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    m_pointer = x;
    const double step = std::clamp(stepAt(x), static_cast<double>(m_first), static_cast<double>(m_last));
    if (m_dragging)
        want(step);
    if (!isEmpty())
        QToolTip::showText(event->globalPosition().toPoint(), tr("step %1").arg(countText(std::llround(step))), this);
    update();
}

void Timeline::mouseReleaseEvent(QMouseEvent *)
{
    m_dragging = false;
    update();
}

void Timeline::leaveEvent(QEvent *event)
{
    m_pointer.reset();
    update();
    QWidget::leaveEvent(event);
}

void Timeline::wheelEvent(QWheelEvent *event)
{
    const int turn = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    moveBy(static_cast<double>(turn) / 120 * static_cast<double>(m_last - m_first) / 100);
    event->accept();
}

bool Timeline::event(QEvent *event)
{
    // While it has the focus, the arrows are its own and no shortcut's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        constexpr int ours[] = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown};
        if (plain && std::find(std::begin(ours), std::end(ours), key->key()) != std::end(ours)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void Timeline::focusInEvent(QFocusEvent *event)
{
    m_ring = byKeyboard(event->reason());
    update();
    QWidget::focusInEvent(event);
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    const double run = static_cast<double>(m_last - m_first), one = event->modifiers() & Qt::ShiftModifier ? 1 : run / 100;
    switch (event->key()) {
    case Qt::Key_Left: return moveBy(-one);
    case Qt::Key_Right: return moveBy(one);
    case Qt::Key_PageUp: return moveBy(-run / 10);
    case Qt::Key_PageDown: return moveBy(run / 10);
    case Qt::Key_Home:
        if (!isEmpty())
            emit pastWanted(m_first);
        return;
    case Qt::Key_End: return emit nowWanted();
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace zhibei
