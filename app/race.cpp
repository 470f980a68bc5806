#include "app/race.h"

#include "app/learning_part.h"
#include "app/thread_time.h"

namespace zhibei {

Race::Race(Project project, std::shared_ptr<const Dataset> data, const SweepAxis &axis, int64_t seed, SweepLimits limits, int jobs, QObject *parent)
    : QObject(parent), m_project(std::move(project)),
      m_sweep(learningPart(m_project.network, data->type()), data, m_project.training, sweepVariants({axis}, seed, 1), limits)
{
    m_thread = std::jthread([this, jobs](const std::stop_token &stop) {
        const auto done = [this](size_t variant) {
            QMetaObject::invokeMethod(this, [this, variant] { emit arrived(qsizetype(variant)); }, Qt::QueuedConnection);
        };
        m_sweep.run({.jobs = jobs, .threads = 1, .threadBegins = lowerThreadPriority, .done = done}, stop);
        QMetaObject::invokeMethod(this, [this] {
            m_running = false;
            emit finished();
        }, Qt::QueuedConnection);
    });
}

Race::~Race()
{
    stop();
    m_thread.join();
}

void Race::stop() { m_thread.request_stop(); }

void Race::retire(std::unique_ptr<Race> race, QObject *keeper)
{
    if (!race || !race->isRunning())
        return;
    race->stop();
    race->disconnect();
    race->setParent(keeper);
    connect(race.get(), &Race::finished, race.get(), &QObject::deleteLater);
    race.release();
}

Project Race::project(size_t variant) const
{
    Project project = m_project;
    for (const SweepSetting &setting : m_sweep.variants()[variant].settings)
        applySetting(setting, project.network, project.training);
    project.training["seed"] = m_sweep.variants()[variant].seed;
    project.weights.clear();
    project.steps = 0;
    return project;
}

} // namespace zhibei
