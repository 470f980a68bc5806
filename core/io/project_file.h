#pragma once

#include "core/io/file_error.h"
#include "core/io/project.h"

namespace zhibei {

/// Reads `name.zhibei` (zip) or a bare project.json. The file is treated as hostile: sizes, counts, depth and
/// names are checked before anything is allocated; unknown kinds and attributes, a newer version, a broken
/// archive give one FileError and nothing half loaded.
Project loadProject(const std::string &path);

/// Writes a zip with project.json, weights.safetensors and, unless empty, preview.png. Atomic: a new file beside
/// the old one, flushed, then renamed over it; on failure the old file is untouched. Throws FileError.
/// Weights of a training that diverged (not finite) are left out: the file opens untrained.
void saveProject(const Project &project, const std::string &path, const std::vector<unsigned char> &previewPng = {});

/// project.json as text: versioned, indented, keys sorted, one node a line where it fits a reader.
std::string projectToJson(const Project &project);
/// Throws FileError.
Project projectFromJson(const std::string &json);

/// What a list of templates shows. Title and description are marked texts.
struct TemplateInfo {
    std::string name; ///< "digits"
    std::string title, description;
    bool operator==(const TemplateInfo &) const = default;
};

/// The templates shipped in `resources`/templates, in teaching order. Throws FileError for a broken one.
std::vector<TemplateInfo> templateInfos(const std::string &resources);
/// Every title and description of the shipped templates, marked for translation.
std::vector<std::string> templateTexts();

/// The templates shipped in `resources`/templates, by name ("digits"), in teaching order.
std::vector<std::string> templateNames(const std::string &resources);
/// A template's name or a file's path. Throws FileError (an unknown name lists what there is).
Project openProject(const std::string &nameOrPath, const std::string &resources);

} // namespace zhibei
