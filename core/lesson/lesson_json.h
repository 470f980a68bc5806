#pragma once

#include "core/io/file_error.h"
#include "core/lesson/lesson.h"

namespace zhibei {

/// A key of a scene, or of a line of its texts, and what it is for.
struct LessonField {
    std::string usage; ///< "\"pretrain\": N", "- try ID: label"
    std::string help;  ///< marked English sentence
};
/// The keys that a scene of lesson.json may have, by key.
const std::map<std::string, LessonField> &sceneFields();

/// Makes the scenes of the text of a lesson.json, without their words: every field has its type, every action its arguments
/// and every predicate is well formed. What they name is not looked up. Throws FileError.
std::vector<Scene> readScenes(const std::string &text);

} // namespace zhibei
