#pragma once

#include "core/data/dataset.h"
#include "core/train/next_step.h"
#include "core/train/snapshot.h"

#include <functional>
#include <memory>

namespace zhibei {

template <class T>
class Plan;

/// One training, step by step, on the calling thread and TBB's. No clock, no thread of its own: the same
/// calls give the same bits for any number of threads.
///
///     Training training(model, dataset, settings, 2);
///     while (training.step() < 1000) {}
///     std::cout << *training.evaluate().test.accuracy;
class Training {
public:
    /// Starts from the seed's initial weights. threads = 0: as many as the machine has.
    Training(std::shared_ptr<const Model> model, std::shared_ptr<const Dataset> data, Attributes settings, int threads = 0);
    ~Training();

    std::shared_ptr<const Model> model() const;
    const Dataset &data() const;
    /// Back to the initial weights of the seed; step 0.
    void reset();
    /// Goes on where another training stands: steps, and every weight and optimizer number that still fits.
    void resume(const Training &earlier);
    /// Says that the weights have been trained this many steps (they were read from a file).
    void setSteps(int64_t steps);
    /// Trains on one batch; returns the number of steps done. After a loss that is not finite it changes nothing
    /// any more and returns the same number: see `failure`.
    int64_t step();
    int64_t steps() const;
    int64_t stepsPerEpoch() const;
    int64_t batchSize() const;
    double epoch() const;
    int64_t samples() const;
    /// Loss of the newest batch, summed over objectives.
    double batchLoss() const;

    struct Failure { NodeId node; Text text; };
    /// Why training cannot go on, and the first node whose numbers were not finite.
    const std::optional<Failure> &failure() const;
    void clearFailure();

    /// Changes a number of the run without restarting it: an attribute of a loss node (rate, momentum, l2 …).
    void setAttribute(const NodeId &lossNode, const std::string &attribute, const Value &value);

    std::span<float> parameters();
    std::span<const float> parameters() const;
    /// What is measured and shown: the parameters, or their moving average where one is kept.
    std::span<const float> shown() const;

    /// Everything that a training needs to go on with the very same bits, apart from the number of steps: the shown
    /// weights by full name, and beside them raw weights, what optimizers remember, and the best weights so far.
    std::map<std::string, Tensor> exportState() const;
    /// Takes up every number of an exported state that still fits.
    void importState(const std::map<std::string, Tensor> &state);

    /// The same state as one row of numbers, shown weights first: for keeping many states of one training.
    size_t stateCount() const;
    void copyState(std::span<float> row) const;
    /// Stands where a training of the same model, data and settings stood when it had done `steps` and copied `row`.
    void takeState(std::span<const float> row, int64_t steps);
    /// All that the next step depends on, copied: to look into it before it is taken (see rehearse).
    std::shared_ptr<const NextStep> next() const;
    /// The model's network, with the numbers of loss nodes as they have been changed since.
    const Network &network() const;

    /// Where the setting `keep_best` asks for it: remembers the weights at hand if `evaluation`, made of them, has the
    /// smallest test loss so far.
    void keepBest(const Evaluation &evaluation);
    /// The smallest test loss that was kept; nothing without one.
    std::optional<double> bestLoss();
    /// Back to the weights that were kept; false if there are none.
    bool restoreBest();

    /// Metrics over all test samples and the first training samples, as many as `trainSamples` (-1: all).
    Evaluation evaluate(int64_t trainSamples = -1);
    /// The plans of its objectives: what a step consists of.
    std::vector<Plan<float> *> plans();

    /// Metrics over all samples of another dataset of the same type.
    Metrics evaluate(const Dataset &data);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace zhibei
