#include "core/io/project_reader.h"
#include "core/layers/layer_kind.h"

#include <charconv>
#include <map>
#include <set>

namespace zhibei {

using nlohmann::json;

namespace {

constexpr size_t mostNodes = 20'000;
constexpr size_t mostWires = 200'000;
constexpr size_t mostNotes = 2'000;
constexpr size_t mostNameBytes = 64;
constexpr size_t mostNoteBytes = 10'000;
constexpr double mostPixels = 1e6;
constexpr int mostPorts = 10'000;

bool goodId(const std::string &id)
{
    for (char c : id)
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'))
            return false;
    return !id.empty() && id.size() <= mostNameBytes;
}

Point readPosition(const json &object, const std::string &where)
{
    return {numberMember(object, "x", where, mostPixels), numberMember(object, "y", where, mostPixels)};
}

Attributes readAttributes(const std::string &node, const LayerKind &kind, const json &object)
{
    if (!object.is_object())
        throw wrongPart(node + ".attributes");
    Attributes attributes;
    for (const auto &[id, value] : object.items()) {
        const AttributeSpec *spec = findAttribute(kind.attributes, id);
        if (!spec)
            throw FileError({ZB_TEXT("Node “%1” has an unknown setting “%2”: remove it, or update Zhibei."), {node, id}});
        const std::string shown = value.dump(-1, ' ', false, json::error_handler_t::replace).substr(0, 80);
        attributes[id] = readValue(*spec, value, FileError({ZB_TEXT("Node “%1”: “%2” cannot be %3. Correct or remove it."), {node, id, shown}}));
    }
    return attributes;
}

Node readNode(const json &object)
{
    checkMembers(object, "network.nodes", {"id", "kind", "attributes", "x", "y", "group"});
    Node node;
    node.id = textMember(object, "id", "network.nodes", mostNameBytes);
    if (!goodId(node.id))
        throw FileError({ZB_TEXT("“%1” cannot name a node: use letters, digits, - and _ only."), {node.id}});
    node.kind = textMember(object, "kind", node.id, mostNameBytes);
    const LayerKind *kind = findKind(node.kind);
    if (!kind)
        throw FileError({ZB_TEXT("Node “%1” is of the unknown kind “%2”: update Zhibei, or remove the node."), {node.id, node.kind}});
    node.position = readPosition(object, node.id);
    node.group = textMember(object, "group", node.id, mostNameBytes, "");
    if (object.contains("attributes"))
        node.attributes = readAttributes(node.id, *kind, object["attributes"]);
    return node;
}

/// "dense1:0"
PortRef readPort(const json &value)
{
    if (!value.is_string())
        throw wrongPart("network.wires");
    const auto &text = value.get_ref<const std::string &>();
    const size_t colon = text.find(':');
    PortRef port;
    port.node = text.substr(0, colon);
    const char *begin = text.data() + std::min(text.size(), colon == std::string::npos ? colon : colon + 1), *end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(begin, end, port.port);
    if (colon == std::string::npos || error != std::errc() || rest != end || port.port < 0 || port.port >= mostPorts)
        throw wrongPart("network.wires");
    return port;
}

class WireReader {
public:
    explicit WireReader(const std::vector<Node> &nodes)
    {
        for (const Node &node : nodes)
            m_kinds[node.id] = findKind(node.kind);
    }

    Wire read(const json &value)
    {
        if (!value.is_array() || value.size() != 2)
            throw wrongPart("network.wires");
        Wire wire{readPort(value[0]), readPort(value[1])};
        kindOf(wire.from);
        const auto &inputs = kindOf(wire.to).inputs;
        if (static_cast<size_t>(wire.to.port) >= inputs.size())
            throw FileError({ZB_TEXT("A wire goes to input %2 of node “%1”, which does not exist: remove the wire."),
                             {wire.to.node, std::to_string(wire.to.port)}});
        const bool taken = !m_taken.insert(wire.to).second && !inputs[static_cast<size_t>(wire.to.port)].variadic;
        if (taken || !m_wires.insert(wire).second)
            throw FileError({ZB_TEXT("Node “%1” has more than one wire where one may go, or the same wire twice: remove one."), {wire.to.node}});
        return wire;
    }

private:
    const LayerKind &kindOf(const PortRef &port) const
    {
        const auto found = m_kinds.find(port.node);
        if (found == m_kinds.end())
            throw FileError({ZB_TEXT("A wire ends at node “%1”, which does not exist: remove the wire."), {port.node}});
        return *found->second;
    }

    std::map<NodeId, const LayerKind *> m_kinds;
    std::set<PortRef> m_taken;
    std::set<Wire> m_wires;
};

Note readNote(const json &object)
{
    checkMembers(object, "network.notes", {"id", "text", "x", "y", "target"});
    Note note;
    note.id = textMember(object, "id", "network.notes", mostNameBytes);
    note.text = textMember(object, "text", "network.notes", mostNoteBytes, "");
    note.position = readPosition(object, "network.notes");
    note.target = textMember(object, "target", "network.notes", mostNameBytes, "");
    return note;
}

void checkUnique(std::set<std::string> &ids, const std::string &id)
{
    if (!ids.insert(id).second)
        throw FileError({ZB_TEXT("Two things in the project are called “%1”: rename one."), {id}});
}

} // namespace

Network readNetwork(const json &object)
{
    checkMembers(object, "network", {"nodes", "wires", "notes"});
    Network network;
    std::set<std::string> nodeIds, noteIds;
    for (const json &element : listMember(object, "nodes", "network", mostNodes)) {
        network.nodes.push_back(readNode(element));
        checkUnique(nodeIds, network.nodes.back().id);
    }
    WireReader wires(network.nodes);
    for (const json &element : listMember(object, "wires", "network", mostWires))
        network.wires.push_back(wires.read(element));
    for (const json &element : listMember(object, "notes", "network", mostNotes)) {
        network.notes.push_back(readNote(element));
        checkUnique(noteIds, network.notes.back().id);
    }
    return network;
}

} // namespace zhibei
