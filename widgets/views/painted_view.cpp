#include "widgets/views/painted_view.h"

#include <QPainter>
#include <QVBoxLayout>

namespace zhibei {

PaintedView::PaintedView(Theme *theme, QWidget *parent) : View(theme, parent), m_header(new ViewHeader(theme, this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addStretch(1);
}

QSize PaintedView::sizeHint() const { return {theme()->space(110), theme()->space(70)}; }

QRectF PaintedView::body() const
{
    const int top = m_header->heightForWidth(width());
    return QRectF(0, top, width(), std::max(0, height() - top));
}

void PaintedView::paintMessage(QPainter &painter, const QRectF &area, const QString &text) const
{
    painter.setFont(theme()->font(Type::Text));
    painter.setPen(theme()->color(Ink::Muted));
    const double margin = theme()->space(3);
    painter.drawText(area.adjusted(margin, 0, -margin, 0), Qt::AlignCenter | Qt::TextWordWrap, text);
}

void PaintedView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, body(), true);
}

Figure PaintedView::figureOf(const QString &name, const QString &title, std::function<QString()> csv) const
{
    return {name, size(), [this, title](QPaintDevice &device, const QSize &size) {
                QPainter painter(&device);
                painter.setRenderHint(QPainter::Antialiasing);
                painter.fillRect(QRect(QPoint(), size), theme()->color(Ink::Surface));
                painter.setFont(theme()->font(Type::Strong));
                const double margin = theme()->space(3), line = QFontMetricsF(painter.font()).height();
                painter.setPen(theme()->color(Ink::Text));
                painter.drawText(QRectF(margin, margin / 2, size.width() - 2 * margin, line), Qt::AlignLeft | Qt::AlignVCenter, title);
                const double used = QFontMetricsF(painter.font()).horizontalAdvance(title) + margin;
                painter.setFont(theme()->font(Type::Caption));
                painter.setPen(theme()->color(Ink::Muted));
                painter.drawText(QRectF(margin + used, margin / 2, size.width() - 2 * margin - used, line), Qt::AlignLeft | Qt::AlignVCenter, m_header->reading());
                paint(painter, QRectF(0, line + margin, size.width(), std::max(0.0, size.height() - line - margin)), false);
            }, std::move(csv)};
}

QString PaintedView::csvField(const QString &text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n'))
        return text;
    return u'"' + QString(text).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace zhibei
