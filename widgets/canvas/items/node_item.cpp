#include "widgets/canvas/items/node_item.h"

#include "widgets/canvas/items/icon_cache.h"
#include "widgets/canvas/network_scene.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStyleOptionGraphicsItem>
#include <QWidget>

#include <cmath>

namespace zhibei {

namespace {

constexpr double textVisibleFrom = 0.36; // of full size: below, letters are smaller than 5 px
constexpr double nothingBelow = 4;       // px on screen

QColor mixed(const QColor &a, const QColor &b, double t)
{
    const auto part = [t](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * t)); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

const PortLook *findPort(const std::vector<PortLook> &ports, int port)
{
    for (const PortLook &look : ports)
        if (look.port == port)
            return &look;
    return nullptr;
}

} // namespace

NodeItem::NodeItem(NetworkScene *scene, const Node &node) : m_scene(scene), m_node(node)
{
    setFlags(ItemIsSelectable | ItemSendsGeometryChanges);
    m_look = nodeLook(node, scene->document(), scene->theme());
    setPos(node.position.x, node.position.y);
}

void NodeItem::refresh(const Node &node)
{
    NodeLook look = nodeLook(node, m_scene->document(), m_scene->theme());
    const bool same = look == m_look && node.attributes == m_node.attributes;
    m_node = node;
    if (same)
        return;
    prepareGeometryChange();
    m_look = std::move(look);
    m_faceVersion = ~quint64(0);
    update();
}

const PortLook *NodeItem::input(int port) const { return findPort(m_look.inputs, port); }
const PortLook *NodeItem::output(int port) const { return findPort(m_look.outputs, port); }

QPointF NodeItem::inputPlace(int port) const
{
    const PortLook *look = input(port);
    return pos() + (look ? look->place : QPointF(m_look.card.left(), 0));
}

QPointF NodeItem::outputPlace(int port) const
{
    const PortLook *look = output(port);
    return pos() + (look ? look->place : QPointF(m_look.card.right(), 0));
}

bool NodeItem::showsButtons() const
{
    return m_look.resizable && m_look.problem.isEmpty() && (isSelected() || m_scene->hovered().id == m_look.id);
}

QPainterPath NodeItem::shape() const
{
    QPainterPath path;
    path.addRect(m_look.card.adjusted(-portRadius, -portRadius, portRadius, portRadius));
    return path;
}

QVariant NodeItem::itemChange(GraphicsItemChange change, const QVariant &value)
{
    if (change == ItemPositionHasChanged)
        m_scene->nodeMoved(m_look.id);
    return QGraphicsItem::itemChange(change, value);
}

FaceQuery NodeItem::query() const
{
    FaceQuery query;
    query.theme = &m_scene->theme();
    query.node = &m_node;
    query.kind = findKind(m_node.kind);
    query.type = m_look.typeKnown ? &m_look.type : nullptr;
    query.answers = m_look.answers;
    query.observation = m_scene->observation().get();
    query.lossCurve = &m_scene->lossCurve();
    return query;
}

void NodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    if (m_look.card.height() * scale < nothingBelow)
        return;
    Q_UNUSED(option)
    painter->setRenderHint(QPainter::Antialiasing, scale > 0.15);
    if (m_scene->inSpotlight(m_node.id))
        paintLight(*painter);
    if (m_look.compact) {
        paintNeuron(*painter, scale);
    } else {
        paintBody(*painter, scale);
        paintFace(*painter, scale);
    }
    if (scale >= textVisibleFrom) {
        paintTexts(*painter, scale);
        if (showsButtons())
            paintButtons(*painter);
    }
    if (scale >= 0.25)
        paintPorts(*painter, scale);
}

/// A glow around the card, in the colour of the way the light goes.
void NodeItem::paintLight(QPainter &painter) const
{
    const Theme &theme = m_scene->theme();
    QColor light = theme.color(m_scene->spotlight().backwards ? Ink::Mark : Ink::Accent);
    painter.setBrush(Qt::NoBrush);
    for (const auto &[reach, strength] : {std::pair(3.0, 0.9f), {6.0, 0.35f}}) {
        light.setAlphaF(strength);
        painter.setPen(QPen(light, 3));
        painter.drawRoundedRect(m_look.card.adjusted(-reach, -reach, reach, reach), theme.cardRadius() + reach, theme.cardRadius() + reach);
    }
}

