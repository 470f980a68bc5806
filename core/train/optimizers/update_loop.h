#pragma once

#include "core/text.h"
#include "core/train/optimizer.h"

#include <cmath>

namespace zhibei {

/// Applies `f(weight, gradient with penalties, slot0, slot1)` to every weight. Written so that it vectorises: `f` must
/// hold its settings by value, else every store might change them.
template <class F>
inline void updateEach(UpdateSettings s, int64_t n, float *w, const float *g, float *a, float *b, F f)
{
    if (s.l1 == 0 && s.l2 == 0) {
#pragma GCC ivdep
        for (int64_t i = 0; i < n; ++i)
            f(w[i], g[i], a[i], b[i]);
        return;
    }
#pragma GCC ivdep
    for (int64_t i = 0; i < n; ++i) {
        const float sign = w[i] > 0 ? 1.0f : (w[i] < 0 ? -1.0f : 0.0f);
        f(w[i], g[i] + s.l2 * w[i] + s.l1 * sign, a[i], b[i]);
    }
}

} // namespace zhibei
