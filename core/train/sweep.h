#pragma once

#include "core/data/dataset.h"
#include "core/network/network.h"
#include "core/train/history.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>

namespace zhibei {

/// One setting of a node, or of the training as a whole (node "training"), and the values it shall have in turn.
struct SweepAxis {
    NodeId node;
    std::string attribute;
    std::vector<Value> values;
};

struct SweepSetting {
    NodeId node;
    std::string attribute;
    Value value;
    bool operator==(const SweepSetting &) const = default;
};

/// One training of a sweep: which settings it differs by, and its seed.
struct SweepVariant {
    std::vector<SweepSetting> settings;
    int64_t seed = 1;
    size_t combination = 0; ///< counts the combinations of settings; repeats with other seeds share one
};

/// What describes the setting; null where there is no such node or attribute.
const AttributeSpec *sweepAttribute(const Network &network, const NodeId &node, const std::string &attribute);
void applySetting(const SweepSetting &setting, Network &network, Attributes &training);

/// All combinations, the last axis changing fastest, each with `repeat` seeds from `firstSeed` on. Where the seed itself
/// is an axis, it is that axis's.
std::vector<SweepVariant> sweepVariants(const std::vector<SweepAxis> &axes, int64_t firstSeed, int repeat);

/// How long each training takes; the nearest limit ends it. Limits by time end at another step every time.
struct SweepLimits {
    int64_t epochs = 0, steps = 0; ///< 0: no limit
    double seconds = 0;            ///< 0: no limit
};

struct SweepResult {
    bool finished = false; ///< false: not begun, or stopped on its way
    Evaluation result;     ///< of the weights in the end
    int64_t steps = 0;
    double epochs = 0, seconds = 0;
    std::string weightsSha256;
    Text problem;          ///< why it could not train, or not to its end; empty: all is well
};

/// The same network trained from its seed again and again, each time with other settings. Every training is like that of
/// `zhibei train` (MeasuredRun) and has the same bits whatever else is going on.
///
///     Sweep sweep(network, data, training, sweepVariants({{"loss", "optimizer", {"sgd"s, "adam"s}}}, 1, 3), {.epochs = 5});
///     sweep.run(2, {});
///     sweep.result(0).result.test.accuracy
class Sweep {
public:
    Sweep(Network network, std::shared_ptr<const Dataset> data, Attributes training, std::vector<SweepVariant> variants, SweepLimits limits);
    ~Sweep();

    struct How {
        int jobs = 1;    ///< so many trainings at once
        int threads = 1; ///< of each
        std::function<void()> threadBegins = {};      ///< on each job's thread, first of all
        std::function<void(size_t variant)> done = {}; ///< one at a time, on any thread
    };
    /// Trains them all in order; returns when all are done or stopped.
    void run(const How &how, const std::stop_token &stop = {});

    const std::vector<SweepVariant> &variants() const { return m_variants; }
    /// Grows while the variant trains; may be read from any thread at any time.
    const History &history(size_t variant) const;
    /// The newest state; may be read from any thread at any time.
    SweepResult result(size_t variant) const;

private:
    struct Lane;
    void train(size_t variant, int threads, const std::stop_token &stop);
    void set(size_t variant, SweepResult result);

    Network m_network;
    std::shared_ptr<const Dataset> m_data;
    Attributes m_training;
    std::vector<SweepVariant> m_variants;
    SweepLimits m_limits;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    mutable std::mutex m_mutex;
};

} // namespace zhibei
