#pragma once

#include "core/io/project.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLockFile>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <vector>

namespace zhibei {

class Session;

/// Keeps a copy of the work in a folder of its own, so that a crash loses seconds: after an edit as soon as hands rest,
/// under constant editing every few seconds, and now and then while training goes on. Never touches the document's file
/// and never makes anybody wait: copies are written on a thread of their own, whole or not at all. A program that ends in
/// order takes its copy away; what is found at the next start was left by a crash.
class Autosave : public QObject {
    Q_OBJECT
public:
    /// In milliseconds.
    struct Pace {
        int rest = 1500;      ///< after the last edit
        int atMost = 5000;    ///< after the first edit that no copy holds
        int training = 30000; ///< between copies of the weights while training goes on
    };

    Autosave(Session *session, const QString &folder, const Pace &pace, QObject *parent = nullptr);
    ~Autosave() override;

    /// Where the copies of this user are.
    static QString usualFolder();

    /// A copy that a program which no longer runs has left.
    struct Left {
        QString file;
        QString path;   ///< of the document; empty: it was never saved
        QString title;
        QDateTime when;
        qint64 steps = 0; ///< trained so far
    };
    /// Newest first.
    static std::vector<Left> left(const QString &folder);
    static void discard(const Left &copy);

    /// Everything that was edited is in the copy or in the document's file.
    bool isSafe() const { return !m_dirty && !m_writing; }

signals:
    /// Copies cannot be written, and why; not said again until one has worked.
    void failed(const QString &why);
    void written();

private:
    void onEdited();
    void onTitle();
    void save();
    void onWritten(const QString &error);
    void removeCopy();
    QString copyFile() const;

    Session *m_session;
    QString m_folder, m_name;
    Pace m_pace;
    std::unique_ptr<QLockFile> m_alive; ///< held while the program runs
    QThreadPool m_pool;
    QTimer m_timer, m_training;
    QElapsedTimer m_sinceEdit;
    bool m_dirty = false, m_writing = false, m_again = false, m_told = false;
};

} // namespace zhibei
