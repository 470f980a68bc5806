#pragma once

#include <cstdint>
#include <string>

namespace zhibei {

/// A text file as UTF-8, without a byte order mark; Chinese text in GB18030 or GBK is converted. Throws DataError for
/// what is no text, or larger than `mostBytes`.
std::string readTextFile(const std::string &path, int64_t mostBytes);

} // namespace zhibei
