#pragma once

#include "core/io/file_error.h"

#include <string>
#include <vector>

namespace zhibei {

/// Writes a .zhicourse: a zip of lesson folders, each under its own name. `folder` is a lesson or holds lessons. Files that
/// no lesson may have are left out. Atomic. Throws FileError. Does not check the lessons: readLesson does. Returns their ids.
std::vector<std::string> packCourse(const std::string &folder, const std::string &path);

/// Unpacks a .zhicourse, which may be hostile, into folders beside each other in `into`, and returns those folders. Every
/// lesson is read first (see readLesson); only when all are good do they appear, in place of older ones of the same name.
/// Throws FileError.
std::vector<std::string> unpackCourse(const std::string &path, const std::string &into, const std::string &resources,
                                      const std::vector<std::string> &views);

} // namespace zhibei
