#include "app/language.h"

#include "app/resources_path.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace zhibei {

Language::~Language()
{
    if (QCoreApplication::instance()) {
        QCoreApplication::removeTranslator(&m_own);
        QCoreApplication::removeTranslator(&m_qt);
    }
}

void Language::set(const QString &code)
{
    const QString wanted = code.startsWith(QLatin1String("zh")) ? QStringLiteral("zh") : QStringLiteral("en");
    if (wanted == m_code)
        return;
    m_code = wanted;
    // The locale goes first: widgets read it while they answer LanguageChange.
    QLocale::setDefault(isChinese() ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English));
    // English is what the sources say; its file only knows plurals.
    QCoreApplication::removeTranslator(&m_qt);
    if (isChinese() && m_qt.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
    const QString own = isChinese() ? QStringLiteral("zhibei_zh_CN") : QStringLiteral("zhibei_en");
    if (m_own.load(own, QString::fromStdString(translationsPath())))
        QCoreApplication::installTranslator(&m_own);
}

QString Language::ofEnvironment()
{
    for (const char *name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString value = qEnvironmentVariable(name);
        if (!value.isEmpty())
            return value.startsWith(QLatin1String("zh")) ? QStringLiteral("zh") : QStringLiteral("en");
    }
    return QStringLiteral("en");
}

} // namespace zhibei
