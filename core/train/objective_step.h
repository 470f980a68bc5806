#pragma once

#include "core/program/model.h"
#include "core/program/plan.h"
#include "core/train/optimizer.h"
#include "core/train/schedule.h"

#include <memory>

namespace zhibei {

/// One objective with all that follows from it: the plan of its step, its optimizer and the optimizer's memory. Losses
/// that join it are part of its plan.
class ObjectiveStep {
public:
    ObjectiveStep(const Model &model, const Objective &objective, int64_t batch);

    /// Reads the loss node's settings; false if another optimizer was chosen, whose memory is then empty.
    bool configure(const Node &lossNode);
    /// Back to no step at all.
    void clear();

    const NodeId &node() const { return m_node; }
    Plan<float> &plan() { return *m_plan; }
    /// Whether its turn comes in the step that follows `steps` done ones.
    bool isDue(int64_t steps) const { return steps % m_every == 0; }
    /// The losses after a batch, added up by weight.
    double loss() const;

    /// Forms every gradient and moves the parameters. `average` (may be empty) follows them.
    void update(std::span<float> parameters, std::span<float> average, const StepContext &context, bool parallel);

    // What the newest update worked with
    const UpdateSettings &settings() const { return m_settings; }
    double clip() const { return m_clip; }         ///< the longest gradient allowed; 0: any
    double length() const { return m_length; }     ///< of the whole gradient before clipping, where it is clipped
    int64_t accumulates() const { return m_accumulate; }
    bool moved() const { return m_moved; }         ///< false: gradients were only collected

    const Optimizer &chosen() const { return *m_chosen; }
    double averaging() const { return m_averaging; }
    /// Numbers per parameter beside the parameters: the optimizer's and, while gradients accumulate, their sum.
    std::vector<std::pair<std::string, AlignedVector<float> *>> memory();

private:
    struct Range { int64_t begin, end; };
    void moveLearned(float *weights, int64_t begin, int64_t count);
    void follow(float *weights, int64_t begin, int64_t count, double share);
    void averageIn(const float *weights, float *average, int64_t begin, int64_t count);
    /// Gradients first, all of them, then what needs to know them all.
    void updateTogether(std::span<float> parameters, std::span<float> average, const StepContext &context, bool parallel);

    NodeId m_node;
    std::vector<ValueId> m_means;
    std::vector<double> m_weights;
    std::unique_ptr<Plan<float>> m_plan;
    const Optimizer *m_chosen = nullptr;
    UpdateSettings m_settings;
    Schedule m_schedule;
    bool m_steady = true; ///< the schedule changes nothing
    bool m_moved = true;
    double m_rate = 0, m_clip = 0, m_averaging = 0, m_length = 0;
    int64_t m_every = 1, m_accumulate = 1;
    AlignedVector<float> m_slots[2], m_sum;
    std::vector<Range> m_plain;      ///< where the arena holds numbers without penalties (biases), sorted
    std::vector<double> m_follows;   ///< per row task: > 0: a running mean
    std::vector<double> m_squares;   ///< per row task: for the length of the whole gradient
};

} // namespace zhibei
