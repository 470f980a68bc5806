#pragma once

#include <QObject>

class QDBusVariant;

namespace zhibei {

/// Whether the desktop asks for dark windows: the freedesktop settings portal where there is one, else the
/// lightness of the platform's own palette. Qt tells this itself only since 6.5.
class SystemAppearance : public QObject {
    Q_OBJECT
public:
    explicit SystemAppearance(QObject *parent = nullptr);
    bool isDark() const { return m_dark; }

signals:
    void changed();

private slots:
    void onSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void setDark(bool dark);
    void askPortal();
    bool m_dark = false;
};

} // namespace zhibei
