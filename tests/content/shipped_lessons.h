#pragma once

#include "core/lesson/read_lesson.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// The views of the catalogue, read from its source: the tests of lessons need no widgets.
inline std::vector<std::string> viewsOfTheCatalogue()
{
    QFile file(QStringLiteral(ZHIBEI_SOURCE "/widgets/views/view_catalogue.cpp"));
    std::vector<std::string> ids;
    if (!file.open(QIODevice::ReadOnly))
        return ids;
    static const QRegularExpression line(QStringLiteral("^\\s*\\{\"(\\w+)\", QT_TRANSLATE_NOOP\\("), QRegularExpression::MultilineOption);
    for (auto found = line.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext();)
        ids.push_back(found.next().captured(1).toStdString());
    return ids;
}

/// One row a lesson: its folder.
inline void addShippedLessons()
{
    QTest::addColumn<QString>("folder");
    const QDir lessons(QStringLiteral(ZHIBEI_RESOURCES "/lessons"));
    for (const QString &name : lessons.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        QTest::newRow(qPrintable(name)) << lessons.filePath(name);
}
