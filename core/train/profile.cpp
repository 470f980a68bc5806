#include "core/train/profile.h"

#include "core/program/plan.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>

namespace zhibei {

namespace {

/// Trains turn by turn without the clock and with it. Of many short turns the fastest are the ones that nobody disturbed.
class Turns {
public:
    Turns(Training &training, double seconds) : m_training(training), m_plans(training.plans()), m_times(m_plans.size())
    {
        constexpr int turns = 5;
        for (int i = 0; i < turns; ++i) {
            watch(false);
            m_bare.push_back(stepTime(seconds));
            watch(true);
            if (const double took = stepTime(seconds); took < m_fastest) {
                m_fastest = took;
                m_steps = m_newSteps;
                m_best = m_times;
            }
        }
        watch(false);
        std::sort(m_bare.begin(), m_bare.end());
    }

    Profile profile() const
    {
        Profile profile;
        std::map<std::string, Profile::Part> parts;
        for (size_t i = 0; i < m_plans.size(); ++i) {
            const std::vector<OpInstance> &ops = m_plans[i]->program().ops;
            profile.loading += m_best[i].feed / m_steps;
            for (size_t k = 0; k < ops.size(); ++k) {
                Profile::Part &part = parts[ops[k].op->id];
                part.op = ops[k].op->id;
                part.seconds += m_best[i].ops[k] / m_steps;
                part.operations += 2.0 * double(m_plans[i]->multiplyAdds(ops[k]) * m_training.batchSize());
            }
        }
        profile.stepsPerSecond = 1 / m_bare[m_bare.size() / 2];
        profile.rest = m_bare[0] - profile.loading;
        for (const auto &[id, part] : parts) {
            profile.operations += part.operations;
            profile.rest -= part.seconds;
            profile.ops.push_back(part);
        }
        profile.rest = std::max(0.0, profile.rest);
        std::sort(profile.ops.begin(), profile.ops.end(), [](const auto &a, const auto &b) { return a.seconds > b.seconds; });
        return profile;
    }

private:
    void watch(bool on)
    {
        for (size_t i = 0; i < m_plans.size(); ++i)
            m_plans[i]->measure(on ? &m_times[i] : nullptr);
    }

    /// Seconds a step takes.
    double stepTime(double seconds)
    {
        using Clock = std::chrono::steady_clock;
        const int64_t before = m_training.steps();
        const auto start = Clock::now();
        double took = 0;
        while (took < seconds) {
            m_training.step();
            took = std::chrono::duration<double>(Clock::now() - start).count();
        }
        m_newSteps = double(m_training.steps() - before);
        return took / m_newSteps;
    }

    Training &m_training;
    std::vector<Plan<float> *> m_plans;
    std::vector<OpTimes> m_times, m_best;
    std::vector<double> m_bare; ///< seconds a step takes without the clock
    double m_fastest = std::numeric_limits<double>::infinity(), m_steps = 1, m_newSteps = 1;
};

} // namespace

Profile profileTraining(Training &training, double seconds)
{
    return Turns(training, seconds).profile();
}

} // namespace zhibei
