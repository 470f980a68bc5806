#pragma once

#include "core/lesson/lesson.h"

#include <QObject>
#include <QThreadPool>

#include <map>
#include <set>
#include <stop_token>

namespace zhibei {

/// Trains the scenes to come before somebody opens them: one at a time, in the background, giving way to everything else.
/// The numbers are the same as if the scene had trained when it was opened.
class ScenePreparer : public QObject {
    Q_OBJECT
public:
    explicit ScenePreparer(std::string resources, QObject *parent = nullptr);
    ~ScenePreparer() override;

    /// Prepares these scenes of the lesson, in this order; what was begun for others is given up, what is done is kept
    /// as long as the lesson is the same.
    void prepare(const std::shared_ptr<const Lesson> &lesson, const std::vector<std::string> &scenes);
    /// The prepared project; null: not yet.
    const Project *find(const std::string &scene) const;
    bool isIdle() const { return m_wanted.empty(); }
    void forget();

signals:
    void ready(const QString &scene);

private:
    void next();
    void onDone(quint64 round, const QString &scene, const std::shared_ptr<Project> &project);

    std::string m_resources;
    std::shared_ptr<const Lesson> m_lesson;
    std::vector<std::string> m_wanted;
    std::map<std::string, Project> m_ready;
    std::stop_source m_stop;
    quint64 m_round = 0;
    bool m_running = false;
    QThreadPool m_pool;
};

} // namespace zhibei
