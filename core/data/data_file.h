#pragma once

#include "core/data/data_source.h"

namespace zhibei {

/// Throws DataError unless `path` is a regular file (no pipe, device or folder) of at most `mostBytes` bytes.
void checkRegularFile(const std::string &path, int64_t mostBytes);

/// The file exists but cannot be read.
DataError unreadable(const std::string &path);

} // namespace zhibei
