#include "app/lecture/scene_preparer.h"

#include "core/data/data_source.h"
#include "core/lesson/scene_project.h"

#include <algorithm>

namespace zhibei {

ScenePreparer::ScenePreparer(std::string resources, QObject *parent) : QObject(parent), m_resources(std::move(resources))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::IdlePriority);
}

ScenePreparer::~ScenePreparer()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void ScenePreparer::forget()
{
    m_stop.request_stop();
    ++m_round;
    m_running = false;
    m_lesson.reset();
    m_wanted.clear();
    m_ready.clear();
}

void ScenePreparer::prepare(const std::shared_ptr<const Lesson> &lesson, const std::vector<std::string> &scenes)
{
    if (lesson != m_lesson)
        forget();
    m_lesson = lesson;
    const bool goesOn = m_running && !m_wanted.empty() && !scenes.empty() && m_wanted.front() == scenes.front();
    if (!goesOn) {
        m_stop.request_stop();
        ++m_round;
        m_running = false;
    }
    m_wanted = scenes;
    next();
}

const Project *ScenePreparer::find(const std::string &scene) const
{
    const auto found = m_ready.find(scene);
    return found == m_ready.end() ? nullptr : &found->second;
}

void ScenePreparer::next()
{
    if (m_running)
        return;
    while (!m_wanted.empty() && (find(m_wanted.front()) || !m_lesson->find(m_wanted.front()) || m_lesson->find(m_wanted.front())->pretrain == 0))
        m_wanted.erase(m_wanted.begin());
    if (m_wanted.empty())
        return;
    m_running = true;
    m_stop = std::stop_source();
    m_pool.start([this, lesson = m_lesson, id = m_wanted.front(), round = m_round, stop = m_stop.get_token(), resources = m_resources] {
        std::shared_ptr<Project> project;
        try {
            const Scene &scene = *lesson->find(id);
            project = std::make_shared<Project>(pretrained(sceneProject(*lesson, scene, resources), scene.pretrain, resources, 1, stop));
        } catch (const FileError &) { // it is said when the scene is opened
        } catch (const DataError &) {
        } catch (const std::exception &) {
        }
        if (stop.stop_requested())
            return;
        QMetaObject::invokeMethod(this, [this, round, id, project] { onDone(round, QString::fromStdString(id), project); }, Qt::QueuedConnection);
    });
}

void ScenePreparer::onDone(quint64 round, const QString &scene, const std::shared_ptr<Project> &project)
{
    if (round != m_round)
        return;
    m_running = false;
    if (project)
        m_ready[scene.toStdString()] = std::move(*project);
    if (!m_wanted.empty() && m_wanted.front() == scene.toStdString())
        m_wanted.erase(m_wanted.begin());
    if (project)
        emit ready(scene);
    next();
}

} // namespace zhibei