void NodeItem::paintBody(QPainter &painter, double scale) const
{
    const Theme &theme = m_scene->theme();
    const double radius = theme.cardRadius();
    QColor shadow = theme.color(Ink::Text);
    if (theme.isDark())
        shadow = theme.color(Ink::Background).darker(160);
    shadow.setAlphaF(theme.isDark() ? 0.5f : 0.045f);
    if (scale > 0.4) { // smaller, nobody sees it
        painter.setPen(Qt::NoPen);
        painter.setBrush(shadow);
        painter.drawRoundedRect(m_look.card.translated(0, 2.5).adjusted(-1, 0, 1, 1), radius + 1, radius + 1);
    }
    QPen edge(theme.color(Ink::Line), 1);
    if (isSelected())
        edge = QPen(theme.color(Ink::Accent), 2);
    else if (!m_look.problem.isEmpty() && m_look.blocks)
        edge = QPen(mixed(theme.color(Ink::Bad), theme.color(Ink::Line), 0.35), 1.2);
    painter.setPen(edge);
    painter.setBrush(theme.color(Ink::Raised));
    painter.drawRoundedRect(m_look.card, radius, radius);
    if (m_scene->keyboardFocus() && m_scene->currentNode() == m_look.id) {
        QColor ring = theme.color(Ink::Accent);
        ring.setAlphaF(0.45f);
        painter.setPen(QPen(ring, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_look.card.adjusted(-4, -4, 4, 4), radius + 4, radius + 4);
    }
}

/// The face is drawn once per change, at the pixels of the screen, and then only copied.
void NodeItem::paintFace(QPainter &painter, double scale)
{
    if (m_look.face.isEmpty() || m_look.face.height() * scale < nothingBelow)
        return;
    const double ratio = scale * painter.device()->devicePixelRatioF();
    const double sharp = std::clamp(ratio, 0.25, 4.0);
    const QSize pixels(static_cast<int>(std::ceil(m_look.face.width() * sharp)), static_cast<int>(std::ceil(m_look.face.height() * sharp)));
    if (m_faceVersion != m_scene->faceVersion(m_look.category) || m_face.size() != pixels)
        renderFace(pixels);
    painter.drawPixmap(m_look.face, m_face, QRectF(m_face.rect()));
}

void NodeItem::renderFace(const QSize &pixels)
{
    const auto dataset = m_scene->document().dataset();
    FaceQuery query = this->query();
    query.data = dataset.get();
    m_face = QPixmap(pixels);
    m_face.fill(Qt::transparent);
    m_faceVersion = m_scene->faceVersion(m_look.category);
    if (!query.kind)
        return;
    QPainter painter(&m_face);
    painter.scale(pixels.width() / m_look.face.width(), pixels.height() / m_look.face.height());
    const QRectF area(QPointF(0, 0), m_look.face.size());
    if (m_look.compact) {
        const Tensor *plane = query.plane();
        const Tensor *output = query.output();
        QPainterPath clip;
        clip.addRoundedRect(area, 8, 8);
        painter.setRenderHint(QPainter::Antialiasing);
        if (query.surface() && decisionFace().suits(query)) {
            painter.setClipPath(clip);
            decisionFace().paint(painter, area, query);
        } else if (plane) {
            const int side = static_cast<int>(plane->shape()[1]);
            const QImage image = signedImage(*query.theme, plane->data(), side, side, largestMagnitude(plane->values()));
            QBrush brush(image);
            brush.setTransform(QTransform::fromScale(area.width() / side, area.height() / side));
            painter.fillPath(clip, brush);
        } else if (query.along() && query.data && query.data->curve) {
            const FaceStyle &style = query.surface() && fittedCurveFace().suits(query) ? fittedCurveFace() : unitCurvesFace();
            style.paint(painter, area, query);
        } else {
            const double value = output ? std::tanh(static_cast<double>((*output)[0])) : 0;
            painter.fillPath(clip, QColor(query.theme->signedColor(value)));
        }
    } else if (const FaceStyle *style = faceStyle(query)) {
        style->paint(painter, area, query);
    }
}

void NodeItem::paintNeuron(QPainter &painter, double scale)
{
    const Theme &theme = m_scene->theme();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Ink::Raised));
    painter.drawRoundedRect(m_look.card, 10, 10);
    paintFace(painter, scale);
    const bool bad = !m_look.problem.isEmpty() && m_look.blocks;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(isSelected() ? Ink::Accent : bad ? Ink::Bad : Ink::Muted), isSelected() ? 2.4 : 1.4));
    painter.drawRoundedRect(m_look.card.adjusted(1, 1, -1, -1), 10, 10);
    if (m_scene->keyboardFocus() && m_scene->currentNode() == m_look.id) {
        QColor ring = theme.color(Ink::Accent);
        ring.setAlphaF(0.45f);
        painter.setPen(QPen(ring, 2));
        painter.drawRoundedRect(m_look.card.adjusted(-4, -4, 4, 4), 13, 13);
    }
    if (!m_look.hasBias || scale < 0.3)
        return;
    const Observation *seen = m_scene->observation().get();
    double bias = 0;
    if (seen && seen->snapshot && seen->snapshot->model && seen->snapshot->parameters)
        if (const ParameterView *view = seen->snapshot->model->parameter(m_node.id, "bias"); view && view->shape.count() > 0)
            bias = static_cast<double>((*seen->snapshot->parameters)[static_cast<size_t>(view->index(0))]);
    const bool hovered = m_scene->hovered().part == CanvasHit::Part::Bias && m_scene->hovered().id == m_look.id;
    painter.setPen(QPen(theme.color(hovered ? Ink::Accent : Ink::Muted), 1.4));
    painter.setBrush(QColor(theme.signedColor(std::tanh(2 * bias))));
    painter.drawEllipse(m_look.biasDot().adjusted(1, 1, -1, -1));
}

