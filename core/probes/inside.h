#pragma once

#include "core/probes/probe.h"

#include <span>

namespace zhibei {

/// A node laid open for one sample: the ops between what arrives at it and what leaves it, and every number they read or
/// write. Whoever wants to know how one of these numbers came about takes it apart: see window_layer.h, dense_layer.h,
/// recurrent_layer.h, attention_layer.h and routing_layer.h.
///
///     const auto inside = std::dynamic_pointer_cast<const Inside>(ask(InsideProbe("conv1", 3), moment));
///     inside->numbers(inside->output());
struct Inside : Answer {
    std::shared_ptr<const Model> model;
    std::shared_ptr<const AlignedVector<float>> parameters;
    NodeId node;
    int64_t sample = 0;
    std::vector<int> ops;           ///< indices into the program, in running order
    std::vector<ValueId> arrives;   ///< what the ops read and others made, in the order it is read first
    std::map<ValueId, std::vector<float>> samples; ///< the numbers of every value of a sample but those an op only works in

    const Program &program() const { return model->program; }
    const OpInstance &op(int index) const { return model->program.ops[size_t(index)]; }
    const Shape &shape(ValueId value) const { return model->program.shape(value); }
    /// The numbers of any value, parameters included, as the program lays them out; empty where there are none.
    std::span<const float> numbers(ValueId value) const;
    /// What leaves the node; for a loss, the loss. noValue where nothing does.
    ValueId output(int port = 0) const;
    /// The n-th op of a kind; null if the node has fewer.
    const OpInstance *find(const Op &kind, int n = 0) const;
    /// What one value goes through next if that is a function applied to each of its numbers, or to all of them together
    /// (softmax); else null.
    const OpInstance *functionAfter(ValueId value) const;
    /// The value's shape before it was laid out in a row: of a picture for what a Flatten node made of it.
    Shape shapeBeforeFlattening(ValueId value) const;
};

class InsideProbe : public Probe {
public:
    using Answer = Inside;
    /// `drawn`: a picture instead of the sample's, as many numbers; empty: none.
    InsideProbe(NodeId node, int64_t sample, std::vector<float> drawn = {}) : m_node(std::move(node)), m_sample(sample), m_drawn(std::move(drawn)) {}
    std::string key() const override;
    std::shared_ptr<zhibei::Answer> answer(const Moment &moment) const override;

private:
    NodeId m_node;
    int64_t m_sample;
    std::vector<float> m_drawn;
};

} // namespace zhibei
