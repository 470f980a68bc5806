#pragma once

#include "core/io/file_error.h"
#include "core/io/onnx/onnx_model.h"

namespace zhibei {

/// Reads an .onnx file. It is treated as hostile: sizes, counts, depth and types are checked before anything is allocated;
/// weights beside it are read from its own folder only. Throws FileError for what is broken or unsupported as a file;
/// what the operators say is judged by importOnnx.
OnnxModel readOnnx(const std::string &path);

/// Reads a tensor's .pb file, as the ONNX project's test data are. Throws FileError.
struct NamedOnnxTensor {
    std::string name;
    OnnxTensor tensor;
};
NamedOnnxTensor readOnnxTensor(const std::string &path);
void writeOnnxTensor(const NamedOnnxTensor &tensor, const std::string &path);

/// Writes a model. Atomic; throws FileError.
void writeOnnx(const OnnxModel &model, const std::string &path);

} // namespace zhibei
