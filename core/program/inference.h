#pragma once

#include "core/program/model.h"

#include <memory>

namespace zhibei {

/// Runs a model forward without training: dropout off, nothing random. Keeps every value, so any output can be
/// read. Not shared between threads; make one per thread.
class Inference {
public:
    explicit Inference(std::shared_ptr<const Model> model, int64_t capacity = 256);
    ~Inference();

    const Model &model() const;
    /// Computes on `count` samples (at most `capacity`), each model().data.features.count() numbers. The losses can be
    /// read too where the right answers are given, row by row. `draw` chooses what a noise source gives.
    void run(std::span<const float> parameters, const float *features, int64_t count, const float *targets = nullptr, int64_t draw = 0);
    int64_t capacity() const;
    /// The output port's value for sample `i` of the last run: shape.count() numbers. Empty if the node has none.
    std::vector<float> output(const PortRef &port, int64_t sample) const;
    /// Any value of the program, for sample `i` of the last run.
    std::vector<float> value(ValueId value, int64_t sample) const;
    /// What the network says about sample `i` (see Model::predictions); empty without a loss node.
    std::vector<float> prediction(int64_t sample, size_t objective = 0) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace zhibei
