#include "widgets/canvas/items/wire_item.h"

#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/network_scene.h"
#include "widgets/canvas/wiring.h"

#include <QStyleOptionGraphicsItem>

#include <cmath>

namespace zhibei {

namespace {

constexpr double dotSpacing = 56;  // pixels between moving dots
constexpr double dotRadius = 2.6;
constexpr double thinnest = 1.4, thickest = 5.5;
constexpr int pieces = 32;

double distanceToSegment(const QPointF &p, const QPointF &a, const QPointF &b)
{
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(p - a, along) / length, 0.0, 1.0) : 0;
    const QPointF gap = p - (a + t * along);
    return std::hypot(gap.x(), gap.y());
}

/// The less gradient comes back along a wire, the more gaps it has: from a tenth of the largest on it is solid.
void dash(QPen &pen, std::optional<double> gradient)
{
    if (!gradient || *gradient >= 0.1)
        return;
    pen.setStyle(Qt::CustomDashLine);
    pen.setCapStyle(Qt::FlatCap);
    const double gap = *gradient >= 0.01 ? 4 : *gradient >= 0.001 ? 8 : 14; // pixels; the pattern counts in widths of the line
    pen.setDashPattern({10 / pen.widthF(), gap / pen.widthF()});
}

} // namespace

WireItem::WireItem(NetworkScene *scene, const Wire &wire)
    : m_scene(scene), m_wire(wire), m_target(isTargetInput(scene->network(), wire.to) || isTargetOutput(scene->network(), wire.from))
{
    setFlags(ItemIsSelectable);
    setZValue(-1);
    updatePath();
}

QPainterPath WireItem::curve(const QPointF &from, const QPointF &fromDirection, const QPointF &to, const QPointF &toDirection)
{
    const QPointF gap = to - from;
    const double reach = std::abs(QPointF::dotProduct(gap, fromDirection));
    const double side = std::hypot(gap.x(), gap.y());
    // A wire that must go backwards swings out wider.
    const bool backwards = QPointF::dotProduct(gap, fromDirection) < 0;
    const double pull = backwards ? std::clamp(side * 0.6, 40.0, 180.0) : std::clamp(std::max(reach * 0.5, std::min(side * 0.25, reach * 0.8 + 16)), 12.0, 240.0);
    QPainterPath path(from);
    path.cubicTo(from + fromDirection * pull, to + toDirection * pull, to);
    return path;
}

void WireItem::updatePath()
{
    const NodeItem *from = m_scene->nodeItem(m_wire.from.node), *to = m_scene->nodeItem(m_wire.to.node);
    if (!from || !to)
        return;
    const PortLook *source = from->output(m_wire.from.port), *sink = to->input(m_wire.to.port);
    QPointF fromDirection = source ? source->direction : QPointF(1, 0);
    const QPointF toDirection = sink ? sink->direction : QPointF(-1, 0);
    QPointF start = from->outputPlace(m_wire.from.port);
    const QPointF end = to->inputPlace(m_wire.to.port);
    // What hangs below its source is reached straight from the card's lower edge.
    const QRectF card = from->cardRect();
    if (toDirection.y() < 0 && end.y() > card.bottom() && std::abs(end.x() - card.center().x()) < card.width() * 0.8) {
        const double below = from->look().compact ? from->look().captionArea.bottom() - from->look().card.bottom() : 0;
        start = {card.center().x(), card.bottom() + below};
        fromDirection = {0, 1};
    }
    if (!m_line.isEmpty() && start == m_start && end == m_end)
        return;
    m_start = start;
    m_end = end;
    prepareGeometryChange();
    m_path = curve(m_start, fromDirection, m_end, toDirection);
    m_length = m_path.length();
    m_line.clear();
    for (int i = 0; i <= pieces; ++i)
        m_line << m_path.pointAtPercent(m_path.percentAtLength(m_length * i / pieces));
    m_bounds = m_path.boundingRect().adjusted(-8, -8, 8, 8);
}

QPainterPath WireItem::shape() const
{
    QPainterPathStroker stroker;
    stroker.setWidth(10);
    return stroker.createStroke(m_path);
}

double WireItem::distanceTo(const QPointF &place) const
{
    double nearest = 1e9;
    for (qsizetype i = 1; i < m_line.size(); ++i)
        nearest = std::min(nearest, distanceToSegment(place, m_line[i - 1], m_line[i]));
    return nearest;
}

