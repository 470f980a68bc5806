#pragma once

#include <QTemporaryDir>

#include <string>
#include <vector>

/// A good lesson of two scenes in a folder that is gone afterwards: what tests damage, pack and do.
class LessonFolder {
public:
    LessonFolder();
    std::string path() const { return m_folder.filePath(QStringLiteral("08-deep")).toStdString(); }
    std::string outside() const { return m_folder.path().toStdString(); }
    void write(const QString &file, const QByteArray &content) const; ///< file is relative to the lesson
    QByteArray read(const QString &file) const;
    /// Throws unless `what` is in the file, once.
    void replace(const QString &file, const QByteArray &what, const QByteArray &with) const;

private:
    QTemporaryDir m_folder;
};

/// The views that these lessons know.
std::vector<std::string> someViews();
