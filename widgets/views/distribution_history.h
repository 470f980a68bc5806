#pragma once

#include "core/probes/distribution.h"
#include "core/train/snapshot.h"

#include <QImage>

namespace zhibei {

class Theme;

/// Distributions of the same numbers at one step after the other, gathered as they come in. Bounded: when there are many,
/// every other one is let go.
class DistributionHistory {
public:
    struct Entry { int64_t step; Distribution of; };

    /// Another run or an earlier step begins anew; the same step is taken once.
    void add(const Snapshot &moment, const Distribution &of);
    const std::vector<Entry> &entries() const { return m_entries; }
    /// Smallest and largest number of all.
    std::pair<float, float> range() const;
    /// The entry that holds at a step (the newest not after it); null before the first.
    const Entry *at(double step) const;
    /// Step to the right (evenly), numbers upwards; the darker, the more of a moment's numbers are there.
    QImage image(const Theme &theme, const QSize &size) const;

private:
    QImage draw(const Theme &theme, const QSize &size) const;

    std::vector<Entry> m_entries;
    std::shared_ptr<const Model> m_model;
    uint64_t m_generation = 0;
    mutable QImage m_image; ///< as drawn last; null: something was added
    mutable bool m_dark = false;
};

} // namespace zhibei
