#pragma once

#include "core/io/file_error.h"
#include "core/lesson/lesson.h"

namespace zhibei {

/// One language's file of a lesson: its title and summary, then a section a scene.
struct LessonWords {
    LessonText lesson;
    struct Section {
        std::string scene;
        SceneText text;
        std::vector<std::string> keys; ///< "try more", "goal", "hint" … in the order of the file
    };
    std::vector<Section> sections;
};

/// Reads `text`, the content of zh.md or en.md; `file` names it in messages. Throws FileError.
LessonWords readLessonWords(const std::string &text, const std::string &file);

/// A link of a lesson: [text](kind:target). Kinds: do, show, view, term, scene.
struct LessonLink {
    std::string kind, target;
    bool operator==(const LessonLink &) const = default;
};
/// In the order of the text; what is not a link of a lesson ("https://…") has the kind "".
std::vector<LessonLink> lessonLinks(const std::string &markdown);

/// A formula in a text: $y = w x$, or alone on its line and large: $$y = w x$$.
struct Formula {
    std::string tex;
    bool display = false;
    size_t at = 0, length = 0; ///< where it stands, dollars included
};
/// In the order of the text. \$ is a dollar.
std::vector<Formula> formulasIn(const std::string &markdown);
/// The name of a formula's picture in the lesson's folder: "formulas/<first 12 hex digits of the SHA-256 of its tex>.svg".
std::string formulaFile(const std::string &tex);

/// A text of a scene that the writer sees under `name`: "body", "try more", "goal", "notice", "hint 1", "notes".
std::vector<std::pair<std::string, std::string>> textsOf(const SceneText &text);

} // namespace zhibei
