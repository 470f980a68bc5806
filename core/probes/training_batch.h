#pragma once

#include "core/probes/probe.h"

#include <functional>
#include <vector>

namespace zhibei {

/// The same training samples at every moment, so that what is measured on them can be compared over time: at most
/// `count`, evenly spaced. All of them where there are no more.
std::vector<int64_t> trainingBatch(const Dataset &data, int64_t count = probeBatch);

/// Runs the moment's network forward on these samples, as many at once as fit; `look` learns the first place in `samples`
/// of each run and how many they were. Ends early when nobody waits any more, and says so with false.
bool forEachRun(const Moment &moment, const std::vector<int64_t> &samples,
                const std::function<void(const Inference &network, int64_t first, int64_t count)> &look);

} // namespace zhibei
