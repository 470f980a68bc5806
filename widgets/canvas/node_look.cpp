#include "widgets/canvas/node_look.h"

#include "core/network/folding.h"
#include "widgets/canvas/wiring.h"
#include "widgets/document/document.h"
#include "widgets/theme/core_text.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr double padding = 12;
constexpr double headerHeight = 20;
constexpr double iconSize = 16;
constexpr double smallestWidth = 108;
constexpr double neuronSide = 44;
constexpr double problemWidth = 156;
constexpr double buttonSide = 18;
constexpr double widestId = 76;

QString choiceText(const AttributeSpec &spec, const Value &value)
{
    const auto *id = std::get_if<std::string>(&value);
    for (const Choice &choice : spec.choices)
        if (id && choice.id == *id)
            return coreText(choice.text);
    return {};
}

/// The data's own name and icon for a node that brings the data in.
const DataSource *sourceOf(const LayerKind &kind, const Document &document)
{
    const bool source = kind.category == Category::Data && kind.inputs.empty();
    return source ? findDataSource(document.project().data.source) : nullptr;
}

bool switchedOn(const LayerKind &kind, const Node &node, const std::string &id)
{
    if (!findAttribute(kind.attributes, id))
        return false;
    const auto *on = std::get_if<bool>(&attributeValue(kind.attributes, node.attributes, id));
    return !on || *on;
}

void describe(NodeLook &look, const Node &node, const LayerKind *kind, const Document &document)
{
    look.id = QString::fromStdString(node.id);
    if (const Diagnostic *diagnostic = document.analysis().diagnostic(node.id)) {
        look.problem = coreText(diagnostic->text);
        look.blocks = diagnostic->blocks;
    }
    if (!kind) {
        look.title = QString::fromStdString(node.kind);
        look.iconName = QStringLiteral("circle-help");
        return;
    }
    const DataSource *source = sourceOf(*kind, document);
    look.title = coreText(source ? source->text : kind->text);
    look.iconName = QString::fromStdString(source ? source->icon : kind->icon);
    look.category = kind->category;
    look.compact = kind->id == "neuron";
    look.resizable = findAttribute(kind->attributes, "units") != nullptr;
    look.hasBias = look.compact && switchedOn(*kind, node, "bias");
    const ValueType *type = document.analysis().type({node.id, 0});
    look.typeKnown = type != nullptr;
    look.type = type ? *type : ValueType{};
    look.answers = isJudged(document.network(), node.id);
    look.caption = shapeLine(node, *kind, type);
}

double textHeight(const QFont &font, const QString &text, double width)
{
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e4), Qt::TextWordWrap | Qt::AlignLeft, text).height();
}

void arrangeNeuron(NodeLook &look, const Theme &theme)
{
    look.card = QRectF(-neuronSide / 2, -neuronSide / 2, neuronSide, neuronSide);
    look.face = look.card.adjusted(2, 2, -2, -2);
    const QFont font = canvasFont(theme, Type::Caption);
    const double width = look.problem.isEmpty() ? QFontMetricsF(font).horizontalAdvance(look.id) + 4 : problemWidth;
    const double height = look.problem.isEmpty() ? 16 : textHeight(font, look.problem, problemWidth);
    look.captionArea = QRectF(-width / 2, neuronSide / 2 + 2, width, height);
}

void arrangeCard(NodeLook &look, const Theme &theme, QSizeF face, bool stretches)
{
    const QFontMetricsF strong(canvasFont(theme, Type::Strong)), small(canvasFont(theme, Type::Caption));
    look.shownId = small.elidedText(look.id, Qt::ElideMiddle, widestId);
    const double header = iconSize + 8 + strong.horizontalAdvance(look.title) + 10 + small.horizontalAdvance(look.shownId);
    const double caption = small.horizontalAdvance(look.caption) + (look.resizable ? 2 * buttonSide + 8 : 0);
    const bool troubled = !look.problem.isEmpty();
    const double inner = std::ceil(std::max({smallestWidth - 2 * padding, header, face.width(), troubled ? problemWidth : caption}));
    const QFont captionFont = canvasFont(theme, Type::Caption);
    const bool oneLine = !look.caption.isEmpty() || look.category == Category::Objective; // a loss writes its newest number there
    const double captionHeight = troubled ? std::ceil(textHeight(captionFont, look.problem, inner)) : oneLine ? 18 : 0;
    if (stretches)
        face.setWidth(inner);
    const double faceHeight = face.height() > 0 ? face.height() + 8 : 0;
    const double width = inner + 2 * padding;
    const double height = std::ceil(10 + headerHeight + faceHeight + (captionHeight > 0 ? captionHeight + 6 : 0) + 8);
    look.card = QRectF(-width / 2, -height / 2, width, height);
    look.header = QRectF(look.card.left() + padding, look.card.top() + 10, inner, headerHeight);
    look.face = QRectF(QPointF(look.card.center().x() - face.width() / 2, look.header.bottom() + 8), face);
    look.captionArea = QRectF(look.card.left() + padding, look.card.bottom() - 8 - captionHeight, inner, captionHeight);
}

QString portText(const PortSpec &spec) { return coreText(spec.text); }

void placeInputs(NodeLook &look, const LayerKind &kind)
{
    const bool judges = kind.category == Category::Objective;
    const auto left = std::count_if(kind.inputs.begin(), kind.inputs.end(), [&](const PortSpec &s) { return !judges || s.target; });
    int row = 0;
    for (int i = 0; i < static_cast<int>(kind.inputs.size()); ++i) {
        const PortSpec &spec = kind.inputs[static_cast<size_t>(i)];
        PortLook port{i, spec.target, spec.variadic, {}, {-1, 0}, portText(spec)};
        if (judges && !spec.target) { // the judged value comes from above, where the loss hangs
            port.place = {0, look.card.top()};
            port.direction = {0, -1};
        } else {
            port.place = {look.card.left(), look.card.top() + look.card.height() * (++row) / (static_cast<double>(left) + 1)};
        }
        look.inputs.push_back(port);
    }
}

