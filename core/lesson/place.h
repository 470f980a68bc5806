#pragma once

#include "core/io/file_error.h"

namespace zhibei {

// Where in a lesson a mistake is: "lesson.json › one-neuron › goal". Every message about a lesson has its place as %1.

/// "outer › inner"
std::string within(const std::string &outer, const std::string &inner);
/// The same mistake, whose place (its first argument) is within `outer`.
FileError at(const std::string &outer, const FileError &error);
FileError at(const std::string &outer, const Text &mistake);
/// A text as the argument of another one: what has no arguments of its own can still be translated.
std::string asArgument(const Text &text);

} // namespace zhibei
