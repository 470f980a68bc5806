#include "app/lecture/stay_awake.h"

#include <QDBusConnection>
#include <QDBusMessage>

namespace zhibei {

namespace {

constexpr int patience = 300; // milliseconds: a desktop that does not answer must not keep a speaker waiting

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("/org/freedesktop/ScreenSaver"),
                                          QStringLiteral("org.freedesktop.ScreenSaver"), method);
}

} // namespace

StayAwake::StayAwake()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage inhibit = call(QStringLiteral("Inhibit"));
    inhibit << QStringLiteral("Zhibei") << QStringLiteral("Lecture");
    const QDBusMessage answer = bus.call(inhibit, QDBus::Block, patience);
    if (answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty())
        m_cookie = answer.arguments().constFirst().toUInt();
}

StayAwake::~StayAwake()
{
    if (m_cookie == 0)
        return;
    QDBusMessage release = call(QStringLiteral("UnInhibit"));
    release << m_cookie;
    QDBusConnection::sessionBus().send(release);
}

} // namespace zhibei
