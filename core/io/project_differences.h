#pragma once

#include "core/io/project.h"

#include <span>

namespace zhibei {

/// One thing in which projects differ: whose it is, what it is, and how it is in each of them.
struct ProjectDifference {
    std::string owner; ///< a node's id; empty: the training, the data or the network as a whole
    std::string what;  ///< a marked text: "Learning rate"
    std::vector<std::string> values; ///< one a project: a number, a marked text or a name; empty: there is no such node
    bool operator==(const ProjectDifference &) const = default;
};

/// Only what differs, in reading order: the data, the network, the layers' settings, the training. Settings that do not
/// apply (the momentum of Adam) and places on the canvas do not count.
std::vector<ProjectDifference> projectDifferences(std::span<const Project *const> projects);

} // namespace zhibei
