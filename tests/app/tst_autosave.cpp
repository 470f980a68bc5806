#include "app/autosave.h"
#include "app/main_window.h"
#include "app/recovery_dialog.h"
#include "app/session.h"
#include "core/io/project_file.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace zhibei;

class TestAutosave : public QObject {
    Q_OBJECT
private slots:
    void keepsACopyUntilItIsSaved();
    void endsInOrder();
    void unwritableFolderIsToldOnce();
    void offersWhatIsLeft();
    void losesNothingWhenKilled();

private:
    static void addNote(Document &document, const char *text)
    {
        document.edit("Edit", [&](Project &project) { project.network.notes = {{"note", text, {}, {}}}; });
    }
    static int64_t noteIn(const QString &file)
    {
        const Project project = loadProject(file.toStdString());
        return project.network.notes.empty() ? 0 : std::stoll(project.network.notes.front().text);
    }
};

void TestAutosave::keepsACopyUntilItIsSaved()
{
    const QTemporaryDir folder;
    Document document(ZHIBEI_RESOURCES);
    Session session(&document, 1);
    document.setProject(openProject("xor", ZHIBEI_RESOURCES), folder.filePath(QStringLiteral("mine.zhibei")));
    Autosave autosave(&session, folder.path(), {.rest = 1, .atMost = 5, .training = 100000});
    QVERIFY(QDir(folder.path()).entryList({QStringLiteral("*.zhibei")}).isEmpty());
    QSignalSpy written(&autosave, &Autosave::written);
    addNote(document, "one");
    QVERIFY(!autosave.isSafe());
    QTRY_COMPARE(written.size(), 1);
    QVERIFY(autosave.isSafe());
    QStringList copies = QDir(folder.path()).entryList({QStringLiteral("*.zhibei")});
    QCOMPARE(copies.size(), 1);
    QCOMPARE(loadProject(folder.filePath(copies[0]).toStdString()).network.notes.front().text, std::string("one"));
    QVERIFY(Autosave::left(folder.path()).empty()); // its program still runs
    document.setSaved(document.path());
    QTRY_VERIFY(QDir(folder.path()).entryList({QStringLiteral("*.zhibei")}).isEmpty());
}

void TestAutosave::endsInOrder()
{
    const QTemporaryDir folder;
    Document document(ZHIBEI_RESOURCES);
    Session session(&document, 1);
    {
        Autosave autosave(&session, folder.path(), {.rest = 1, .atMost = 5, .training = 100000});
        QSignalSpy written(&autosave, &Autosave::written);
        addNote(document, "one");
        QTRY_COMPARE(written.size(), 1);
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestAutosave::unwritableFolderIsToldOnce()
{
    const QTemporaryDir folder;
    QFile blocker(folder.filePath(QStringLiteral("file")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    Document document(ZHIBEI_RESOURCES);
    Session session(&document, 1);
    Autosave autosave(&session, blocker.fileName() + QStringLiteral("/below"), {.rest = 1, .atMost = 5, .training = 100000});
    QSignalSpy failed(&autosave, &Autosave::failed);
    addNote(document, "one");
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!failed[0][0].toString().isEmpty());
    addNote(document, "two");
    QTRY_VERIFY(!autosave.isSafe());
    QCOMPARE(failed.size(), 1);
}

void TestAutosave::offersWhatIsLeft()
{
    const QTemporaryDir folder;
    Project project = openProject("xor", ZHIBEI_RESOURCES);
    project.network.notes = {{"note", "rescued", {}, {}}};
    saveProject(project, folder.filePath(QStringLiteral("dead.zhibei")).toStdString());
    Application application(Preferences::Kind::Forgetful);
    application.setLanguage(QStringLiteral("en"));
    MainWindow window(&application);
    window.show();
    window.protectWork(folder.path());
    auto *dialog = window.findChild<RecoveryDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(window.document()->network().notes.size(), size_t(1));
    QCOMPARE(window.document()->network().notes.front().text, std::string("rescued"));
    QVERIFY(window.document()->isModified()); // it is in no file of the person's
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("dead.zhibei"))));
}

/// Killed at two hundred random moments, among them while it saves: the document opens every time, and the newest of file
/// and copy is at most a few edits behind. The pace is a hundredth of the real one, so a second here stands for much.
void TestAutosave::losesNothingWhenKilled()
{
    constexpr int kills = 200;
    QRandomGenerator random(7);
    int64_t copies = 0, worst = 0;
    for (int i = 0; i < kills; ++i) {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("document.zhibei")), recovery = folder.filePath(QStringLiteral("recovery"));
        saveProject(openProject("spiral", ZHIBEI_RESOURCES), file.toStdString());
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(EDIT_UNTIL_KILLED), {file, recovery});
        QVERIFY(process.waitForStarted());
        QVERIFY(process.waitForReadyRead(60000));
        QTest::qSleep(int(random.bounded(300)));
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        const QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
        const int64_t edits = lines.last().toLongLong();
        int64_t kept = noteIn(file); // throws if it does not open
        const std::vector<Autosave::Left> left = Autosave::left(recovery);
        QVERIFY(left.size() <= 1);
        for (const Autosave::Left &copy : left) {
            kept = std::max(kept, noteIn(copy.file));
            QCOMPARE(copy.path, file);
            ++copies;
        }
        worst = std::max(worst, edits - kept);
    }
    QVERIFY(copies > kills / 4); // the copies are what saves the work, not the file alone
    qInfo("worst loss: %lld edits", static_cast<long long>(worst));
    // An edit every 2 ms and a copy at least every 50 ms, on a machine that is busy: ten seconds at a hundredth of the pace.
    QVERIFY2(worst <= 200, qPrintable(QString::number(worst)));
}

QTEST_MAIN(TestAutosave)
#include "tst_autosave.moc"
