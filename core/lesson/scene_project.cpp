#include "core/lesson/scene_project.h"

#include "core/io/project_file.h"
#include "core/lesson/actions.h"
#include "core/lesson/lesson_files.h"
#include "core/lesson/place.h"
#include "core/train/training.h"

#include <algorithm>
#include <filesystem>

namespace zhibei {

namespace {

constexpr size_t mostProjectBytes = size_t(2) << 20;

Project projectOfFile(const std::string &folder, const std::string &name, const std::string &place)
{
    requireLessonFile(folder, name, place);
    const std::string text = lessonFile(folder, name, mostProjectBytes);
    try {
        return projectFromJson(text);
    } catch (const FileError &error) {
        throw FileError({ZB_TEXT("%1: “%2” cannot be opened. %3"), {place, name, asArgument(error.text)}});
    }
}

Project templateOf(const std::string &name, const std::string &resources, const std::string &place)
{
    std::error_code error;
    if (!isLessonId(name) || !std::filesystem::is_regular_file(resources + "/templates/" + name + ".json", error))
        throw FileError({ZB_TEXT("%1: there is no template “%2”; `zhibei templates` lists them."), {place, name}});
    return openProject(name, resources);
}

/// Files of data that a lesson brings are named relative to its folder.
void findFiles(DataSpec &data, const std::string &folder, const std::string &place)
{
    const DataSource *source = findDataSource(data.source);
    for (auto &[id, value] : data.options) {
        const AttributeSpec *spec = source ? findAttribute(source->options, id) : nullptr;
        auto *name = spec && spec->type == AttributeType::Text ? std::get_if<std::string>(&value) : nullptr;
        const bool found = name && name->starts_with(folder + "/") && staysInside(name->substr(folder.size() + 1));
        if (!name || name->empty() || found) // by the scene that this one starts from
            continue;
        std::error_code error;
        if (!staysInside(*name) && name->find_first_of("/\\") != std::string::npos)
            throw FileError({ZB_TEXT("%1: “%2” leaves the lesson's folder."), {place, *name}});
        if (!std::filesystem::exists(folder + "/" + *name, error)) // not a file at all: the name of a column
            continue;
        requireInside(folder, *name, place);
        *name = folder + "/" + *name;
    }
}

Project startOf(const Lesson &lesson, const Scene &scene, const std::string &resources, const std::string &place)
{
    switch (scene.start.from) {
    case SceneStart::From::Nothing:
        return {};
    case SceneStart::From::Template:
        return templateOf(scene.start.name, resources, place);
    case SceneStart::From::File:
        return projectOfFile(lesson.folder, scene.start.name, place);
    case SceneStart::From::Scene:
        break;
    }
    const auto self = std::ranges::find(lesson.scenes, scene.id, &Scene::id);
    const auto earlier = std::find_if(lesson.scenes.begin(), self, [&](const Scene &other) { return other.id == scene.start.name; });
    if (earlier == self) // a scene can only begin where an earlier one does, so there are no cycles
        throw FileError({ZB_TEXT("%1: no scene “%2” comes before this one."), {place, scene.start.name}});
    return sceneProject(lesson, *earlier, resources);
}

Text mistakeOf(const Network &network, const DataType &data)
{
    const Analysis analysis = analyse(network, data);
    for (const Diagnostic &diagnostic : analysis.diagnostics)
        if (diagnostic.blocks && diagnostic.node.empty())
            return diagnostic.text;
        else if (diagnostic.blocks)
            return {ZB_TEXT("%1: this network cannot train. %2"), {diagnostic.node, asArgument(diagnostic.text)}};
    return analysis.trainable() ? Text{} : Text{ZB_TEXT("The network has no loss, so there is nothing to train."), {}};
}

} // namespace

void applyInLesson(const Lesson &lesson, Project &project, const LessonAction &action)
{
    applyChange(project, action);
    if (action.name == "data")
        findFiles(project.data, lesson.folder, actionText(action));
}

Project sceneProject(const Lesson &lesson, const Scene &scene, const std::string &resources)
{
    const std::string place = within("lesson.json", scene.id);
    Project project = startOf(lesson, scene, resources, within(place, "start"));
    for (size_t i = 0; i < scene.changes.size(); ++i)
        try {
            applyInLesson(lesson, project, scene.changes[i]);
        } catch (const FileError &error) {
            throw at(within(place, "changes[" + std::to_string(i + 1) + "]"), error);
        }
    findFiles(project.data, lesson.folder, place);
    return project;
}

std::unique_ptr<Training> trainingOf(const Project &project, const std::string &resources, int threads)
{
    const auto data = makeDataset(project.data, resources);
    if (Text mistake = mistakeOf(project.network, data->type()); !mistake.empty())
        throw FileError(std::move(mistake));
    if (data->trainCount == 0)
        throw FileError({ZB_TEXT("There are no samples to train on."), {}});
    auto training = std::make_unique<Training>(buildModel(project.network, data->type()), data, project.training, threads);
    if (!project.weights.empty())
        training->importState(project.weights);
    training->setSteps(project.steps);
    return training;
}

Project pretrained(Project project, int64_t steps, const std::string &resources, int threads, const std::stop_token &stop)
{
    if (steps <= 0)
        return project;
    const auto training = trainingOf(project, resources, threads);
    for (int64_t i = 0; i < steps && !stop.stop_requested(); ++i) {
        training->step();
        if (const auto &failure = training->failure())
            throw FileError({ZB_TEXT("%1: training stopped at step %2. %3"), {failure->node, std::to_string(training->steps()), asArgument(failure->text)}});
    }
    project.weights = training->exportState();
    project.steps = training->steps();
    return project;
}

} // namespace zhibei