QVector<QPointF> WireItem::dots(double phase) const
{
    QVector<QPointF> places;
    if (m_length < 24 || m_line.size() <= pieces)
        return places;
    for (double at = std::fmod(phase, dotSpacing); at < m_length; at += dotSpacing) {
        const double index = at / m_length * pieces;
        const int low = std::min(static_cast<int>(index), pieces - 1);
        places << m_line[low] + (m_line[low + 1] - m_line[low]) * (index - low);
    }
    return places;
}

/// Arrowheads along the wire, the way the light goes.
void WireItem::paintDirection(QPainter &painter, const QColor &color) const
{
    if (m_line.size() <= pieces)
        return;
    constexpr double head = 9;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const std::initializer_list<int> long_{pieces / 4, pieces / 2, 3 * pieces / 4}, short_{pieces / 2};
    for (const int at : m_length > 120 ? long_ : short_) {
        QPointF along = m_line[at + 1] - m_line[at - 1];
        along /= std::max(1e-9, std::hypot(along.x(), along.y()));
        if (m_scene->spotlight().backwards)
            along = -along;
        const QPointF across(-along.y(), along.x()), tip = m_line[at] + along * head;
        painter.drawPolygon(QPolygonF({tip, m_line[at] - along * (head / 2) + across * (head * 0.75), m_line[at] - along * (head / 2) - across * (head * 0.75)}));
    }
}

void WireItem::updateDots(double oldPhase, double newPhase)
{
    constexpr double reach = dotRadius + 1.5;
    for (double phase : {oldPhase, newPhase})
        for (const QPointF &dot : dots(phase))
            update(QRectF(dot.x() - reach, dot.y() - reach, 2 * reach, 2 * reach));
}

void WireItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const Theme &theme = m_scene->theme();
    const bool lit = m_scene->litWire() == m_wire;
    const bool hovered = m_scene->hovered().part >= CanvasHit::Part::Wire && m_scene->hovered().part <= CanvasHit::Part::WireEnd
                         && m_scene->hovered().wire == m_wire;
    const std::optional<double> strength = m_target ? std::nullopt : m_scene->wireStrength(m_wire);
    QColor color = theme.color(Ink::Muted);
    double width = 1.8;
    if (strength) {
        color = theme.color(*strength < 0 ? Ink::Negative : Ink::Positive);
        const double share = std::min(1.0, std::abs(*strength));
        width = thinnest + (thickest - thinnest) * share;
        color.setAlphaF(static_cast<float>(0.35 + 0.65 * std::sqrt(share)));
    }
    QPen pen(color, width, Qt::SolidLine, Qt::RoundCap);
    if (m_target) {
        pen = QPen(color, 1.7, Qt::CustomDashLine, Qt::RoundCap);
        pen.setDashPattern({0.1, 3.4});
    }
    if (isSelected() || hovered || lit) {
        QColor halo = theme.color(Ink::Accent);
        halo.setAlphaF(lit ? 0.55f : isSelected() ? 0.4f : 0.22f);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->strokePath(m_path, QPen(halo, width + (lit ? 8 : 6), Qt::SolidLine, Qt::RoundCap));
    }
    if (m_scene->inSpotlight(m_wire)) {
        const QColor light = theme.color(m_scene->spotlight().backwards ? Ink::Mark : Ink::Accent);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->strokePath(m_path, QPen(light, std::max(width, 3.0), Qt::SolidLine, Qt::RoundCap));
        paintDirection(*painter, light);
        return;
    }
    if (!m_target && scale >= 0.4)
        dash(pen, m_scene->wireGradient(m_wire));
    if (width * scale < 1.3) { // a hairline, whatever the zoom; such a pen is drawn several times faster
        pen.setCosmetic(true);
        pen.setWidthF(1);
    }
    painter->setRenderHint(QPainter::Antialiasing, scale > 0.2);
    painter->strokePath(m_path, pen);
    if (!m_scene->isFlowing() || m_target || scale < 0.4 || theme.reduceMotion())
        return;
    painter->setPen(QPen(theme.color(Ink::Background), 1));
    QColor dot = color;
    dot.setAlphaF(1);
    painter->setBrush(dot);
    for (const QPointF &place : dots(m_scene->flowPhase()))
        painter->drawEllipse(place, dotRadius, dotRadius);
}

} // namespace zhibei
