#pragma once

#include "core/train/evaluation_schedule.h"
#include "core/train/history.h"
#include "core/train/state_recorder.h"
#include "core/train/snapshot.h"
#include "core/train/stop_rules.h"
#include "core/train/training.h"

#include <atomic>
#include <chrono>

namespace zhibei {

/// What a trainer does on its thread, without the thread: plays, pauses and stops one training at its pace, measures it,
/// keeps its curves, and describes the moment. Its commands are those of Trainer.
class TrainingRun {
public:
    using Clock = std::chrono::steady_clock;

    explicit TrainingRun(int threads) : m_threads(threads) {}

    void load(const Network &network, std::shared_ptr<const Dataset> data, const Attributes &settings, bool keep,
              const std::map<std::string, Tensor> &weights, int64_t steps);
    void play();
    void pause();
    void step(int64_t steps);
    void finishEpoch();
    void reset();
    void restoreLastGood();
    void goOnFrom(const Recording::State &state);
    void setSpeed(double stepsPerSecond);
    void setAttribute(const NodeId &lossNode, const std::string &attribute, const Value &value);
    void setParameter(const std::string &fullName, int64_t k, float value);

    /// Whether descriptions of a run that rests hold what its next step depends on; it is copied once for as long as
    /// nothing changes it.
    void setShowsNext(bool shows);
    void forgetNext() { m_next.reset(); }

    bool isPlaying() const { return m_state == TrainerState::Playing; }
    /// When the next step is due; nothing where steps follow each other flat out.
    std::optional<Clock::time_point> nextStep() const { return m_speed > 0 ? std::optional(m_nextStep) : std::nullopt; }
    /// Takes a step, or a handful of small ones; fewer once `interrupted`. None before the next is due.
    void advance(const std::atomic<bool> &interrupted);

    /// After commands: what they have changed is recorded before anything follows from it.
    void recordChanges() { m_recorder.settle(m_training.get(), m_seconds); }

    /// Whether anything has happened, since the last call, that a snapshot should tell.
    bool takeNews() { return std::exchange(m_news, false); }
    Snapshot describe();
    const Training *training() const { return m_training.get(); }
    const History &history() const { return m_history; }
    StateRecorder &recorder() { return m_recorder; }
    const StateRecorder &recorder() const { return m_recorder; }

private:
    void use(std::unique_ptr<Training> next, Text why, bool keep);
    void start();
    void takeStep();
    void evaluate();
    void finish(TrainerState next, Text why);
    void measureRate(int64_t samples);
    void flushCurves();
    void forget();

    int m_threads;
    std::unique_ptr<Training> m_training;
    TrainerState m_state = TrainerState::Empty;
    bool m_broken = false; ///< the network at hand cannot train; `m_training` is the last that could
    Text m_reason;
    NodeId m_failedNode;
    History m_history;
    StateRecorder m_recorder;
    std::vector<CurvePoint> m_newPoints;
    std::vector<Evaluation> m_newEvaluations;
    std::optional<Evaluation> m_evaluation;
    EvaluationSchedule m_schedule;
    StopRules m_stopRules;
    AlignedVector<float> m_lastGood;
    int64_t m_stopAt = 0; ///< the step where it pauses; 0: nowhere
    double m_speed = 0, m_seconds = 0, m_secondsPerStep = 1e-3, m_samplesPerSecond = 0;
    Clock::time_point m_nextStep = Clock::now(), m_rateStart = Clock::now();
    int64_t m_rateSamples = 0;
    uint64_t m_generation = 0;
    bool m_news = true;
    bool m_showsNext = false;
    std::shared_ptr<const NextStep> m_next; ///< null once it is out of date
};

} // namespace zhibei
