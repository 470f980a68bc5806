#pragma once

#include "core/lesson/lesson.h"
#include "core/program/model.h"
#include "core/train/metrics.h"

#include <set>
#include <span>

namespace zhibei {

/// What a predicate may speak of.
struct PredicateSpec {
    enum class Kind {
        Metric,    ///< measured by evaluating: "test_accuracy"
        Progress,  ///< "steps"
        Structure, ///< counted in the network: "neurons"
        Learned,   ///< a learned number: the argument names it, "dense1.weights[0]"; subject "learned"
        Event      ///< something that has happened: "visited landscape"
    };
    std::string subject;
    Kind kind = Kind::Metric;
    std::string usage; ///< "visited VIEW"
    std::string help;  ///< marked English sentence
};

/// The one list of measures and events.
std::span<const PredicateSpec> predicateTable();
const PredicateSpec *findPredicate(const std::string &subject);

/// "test_accuracy >= 0.95", "dense1.bias[0] = 0.2857 +- 0.001", "visited landscape". Throws FileError that says what was expected.
Predicate parsePredicate(const std::string &text);
/// The same text again; for an event also its name in SceneState::happened.
std::string predicateText(const Predicate &predicate);

/// What is known of a scene while somebody works on it. Measures that are not known (yet) are absent.
struct SceneState {
    std::map<std::string, double> measures; ///< by subject; learned numbers by name ("dense1.weights[0]")
    std::set<std::string> happened;         ///< "visited landscape", "did more", "selected dense1", "changed dense1.units"
};

/// False also for a measure that is absent or not finite.
bool holds(const Predicate &predicate, const SceneState &state);
/// Whether all of them hold; an empty goal is never reached.
bool reached(const std::vector<Predicate> &goal, const SceneState &state);

/// Puts the metrics of an evaluation, the steps and the epochs into a state.
void measureMetrics(SceneState &state, const Evaluation &evaluation, int64_t stepsPerEpoch);
/// Puts neurons, layers and parameters of a network into a state; a network that cannot train leaves them absent.
void measureStructure(SceneState &state, const Network &network, const DataType &data);
void measureStructure(SceneState &state, const Model &model);
/// Puts the learned numbers into a state of which `goal` speaks. `parameters`: Snapshot's or Training::shown().
void measureLearned(SceneState &state, const std::vector<Predicate> &goal, const Model &model, std::span<const float> parameters);

} // namespace zhibei