void NodeItem::paintTexts(QPainter &painter, double scale) const
{
    const Theme &theme = m_scene->theme();
    const bool bad = !m_look.problem.isEmpty();
    const QColor captionColor = theme.color(bad ? (m_look.blocks ? Ink::Bad : Ink::Mark) : Ink::Muted);
    if (m_look.compact) {
        painter.setFont(canvasFont(theme, Type::Caption));
        if (bad) {
            painter.setPen(Qt::NoPen);
            QColor paper = theme.color(Ink::Background);
            paper.setAlphaF(0.85f);
            painter.setBrush(paper);
            painter.drawRoundedRect(m_look.captionArea.adjusted(-3, 0, 3, 1), 4, 4);
        }
        painter.setPen(captionColor);
        painter.drawText(m_look.captionArea, Qt::AlignCenter | Qt::TextWordWrap, bad ? m_look.problem : m_look.id);
        return;
    }
    const QPixmap icon = cachedIcon(theme, m_look.iconName, 16, theme.color(m_look.category), scale * painter.device()->devicePixelRatioF());
    const QRectF header = m_look.header;
    painter.drawPixmap(QRectF(header.left(), header.center().y() - 8, 16, 16), icon, QRectF(icon.rect()));
    painter.setFont(canvasFont(theme, Type::Strong));
    painter.setPen(theme.color(Ink::Text));
    painter.drawText(header.adjusted(24, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_look.title);
    painter.setFont(canvasFont(theme, Type::Caption));
    painter.setPen(theme.color(Ink::Muted));
    painter.drawText(header, Qt::AlignVCenter | Qt::AlignRight, m_look.shownId);
    painter.setPen(captionColor);
    painter.drawText(m_look.captionArea, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, bad ? m_look.problem : liveCaption());
}

/// A loss shows its newest number; everything else its shape.
QString NodeItem::liveCaption() const
{
    if (m_look.category != Category::Objective)
        return m_look.caption;
    const Observation *seen = m_scene->observation().get();
    std::optional<double> loss = seen && seen->snapshot ? seen->snapshot->batchLoss : std::nullopt;
    if (!loss && !m_scene->lossCurve().isEmpty())
        loss = static_cast<double>(m_scene->lossCurve().back());
    if (!loss)
        return m_look.caption;
    const bool tiny = *loss != 0 && std::abs(*loss) < 0.0005; // as the curves write it
    return QCoreApplication::translate("zhibei::NodeLook", "loss %1")
        .arg(!std::isfinite(*loss) ? QStringLiteral("–") : tiny ? QString::number(*loss, 'e', 1) : QLocale().toString(*loss, 'g', 3));
}

void NodeItem::paintButtons(QPainter &painter) const
{
    const Theme &theme = m_scene->theme();
    const auto button = [&](const QRectF &area, CanvasHit::Part part, const QString &icon) {
        const bool hovered = m_scene->hovered().part == part && m_scene->hovered().id == m_look.id;
        painter.setPen(QPen(theme.color(hovered ? Ink::Accent : Ink::Line), 1));
        painter.setBrush(theme.color(hovered ? Ink::AccentBackground : Ink::Raised));
        painter.drawEllipse(area.adjusted(0.5, 0.5, -0.5, -0.5));
        const QColor color = theme.color(hovered ? Ink::Accent : Ink::Muted);
        const QPixmap pixmap = cachedIcon(theme, icon, 12, color, painter.worldTransform().m11() * painter.device()->devicePixelRatioF());
        painter.drawPixmap(QRectF(area.center().x() - 6, area.center().y() - 6, 12, 12), pixmap, QRectF(pixmap.rect()));
    };
    button(m_look.minusButton(), CanvasHit::Part::Minus, QStringLiteral("minus"));
    button(m_look.plusButton(), CanvasHit::Part::Plus, QStringLiteral("plus"));
}

void NodeItem::paintPorts(QPainter &painter, double scale) const
{
    const Theme &theme = m_scene->theme();
    const CanvasHit &hovered = m_scene->hovered();
    const auto ring = [&](const PortLook &port, bool output) {
        const NetworkScene::Offer offer = m_scene->offer(m_look.id, port.port, output);
        const CanvasHit::Part part = output ? CanvasHit::Part::Output : CanvasHit::Part::Input;
        const bool under = hovered.part == part && hovered.id == m_look.id && hovered.port == port.port;
        const bool lit = under || offer == NetworkScene::Offer::Fits;
        const double radius = (m_look.compact ? portRadius - 1 : portRadius) + (under ? 2 : lit ? 1 : 0);
        QColor edge = theme.color(lit ? Ink::Accent : Ink::Muted);
        if (offer == NetworkScene::Offer::Quiet && !under)
            edge = mixed(edge, theme.color(Ink::Background), 0.65);
        if (offer == NetworkScene::Offer::Fits) {
            QColor glow = theme.color(Ink::Accent);
            glow.setAlphaF(0.22f);
            painter.setPen(Qt::NoPen);
            painter.setBrush(glow);
            painter.drawEllipse(port.place, radius + 5, radius + 5);
        }
        if (scale < 0.45 && !lit) { // a ring of four pixels is a dot
            const double dot = 0.7 * radius;
            painter.fillRect(QRectF(port.place.x() - dot, port.place.y() - dot, 2 * dot, 2 * dot), edge);
            return;
        }
        painter.setPen(QPen(edge, 1.8));
        painter.setBrush(theme.color(lit ? Ink::AccentBackground : Ink::Raised));
        painter.drawEllipse(port.place, radius, radius);
        if (port.variadic && !m_look.compact) { // takes any number of wires
            painter.setPen(QPen(edge, 1.2));
            painter.drawLine(port.place - QPointF(2, 0), port.place + QPointF(2, 0));
            painter.drawLine(port.place - QPointF(0, 2), port.place + QPointF(0, 2));
        }
    };
    for (const PortLook &port : m_look.inputs)
        ring(port, false);
    for (const PortLook &port : m_look.outputs)
        ring(port, true);
}

} // namespace zhibei
