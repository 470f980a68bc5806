#pragma once

#include "core/io/file_error.h"
#include "core/lesson/lesson.h"

namespace zhibei {

/// Makes the scenes of the text of a lesson.json, without their texts: every field has its type, every action its arguments and every
/// predicate is well formed. What they name is not looked up. Throws FileError.
std::vector<Scene> readScenes(const std::string &text);

} // namespace zhibei
