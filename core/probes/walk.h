#pragma once

#include "core/train/snapshot.h"

#include <mutex>
#include <vector>

namespace zhibei {

/// The weights that a training has passed through, a moment now and then: at most `most`, fewer of large networks; when it is
/// full, every other one goes. One thread records while another reads.
class Walk {
public:
    using Weights = std::shared_ptr<const AlignedVector<float>>;
    struct Stop { int64_t step; Weights weights; };

    explicit Walk(size_t most = 200) : m_most(most) {}
    /// Begins anew with another network, after a reset, and where the training has gone back.
    void record(const Snapshot &snapshot);
    std::vector<Stop> stops() const;
    void clear();

private:
    mutable std::mutex m_mutex;
    const size_t m_most;
    std::vector<Stop> m_stops;
    const Model *m_model = nullptr;
    uint64_t m_generation = 0;
    int64_t m_stride = 1; ///< steps between stops, at least
};

} // namespace zhibei
