#pragma once

#include <span>
#include <string>

namespace zhibei {

/// Writes a whole file or none: a new file beside the old one, flushed to disk, then renamed over it. The old file keeps
/// its permissions; on failure it is untouched and nothing is left behind. A symbolic link stays one. Throws FileError.
void writeFileAtomically(const std::string &path, std::span<const unsigned char> bytes);

} // namespace zhibei
