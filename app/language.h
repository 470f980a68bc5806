#pragma once

#include <QString>
#include <QTranslator>

namespace zhibei {

/// The language of the whole program, Qt's own texts included. Switching it while running sends
/// QEvent::LanguageChange to every widget; nothing is rebuilt.
class Language {
public:
    Language() = default;
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    /// "zh" or "en"; anything else is "en".
    void set(const QString &code);
    QString code() const { return m_code; }
    bool isChinese() const { return m_code == QLatin1String("zh"); }

    /// What the desktop speaks: LANGUAGE, LC_ALL, LC_MESSAGES, LANG in the order of gettext.
    static QString ofEnvironment();

private:
    QString m_code; ///< empty until the first `set`
    QTranslator m_own, m_qt;
};

} // namespace zhibei
