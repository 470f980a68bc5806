#pragma once

#include "core/io/file_error.h"
#include "core/io/onnx/onnx_model.h"
#include "core/network/diagnostics.h"
#include "core/tensor/tensor.h"

#include <optional>

namespace zhibei {

/// What a name of the graph is in the network that is made of it: numbers that are known already, or the value at an
/// output port. There, the batch is not part of the shape: `batchAxis` says where ONNX has it; -1: one sample is everything.
struct OnnxFlow {
    std::vector<int64_t> dims; ///< as ONNX sees it, the batch included
    int batchAxis = -1;
    PortRef port;
    std::optional<OnnxTensor> constant;

    /// The shape at the port; a single number is {1}.
    Shape sample() const;
};

/// A network made of an ONNX graph.
struct OnnxNetwork {
    Network network;
    std::map<std::string, Tensor> weights; ///< by full name, as projects keep them
    DataType data;                         ///< features and what they mean; the target is open
    struct Input {
        std::string name;
        std::vector<int64_t> dims;
        int64_t begin = 0, count = 0; ///< its numbers among a sample's features
    };
    std::vector<Input> inputs;
    int batchAxis = 0;                     ///< of the inputs; -1: a file without a batch
    std::map<std::string, OnnxFlow> outputs;
};

/// Numbers for inputs that our layers keep as weights.
using OnnxBindings = std::map<std::string, OnnxTensor>;

/// Makes a network of the graph. The batch is the first extent of the inputs, else the second (time first), else there is
/// none. Throws FileError: an operator or a use of one that no layer can express, by its name.
OnnxNetwork importOnnx(const OnnxModel &model, const OnnxBindings &bindings = {});

} // namespace zhibei
