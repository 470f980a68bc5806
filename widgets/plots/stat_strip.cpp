#include "widgets/plots/stat_strip.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace zhibei {

namespace {

struct Measures {
    QFontMetricsF plain, strong;
    double dot, gap, space;
    explicit Measures(const Theme &theme)
        : plain(theme.font(Type::Text)), strong(theme.font(Type::Strong)), dot(theme.space(2)),
          gap(theme.space(4)), space(theme.space(1))
    {
    }
    double width(const StatStrip::Item &item) const
    {
        double width = item.dot ? dot + 1.5 * space : 0;
        width += plain.horizontalAdvance(item.name);
        if (!item.name.isEmpty() && !item.value.isEmpty())
            width += 1.25 * space;
        return width + strong.horizontalAdvance(item.value);
    }
};

} // namespace

StatStrip::StatStrip(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void StatStrip::setItems(const QList<Item> &items)
{
    if (items == m_items)
        return;
    m_items = items;
    QStringList spoken;
    for (const Item &item : items)
        spoken.append((item.name + QLatin1Char(' ') + item.value).trimmed());
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    // Numbers that change many times a second must not move the layout each time: it keeps the room they once needed.
    if (const int width = sizeHint().width(); width > m_room || width < m_room * 3 / 4) {
        m_room = width;
        updateGeometry();
    }
    update();
}

double StatStrip::paint(QPainter &painter, const Theme &theme, const QPointF &baseline, const QList<Item> &items,
                        double width)
{
    const Measures measures(theme);
    double x = baseline.x(), needed = -measures.gap;
    for (const Item &item : items)
        if (item.dot)
            needed += measures.width(item) + measures.gap;
    for (Item item : items) {
        if (needed > width && item.dot && !item.value.isEmpty())
            item.name.clear(); // the colour still says which curve; better than to leave one out
        if (x - baseline.x() + measures.width(item) > width + 0.5)
            break;
        if (item.dot) {
            const double centre = baseline.y() - measures.plain.capHeight() / 2;
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(*item.dot));
            painter.drawEllipse(QPointF(x + measures.dot / 2, centre), measures.dot / 2, measures.dot / 2);
            x += measures.dot + 1.5 * measures.space;
        }
        painter.setPen(theme.color(item.dot ? *item.dot : Ink::Muted));
        painter.setFont(theme.font(Type::Text));
        painter.drawText(QPointF(x, baseline.y()), item.name);
        x += measures.plain.horizontalAdvance(item.name);
        if (!item.name.isEmpty() && !item.value.isEmpty())
            x += 1.25 * measures.space;
        painter.setPen(theme.color(item.dot ? *item.dot : Ink::Text));
        painter.setFont(theme.font(Type::Strong));
        painter.drawText(QPointF(x, baseline.y()), item.value);
        x += measures.strong.horizontalAdvance(item.value) + measures.gap;
    }
    return x - baseline.x();
}

QSize StatStrip::sizeHint() const
{
    const Measures measures(*m_theme);
    double width = 0;
    for (const Item &item : m_items)
        width += measures.width(item) + measures.gap;
    return {static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(measures.plain.height()))};
}

QSize StatStrip::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void StatStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(m_theme->font(Type::Text));
    paint(painter, *m_theme, {0, (height() + metrics.capHeight()) / 2}, m_items, width());
}

} // namespace zhibei
