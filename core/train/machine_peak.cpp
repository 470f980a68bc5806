#include "core/train/machine_peak.h"

#include "core/ops/lanes.h"

#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace zhibei {

namespace {

using Clock = std::chrono::steady_clock;

/// So many sums at a time that no multiply-add waits for the one before, and so few that all stay in registers.
constexpr int chains = 12;
constexpr int rounds = 1000;

/// sum ← sum·0.999 + 0.001, which stays near 1.
void multiplyAdds(Vec<float> (&sums)[chains])
{
    const Vec<float> factor = splat(0.999f), term = splat(0.001f);
    Vec<float> sum[chains];
    for (int i = 0; i < chains; ++i)
        sum[i] = sums[i];
    for (int k = 0; k < rounds; ++k)
        for (int i = 0; i < chains; ++i)
            sum[i] = sum[i] * factor + term;
    for (int i = 0; i < chains; ++i)
        sums[i] = sum[i];
}

/// Operations a second on the calling thread.
double rate(double seconds)
{
    static volatile float unknown = 1.01f; // to the compiler: else it could compute a chain beforehand
    Vec<float> sums[chains];
    for (int i = 0; i < chains; ++i)
        sums[i] = splat(unknown + 0.01f * float(i));
    int64_t calls = 0;
    double took = 0;
    const auto start = Clock::now();
    while (took < seconds) {
        for (int i = 0; i < 16; ++i, ++calls)
            multiplyAdds(sums);
        took = std::chrono::duration<double>(Clock::now() - start).count();
    }
    static std::atomic<float> somebodyLooks; // else nothing would be computed
    for (const Vec<float> &sum : sums)
        somebodyLooks = vectorSum<float>(sum);
    return 2.0 * double(width<float>) * chains * rounds * double(calls) / took;
}

double rateOf(int threads, double seconds)
{
    std::vector<double> rates(static_cast<size_t>(threads));
    {
        std::vector<std::jthread> all;
        for (double &mine : rates)
            all.emplace_back([&mine, seconds] { mine = rate(seconds); });
    }
    double sum = 0;
    for (double each : rates)
        sum += each;
    return sum;
}

} // namespace

MachinePeak machinePeak()
{
    MachinePeak peak{8 * vectorBytes, tbb::this_task_arena::max_concurrency(), 0, 0};
    for (int i = 0; i < 25; ++i) { // other programs disturb some of the times
        peak.one = std::max(peak.one, rateOf(1, 0.02));
        peak.all = std::max(peak.all, rateOf(peak.threads, 0.02));
    }
    return peak;
}

} // namespace zhibei
