#pragma once

#include "core/data/dataset.h"
#include "core/program/plan.h"

#include <algorithm>
#include <span>

namespace zhibei {

/// Fills a tile of a plan with the features and targets of the samples at its places in the batch. Places beyond the
/// batch repeat its last sample.
template <class T, class Index>
void feedTile(Plan<T> &plan, const Dataset &data, std::span<const Index> batch, int64_t tile)
{
    const Program &program = plan.program();
    const float *rows[lanes];
    const auto gather = [&](ValueId value, const Tensor &table) {
        if (!plan.has(value))
            return;
        for (int64_t l = 0; l < lanes; ++l)
            rows[l] = table.row(batch[size_t(std::min(tile * lanes + l, int64_t(batch.size()) - 1))]).data();
        const int64_t count = program.count(value);
        T *out = plan.tile(value, tile);
        if constexpr (std::is_same_v<T, float>)
            gatherTile(rows, count, out);
        else
            for (int64_t i = 0; i < count; ++i)
                for (int64_t l = 0; l < lanes; ++l)
                    out[i * lanes + l] = T(rows[l][i]);
    };
    gather(program.features, data.features);
    gather(program.target, data.targets);
}

} // namespace zhibei
