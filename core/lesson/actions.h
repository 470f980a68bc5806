#pragma once

#include "core/lesson/lesson.h"

#include <span>

namespace zhibei {

/// What an argument of an action means, and so how it is checked.
enum class ArgumentType {
    Node,             ///< "dense1"
    NodeAttribute,    ///< "dense1.units"; the next argument is its value
    TrainingAttribute,///< "seed"; the next argument is its value
    Value,            ///< a number or a text, as the setting before it wants it; on and off are "true" and "false", lists "5,5"
    LearnedNumbers,   ///< "dense1.weights"
    Whole,            ///< a whole number from 0 up
    Real,
    Kind,             ///< "dropout"
    Source,           ///< "spiral"
    View,             ///< "landscape"
    NodeView,         ///< "landscape" or, pinned to a node, "inside:conv1"
    Scene,            ///< a scene's id
};

/// One action that a lesson may name: in the links and tries of a scene, its changes and its solution.
struct ActionSpec {
    std::string name;
    std::vector<ArgumentType> arguments;
    bool repeats = false;        ///< the last argument may be given any number of times
    bool takesOptions = false;   ///< of the kind or the source, as a last argument
    bool changesProject = false; ///< and so may stand in `changes`; applyChange() does it
    std::string usage;           ///< "set NODE.ATTRIBUTE VALUE"
    std::string help;            ///< marked English sentence
};

/// The one list of actions.
std::span<const ActionSpec> actionTable();
/// Null for an unknown name.
const ActionSpec *findAction(const std::string &name);

/// Does to the network, data or settings of a project what an action says whose `changesProject` is true. Weights stay as
/// they are: those that still fit do, when the project is trained. Throws FileError where there is no such node, kind,
/// source or setting, or the value is none for it; then nothing has changed.
void applyChange(Project &project, const LessonAction &action);

/// As in lesson.json: ["set","dense1.units",8]
std::string actionText(const LessonAction &action);

} // namespace zhibei
