#pragma once

#include "core/probes/probe.h"
#include "core/train/history.h"

namespace zhibei {

/// An illness of a network or its training: what was measured, where, and one thing to try.
struct Finding {
    std::string rule;    ///< "dead_relu"; as in files and in the command line's JSON
    NodeId node;         ///< whom it concerns; empty: the training as a whole
    double measured = 0; ///< the number that gave it away
    Text text, advice;
};

/// What is wrong with a network at one moment; nothing is a good sign.
struct Diagnosis : Answer {
    std::vector<Finding> findings;
    int64_t samples = 0; ///< looked at
};

/// Looks at a batch of training samples, at the gradient of the loss on it, and at what the network says about the test
/// samples: dying ReLUs, saturated sigmoids and tanhs, gradients that vanish or explode, classes that are never the answer.
/// A training that stopped because numbers grew beyond all bounds is a finding, too.
class DoctorProbe : public Probe {
public:
    using Answer = Diagnosis;
    std::string key() const override { return "doctor"; }
    std::shared_ptr<zhibei::Answer> answer(const Moment &moment) const override;
};

/// What the learning curves tell: a learning rate that is too high, a loss that does not fall, overfitting.
std::vector<Finding> curveFindings(const std::vector<Evaluation> &evaluations, const Model &model);

/// The first loss and the learning rate set there; empty and 0 without one.
struct LearningRate {
    NodeId loss;
    double value = 0;
};
LearningRate learningRate(const Model &model);

/// From here on a rule speaks up.
namespace doctor {
constexpr int64_t samples = 256;         ///< of the training part
constexpr double deadShare = 0.4;        ///< of a layer's units; some die in every network
constexpr double saturatedShare = 0.7;   ///< of a layer's numbers; where tanh cuts a plane in two, many stand at an end
constexpr double solved = 0.95;          ///< accuracy; a network that is right may be as sure as it likes
constexpr double vanishing = 1e-3;       ///< gradient of the first layer per gradient of the last, each per parameter
constexpr double exploding = 1e3;        ///< the same, or the norm of a layer's gradient itself
constexpr int64_t learningSteps = 100;   ///< before, classes may be unknown and losses flat
constexpr int64_t classSamples = 5;      ///< a class of fewer is not missed
constexpr size_t flatEvaluations = 6;    ///< without being better than before by
constexpr double flatGain = 0.01;        ///< this share
constexpr double learned = 0.25;         ///< a loss below this share of the first may be flat: there is noise in most data
constexpr double jump = 1.25, lowLoss = 0.05; ///< the loss rises by this factor, though it was above this share of the first
constexpr int jumps = 3;                 ///< so often in the last
constexpr size_t jumpEvaluations = 20;
constexpr double overfitting = 1.1;      ///< the test loss per its smallest, while the training loss went on to fall
} // namespace doctor

} // namespace zhibei
