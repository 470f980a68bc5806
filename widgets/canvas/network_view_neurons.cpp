// The canvas' commands on neurons and names. Each is one undo step.
#include "core/network/folding.h"
#include "widgets/canvas/clipboard.h"
#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/items/note_item.h"
#include "widgets/canvas/items/wire_item.h"
#include "widgets/canvas/network_view.h"
#include "widgets/canvas/panels/line_editor.h"
#include "widgets/canvas/panels/weight_popup.h"

#include <set>

namespace zhibei {

namespace {

constexpr double joinerWidth = 224; // of the card that joins unfolded neurons, its name and number in one line

QStringList toStrings(const std::vector<NodeId> &ids)
{
    QStringList strings;
    for (const NodeId &id : ids)
        strings << QString::fromStdString(id);
    return strings;
}

std::vector<NodeId> toIds(const QStringList &strings)
{
    std::vector<NodeId> ids;
    for (const QString &string : strings)
        ids.push_back(string.toStdString());
    return ids;
}

std::set<NodeId> idsOf(const Network &network)
{
    std::set<NodeId> ids;
    for (const Node &node : network.nodes)
        ids.insert(node.id);
    return ids;
}

} // namespace

bool NetworkView::canFold() const
{
    const QStringList nodes = m_scene->selectedNodes();
    return !nodes.isEmpty() && std::all_of(nodes.begin(), nodes.end(), [&](const QString &id) {
        const Node *node = m_scene->network().find(id.toStdString());
        return node && node->kind == "neuron";
    });
}

bool NetworkView::canUnfold() const
{
    const QStringList nodes = m_scene->selectedNodes();
    const Node *node = nodes.size() == 1 ? m_scene->network().find(nodes.first().toStdString()) : nullptr;
    return node && node->kind == "dense";
}

void NetworkView::unfold(const QString &dense)
{
    FoldingResult result;
    m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Unfold layer"), [&](Network &network) {
        const std::set<NodeId> before = idsOf(network);
        result = unfoldDense(network, dense.toStdString(), m_scene->document().analysis().types);
        std::map<NodeId, CardSize> sizes = m_scene->cardSizes();
        const CardSize layer = sizes[dense.toStdString()];
        for (const Node &node : network.nodes)
            if (!before.contains(node.id)) // what joins the neurons shows what the layer showed
                sizes[node.id] = node.kind == "neuron" ? CardSize{44, 66} : CardSize{std::max(layer.width, joinerWidth), layer.height};
        makeRoomForFan(network, result.made, sizes);
    });
    if (m_followsFit)
        fit();
    if (!result.mistake.empty())
        return refuse(result.mistake);
    m_scene->selectNodes(toStrings(result.made));
}

void NetworkView::fold(const QStringList &neurons)
{
    FoldingResult result;
    m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Fold neurons"), [&](Network &network) {
        result = foldNeurons(network, toIds(neurons), m_scene->document().analysis().types);
    });
    if (m_followsFit)
        fit();
    if (!result.mistake.empty())
        return refuse(result.mistake);
    m_scene->selectNodes(toStrings(result.made));
}

void NetworkView::foldOrUnfold()
{
    QStringList nodes = m_scene->selectedNodes();
    if (canUnfold())
        return unfold(nodes.first());
    if (!canFold())
        return;
    const Node *only = nodes.size() == 1 ? m_scene->network().find(nodes.first().toStdString()) : nullptr;
    if (only && !only->group.empty()) {
        nodes.clear();
        for (const Node &node : m_scene->network().nodes)
            if (node.group == only->group)
                nodes << QString::fromStdString(node.id);
    }
    fold(nodes);
}

void NetworkView::activate(const QString &id)
{
    if (!m_scene->selectedNodes().contains(id))
        m_scene->selectNodes({id});
    if (m_scene->selectedNodes().size() > 1 && canFold()) // of one node there is an inside; several neurons make a layer
        foldOrUnfold();
    else
        emit m_scene->nodeActivated(id);
}

void NetworkView::lookInside()
{
    const QStringList nodes = m_scene->selectedNodes();
    if (nodes.size() == 1)
        activate(nodes.first());
    else if (!m_scene->currentNode().isEmpty())
        activate(m_scene->currentNode());
}

QString NetworkView::neuronGroup() const
{
    QString group;
    for (const QString &id : m_scene->selectedNodes()) {
        const Node *node = m_scene->network().find(id.toStdString());
        const QString own = QString::fromStdString(node->group);
        if (own.isEmpty() || (!group.isEmpty() && own != group))
            return {};
        group = own;
    }
    return group;
}

void NetworkView::changeNeurons(int delta)
{
    const QString group = neuronGroup();
    const QStringList ids = group.isEmpty() ? m_scene->selectedNodes() : QStringList{group};
    m_scene->edit(delta > 0 ? QT_TRANSLATE_NOOP("Undo", "Add neuron") : QT_TRANSLATE_NOOP("Undo", "Remove neuron"), [&](Network &network) {
        for (const QString &id : ids)
            changeUnits(network, id.toStdString(), delta);
    });
}

void NetworkView::openWeights()
{
    const std::vector<Wire> wires = m_scene->selectedWires();
    const QStringList nodes = m_scene->selectedNodes();
    if (wires.size() == 1) {
        const WireItem *item = m_scene->wireItem(wires.front());
        m_weightPopup->openWire(wires.front(), mapFromScene((item->start() + item->end()) / 2));
        m_weightPopup->setFocus();
        return;
    }
    const NodeItem *item = nodes.size() == 1 ? m_scene->nodeItem(nodes.first()) : nullptr;
    if (!item)
        return;
    const std::vector<Wire> into = m_scene->network().wiresInto(item->id().toStdString());
    if (item->look().hasBias)
        m_weightPopup->openBias(item->id().toStdString(), mapFromScene(item->cardRect().bottomLeft()));
    else if (!into.empty())
        m_weightPopup->openWire(into.front(), mapFromScene(item->cardRect().bottomLeft()));
}

// Words

void NetworkView::rename()
{
    const QStringList ids = m_scene->selectedIds();
    const QString id = ids.size() == 1 ? ids.first() : m_scene->currentNode();
    if (m_scene->noteItem(id))
        return editNote(id);
    const NodeItem *item = m_scene->nodeItem(id);
    if (!item)
        return;
    m_editor = new LineEditor(m_theme, id, false, [this, id](const QString &name) {
        bool renamed = true;
        m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Rename"), [&](Network &network) { renamed = changeNodeId(network, id.toStdString(), name.toStdString()); });
        if (renamed)
            m_scene->selectNodes({name});
        else
            refuse({ZB_TEXT("A name is unique and made of letters, digits, - and _, 40 at most."), {}});
        setFocus();
    }, this);
    m_editor->move(mapFromScene(item->cardRect().topLeft()));
    m_editor->show();
    m_editor->setFocus();
}

void NetworkView::editNote(const QString &id)
{
    const NoteItem *item = m_scene->noteItem(id);
    if (!item)
        return;
    m_editor = new LineEditor(m_theme, QString::fromStdString(item->note().text), true, [this, id](const QString &text) {
        m_scene->edit(QT_TRANSLATE_NOOP("Undo", "Edit note"), [&](Network &network) {
            for (Note &note : network.notes)
                if (QString::fromStdString(note.id) == id)
                    note.text = text.toStdString();
        });
        setFocus();
    }, this);
    m_editor->move(mapFromScene(item->textRect().translated(item->pos()).topLeft().toPoint()));
    m_editor->show();
    m_editor->setFocus();
}

} // namespace zhibei
