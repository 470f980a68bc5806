#pragma once

#include "core/network/network.h"
#include "core/tensor/shape.h"

#include <map>
#include <optional>

namespace zhibei {

/// What flows along a wire.
struct ValueType {
    Shape shape;
    int classes = 0; ///< > 0: a class index in [0, classes), one number per sample
    bool operator==(const ValueType &) const = default;
    /// Nothing arrives: an optional port without a wire.
    bool absent() const { return shape.rank() == 0; }
};

/// One setting that would put a mistake right.
struct Repair {
    NodeId node;
    std::string attribute;
    Value value;
    bool operator==(const Repair &) const = default;
};

/// A user's mistake, told on the node: what is wrong and what to do.
struct Diagnostic {
    NodeId node;
    Text text;
    bool blocks = true; ///< false: only a remark; training is still possible
    std::optional<Repair> repair = {};
    bool operator==(const Diagnostic &) const = default;
};

/// What the data offer to a network (see Dataset::type).
struct DataType {
    Shape features;
    std::vector<std::string> featureNames; ///< one per number where features is a vector; else empty
    ValueType target;
    int featureClasses = 0; ///< > 0: every feature number is an index below it (the characters of a text)
    bool operator==(const DataType &) const = default;
};

/// The result of reading a network: the type at every output port that is known, and every mistake.
struct Analysis {
    std::map<PortRef, ValueType> types; ///< output ports
    std::vector<Diagnostic> diagnostics;
    std::vector<NodeId> order;          ///< every wire goes forward

    bool trainable() const;
    const ValueType *type(const PortRef &output) const;
    /// The first blocking diagnostic of the node, else its first remark, else null.
    const Diagnostic *diagnostic(const NodeId &node) const;
};

/// Infers shapes from the data onwards and finds mistakes. Microseconds for small networks; call it on every edit.
Analysis analyse(const Network &network, const DataType &data);

} // namespace zhibei
