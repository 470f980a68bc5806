#pragma once

#include <string>

namespace zhibei {

/// The folder of shipped resources: $ZHIBEI_RESOURCES, else share/zhibei beside an installed bin/, else the
/// source tree's resources/ that this program was built from. Empty if none is there.
std::string resourcesPath();

/// The folder with zhibei_zh_CN.qm: translations/ of the build tree, or of the installed share/zhibei.
std::string translationsPath();

} // namespace zhibei
