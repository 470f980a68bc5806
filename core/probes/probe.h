#pragma once

#include "core/data/data_source.h"
#include "core/train/snapshot.h"

#include <map>
#include <memory>
#include <stop_token>
#include <string>

namespace zhibei {

class Backpass;
class Inference;
struct OneNumber;

/// What it takes to compute on a model away from its trainer; kept from question to question, since planning costs more
/// than asking. Used by one thread at a time.
class ProbeTools {
public:
    ProbeTools();
    ~ProbeTools();
    /// Forward, on up to probeBatch samples at once.
    Inference &inference(const std::shared_ptr<const Model> &model);
    /// Forward and backward for one objective, on up to `capacity` samples at once.
    Backpass &backpass(const std::shared_ptr<const Model> &model, size_t objective, int64_t capacity);
    /// The same for one number instead of a loss, on one sample at a time.
    Backpass &slopes(const std::shared_ptr<const Model> &model, const OneNumber &of);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// As many samples as a probe looks at in one go.
constexpr int64_t probeBatch = 64;

/// One moment of a training, ready to be asked about.
struct Moment {
    std::shared_ptr<const Snapshot> snapshot; ///< with model and parameters
    std::shared_ptr<const Dataset> data;      ///< of the model's type
    DataSpec spec;                            ///< how base inputs become features
    ProbeTools *tools = nullptr;
    std::stop_token stop;                     ///< nobody waits for the answer any more: long work may end early

    const std::shared_ptr<const Model> &model() const { return snapshot->model; }
    std::span<const float> parameters() const { return *snapshot->parameters; }
    Inference &inference() const { return tools->inference(model()); }
    Backpass &backpass(size_t objective = 0, int64_t capacity = probeBatch) const { return tools->backpass(model(), objective, capacity); }
    Backpass &slopes(const OneNumber &of) const { return tools->slopes(model(), of); }
};

/// What a probe found. Immutable once sent; each kind of probe has its own.
struct Answer {
    virtual ~Answer() = default;
    std::shared_ptr<const Snapshot> snapshot; ///< the moment it was asked about
};

/// A question of a view about one moment of a training. Answered from a snapshot on a thread of low priority, so that it
/// never holds up the trainer. Immutable.
///
///     struct WeightSum : Answer { double sum = 0; };
///     class WeightSumProbe : public Probe {
///         std::string key() const override { return "weight sum"; }
///         std::shared_ptr<Answer> answer(const Moment &moment) const override
///         {
///             auto found = std::make_shared<WeightSum>();
///             for (float w : moment.parameters()) found->sum += double(w);
///             return found;
///         }
///     };
class Probe {
public:
    virtual ~Probe() = default;
    /// Two probes with equal keys ask the same; kind and settings are in it.
    virtual std::string key() const = 0;
    /// Null where the network or its data have no such thing. May throw; then the question stays unanswered.
    virtual std::shared_ptr<Answer> answer(const Moment &moment) const = 0;
    /// Seconds that an answer stays good enough while training goes on.
    virtual double staysGood() const { return 0; }
    /// It may take seconds: quick questions do not wait behind it.
    virtual bool takesLong() const { return false; }
};

/// Asks and notes the moment; null without an answer, or where snapshot and data do not belong together.
std::shared_ptr<const Answer> ask(const Probe &probe, const Moment &moment);

} // namespace zhibei
