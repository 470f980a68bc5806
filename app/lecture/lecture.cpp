#include "app/lecture/lecture.h"

#include "app/lecture/scene_lock.h"
#include "app/preferences.h"
#include "app/session.h"
#include "core/data/data_source.h"
#include "core/lesson/read_lesson.h"
#include "core/lesson/scene_project.h"
#include "widgets/theme/core_text.h"

#include <QDir>
#include <QPointer>
#include <QScopedValueRollback>

#include <algorithm>

namespace zhibei {

namespace {

constexpr int saveInterval = 200; // milliseconds: editors write a file in several goes

/// The same on stage, whatever is said of it.
bool sameScene(const Scene &a, const Scene &b)
{
    return a.id == b.id && a.start.from == b.start.from && a.start.name == b.start.name && a.changes == b.changes && a.pretrain == b.pretrain && a.speed == b.speed
        && a.playing == b.playing && a.show == b.show && a.hide == b.hide && a.lock == b.lock && a.highlight == b.highlight && a.tries == b.tries && a.goal == b.goal
        && a.solution == b.solution;
}

} // namespace

Lecture::Lecture(Session *session, Preferences *preferences, std::vector<std::string> views, QObject *parent)
    : QObject(parent), m_session(session), m_preferences(preferences), m_views(std::move(views)), m_preparer(session->document()->resources())
{
    Document *document = session->document();
    document->setGuard([lecture = QPointer(this)](const Project &from, const Project &to) {
        return lecture && lecture->scene() && !lecture->m_free ? lockedReason(lecture->scene()->lock, from, to) : QString();
    });
    // Whatever else is opened takes the place of the lesson.
    connect(document, &Document::opened, this, [this] {
        if (!m_entering)
            freePlay();
    });
    connect(document, &Document::networkChanged, this, &Lecture::onNetworkChanged);
    connect(session, &Session::liveChanged, this, &Lecture::onSnapshot);
    connect(session, &Session::stateChanged, this, &Lecture::onState);
    connect(session, &Session::pastChanged, this, [this] {
        if (m_session->pastStep())
            happened("visited scrubber");
    });
    connect(session, &Session::sampleChanged, this, [this] { happened("visited sample"); });
    connect(session, &Session::observationChanged, this, [this] {
        if (!m_session->request().drawn.empty())
            happened("visited draw");
    });
    m_reload.setSingleShot(true);
    m_reload.setInterval(saveInterval);
    connect(&m_reload, &QTimer::timeout, this, &Lecture::reload);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_reload, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_reload, qOverload<>(&QTimer::start));
}

const Scene *Lecture::scene() const { return m_lesson && m_current >= 0 ? &m_lesson->scenes[static_cast<size_t>(m_current)] : nullptr; }

std::vector<bool> Lecture::done() const
{
    std::vector<bool> done;
    for (const Scene &scene : m_lesson ? m_lesson->scenes : std::vector<Scene>())
        done.push_back(m_done.contains(scene.id));
    return done;
}

std::shared_ptr<const Lesson> Lecture::read(const QString &folder)
{
    try {
        m_problem.clear();
        return std::make_shared<const Lesson>(readLesson(folder.toStdString(), m_session->document()->resources(), m_views));
    } catch (const FileError &error) {
        m_problem = coreText(error.text);
    } catch (const std::exception &error) {
        m_problem = QString::fromUtf8(error.what());
    }
    return nullptr;
}

bool Lecture::open(const QString &folder, const QString &scene)
{
    const std::shared_ptr<const Lesson> lesson = read(folder);
    if (!lesson || lesson->scenes.empty()) {
        emit failed(m_problem);
        return false;
    }
    if (!m_before) {
        const Document *document = m_session->document();
        m_before = Before{m_session->projectWithWeights(), document->path(), document->isModified(), m_session->isPlaying(), m_session->speed()};
    }
    m_lesson = lesson;
    m_folder = folder;
    m_current = -1;
    m_left.clear();
    const QString id = QString::fromStdString(lesson->id);
    m_done.clear();
    for (const QString &seen : m_preferences->doneScenes(id))
        m_done.insert(seen.toStdString());
    watch();
    const std::string wanted = (scene.isEmpty() ? m_preferences->lastScene(id) : scene).toStdString();
    const auto place = std::find_if(lesson->scenes.begin(), lesson->scenes.end(), [&](const Scene &candidate) { return candidate.id == wanted; });
    enter(place == lesson->scenes.end() ? 0 : static_cast<int>(place - lesson->scenes.begin()), true);
    return true;
}

