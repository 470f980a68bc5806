#pragma once

// For the .cpp files of this folder only: nobody else sees protobuf.

#include "core/io/file_error.h"
#include "core/io/onnx/onnx_model.h"

#include <onnx/onnx_pb.h>

namespace zhibei {

/// A tensor of a file at `path`. Weights that lie beside it are read from its folder. Throws FileError.
OnnxTensor tensorFromProto(const onnx::TensorProto &proto, const std::string &path);
void tensorToProto(const OnnxTensor &tensor, const std::string &name, onnx::TensorProto &proto);

/// All bytes of a regular file. Throws FileError.
std::string readBytes(const std::string &path);

/// The file is not what it should be; `where` is what is wrong, in the file's own words.
FileError damagedOnnx(const std::string &path, const std::string &where);

/// The most numbers that all tensors of a file may hold.
constexpr int64_t mostOnnxNumbers = int64_t(1) << 29;

} // namespace zhibei
