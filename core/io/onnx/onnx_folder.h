#pragma once

#include "core/io/file_error.h"
#include "core/program/model.h"

namespace zhibei {

/// How near numbers must be: |a − b| ≤ absolute + relative·|b|.
struct OnnxTolerance {
    double relative = 1e-3, absolute = 1e-7;
};

/// How one set of test data came out.
struct OnnxVerdict {
    std::string set;            ///< "test_data_set_0"
    bool passed = false;
    double difference = 0;      ///< the largest |a − b| of all outputs
    std::string output;         ///< where it is
};

/// Runs a folder as the ONNX project has them for tests (model.onnx, test_data_set_*/input_*.pb, output_*.pb) and compares
/// what comes out. Inputs that our layers hold as weights are taken from the data. Throws FileError.
std::vector<OnnxVerdict> evalOnnxFolder(const std::string &folder, const OnnxTolerance &tolerance = {});

/// Writes such a folder: the model as exportOnnx makes it, and one set with these samples and what we make of them.
/// `features`: `count` samples. Throws FileError.
void writeOnnxFolder(const std::string &folder, std::shared_ptr<const Model> model, std::span<const float> parameters,
                     const float *features, int64_t count);

} // namespace zhibei
