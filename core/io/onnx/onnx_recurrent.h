#pragma once

#include "core/io/onnx/onnx_importer.h"

namespace zhibei {

/// What an RNN, LSTM or GRU operator says, in our order of gates. Throws where no layer and no steps can express it.
struct RecurrentOperator {
    RecurrentOperator(OnnxImporter &importer, const OnnxNode &node);

    std::string kind() const;  ///< "rnn", "lstm", "gru"
    int64_t gates() const { return op == "LSTM" ? 4 : op == "GRU" ? 3 : 1; }
    /// Whether one of our recurrent layers does the same; otherwise the steps are written out.
    bool isLayer() const;
    /// ONNX's gates [directions][gates·units][width] of one direction as [width][gates·units] in our order.
    std::vector<float> turned(const OnnxTensor &matrix, int64_t direction, int64_t width) const;
    /// What is added for the input (0) or for the state (1); zeros where nothing is given.
    std::vector<float> bias(int64_t direction, int64_t half) const;

    std::string op, key;
    OnnxFlow x;                ///< one sample is {steps, features}
    OnnxTensor w, r, b, peepholes;
    std::optional<OnnxFlow> initialH, initialC;
    std::vector<std::string> activations;
    int64_t steps = 0, features = 0, batch = 0, units = 0, directions = 1;
    bool reverse = false, batchFirst = false, resetAfter = false;
};

/// The steps of a cell that our layers do not have, one by one, sharing their weights: the last states; `sequence` becomes
/// all states {steps, units}.
std::vector<PortRef> writtenOut(OnnxImporter &importer, const RecurrentOperator &op, const PortRef &x, PortRef &sequence);

} // namespace zhibei
