#include "core/lesson/attempt.h"

#include "core/lesson/actions.h"
#include "core/lesson/place.h"
#include "core/lesson/scene_project.h"
#include "core/train/evaluation_schedule.h"
#include "core/train/stop_rules.h"
#include "core/train/training.h"
#include "core/train/training_settings.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>

namespace zhibei {

namespace {

using Clock = std::chrono::steady_clock;

/// What the window does with a project, without a window: actions change it, training goes on, the state is measured.
class Stage {
public:
    Stage(const Lesson &lesson, Project project, const std::vector<Predicate> &goal, const std::string &resources, int threads)
        : m_lesson(lesson), m_start(std::move(project)), m_goal(goal), m_resources(resources), m_threads(threads)
    {
        restore();
    }

    const SceneState &state() const { return m_state; }
    int64_t trained() const { return m_trained; }
    bool done() const { return reached(m_goal, m_state); }
    void limitTo(double seconds) { m_end = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds)); }

    void act(const LessonAction &action)
    {
        if (findAction(action.name)->changesProject)
            change(action);
        else if (action.name == "play")
            train(std::numeric_limits<int64_t>::max());
        else if (action.name == "step")
            train(static_cast<int64_t>(std::get<double>(action.arguments[0])));
        else if (action.name == "reset")
            m_training->reset();
        else if (action.name == "new_seed")
            newSeed();
        else if (action.name == "weight")
            setWeight(action);
        else if (action.name == "restore")
            restore();
        else
            happen(action);
        measure();
    }

    void train(int64_t steps)
    {
        StopRules rules(m_project.training);
        rules.begin(m_training->steps(), 0, m_training->stepsPerEpoch());
        m_schedule.restart(*m_training);
        for (int64_t i = 0; i < steps && !done() && Clock::now() < m_end; ++i) {
            m_training->step();
            ++m_trained;
            if (const auto &failure = m_training->failure())
                throw FileError({ZB_TEXT("%1: training stopped at step %2. %3"), {failure->node, std::to_string(m_training->steps()), asArgument(failure->text)}});
            std::optional<Evaluation> evaluation;
            if (m_schedule.due(m_training->steps())) {
                m_schedule.done(m_training->steps());
                evaluation = measure();
            }
            if (!rules.check(m_training->steps(), m_training->stepsPerEpoch(), 0, evaluation).text.empty())
                break;
        }
        measure();
    }

private:
    void restore()
    {
        m_project = m_start;
        m_training = trainingOf(m_project, m_resources, m_threads);
        measure();
    }

    /// As on the canvas: weights that still fit stay, unless they would be drawn anew from another seed.
    void change(const LessonAction &action)
    {
        const Attributes before = m_project.training;
        applyInLesson(m_lesson, m_project, action);
        const auto fresh = [&](const char *id) {
            return attributeValue(trainingSchema(), before, id) != attributeValue(trainingSchema(), m_project.training, id);
        };
        const bool anew = fresh("seed") || fresh("init") || fresh("init_spread");
        m_project.weights = anew ? std::map<std::string, Tensor>() : m_training->exportState();
        m_project.steps = anew ? 0 : m_training->steps();
        m_training = trainingOf(m_project, m_resources, m_threads);
        if (action.name == "set")
            m_state.happened.insert("changed " + std::get<std::string>(action.arguments[0]));
    }

    void newSeed()
    {
        const auto seed = std::get<int64_t>(attributeValue(trainingSchema(), m_project.training, "seed"));
        change({"training", {std::string("seed"), static_cast<double>(seed + 1)}, {}});
    }

    void setWeight(const LessonAction &action)
    {
        const auto &name = std::get<std::string>(action.arguments[0]);
        const auto index = static_cast<int64_t>(std::get<double>(action.arguments[1]));
        for (const ParameterView &view : m_training->model()->parameters) {
            if (view.fullName() != name || index >= view.shape.count())
                continue;
            m_training->parameters()[static_cast<size_t>(view.index(index))] = static_cast<float>(std::get<double>(action.arguments[2]));
            return;
        }
        throw FileError({ZB_TEXT("%1: the network has no such learned number."), {actionText(action)}});
    }

    void happen(const LessonAction &action)
    {
        const auto word = [&] { return std::get<std::string>(action.arguments[0]); };
        if (action.name == "view")
            m_state.happened.insert({"visited " + word(), "visited " + word().substr(0, word().find(':'))});
        else if (action.name == "inside")
            m_state.happened.insert("visited inside");
        else if (action.name == "select")
            m_state.happened.insert("selected " + word());
        else if (action.name == "sample")
            m_state.happened.insert("visited sample");
        else if (action.name == "look_back")
            m_state.happened.insert("visited scrubber");
    }

    Evaluation measure()
    {
        const Evaluation evaluation = m_training->evaluate(evaluatedTrainSamples);
        measureMetrics(m_state, evaluation, m_training->stepsPerEpoch());
        measureStructure(m_state, *m_training->model());
        measureLearned(m_state, m_goal, *m_training->model(), m_training->shown());
        return evaluation;
    }

    const Lesson &m_lesson;
    Project m_start, m_project;
    const std::vector<Predicate> &m_goal;
    std::string m_resources;
    int m_threads;
    std::unique_ptr<Training> m_training;
    SceneState m_state;
    EvaluationSchedule m_schedule;
    Clock::time_point m_end = Clock::now();
    int64_t m_trained = 0; ///< also those that a reset has thrown away
};

std::string valueOf(const Predicate &predicate, const SceneState &state)
{
    if (predicate.comparison == Predicate::Comparison::Happened)
        return holds(predicate, state) ? "yes" : "no";
    const auto found = state.measures.find(predicate.argument.empty() ? predicate.subject : predicate.argument);
    if (found == state.measures.end())
        return "";
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, found->second, std::chars_format::general, 5).ptr};
}

} // namespace

bool canAttempt(const Scene &scene)
{
    const auto byHand = [](const Predicate &predicate) {
        return predicate.subject == "did" || (predicate.subject == "visited" && predicate.argument == "draw");
    };
    return !scene.goal.empty() && std::ranges::none_of(scene.goal, byHand);
}

Attempt attempt(const Lesson &lesson, const Scene &scene, const std::string &resources, double seconds, int threads)
{
    Stage stage(lesson, pretrained(sceneProject(lesson, scene, resources), scene.pretrain, resources, threads), scene.goal, resources, threads);
    Attempt result;
    result.atStart = stage.done();
    const auto begin = Clock::now();
    stage.limitTo(seconds);
    for (const LessonAction &action : scene.solution)
        stage.act(action);
    if (scene.playing) // what has been changed goes on training
        stage.train(std::numeric_limits<int64_t>::max());
    result.reached = stage.done();
    result.steps = stage.trained();
    result.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    for (const Predicate &predicate : scene.goal)
        result.values.push_back(valueOf(predicate, stage.state()));
    return result;
}

} // namespace zhibei
