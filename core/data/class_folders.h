#pragma once

#include "core/data/data_source.h"

#include <functional>

namespace zhibei {

/// Reads a folder whose subfolders are classes. Subfolders and the files in them come in the order of their names; what
/// starts with a dot is left alone. `read` gives the numbers of a file, all of `shape`, or none if it cannot be read:
/// those are counted in `note`. A class without a readable file is left out. Throws DataError unless there are files of
/// two classes; at most 1,000 classes and a million files are read.
Dataset readClassFolders(const std::string &folder, const Shape &shape,
                         const std::function<std::vector<float>(const std::string &path)> &read);

} // namespace zhibei
