#include "app/log.h"

#include <QTime>

#include <atomic>
#include <cstdio>

namespace zhibei {

namespace {

constexpr qsizetype kept = 1000;
/// Qt's message handler is a plain function, so it finds the log here.
std::atomic<Log *> current{nullptr};
QtMessageHandler previous = nullptr;

void onMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (Log *log = current.load(); log && type != QtDebugMsg)
        log->add(message);
    if (previous)
        previous(type, context, message);
}

} // namespace

Log::Log(QObject *parent) : QObject(parent)
{
    connect(this, &Log::arrived, this, &Log::keep, Qt::AutoConnection);
    current = this;
    previous = qInstallMessageHandler(onMessage);
}

Log::~Log()
{
    qInstallMessageHandler(previous);
    current = nullptr;
}

void Log::add(const QString &line)
{
    emit arrived(QTime::currentTime().toString(QStringLiteral("HH:mm:ss  ")) + line);
}

void Log::keep(const QString &line)
{
    m_lines += line;
    if (m_lines.size() > kept)
        m_lines.removeFirst();
    emit added(line);
}

} // namespace zhibei
