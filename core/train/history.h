#pragma once

#include "core/train/metrics.h"

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

    struct Curves {
        std::vector<CurvePoint> points;
        std::vector<Evaluation> evaluations;
        uint64_t version = 0; ///< changes whenever the content does
    };
    /// A copy; cheap to call when nothing changed since `version` (then both lists are empty and version equal).
    Curves curves(uint64_t sinceVersion = 0) const;

private:
    void thin();

    mutable std::mutex m_mutex;
    size_t m_capacity;
    std::vector<CurvePoint> m_points;
    int64_t m_stepsPerPoint = 1; ///< the same for all points but the newest, so that a curve is even
    std::vector<Evaluation> m_evaluations;
    uint64_t m_version = 1;
};

} // namespace zhibei
