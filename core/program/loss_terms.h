#pragma once

#include "core/program/backward.h"
#include "core/program/model.h"

namespace zhibei {

/// What an objective's turn minimises: its own loss and those that join it.
std::vector<LossTerm> lossTerms(const Model &model, const Objective &objective);

} // namespace zhibei
