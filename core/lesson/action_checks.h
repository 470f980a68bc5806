#pragma once

#include "core/lesson/actions.h"

#include <set>

namespace zhibei {

/// What the actions, links and predicates of a scene may name.
struct LessonNames {
    std::vector<std::string> views;
    std::vector<std::string> scenes;
};

/// Whether `view` is "VIEW" or "VIEW:NODE" with a known view and, where one is named, a node of the network. An empty text: yes.
/// Messages have `place` as their first argument.
Text checkView(const std::string &view, const Network &network, const LessonNames &names, const std::string &place);

/// Throws FileError for the first of the actions that cannot be done to the project; does those that change it.
void checkActions(const Lesson &lesson, const std::vector<LessonAction> &actions, Project &project, const LessonNames &names, const std::string &place);

} // namespace zhibei
