#include "widgets/views/choice_view.h"

#include "widgets/plots/text_button.h"

#include <QEvent>
#include <QPainter>

namespace zhibei {

ChoiceView::ChoiceView(Theme *theme, QWidget *parent) : View(theme, parent), m_bar(new ChoiceBar(theme, this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(m_bar, &ChoiceBar::changed, this, [this] { onChoice(); });
}

QSize ChoiceView::sizeHint() const { return {theme()->space(110), theme()->space(70)}; }

void ChoiceView::placeBar()
{
    const int margin = theme()->space(3), width = std::max(1, this->width() - 2 * margin);
    m_bar->setGeometry(margin, theme()->space(1), width, std::max(1, m_bar->heightForWidth(width)));
}

QRectF ChoiceView::body() const
{
    const double margin = theme()->space(3), top = m_bar->geometry().bottom() + 1 + theme()->space(2);
    return {margin, top, std::max(1.0, width() - 2 * margin), std::max(1.0, height() - top - margin)};
}

void ChoiceView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme()->font(Type::Caption));
    paintBody(painter, body(), true);
    if (hasFocus() && m_ring) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme()->color(Ink::Accent), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), theme()->controlRadius(), theme()->controlRadius());
    }
}

void ChoiceView::paintMessage(QPainter &painter, const QRectF &area, const QString &text) const
{
    painter.setFont(theme()->font(Type::Text));
    painter.setPen(theme()->color(Ink::Muted));
    painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, text);
}

Figure ChoiceView::paintedFigure(const QString &name, std::function<QString()> csv) const
{
    return {name, size(), [this](QPaintDevice &device, const QSize &size) {
                QPainter painter(&device);
                painter.fillRect(QRect(QPoint(), size), theme()->color(Ink::Surface));
                painter.setRenderHint(QPainter::Antialiasing);
                painter.setFont(theme()->font(Type::Caption));
                const double margin = theme()->space(3);
                paintBody(painter, QRectF(QPointF(), size).adjusted(margin, margin, -margin, -margin), false);
            }, std::move(csv)};
}

void ChoiceView::resizeEvent(QResizeEvent *event)
{
    placeBar();
    View::resizeEvent(event);
}

void ChoiceView::focusInEvent(QFocusEvent *event)
{
    m_ring = byKeyboard(event->reason());
    View::focusInEvent(event);
}

bool ChoiceView::event(QEvent *event)
{
    const bool done = View::event(event);
    if (event->type() == QEvent::LayoutRequest)
        placeBar();
    return done;
}

void ChoiceView::restyle() { placeBar(); }

void ChoiceView::retranslate()
{
    nameChoices();
    placeBar();
}

} // namespace zhibei
