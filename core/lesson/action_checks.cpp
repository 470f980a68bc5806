#include "core/lesson/action_checks.h"

#include "core/lesson/place.h"
#include "core/lesson/scene_project.h"

#include <algorithm>

namespace zhibei {

namespace {

bool contains(const std::vector<std::string> &list, const std::string &word) { return std::ranges::find(list, word) != list.end(); }

Text checkNode(const std::string &id, const Network &network, const std::string &place)
{
    return network.find(id) ? Text{} : Text{ZB_TEXT("%1: there is no node “%2” in this network."), {place, id}};
}

/// What applyChange does not look at: the arguments of actions that change nothing in the project.
Text checkArgument(const std::string &word, ArgumentType type, const Project &start, const LessonNames &names, const std::string &place)
{
    switch (type) {
    case ArgumentType::Node:
        return checkNode(word, start.network, place);
    case ArgumentType::LearnedNumbers: {
        const size_t dot = word.find('.');
        return dot == std::string::npos ? Text{ZB_TEXT("%1: “%2” should read NODE.PARAMETER, for example dense1.weights."), {place, word}}
                                        : checkNode(word.substr(0, dot), start.network, place);
    }
    case ArgumentType::View:
        return contains(names.views, word) ? Text{} : Text{ZB_TEXT("%1: there is no view “%2”; `zhibei views` lists them."), {place, word}};
    case ArgumentType::NodeView:
        return checkView(word, start.network, names, place);
    case ArgumentType::Scene:
        return contains(names.scenes, word) ? Text{} : Text{ZB_TEXT("%1: there is no scene “%2” in this lesson."), {place, word}};
    default:
        return {};
    }
}

} // namespace

Text checkView(const std::string &view, const Network &network, const LessonNames &names, const std::string &place)
{
    const size_t colon = view.find(':');
    if (!contains(names.views, view.substr(0, colon)))
        return {ZB_TEXT("%1: there is no view “%2”; `zhibei views` lists them."), {place, view.substr(0, colon)}};
    return colon == std::string::npos ? Text{} : checkNode(view.substr(colon + 1), network, place);
}

void checkActions(const Lesson &lesson, const std::vector<LessonAction> &actions, Project &project, const LessonNames &names, const std::string &place)
{
    const Project start = project;
    for (size_t n = 0; n < actions.size(); ++n) {
        const LessonAction &action = actions[n];
        const std::string here = place + "[" + std::to_string(n + 1) + "]";
        const ActionSpec *spec = findAction(action.name);
        if (!spec)
            throw FileError({ZB_TEXT("%1: there is no action “%2”; `zhibei lessons reference` lists them."), {here, action.name}});
        if (action.name == "restore")
            project = start;
        if (spec->changesProject) {
            try {
                applyInLesson(lesson, project, action);
            } catch (const FileError &error) {
                throw at(here, error);
            }
            continue;
        }
        for (size_t i = 0; i < action.arguments.size(); ++i) {
            const auto *word = std::get_if<std::string>(&action.arguments[i]);
            const ArgumentType type = spec->arguments[std::min(i, spec->arguments.size() - 1)];
            if (const Text mistake = word ? checkArgument(*word, type, project, names, here) : Text{}; !mistake.empty())
                throw FileError(mistake);
        }
    }
}

} // namespace zhibei
