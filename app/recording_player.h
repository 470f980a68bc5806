#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace zhibei {

class Session;

/// Plays the recorded run like a film: from where one looks to now, at a pace that takes the whole run some ten seconds.
class RecordingPlayer : public QObject {
    Q_OBJECT
public:
    explicit RecordingPlayer(Session *session, QObject *parent = nullptr);

    bool isPlaying() const { return m_timer.isActive(); }
    /// From the very beginning where one looks at now.
    void play();
    void pause();
    void toggle();

signals:
    void playingChanged(bool playing);

private:
    void onTick();
    void stop();

    Session *m_session;
    QTimer m_timer;
    QElapsedTimer m_clock;
    int64_t m_from = 0, m_to = 0;
    int64_t m_asked = -1; ///< the step it was last at; elsewhere, a person has taken over
    double m_seconds = 0;
};

} // namespace zhibei
