#include "app/application.h"

#include <QApplication>

namespace zhibei {

Application::Application(Preferences::Kind kind) : m_preferences(kind)
{
    m_language.set(m_preferences.language());
    if (!registerFonts())
        m_log.add(tr("No font that can draw Chinese was found; please install fonts-noto-cjk."));
    m_theme.setMode(m_preferences.themeMode());
    m_theme.setTextScale(m_preferences.textScale());
    m_theme.setReduceMotion(m_preferences.reduceMotion());
    connect(&m_theme, &Theme::changed, this, &Application::applyTheme);
    applyTheme();
}

void Application::setLanguage(const QString &code)
{
    m_language.set(code);
    m_preferences.setLanguage(m_language.code());
    emit languageChanged();
}

void Application::setThemeMode(Theme::Mode mode)
{
    m_theme.setMode(mode);
    m_preferences.setThemeMode(mode);
}

void Application::setTextScale(double scale)
{
    m_theme.setTextScale(scale);
    m_preferences.setTextScale(m_theme.textScale());
}

void Application::setReduceMotion(bool reduce)
{
    m_theme.setReduceMotion(reduce);
    m_preferences.setReduceMotion(reduce);
}

void Application::applyTheme() { m_theme.apply(*qApp); }

} // namespace zhibei
