#pragma once

#include "core/io/project.h"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace zhibei {

// A lesson is a folder: lesson.json says what is on stage, zh.md and en.md say it in words. These are its values;
// read_lesson.h reads them, scene_project.h makes the project of a scene.

/// One thing done to a scene, by name: ["set", "dense1.units", 8]. What there is stands in actionTable().
struct LessonAction {
    std::string name;
    std::vector<std::variant<double, std::string>> arguments; ///< as many and of such types as the table says
    Attributes options;                                       ///< of a kind or a data source, where the action takes some
    bool operator==(const LessonAction &) const = default;
};

/// A condition that the lab itself checks: "test_accuracy >= 0.95", "visited landscape", "did deeper".
struct Predicate {
    enum class Comparison { AtLeast, AtMost, Near, Happened };
    std::string subject;      ///< a measure of predicateTable(), or what was visited or done
    std::string argument;     ///< of a measure that takes one (a learned number "dense1.weights[0]"), or what was visited or done
    Comparison comparison = Comparison::Happened;
    double value = 0, tolerance = 0;
    bool operator==(const Predicate &) const = default;
};

/// Where a scene's network comes from.
struct SceneStart {
    enum class From { Nothing, Template, File, Scene } from = From::Nothing;
    std::string name;         ///< of the template, of a file in the lesson's folder, or of an earlier scene
};

/// What is said of a scene in one language.
struct SceneText {
    std::string title, body;  ///< Markdown; links do:TRY, show:NODE, view:ID, term:TERM; formulas $…$
    std::map<std::string, std::string> tries; ///< label of each button
    std::string goal, notice; ///< what to reach, and what to say when it is reached
    std::vector<std::string> hints;
    std::string notes;        ///< for the speaker alone
};

struct Scene {
    std::string id;
    SceneStart start;
    std::vector<LessonAction> changes; ///< to the start, before anything is shown
    int64_t pretrain = 0;              ///< steps trained before it is shown
    int speed = 0;                     ///< steps a second, 0 flat out
    bool playing = false;
    std::vector<std::string> show;     ///< parts of the window and views ("curves", "inside:conv1")
    std::vector<std::string> hide;     ///< parts of the window and controls
    std::vector<std::string> lock;     ///< "network", "data", "training"
    std::vector<std::string> highlight; ///< nodes
    std::vector<std::pair<std::string, std::vector<LessonAction>>> tries; ///< in the order of the buttons
    std::vector<Predicate> goal;       ///< all of them; empty: nothing to reach
    std::vector<LessonAction> solution; ///< "show me"
    std::map<std::string, SceneText> texts; ///< by language, "zh" and "en"
};

struct LessonText {
    std::string title, summary;
};

struct Lesson {
    std::string id;     ///< the folder's name: "08-deep"
    std::string folder; ///< where its files are
    std::map<std::string, LessonText> texts; ///< by language
    std::vector<Scene> scenes;

    const Scene *find(const std::string &scene) const;
};

} // namespace zhibei
