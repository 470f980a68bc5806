#pragma once

#include "core/data/dataset.h"
#include "core/program/model.h"

#include <memory>

namespace zhibei {

/// One number of a value of the program: the score of a class, a predicted number, what a neuron says.
struct OneNumber {
    ValueId value = noValue;
    int64_t number = 0;
    auto operator<=>(const OneNumber &) const = default;
};

/// One forward and backward pass of an objective with every number kept: what a training step computes, slowed down and
/// open to the eye. Moves no parameter. Not shared between threads.
///
///     Backpass pass(model, 0, 64);
///     pass.run(*snapshot->parameters, data, samples, {.step = 12, .seed = 1});
///     pass.gradient(model->program.ports.at({"dense1", 0}), 3); // d(mean loss)/d(output) of the fourth sample
class Backpass {
public:
    Backpass(std::shared_ptr<const Model> model, size_t objective, int64_t capacity);
    /// That number takes the place of the loss: every gradient is its slope. In a batch of n samples it is the mean that is
    /// differentiated, so that a sample's gradients are those of its own number divided by n.
    Backpass(std::shared_ptr<const Model> model, const OneNumber &of, int64_t capacity);
    ~Backpass();

    const Model &model() const;
    int64_t capacity() const;

    struct Mode {
        int64_t step = 0;      ///< which random numbers dropout and noise draw
        uint64_t seed = 0;
        bool training = false; ///< false: dropout and noise are off, batch normalisation uses its running means
    };
    /// Computes on these samples of the data, at most `capacity`; they are the batch that the loss is averaged over.
    void run(std::span<const float> parameters, const Dataset &data, std::span<const int64_t> samples, const Mode &mode);
    void run(std::span<const float> parameters, const Dataset &data, std::span<const int64_t> samples) { run(parameters, data, samples, Mode{}); }

    /// The mean loss of the batch, all that joins the objective included.
    double loss() const;
    /// Any value of the program, for sample `i` of the batch; empty if nothing of the objective depends on it.
    std::vector<float> value(ValueId value, int64_t i) const;
    /// d(mean loss)/d(value) for sample `i` of the batch, as many numbers as the value; empty where nothing flows back.
    std::vector<float> gradient(ValueId value, int64_t i) const;
    /// d(mean loss)/d(parameter), laid out as the arena of parameters; zero where nothing flows back.
    std::span<const float> parameterGradients() const;
    /// All ops in running order, backward ones behind the forward ones.
    const Program &program() const;
    /// The value that holds the gradient of a value; noValue where nothing flows back.
    ValueId gradientOf(ValueId value) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace zhibei
