#pragma once

#include "core/ops/conv.h"
#include "core/probes/inside.h"
#include "core/probes/weighted_sum.h"

#include <optional>

namespace zhibei {

/// A layer that moves a window over a picture or a sequence (as a picture one row high, whose channels are the features):
/// a convolution, one turned round, or a pooling. Looks at an Inside, which must outlive it.
class WindowLayer {
public:
    static std::optional<WindowLayer> of(const Inside &inside);

    enum class Kind { Convolution, Transposed, Largest, Mean };
    Kind kind() const { return m_kind; }
    bool hasKernels() const { return m_kind == Kind::Convolution || m_kind == Kind::Transposed; }
    bool sequence() const { return m_geometry.sequence; }
    const ConvGeometry &geometry() const { return m_geometry; }

    struct Extent { int64_t channels = 1, height = 1, width = 1; };
    Extent in() const;
    Extent out() const;
    int64_t inIndex(int64_t channel, int64_t y, int64_t x) const;
    int64_t outIndex(int64_t channel, int64_t y, int64_t x) const;
    /// One channel of what arrives, or of what leaves (after the function), as height × width numbers.
    std::vector<float> inMap(int64_t channel) const;
    std::vector<float> outMap(int64_t channel) const;
    /// The kernel that output channel `o` holds against the c-th channel it sees, height × width numbers.
    std::vector<float> kernel(int64_t o, int64_t c) const;

    /// What is looked at for one number of the output. The rows and columns may lie outside the picture: zeros.
    struct Sight {
        int64_t firstChannel = 0, channels = 1;
        std::vector<int64_t> rows, columns;
        std::vector<int64_t> rowTaps, columnTaps; ///< which row and column of the kernel meets them
        int64_t count() const { return int64_t(rows.size() * columns.size()); }
    };
    Sight sight(int64_t channel, int64_t y, int64_t x) const;
    /// Its arithmetic; the terms channel by channel, row by row of the sight. Poolings: the weights are the shares of each
    /// place, 1 for the winner or 1/n for a mean; places outside have none.
    WeightedSum sum(int64_t channel, int64_t y, int64_t x) const;
    /// The function after the sum; null if there is none.
    const OpInstance *function() const { return m_function; }

private:
    WindowLayer(const Inside &inside, const OpInstance &op, Kind kind);

    const Inside *m_inside;
    const OpInstance *m_op, *m_function;
    Kind m_kind;
    ConvGeometry m_geometry;
};

} // namespace zhibei
