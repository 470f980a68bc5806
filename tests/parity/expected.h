#pragma once

#include "core/io/safetensors.h"

#include <QString>

/// What PyTorch says: expected.safetensors, read once.
const std::map<std::string, zhibei::Tensor> &expected();

/// Those of one case, without its name in front. Empty: the file must be made anew.
std::map<std::string, zhibei::Tensor> expectedOf(const std::string &name);

/// Empty if all numbers agree within rtol 1e-4 and atol 1e-5; else the first that does not.
QString difference(std::span<const float> ours, std::span<const float> theirs);
