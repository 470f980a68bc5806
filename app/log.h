#pragma once

#include <QObject>
#include <QStringList>

namespace zhibei {

/// What the program did and what went wrong, newest last; also Qt's own warnings while it lives. Keeps the last
/// thousand lines. May be written to from any thread; make one.
class Log : public QObject {
    Q_OBJECT
public:
    explicit Log(QObject *parent = nullptr);
    ~Log() override;

    void add(const QString &line);
    QStringList lines() const { return m_lines; }

signals:
    void added(const QString &line); ///< with its time
    /// From any thread; kept on the log's own.
    void arrived(const QString &line);

private:
    void keep(const QString &line);

    QStringList m_lines;
};

} // namespace zhibei