void Lecture::go(int scene)
{
    if (!m_lesson || scene < 0 || scene >= static_cast<int>(m_lesson->scenes.size()) || scene == m_current)
        return;
    keepState();
    enter(scene, false);
}

void Lecture::go(const QString &scene)
{
    for (size_t i = 0; m_lesson && i < m_lesson->scenes.size(); ++i)
        if (m_lesson->scenes[i].id == scene.toStdString())
            return go(static_cast<int>(i));
}

void Lecture::restart()
{
    if (m_current >= 0)
        enter(m_current, true);
}

void Lecture::keepState()
{
    if (!scene() || scene()->start.from == SceneStart::From::Nothing || m_pretrainTo > 0)
        return; // a scene that is still on its way to its start begins anew
    const bool playing = m_session->isPlaying();
    m_session->pause();
    m_left[scene()->id] = {m_session->projectWithWeights(), m_session->speed(), playing, m_reached, m_state.happened};
}

void Lecture::enter(int index, bool anew)
{
    emit entering();
    const QScopedValueRollback<bool> guard(m_entering, true);
    m_current = index;
    const Scene &scene = *this->scene();
    m_state = {};
    m_reached = false;
    m_pretrainTo = 0;
    m_oldGeneration = m_session->live()->generation;
    const auto left = m_left.find(scene.id);
    if (anew && left != m_left.end())
        m_left.erase(left);
    try {
        if (scene.start.from == SceneStart::From::Nothing) {
            m_session->pause();
        } else if (!anew && left != m_left.end()) {
            m_reached = left->second.reached;
            m_state.happened = left->second.happened;
            setUp(left->second.project, left->second.speed, left->second.playing);
        } else if (const Project *ready = m_preparer.find(scene.id)) {
            setUp(*ready, scene.speed, scene.playing);
        } else {
            Project project = sceneProject(*m_lesson, scene, m_session->document()->resources());
            const int64_t first = project.steps;
            setUp(std::move(project), scene.pretrain > 0 ? 0 : scene.speed, scene.playing && scene.pretrain == 0);
            if (scene.pretrain > 0) {
                // Nothing is ready yet: it trains before everybody's eyes, to the same numbers.
                m_pretrainTo = first + scene.pretrain;
                m_playsThen = scene.playing;
                m_speedThen = scene.speed;
                m_session->step(scene.pretrain);
            }
        }
    } catch (const FileError &error) {
        emit failed(coreText(error.text));
    } catch (const DataError &error) {
        emit failed(coreText(error.text));
    }
    m_network = m_session->document()->network();
    m_preferences->setLastScene(QString::fromStdString(m_lesson->id), QString::fromStdString(scene.id));
    if (scene.goal.empty())
        markDone();
    emit entered();
    emit progressChanged();
    if (m_reached)
        emit goalReached();
    prepareNext();
}

void Lecture::setUp(Project project, int speed, bool playing)
{
    project.view.clear(); // what is open is the scene's business
    m_session->setSpeed(speed);
    m_session->document()->setProject(std::move(project), {});
    if (playing)
        m_session->play();
    else
        m_session->pause();
}

void Lecture::prepareNext()
{
    constexpr int ahead = 2;
    std::vector<std::string> scenes;
    for (int i = m_current + 1; i < static_cast<int>(m_lesson->scenes.size()) && static_cast<int>(scenes.size()) < ahead; ++i)
        if (const Scene &scene = m_lesson->scenes[static_cast<size_t>(i)]; scene.pretrain > 0)
            scenes.push_back(scene.id);
    m_preparer.prepare(m_lesson, scenes);
}

