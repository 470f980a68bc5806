#pragma once

#include "widgets/film/film_writer.h"
#include "widgets/plots/figure_export.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace zhibei {

class Session;

/// Something a film can be made of.
struct FilmSubject {
    QString id;    ///< "canvas", "curves", "stage", "window", or the id of an open view
    QString title;
    std::function<Figure()> figure; ///< as it looks at the moment
};

/// Takes pictures of something over the recorded run: goes to each step, waits until everybody shows it, takes the
/// picture, and writes the file on a thread of its own. Training rests meanwhile, and afterwards all is as it was.
class FilmMaker : public QObject {
    Q_OBJECT
public:
    struct Plan {
        FilmSubject subject;
        int64_t from = 0, to = 0; ///< steps
        int frames = 60;
        double seconds = 6;
        int width = 0;            ///< pixels; 0: as on screen
        QString path;             ///< .gif, or a folder for pictures
    };
    explicit FilmMaker(Session *session, QObject *parent = nullptr);
    ~FilmMaker() override; ///< breaks off

    void start(const Plan &plan);
    void cancel();
    bool isBusy() const { return m_writer != nullptr; }
    /// The step of the i-th picture of a plan.
    static int64_t stepOf(const Plan &plan, int i);

signals:
    void progressed(int pictures, int all);
    /// `error` is empty if it was broken off.
    void finished(bool written, const QString &error);

private:
    void goToNext();
    void onPoll();
    QImage picture() const;
    void write();
    void end(bool written, const QString &error);

    Session *m_session;
    Plan m_plan;
    std::shared_ptr<FilmWriter> m_writer;
    QTimer m_poll;
    int m_taken = 0;
    bool m_wasPlaying = false;
    std::optional<int64_t> m_before; ///< where one looked
    std::atomic<bool> m_cancelled = false;
    std::jthread m_thread;
};

} // namespace zhibei
