#include "core/io/atomic_file.h"
#include "core/io/file_error.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <csignal>

using namespace zhibei;

class TestAtomicFile : public QObject {
    Q_OBJECT

    static void write(const QString &path, const QByteArray &bytes)
    {
        writeFileAtomically(path.toStdString(), {reinterpret_cast<const unsigned char *>(bytes.constData()), size_t(bytes.size())});
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

private slots:
    void writesAndReplaces()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("名字.zhibei");
        write(path, "one");
        QCOMPARE(read(path), QByteArray("one"));
        write(path, QByteArray(3'000'000, 'x'));
        QCOMPARE(read(path).size(), 3'000'000);
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
    }

    void keepsPermissionsAndLinks()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("a"), link = folder.filePath("link");
        write(path, "one");
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(QFile::link(path, link));
        write(link, "two");
        QCOMPARE(read(path), QByteArray("two"));
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(int(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)), 0);
    }

    void aFailureLeavesTheOldFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("a");
        write(path, "old");
        // A full disk, as far as this process can tell: no file may grow beyond 64 kB.
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{65536, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        std::string message;
        try {
            write(path, QByteArray(1'000'000, 'x'));
        } catch (const FileError &error) {
            message = error.what();
        }
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY2(message.find("unchanged") != std::string::npos, message.c_str());
        QCOMPARE(read(path), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
    }

    void refusesFoldersAndMissingFolders()
    {
        QTemporaryDir folder;
        QVERIFY_THROWS_EXCEPTION(FileError, write(folder.path(), "x"));
        QVERIFY_THROWS_EXCEPTION(FileError, write(folder.filePath("absent/a"), "x"));
        QVERIFY_THROWS_EXCEPTION(FileError, write("/proc/a", "x"));
    }
};

QTEST_APPLESS_MAIN(TestAtomicFile)
#include "tst_atomic_file.moc"