void Lecture::onState()
{
    const Snapshot &live = *m_session->live();
    if (m_pretrainTo == 0 || live.generation == m_oldGeneration || (live.step < m_pretrainTo && live.state != TrainerState::Stopped))
        return;
    m_pretrainTo = 0;
    m_session->setSpeed(m_speedThen);
    if (m_playsThen)
        m_session->play();
}

void Lecture::onSnapshot()
{
    onState();
    check();
}

void Lecture::onNetworkChanged()
{
    if (!isActive() || m_entering)
        return;
    const Network &now = m_session->document()->network();
    for (const Node &node : now.nodes)
        if (const Node *before = m_network.find(node.id); before && before->kind == node.kind)
            for (const AttributeSpec &spec : findKind(node.kind)->attributes)
                if (attributeValue(findKind(node.kind)->attributes, before->attributes, spec.id) != attributeValue(findKind(node.kind)->attributes, node.attributes, spec.id))
                    m_state.happened.insert("changed " + node.id + "." + spec.id);
    m_network = now;
    check();
}

void Lecture::happened(const std::string &event)
{
    if (!isActive() || m_entering)
        return;
    m_state.happened.insert(event);
    check();
}

void Lecture::check()
{
    if (!scene() || m_reached || m_entering || m_pretrainTo > 0 || scene()->goal.empty())
        return;
    const std::shared_ptr<const Snapshot> live = m_session->live();
    m_state.measures.clear();
    if (scene()->start.from != SceneStart::From::Nothing && live->generation != m_oldGeneration) {
        if (live->evaluation)
            measureMetrics(m_state, *live->evaluation, live->stepsPerEpoch);
        m_state.measures["steps"] = static_cast<double>(live->step);
        m_state.measures["epochs"] = live->epoch;
        if (live->model) {
            measureStructure(m_state, live->model->network, live->model->data);
            if (live->parameters)
                measureLearned(m_state, scene()->goal, *live->model, *live->parameters);
        }
    }
    if (!reached(scene()->goal, m_state))
        return;
    m_reached = true;
    markDone();
    emit goalReached();
    emit progressChanged();
}

void Lecture::markDone()
{
    if (!m_done.insert(scene()->id).second)
        return;
    QStringList done;
    for (const std::string &id : m_done)
        done += QString::fromStdString(id);
    m_preferences->setDoneScenes(QString::fromStdString(m_lesson->id), done);
}

void Lecture::withoutLocks(const std::function<void()> &work)
{
    const QScopedValueRollback<bool> guard(m_free, true);
    work();
}

void Lecture::end()
{
    m_lesson.reset();
    m_current = -1;
    m_left.clear();
    m_pretrainTo = 0;
    m_preparer.forget();
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    emit ended();
}

void Lecture::freePlay()
{
    if (!isActive())
        return;
    m_before.reset();
    end();
}

void Lecture::leave()
{
    if (!isActive())
        return;
    m_session->pause();
    end();
    if (std::optional<Before> before = std::exchange(m_before, std::nullopt)) {
        m_session->setSpeed(before->speed);
        m_session->document()->setProject(std::move(before->project), before->path, before->modified);
        if (before->playing)
            m_session->play();
    }
}

void Lecture::watch()
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    QStringList paths{m_folder};
    for (const QFileInfo &file : QDir(m_folder).entryInfoList(QDir::Files))
        paths += file.absoluteFilePath();
    m_watcher.addPaths(paths);
}

void Lecture::reload()
{
    if (!isActive())
        return;
    watch(); // an editor that replaces a file takes the watch away with it
    const std::shared_ptr<const Lesson> lesson = read(m_folder);
    emit damaged(m_problem);
    if (!lesson || lesson->scenes.empty())
        return;
    const Scene before = *scene();
    const auto place = std::find_if(lesson->scenes.begin(), lesson->scenes.end(), [&](const Scene &candidate) { return candidate.id == before.id; });
    m_lesson = lesson;
    m_current = place == lesson->scenes.end() ? 0 : static_cast<int>(place - lesson->scenes.begin());
    if (place != lesson->scenes.end() && sameScene(before, *place)) {
        emit textsChanged();
        prepareNext();
    } else {
        restart();
    }
}

} // namespace zhibei
