#pragma once

#include "core/io/file_error.h"
#include "core/lesson/lesson.h"

#include <optional>
#include <span>

namespace zhibei {

/// Reads the lesson in a folder: lesson.json, zh.md, en.md. The folder is treated as hostile: everything in it is checked
/// (kinds, nodes, settings, views, links, pictures, sizes), and the first mistake is one FileError that names file,
/// scene and field. `views`: the ids of all views there are. `resources`: where templates and glossary are.
Lesson readLesson(const std::string &folder, const std::string &resources, const std::vector<std::string> &views);

/// What a list of lessons shows.
struct LessonInfo {
    std::string id, folder;                  ///< "08-deep"
    std::map<std::string, LessonText> texts; ///< by language; empty where the lesson is damaged
    size_t scenes = 0;
    Text problem;                            ///< why it cannot be opened; empty: it can
};

/// The lessons in the folders of `folder`, by id; an empty list where there is no such folder.
std::vector<LessonInfo> lessonsIn(const std::string &folder, const std::string &resources, const std::vector<std::string> &views);
/// By id ("08-deep") or number ("8", "08"); null where there is none.
const LessonInfo *findLesson(std::span<const LessonInfo> lessons, const std::string &name);
/// The shipped lessons: `resources`/lessons.
std::string shippedLessons(const std::string &resources);

/// Parts of the window that a scene may show, apart from views: canvas, stage, palette, inspector, curves.
std::span<const std::string> windowParts();
/// Controls that a scene may hide within what it shows: play, step, reset, new_seed, speed, rate …
std::span<const std::string> windowControls();
/// What a scene may lock: network, data, training.
std::span<const std::string> lockable();

} // namespace zhibei
