#pragma once

#include "core/network/network.h"

namespace zhibei {

/// What an edit of the network means for a training that runs.
struct NetworkChange {
    enum Kind {
        Nothing, ///< places, notes, groups: no number depends on them
        Numbers, ///< settings of losses that are taken over between two steps
        Rebuild  ///< another network
    } kind = Nothing;

    struct Number {
        NodeId node;
        std::string attribute;
        Value value;
    };
    std::vector<Number> numbers;
};

NetworkChange changeBetween(const Network &before, const Network &after);

/// A loss with a learning rate of its own.
bool isLossNode(const Node &node);

} // namespace zhibei
