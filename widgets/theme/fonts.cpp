#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFontDatabase>
#include <QRawFont>

namespace zhibei {

namespace {

const char *const families[] = {"Noto Sans", "Noto Sans CJK SC"};

/// Files of the two families, as Debian and other distributions name them.
const QStringList filePatterns = {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-SemiBold.ttf",
                                  "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", "NotoSansCJKsc-*.otf"};

bool known(const char *family)
{
    return QFontDatabase::families().contains(QLatin1String(family));
}

void addFontsOf(const QString &folder)
{
    QDirIterator files(folder, filePatterns, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        QFontDatabase::addApplicationFont(files.next());
}

} // namespace

bool registerFonts()
{
    const QString program = QCoreApplication::applicationDirPath();
    for (const QString &folder : {program + "/fonts", program + "/../share/zhibei/fonts", QStringLiteral("/usr/share/fonts"),
                                  QStringLiteral("/usr/local/share/fonts")}) {
        if (known(families[0]) && known(families[1]))
            break;
        addFontsOf(folder);
    }
    const QString chinese = known(families[1]) ? QLatin1String(families[1]) : QString();
    const QFont font(chinese.isEmpty() ? QFont().family() : chinese);
    return QRawFont::fromFont(font, QFontDatabase::SimplifiedChinese).supportsCharacter(QChar(u'神'));
}

} // namespace zhibei
