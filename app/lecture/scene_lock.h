#pragma once

#include "core/io/project.h"

#include <QString>

#include <string>
#include <vector>

namespace zhibei {

/// Why an edit may not be made in a scene that locks these parts ("network", "data", "training"); empty: it may. Where
/// cards stand and notes are nobody's business; the numbers of an objective (rate, optimizer) belong to the training.
QString lockedReason(const std::vector<std::string> &locked, const Project &from, const Project &to);

} // namespace zhibei
