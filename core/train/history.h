#pragma once

#include "core/train/metrics.h"

#include <memory>
#include <mutex>
#include <vector>

namespace zhibei {

/// The learning curves of one run: every step counts. The trainer appends whole chunks between steps; when
/// there are more than `capacity` points, neighbours are merged into their mean, so memory is bounded.
class History {
public:
    explicit History(size_t capacity = 1 << 16) : m_capacity(capacity) {}

    void append(const std::vector<CurvePoint> &points, const std::vector<Evaluation> &evaluations);
    void clear();
    /// The run goes on from an earlier step: what came after it is kept as a branch, the newest few of them.
    void branch(int64_t step);
    /// The newest measurement up to that step.
    std::optional<Evaluation> evaluationAt(int64_t step) const;

    /// How the run once went on from a step that it was later taken back to; begins at that step.
    struct Branch {
        std::vector<CurvePoint> points;
        std::vector<Evaluation> evaluations;
    };
    struct Curves {
        std::vector<CurvePoint> points;
        std::vector<Evaluation> evaluations;
        std::vector<std::shared_ptr<const Branch>> branches; ///< oldest first
        uint64_t version = 0; ///< changes whenever the content does
    };
    /// A copy; cheap to call when nothing changed since `version` (then all lists are empty and version equal).
    Curves curves(uint64_t sinceVersion = 0) const;

private:
    void thin();

    mutable std::mutex m_mutex;
    size_t m_capacity;
    std::vector<CurvePoint> m_points;
    int64_t m_stepsPerPoint = 1; ///< the same for all points but the newest, so that a curve is even
    std::vector<Evaluation> m_evaluations;
    std::vector<std::shared_ptr<const Branch>> m_branches;
    uint64_t m_version = 1;
};

} // namespace zhibei
