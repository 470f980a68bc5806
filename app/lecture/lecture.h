#pragma once

#include "app/lecture/scene_preparer.h"
#include "core/lesson/lesson.h"
#include "core/lesson/predicates.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>

namespace zhibei {

class Preferences;
class Session;

/// A lesson being held: which scene is on, how each was left, whether its goal is reached. Knows the session, not the
/// window; LectureHall shows it. A scene starts the same each time; one that was left is found as it was left. The lesson's
/// files are watched: what is saved is seen at once, and a damaged lesson only says so.
class Lecture : public QObject {
    Q_OBJECT
public:
    Lecture(Session *session, Preferences *preferences, std::vector<std::string> views, QObject *parent = nullptr);

    bool isActive() const { return m_lesson != nullptr; }
    const Lesson *lesson() const { return m_lesson.get(); }
    /// The one that is on; null outside a lecture.
    const Scene *scene() const;
    int current() const { return m_current; }
    bool isGoalReached() const { return m_reached; }
    /// For each scene whether it is done: its goal reached or, without a goal, seen.
    std::vector<bool> done() const;
    /// The scene has come to where it starts: nothing is left to train before it is shown.
    bool isSettled() const { return m_pretrainTo == 0; }
    ScenePreparer &preparer() { return m_preparer; }

    /// Reads the lesson and enters a scene: the named one, else where one was last. False: `failed` says why, and
    /// everything is as it was.
    bool open(const QString &folder, const QString &scene = {});
    /// Back to what was open before.
    void leave();
    /// Ends the lecture and keeps what is there, without locks.
    void freePlay();
    void go(int scene);
    void go(const QString &scene);
    void next() { go(m_current + 1); }
    void back() { go(m_current - 1); }
    /// The scene as it starts.
    void restart();
    /// An event of a goal: "visited landscape", "did more".
    void happened(const std::string &event);
    /// Edits made meanwhile are the lesson's own: no lock holds them.
    void withoutLocks(const std::function<void()> &work);

signals:
    void entering(); ///< a scene is about to be set up: the old one is still there
    void entered();  ///< its network, data and weights are there
    void goalReached();
    void progressChanged();
    void textsChanged();          ///< the files were saved: same scene, other words
    void damaged(const QString &why); ///< the files were saved and cannot be read; empty: they can again
    void failed(const QString &why);
    void ended(); ///< no lesson any more

private:
    struct Left {
        Project project;
        int speed = 0;
        bool playing = false;
        bool reached = false;
        std::set<std::string> happened;
    };
    struct Before {
        Project project;
        QString path;
        bool modified = false, playing = false;
        int speed = 0;
    };
    std::shared_ptr<const Lesson> read(const QString &folder);
    void keepState();
    void enter(int scene, bool anew);
    void setUp(Project project, int speed, bool playing);
    void end();
    void check();
    void onSnapshot();
    void onNetworkChanged();
    void onState();
    void watch();
    void reload();
    void prepareNext();
    void markDone();

    Session *m_session;
    Preferences *m_preferences;
    std::vector<std::string> m_views;
    ScenePreparer m_preparer;
    std::shared_ptr<const Lesson> m_lesson;
    QString m_folder, m_problem;
    int m_current = -1;
    std::map<std::string, Left> m_left; ///< by scene
    std::optional<Before> m_before;
    SceneState m_state;
    Network m_network;          ///< as last seen, for what was changed
    uint64_t m_oldGeneration = 0; ///< of the run before this scene: its numbers are not of this scene
    int64_t m_pretrainTo = 0;   ///< the step at which the scene begins; 0: it has begun
    bool m_playsThen = false;
    int m_speedThen = 0;
    bool m_reached = false, m_entering = false, m_free = false;
    std::set<std::string> m_done;
    QFileSystemWatcher m_watcher;
    QTimer m_reload;
};

} // namespace zhibei
