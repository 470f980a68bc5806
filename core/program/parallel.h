#pragma once

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <cstdint>

#if defined(__SANITIZE_THREAD__)
#include <tbb/task_arena.h>

#include <atomic>
#include <thread>
#include <vector>
#endif

namespace zhibei {

/// Runs body(i) for every i in [0, count), each once, on the threads of the current arena; returns when all are
/// done. The tasks must not depend on each other, nor their results on who runs them.
template <class Body>
void parallelFor(int64_t count, const Body &body)
{
#if defined(__SANITIZE_THREAD__)
    // oneTBB's library is not instrumented: the sanitizer would miss that it waits and report every task. It
    // watches the same tasks on plain threads instead.
    std::atomic<int64_t> next{0};
    const auto work = [&] {
        for (int64_t i = next++; i < count; i = next++)
            body(i);
    };
    std::vector<std::jthread> helpers;
    for (int t = 1; t < tbb::this_task_arena::max_concurrency(); ++t)
        helpers.emplace_back(work);
    work();
#else
    tbb::parallel_for(tbb::blocked_range<int64_t>(0, count, 1), [&body](const tbb::blocked_range<int64_t> &range) {
        for (int64_t i = range.begin(); i < range.end(); ++i)
            body(i);
    }, tbb::simple_partitioner());
#endif
}

} // namespace zhibei
