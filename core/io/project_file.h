#pragma once

#include "core/io/project.h"

#include <stdexcept>

namespace zhibei {

/// A file that cannot be read or written: what happened and what to do.
class FileError : public std::runtime_error {
public:
    explicit FileError(Text message) : std::runtime_error(message.english()), text(std::move(message)) {}
    Text text;
};

/// Reads `name.zhibei` (zip) or a bare project.json. The file is treated as hostile: sizes, counts, depth and
/// names are checked before anything is allocated; unknown kinds and attributes, a newer version, a broken
/// archive give one FileError and nothing half loaded.
Project loadProject(const std::string &path);

/// Writes a zip with project.json, weights.safetensors and, unless empty, preview.png. Atomic: a new file beside
/// the old one, flushed, then renamed over it; on failure the old file is untouched. Throws FileError.
void saveProject(const Project &project, const std::string &path, const std::vector<unsigned char> &previewPng = {});

/// project.json as text: versioned, indented, keys sorted, one node a line where it fits a reader.
std::string projectToJson(const Project &project);
/// Throws FileError.
Project projectFromJson(const std::string &json);

/// The templates shipped in `resources`/templates, by name ("digits"), in teaching order.
std::vector<std::string> templateNames(const std::string &resources);
/// A template's name or a file's path. Throws FileError (an unknown name lists what there is).
Project openProject(const std::string &nameOrPath, const std::string &resources);

} // namespace zhibei
