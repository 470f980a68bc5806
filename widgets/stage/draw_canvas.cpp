#include "widgets/stage/draw_canvas.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace zhibei {

DrawCanvas::DrawCanvas(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize DrawCanvas::sizeHint() const
{
    return {m_theme->space(36), m_theme->space(36)};
}

void DrawCanvas::setPictureSize(int height, int width)
{
    m_height = std::max(1, height);
    m_width = std::max(1, width);
    m_shown.clear();
    clear();
    update();
}

void DrawCanvas::setShown(std::vector<float> picture)
{
    m_shown = std::move(picture);
    update();
}

void DrawCanvas::setInvitation(const QString &text)
{
    m_invitation = text;
    update();
}

void DrawCanvas::clear()
{
    m_down = false;
    if (m_strokes.isEmpty())
        return;
    m_strokes.clear();
    changed();
}

void DrawCanvas::changed()
{
    update();
    emit strokesChanged();
}

QRectF DrawCanvas::board() const
{
    const double margin = m_theme->space(1) / 2.0;
    const QRectF room = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
    const double scale = std::min(room.width() / m_width, room.height() / m_height);
    const QSizeF size(scale * m_width, scale * m_height);
    return {room.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

QPointF DrawCanvas::toPicture(const QPointF &at) const
{
    const QRectF area = board();
    return {std::clamp((at.x() - area.left()) / area.width(), 0.0, 1.0) * m_width,
            std::clamp((at.y() - area.top()) / area.height(), 0.0, 1.0) * m_height};
}

void DrawCanvas::penDown(const QPointF &at)
{
    m_down = true;
    m_strokes.append(QPolygonF({at}));
    changed();
}

void DrawCanvas::penTo(const QPointF &at)
{
    if (!m_down || m_strokes.back().back() == at)
        return;
    m_strokes.back().append(at);
    changed();
}

void DrawCanvas::penUp()
{
    if (!m_down)
        return;
    m_down = false;
    update();
    emit strokeEnded();
}

void DrawCanvas::abandonStroke()
{
    m_down = false;
    m_strokes.removeLast();
    changed();
}

void DrawCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    penUp();
    m_keyCursor.reset();
    penDown(toPicture(event->position()));
}

void DrawCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        penTo(toPicture(event->position()));
}

void DrawCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        penUp();
}

void DrawCanvas::focusOutEvent(QFocusEvent *event)
{
    penUp();
    m_keyCursor.reset();
    QWidget::focusOutEvent(event);
}

void DrawCanvas::moveKeyCursor(int dx, int dy)
{
    const QPoint from = m_keyCursor.value_or(QPoint(m_width / 2, m_height / 2));
    m_keyCursor = QPoint(std::clamp(from.x() + dx, 0, m_width - 1), std::clamp(from.y() + dy, 0, m_height - 1));
    penTo(QPointF(*m_keyCursor) + QPointF(0.5, 0.5));
    update();
}

bool DrawCanvas::event(QEvent *event)
{
    // While the pad has the focus, the keys that draw are its own and no shortcut's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        const bool draws = key->key() == Qt::Key_Space || (key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down);
        const bool clears = key->key() == Qt::Key_Escape || key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace;
        if (plain && (draws || (clears && !isBlank()))) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void DrawCanvas::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: return moveKeyCursor(-1, 0);
    case Qt::Key_Right: return moveKeyCursor(1, 0);
    case Qt::Key_Up: return moveKeyCursor(0, -1);
    case Qt::Key_Down: return moveKeyCursor(0, 1);
    case Qt::Key_Space:
        if (m_down)
            return penUp();
        moveKeyCursor(0, 0);
        return penDown(QPointF(*m_keyCursor) + QPointF(0.5, 0.5));
    case Qt::Key_Escape:
        if (m_down)
            return abandonStroke();
        if (!isBlank())
            return clear();
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: return clear();
    default: break;
    }
    QWidget::keyPressEvent(event);
}

QImage DrawCanvas::image() const
{
    const std::vector<float> picture = isBlank() ? m_shown : drawnPicture(m_strokes, m_height, m_width);
    if (picture.size() != static_cast<size_t>(m_width) * static_cast<size_t>(m_height))
        return {};
    QImage image(m_width, m_height, QImage::Format_RGB32);
    for (int y = 0; y < m_height; ++y)
        for (int x = 0; x < m_width; ++x)
            image.setPixel(x, y, m_theme->magnitudeColor(picture[static_cast<size_t>(y * m_width + x)]));
    return image;
}

void DrawCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = m_theme->controlRadius();
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(frame, radius, radius);
    painter.fillPath(outline, m_theme->color(Ink::Raised));
    painter.save();
    painter.setClipPath(outline);
    const QImage picture = image();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(board(), picture);
    painter.restore();
    if (isBlank() && !hasFocus()) {
        painter.setFont(m_theme->font(Type::Caption));
        painter.setPen(m_theme->color(Ink::Muted));
        const QRectF below = frame.adjusted(4, 4, -4, -m_theme->space(1) - 1);
        painter.drawText(below, static_cast<int>(picture.isNull() ? Qt::AlignCenter : Qt::AlignHCenter | Qt::AlignBottom)
                             | Qt::TextWordWrap, m_invitation);
    }
    if (m_keyCursor) {
        const QRectF area = board();
        const double scale = area.width() / m_width;
        const QRectF pixel(area.topLeft() + QPointF(*m_keyCursor) * scale, QSizeF(scale, scale));
        painter.setPen(QPen(m_theme->color(m_down ? Ink::Positive : Ink::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(pixel);
    }
    painter.setPen(QPen(m_theme->color(hasFocus() ? Ink::Accent : Ink::Line), hasFocus() ? 1.5 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
}

} // namespace zhibei
