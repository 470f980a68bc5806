#pragma once

#include "core/tensor/tensor.h"

#include <map>
#include <string>
#include <vector>

namespace zhibei {

/// The safetensors format: 8 bytes little-endian header length, a JSON header {name: {dtype, shape, data_offsets}},
/// then the numbers. Only F32 is written; F32 and F64 are read. See huggingface.co/docs/safetensors.
std::vector<unsigned char> toSafetensors(const std::map<std::string, Tensor> &tensors);
/// Throws FileError for anything that is not exactly such a file.
std::map<std::string, Tensor> fromSafetensors(const std::vector<unsigned char> &bytes);

} // namespace zhibei
