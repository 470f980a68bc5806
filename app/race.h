#pragma once

#include "core/io/project.h"
#include "core/train/sweep.h"

#include <QObject>

#include <memory>
#include <thread>

namespace zhibei {

/// A sweep over one setting, trained on threads of low priority while the window lives on. Curves and results are read
/// from `sweep` at any time.
class Race : public QObject {
    Q_OBJECT
public:
    Race(Project project, std::shared_ptr<const Dataset> data, const SweepAxis &axis, int64_t seed, SweepLimits limits, int jobs, QObject *parent = nullptr);
    ~Race() override;

    const Sweep &sweep() const { return m_sweep; }
    /// The project of one variant: opened and played, it gives that variant's numbers.
    Project project(size_t variant) const;
    bool isRunning() const { return m_running; }
    void stop();
    /// Ends it without waiting for the step or the measurement at hand; `keeper` deletes it if it ends first.
    static void retire(std::unique_ptr<Race> race, QObject *keeper);

signals:
    void arrived(qsizetype variant); ///< has trained to its end, or could not
    void finished();                 ///< all have, or the race was stopped

private:
    Project m_project;
    Sweep m_sweep;
    bool m_running = true;
    std::jthread m_thread; ///< last: joins before the rest is gone
};

} // namespace zhibei
