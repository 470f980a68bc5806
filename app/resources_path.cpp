#include "app/resources_path.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace zhibei {

namespace {

/// The first of the folders that holds `entry`; empty if none does.
std::string firstWith(const QStringList &folders, const QString &entry)
{
    for (const QString &folder : folders) {
        if (!folder.isEmpty() && QFileInfo::exists(folder + u'/' + entry))
            return QDir(folder).absolutePath().toStdString();
    }
    return {};
}

QString beside(const QString &relative)
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + u'/' + relative);
}

} // namespace

std::string resourcesPath()
{
    return firstWith({qEnvironmentVariable("ZHIBEI_RESOURCES"), beside(QStringLiteral("../share/zhibei")),
                      beside(QStringLiteral("../../resources")), QStringLiteral(ZHIBEI_SOURCE_RESOURCES)},
                     QStringLiteral("templates"));
}

std::string translationsPath()
{
    return firstWith({beside(QStringLiteral("../translations")), beside(QStringLiteral("../share/zhibei/translations")),
                      QStringLiteral(ZHIBEI_BUILT_TRANSLATIONS)},
                     QStringLiteral("zhibei_zh_CN.qm"));
}

} // namespace zhibei
