#pragma once

#include "core/program/plan.h"
#include "tests/parity/parity_cases.h"

#include "core/program/model.h"

#include <memory>

/// A program around one case. What arrives are rows of tables, one a sample, so that the gradient of each input is that of
/// a parameter: nodes "in0", "in1" … hold it. The loss is the mean over the batch of what the kind says or, where it judges
/// nothing, of the sum of its outputs times the numbers of the tables "pull0", "pull1" …
class ParityProgram {
public:
    explicit ParityProgram(const ParityCase &parity);

    const zhibei::Model &model() const { return *m_model; }
    /// The parameters of everything; to be filled before `run`.
    std::span<float> parameters() { return m_parameters; }
    void run();

    int outputs() const { return int(m_outputs.size()); }
    /// One after the other the samples of an output.
    std::vector<float> output(int port) const;
    float gradient(int64_t index) const { return m_gradients.empty() ? 0 : m_gradients[size_t(index)]; }

private:
    zhibei::ValueId table(const std::string &name, const zhibei::Shape &each);

    const ParityCase &m_case;
    std::unique_ptr<zhibei::Model> m_model;
    zhibei::ValueId m_loss = zhibei::noValue;
    std::vector<zhibei::ValueId> m_outputs;
    std::unique_ptr<zhibei::Plan<float>> m_plan;
    zhibei::AlignedVector<float> m_parameters;
    std::vector<float> m_gradients;
};