void placeOutputs(NodeLook &look, const LayerKind &kind, const Node &node, const Document &document)
{
    const bool rows = document.analysis().type({node.id, firstFeaturePort}) != nullptr && look.face.height() > 0;
    for (int i = 0; i < static_cast<int>(kind.outputs.size()) && i < (rows ? firstFeaturePort : 1 << 20); ++i) {
        const PortSpec &spec = kind.outputs[static_cast<size_t>(i)];
        PortLook port{i, spec.target, false, {}, {1, 0}, portText(spec)};
        if (spec.target) {
            port.place = {0, look.card.bottom()};
            port.direction = {0, 1};
        } else {
            port.place = {look.card.right(), rows ? look.header.center().y() : 0};
        }
        look.outputs.push_back(port);
    }
    const auto dataset = document.dataset();
    for (int i = 0; rows && document.analysis().type({node.id, firstFeaturePort + i}); ++i) {
        PortLook port{firstFeaturePort + i, false, false, {}, {1, 0}, {}};
        port.place = {look.card.right(), look.face.top() + (i + 0.5) * featureRowHeight};
        if (dataset && static_cast<size_t>(i) < dataset->featureNames.size())
            port.text = coreText(dataset->featureNames[static_cast<size_t>(i)]);
        look.outputs.push_back(port);
    }
}

} // namespace

QRectF NodeLook::minusButton() const
{
    return {captionArea.right() - 2 * buttonSide - 4, captionArea.bottom() - buttonSide, buttonSide, buttonSide};
}

QRectF NodeLook::plusButton() const { return minusButton().translated(buttonSide + 4, 0); }

QRectF NodeLook::biasDot() const { return {card.left() - 3, card.bottom() - 9, 12, 12}; }

QRectF NodeLook::bounds() const { return card.united(captionArea).adjusted(-12, -12, 12, 14); }

bool isJudged(const Network &network, const NodeId &id)
{
    return std::any_of(network.wires.begin(), network.wires.end(), [&](const Wire &wire) {
        const Node *sink = wire.from.node == id && wire.from.port == 0 ? network.find(wire.to.node) : nullptr;
        const LayerKind *kind = sink ? findKind(sink->kind) : nullptr;
        return kind && kind->category == Category::Objective && !isTargetInput(network, wire.to);
    });
}

QString shapeLine(const Node &node, const LayerKind &kind, const ValueType *type)
{
    const auto counted = [](const char *one, const char *many, int64_t count) {
        return count == 1 ? QCoreApplication::translate("zhibei::NodeLook", one) : QCoreApplication::translate("zhibei::NodeLook", many).arg(QLocale().toString(static_cast<qlonglong>(count)));
    };
    QStringList parts;
    bool units = false;
    for (const AttributeSpec &spec : kind.attributes) {
        const Value &value = attributeValue(kind.attributes, node.attributes, spec.id);
        if (spec.id == "units") {
            parts << counted(QT_TRANSLATE_NOOP("zhibei::NodeLook", "1 neuron"), QT_TRANSLATE_NOOP("zhibei::NodeLook", "%1 neurons"), std::get<int64_t>(value));
            units = true;
        } else if (spec.id == "activation" || spec.id == "function") {
            parts << (value == Value(std::string("identity")) ? QString() : choiceText(spec, value));
        } else if (spec.type == AttributeType::Real && spec.id == "rate" && kind.category != Category::Objective) {
            parts << QCoreApplication::translate("zhibei::NodeLook", "%1 %").arg(QLocale().toString(std::get<double>(value) * 100, 'g', 3));
        }
    }
    if (type && !units && kind.category != Category::Objective) {
        const bool features = kind.category == Category::Data && type->shape.rank() == 1;
        if (type->classes > 0)
            parts << counted(QT_TRANSLATE_NOOP("zhibei::NodeLook", "1 class"), QT_TRANSLATE_NOOP("zhibei::NodeLook", "%1 classes"), type->classes);
        else if (features)
            parts << counted(QT_TRANSLATE_NOOP("zhibei::NodeLook", "1 feature"), QT_TRANSLATE_NOOP("zhibei::NodeLook", "%1 features"), type->shape.count());
        else
            parts << QString::fromStdString(type->shape.text());
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString signedText(double value)
{
    const double magnitude = std::abs(value);
    const QString digits = QLocale().toString(magnitude, magnitude >= 1000 || (magnitude > 0 && magnitude < 0.001) ? 'e' : 'f',
                                              magnitude >= 100 ? 1 : magnitude > 0 && magnitude < 0.001 ? 1 : 3);
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + digits;
}

NodeLook nodeLook(const Node &node, const Document &document, const Theme &theme)
{
    NodeLook look;
    const LayerKind *kind = findKind(node.kind);
    describe(look, node, kind, document);
    if (look.compact) {
        arrangeNeuron(look, theme);
    } else {
        const auto dataset = document.dataset();
        FaceQuery query;
        query.theme = &theme;
        query.node = &node;
        query.kind = kind;
        query.type = look.typeKnown ? &look.type : nullptr;
        query.data = dataset.get();
        query.answers = look.answers;
        const FaceStyle *style = kind ? faceStyle(query) : nullptr;
        arrangeCard(look, theme, style ? style->size(query) : QSizeF(), style && style->stretches(query));
    }
    if (kind) {
        placeInputs(look, *kind);
        placeOutputs(look, *kind, node, document);
    }
    return look;
}

} // namespace zhibei
