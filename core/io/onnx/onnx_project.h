#pragma once

#include "core/io/project.h"

namespace zhibei {

/// Reads an .onnx file as a project that opens in the lab, weights and all. What it predicts gets a loss where one fits:
/// cross-entropy after a softmax or for three scores and more, binary cross-entropy after a sigmoid, else squared loss,
/// against the input itself where both have as many numbers. Its data are random numbers of the right shape until others
/// are chosen. Throws FileError.
Project projectFromOnnx(const std::string &path);

} // namespace zhibei
