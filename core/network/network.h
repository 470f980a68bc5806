#pragma once

#include "core/network/attributes.h"

#include <string>
#include <vector>

namespace zhibei {

/// A node's name in its network: unique, short, readable ("dense1"). It is what files, the command line
/// and saved weights say ("dense1.weights"), and it seeds the node's random numbers.
using NodeId = std::string;

struct Point {
    double x = 0, y = 0;
    bool operator==(const Point &) const = default;
};

struct Node {
    NodeId id;
    std::string kind;      ///< a LayerKind's id
    Attributes attributes; ///< those that differ from the kind's defaults
    Point position;        ///< centre of the node's card on the canvas, in pixels at 100 %
    std::string group;     ///< neurons unfolded from one dense layer share its id here; else empty
    bool operator==(const Node &) const = default;
};

/// A port of a node, counted from 0 within the kind's inputs or outputs.
struct PortRef {
    NodeId node;
    int port = 0;
    bool operator==(const PortRef &) const = default;
    auto operator<=>(const PortRef &) const = default;
};

/// Carries the value of an output port to an input port. A single input port holds one wire; a variadic
/// one holds any number, in the order of `Network::wires`.
struct Wire {
    PortRef from, to;
    bool operator==(const Wire &) const = default;
    auto operator<=>(const Wire &) const = default;
};

/// A remark on the canvas. `target` may name a node that an arrow points to.
struct Note {
    std::string id;
    std::string text;
    Point position;
    NodeId target;
    bool operator==(const Note &) const = default;
};

/// What the canvas edits: nodes, wires and notes. A plain value: always valid to look at, freely copied
/// (undo keeps copies), never throwing for what a user may do. Whether it can train is `analyse`'s business.
///
///     Network net;
///     NodeId in = net.addNode("input"), out = net.addNode("dense", {{"units", int64_t(10)}});
///     net.connect({in, 0}, {out, 0});
class Network {
public:
    std::vector<Node> nodes;
    std::vector<Wire> wires;
    std::vector<Note> notes;

    const Node *find(const NodeId &id) const;
    Node *find(const NodeId &id);

    /// A free id of the form `stem` + number, counting from 1 ("dense2").
    NodeId freeId(const std::string &stem) const;
    NodeId addNode(const std::string &kind, Attributes attributes = {}, Point position = {});
    /// Removes the node and the wires that touch it; notes that pointed to it stay.
    void removeNode(const NodeId &id);
    /// Adds a wire; a single (not variadic) input port that was taken loses its old wire. The same wire twice is one.
    void connect(const PortRef &from, const PortRef &to);
    void disconnect(const Wire &wire);

    std::vector<Wire> wiresInto(const NodeId &id) const;
    std::vector<Wire> wiresInto(const PortRef &port) const;
    std::vector<Wire> wiresFrom(const NodeId &id) const;

    /// Whether data could flow from `from` to `to` along wires (also if they are equal).
    bool reaches(const NodeId &from, const NodeId &to) const;
    /// Ids in an order in which every wire goes forward; nodes on a cycle are left out.
    std::vector<NodeId> sorted() const;

    bool operator==(const Network &) const = default;
};

} // namespace zhibei
