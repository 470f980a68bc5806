#include "app/preferences.h"

#include "app/language.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace zhibei {

namespace {
constexpr qsizetype recentLimit = 10;
}

Preferences::Preferences(Kind kind)
{
    if (kind == Kind::Stored)
        m_settings = std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("zhibei"),
                                                 QStringLiteral("zhibei"));
}

QVariant Preferences::value(const char *key, const QVariant &fallback) const
{
    return m_settings ? m_settings->value(QLatin1String(key), fallback) : fallback;
}

void Preferences::set(const char *key, const QVariant &value)
{
    if (m_settings)
        m_settings->setValue(QLatin1String(key), value);
}

QString Preferences::language() const { return value("language", Language::ofEnvironment()).toString(); }
void Preferences::setLanguage(const QString &code) { set("language", code); }

Theme::Mode Preferences::themeMode() const
{
    const QString mode = value("theme").toString();
    if (mode == QLatin1String("light"))
        return Theme::Mode::Light;
    return mode == QLatin1String("dark") ? Theme::Mode::Dark : Theme::Mode::System;
}

void Preferences::setThemeMode(Theme::Mode mode)
{
    set("theme", mode == Theme::Mode::Light ? "light" : mode == Theme::Mode::Dark ? "dark" : "system");
}

double Preferences::textScale() const { return value("textScale", 1.0).toDouble(); }
void Preferences::setTextScale(double scale) { set("textScale", scale); }
bool Preferences::reduceMotion() const { return value("reduceMotion", false).toBool(); }
void Preferences::setReduceMotion(bool reduce) { set("reduceMotion", reduce); }
int Preferences::recordingMemory() const { return std::clamp(value("recording/memory", 256).toInt(), 16, 65536); }
int Preferences::recordingDisk() const { return std::clamp(value("recording/disk", 1024).toInt(), 0, 1 << 20); }
QStringList Preferences::doneScenes(const QString &lesson) const { return value(("lessons/" + lesson + "/done").toUtf8().constData()).toStringList(); }
void Preferences::setDoneScenes(const QString &lesson, const QStringList &scenes) { set(("lessons/" + lesson + "/done").toUtf8().constData(), scenes); }
QString Preferences::lastScene(const QString &lesson) const { return value(("lessons/" + lesson + "/last").toUtf8().constData()).toString(); }
void Preferences::setLastScene(const QString &lesson, const QString &scene) { set(("lessons/" + lesson + "/last").toUtf8().constData(), scene); }
bool Preferences::lessonsInBoth() const { return value("lessonsInBoth", false).toBool(); }
void Preferences::setLessonsInBoth(bool both) { set("lessonsInBoth", both); }
QString Preferences::lessonText() const { return value("lessonText", QStringLiteral("beside")).toString(); }
void Preferences::setLessonText(const QString &placement) { set("lessonText", placement); }
double Preferences::stageTextScale() const { return value("stageTextScale", 1.5).toDouble(); }
void Preferences::setStageTextScale(double scale) { set("stageTextScale", scale); }
QByteArray Preferences::geometry() const { return value("window/geometry").toByteArray(); }
QByteArray Preferences::layout() const { return value("window/layout").toByteArray(); }

void Preferences::setWindow(const QByteArray &geometry, const QByteArray &layout)
{
    set("window/geometry", geometry);
    set("window/layout", layout);
}

QStringList Preferences::recentFiles() const { return value("recentFiles").toStringList(); }

void Preferences::addRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    set("recentFiles", QStringList(files.first(recentLimit < files.size() ? recentLimit : files.size())));
}

void Preferences::clearRecentFiles() { set("recentFiles", QStringList()); }

QString Preferences::lastFolder() const
{
    const QStringList files = recentFiles();
    const QString last = files.isEmpty() ? QString() : QFileInfo(files.first()).absolutePath();
    for (const QString &folder : {last, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}) {
        if (!folder.isEmpty() && QDir(folder).exists())
            return folder;
    }
    return QDir::homePath();
}

} // namespace zhibei
