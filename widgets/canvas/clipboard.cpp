#include "widgets/canvas/clipboard.h"

#include "core/io/project_file.h"
#include "core/network/name_list.h"

#include <QMimeData>
#include <QSet>

#include <algorithm>

namespace zhibei {

Network extract(const Network &network, const QStringList &ids)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    const auto has = [&](const std::string &id) { return wanted.contains(QString::fromStdString(id)); };
    Network part;
    std::copy_if(network.nodes.begin(), network.nodes.end(), std::back_inserter(part.nodes), [&](const Node &n) { return has(n.id); });
    std::copy_if(network.wires.begin(), network.wires.end(), std::back_inserter(part.wires),
                 [&](const Wire &w) { return has(w.from.node) && has(w.to.node); });
    std::copy_if(network.notes.begin(), network.notes.end(), std::back_inserter(part.notes), [&](const Note &n) { return has(n.id); });
    return part;
}

QMimeData *toMimeData(const Network &part)
{
    Project project;
    project.network = part;
    const std::string json = projectToJson(project);
    auto *data = new QMimeData;
    data->setData(QString::fromLatin1(networkMimeType), QByteArray::fromStdString(json));
    data->setText(QString::fromStdString(json));
    return data;
}

std::optional<Network> fromMimeData(const QMimeData *data)
{
    if (!data || !data->hasFormat(QString::fromLatin1(networkMimeType)))
        return std::nullopt;
    try {
        return projectFromJson(data->data(QString::fromLatin1(networkMimeType)).toStdString()).network;
    } catch (const std::exception &) { // a clipboard of another make: nothing to paste
        return std::nullopt;
    }
}

std::string freeNoteId(const Network &network)
{
    for (int i = 1;; ++i) {
        const std::string id = "note" + std::to_string(i);
        if (std::none_of(network.notes.begin(), network.notes.end(), [&](const Note &note) { return note.id == id; }))
            return id;
    }
}

QStringList merge(Network &network, const Network &part, Point offset)
{
    std::map<NodeId, NodeId> fresh;
    std::map<std::string, std::string> groups;
    QStringList made;
    for (const Node &node : part.nodes) {
        Node copy = node;
        copy.id = network.freeId(node.kind);
        copy.position = {node.position.x + offset.x, node.position.y + offset.y};
        if (!node.group.empty()) {
            auto &group = groups[node.group];
            for (int i = 1; group.empty(); ++i) {
                const std::string name = "dense" + std::to_string(i);
                const bool taken = std::any_of(network.nodes.begin(), network.nodes.end(), [&](const Node &n) { return n.group == name || n.id == name; });
                if (!taken)
                    group = name;
            }
            copy.group = group;
        }
        fresh[node.id] = copy.id;
        made << QString::fromStdString(copy.id);
        network.nodes.push_back(std::move(copy));
    }
    for (const auto &[original, copy] : fresh)
        renameIn(network.find(copy)->attributes, fresh);
    for (const Wire &wire : part.wires)
        if (fresh.count(wire.from.node) && fresh.count(wire.to.node))
            network.wires.push_back({{fresh[wire.from.node], wire.from.port}, {fresh[wire.to.node], wire.to.port}});
    for (const Note &note : part.notes) {
        Note copy = note;
        copy.id = freeNoteId(network);
        copy.position = {note.position.x + offset.x, note.position.y + offset.y};
        copy.target = fresh.count(note.target) ? fresh[note.target] : network.find(note.target) ? note.target : NodeId();
        made << QString::fromStdString(copy.id);
        network.notes.push_back(std::move(copy));
    }
    return made;
}

bool changeNodeId(Network &network, const NodeId &from, const NodeId &to)
{
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; };
    const bool good = !to.empty() && to.size() <= 40 && std::all_of(to.begin(), to.end(), plain);
    Node *node = network.find(from);
    if (!good || !node || (from != to && network.find(to)))
        return false;
    node->id = to;
    for (Wire &wire : network.wires) {
        wire.from.node = wire.from.node == from ? to : wire.from.node;
        wire.to.node = wire.to.node == from ? to : wire.to.node;
    }
    for (Note &note : network.notes)
        note.target = note.target == from ? to : note.target;
    for (Node &other : network.nodes)
        renameIn(other.attributes, {{from, to}});
    return true;
}

} // namespace zhibei
