#pragma once

#include "core/io/project.h"
#include "core/program/model.h"

namespace zhibei {

/// Reads an .onnx file as a project that opens in the lab, weights and all. What it predicts gets a loss where one fits:
/// cross-entropy after a softmax or for three scores and more, binary cross-entropy after a sigmoid, else squared loss,
/// against the input itself where both have as many numbers. Its data are random numbers of the right shape until others
/// are chosen. Throws FileError.
Project projectFromOnnx(const std::string &path);

/// A project's model with its weights, or the initial ones where it has none: what exportOnnx takes. Throws FileError,
/// with the first mistake of a node, for a network that cannot compute on data of this type.
struct ReadyModel {
    std::shared_ptr<const Model> model;
    AlignedVector<float> parameters;
};
ReadyModel readyModel(const Project &project, const DataType &data);

} // namespace zhibei
