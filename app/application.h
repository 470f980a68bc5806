#pragma once

#include "app/language.h"
#include "app/log.h"
#include "app/preferences.h"
#include "widgets/theme/theme.h"

namespace zhibei {

/// What every window shares: preferences, language, theme and log. Puts the theme on the QApplication whenever
/// it changes. Make one after the QApplication and before any widget.
class Application : public QObject {
    Q_OBJECT
public:
    explicit Application(Preferences::Kind kind = Preferences::Kind::Stored);

    Preferences *preferences() { return &m_preferences; }
    Language *language() { return &m_language; }
    Theme *theme() { return &m_theme; }
    Log *log() { return &m_log; }

    /// These take effect at once and are remembered.
    void setLanguage(const QString &code);
    void setThemeMode(Theme::Mode mode);
    void setTextScale(double scale);
    void setReduceMotion(bool reduce);

signals:
    void languageChanged();

private:
    void applyTheme();

    Preferences m_preferences;
    Log m_log;
    Language m_language;
    Theme m_theme;
};

} // namespace zhibei
