#pragma once

#include "widgets/theme/theme.h"

#include <QSettings>
#include <QStringList>

#include <memory>

namespace zhibei {

/// What the program remembers of its user between runs.
class Preferences {
public:
    enum class Kind { Stored, Forgetful /* defaults, and nothing is written */ };
    explicit Preferences(Kind kind = Kind::Stored);

    QString language() const; ///< "zh" or "en"; that of the desktop if never chosen
    void setLanguage(const QString &code);
    Theme::Mode themeMode() const;
    void setThemeMode(Theme::Mode mode);
    double textScale() const;
    void setTextScale(double scale);
    bool reduceMotion() const;
    void setReduceMotion(bool reduce);

    /// How much of a run is kept to look back on, in megabytes: in memory, and of what does not fit there on disk.
    int recordingMemory() const;
    int recordingDisk() const;

    /// Of a lesson, by its id: the scenes that are done, and where one was last.
    QStringList doneScenes(const QString &lesson) const;
    void setDoneScenes(const QString &lesson, const QStringList &scenes);
    QString lastScene(const QString &lesson) const;
    void setLastScene(const QString &lesson, const QString &scene);
    /// Lessons speak both languages at once.
    bool lessonsInBoth() const;
    void setLessonsInBoth(bool both);
    /// Where a lesson's text stands: "beside", "under" or "hidden".
    QString lessonText() const;
    void setLessonText(const QString &placement);
    double stageTextScale() const;
    void setStageTextScale(double scale);

    QByteArray geometry() const;
    QByteArray layout() const;
    void setWindow(const QByteArray &geometry, const QByteArray &layout);

    /// Newest first, at most ten; files that are gone stay listed.
    QStringList recentFiles() const;
    void addRecentFile(const QString &path);
    void clearRecentFiles();
    QString lastFolder() const;

private:
    QVariant value(const char *key, const QVariant &fallback = {}) const;
    void set(const char *key, const QVariant &value);

    std::unique_ptr<QSettings> m_settings;
};

} // namespace zhibei
