#pragma once

#include <string>

namespace zhibei {

/// The content of a file in a lesson's folder, at most `mostBytes` of valid UTF-8. Throws FileError where it is missing,
/// larger, or not within the folder.
std::string lessonFile(const std::string &folder, const std::string &name, size_t mostBytes);

/// Throws FileError unless `name` ("picture.png", "formulas/0123.svg") is a regular file within the folder; `place` is where
/// the lesson names it.
void requireLessonFile(const std::string &folder, const std::string &name, const std::string &place);

/// Throws FileError if what `name` stands for is not within the folder, by a symbolic link for example.
void requireInside(const std::string &folder, const std::string &name, const std::string &place);

/// Whether a name can only mean a file within the folder that it is relative to.
bool staysInside(const std::string &name);

/// Letters, digits, - and _, at most 64 of them: ids of lessons, scenes and tries.
bool isLessonId(const std::string &id);

} // namespace zhibei
