#include "app/main_window.h"
#include "core/io/project_file.h"
#include "widgets/canvas/network_view.h"
#include "widgets/document/document.h"
#include "widgets/palette/palette.h"
#include "widgets/palette/palette_card.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace zhibei;

/// A real mouse and real keys (xdotool) on a display without a window manager.
class TestRealDrag : public QObject {
    Q_OBJECT
private slots:
    void paletteToCanvas();
    void helpBeforeAnyClick();
};

namespace {

/// One xdotool script for the whole gesture: a drag runs an event loop of its own in here until the button is up,
/// so nothing in this process could go on with it.
QStringList dragScript(const QPoint &from, const QPoint &target)
{
    const auto move = [](const QPoint &place) {
        return QStringList{QStringLiteral("mousemove"), QString::number(place.x()), QString::number(place.y()),
                           QStringLiteral("sleep"), QStringLiteral("0.05")};
    };
    QStringList script = move(from) + QStringList{QStringLiteral("mousedown"), QStringLiteral("1")};
    for (int i = 1; i <= 10; ++i)
        script += move(from + (target - from) * i / 10);
    return script + move(target) + QStringList{QStringLiteral("mouseup"), QStringLiteral("1")};
}

} // namespace

void TestRealDrag::paletteToCanvas()
{
    if (QGuiApplication::platformName() != QLatin1String("xcb"))
        QSKIP("needs an X display");
    QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("xdotool")).isEmpty(), "xdotool is not installed");
    Application application(Preferences::Kind::Forgetful);
    application.setReduceMotion(true);
    MainWindow window(&application);
    window.setGeometry(0, 0, 1500, 950);
    window.show();
    window.openProject(zhibei::openProject("xor", ZHIBEI_RESOURCES), {});
    QVERIFY(QTest::qWaitForWindowExposed(&window));

    const PaletteCard *card = nullptr;
    for (const PaletteCard *candidate : window.palette()->findChildren<PaletteCard *>()) {
        if (candidate->entry().payload == QLatin1String("dense"))
            card = candidate;
    }
    QVERIFY(card && card->isVisible());
    const Network before = window.document()->network();
    const QPoint from = card->mapToGlobal(card->rect().center());
    const QRect canvas(window.canvas()->mapToGlobal(QPoint()), window.canvas()->size());
    const QPoint target(canvas.center().x(), canvas.bottom() - 40);

    QProcess xdotool;
    xdotool.start(QStringLiteral("xdotool"), dragScript(from, target));
    QTRY_COMPARE_WITH_TIMEOUT(xdotool.state(), QProcess::NotRunning, 20000);
    QCOMPARE(xdotool.exitCode(), 0);
    QTRY_COMPARE(window.document()->network().nodes.size(), before.nodes.size() + 1);
    QCOMPARE(window.document()->network().nodes.back().kind, std::string("dense"));
    // One undo step, and it all goes back.
    window.document()->undoStack()->undo();
    QVERIFY(window.document()->network() == before);
    QVERIFY(!window.document()->undoStack()->canUndo());
}

/// Nobody gives the window the focus there; F1 opens the help all the same.
void TestRealDrag::helpBeforeAnyClick()
{
    if (QGuiApplication::platformName() != QLatin1String("xcb"))
        QSKIP("needs an X display");
    const QTemporaryDir home;
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(ZHIBEI_PROGRAM), {QStringLiteral("--lang"), QStringLiteral("en")});
    QVERIFY(program.waitForStarted());
    const auto sees = [&](const QString &title) {
        return QProcess::execute(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("xdotool search --onlyvisible --name '%1' >/dev/null 2>&1").arg(title)}) == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("Zhibei")), 30000);
    QVERIFY(!sees(QStringLiteral("^Help")));
    QTRY_VERIFY_WITH_TIMEOUT((QProcess::execute(QStringLiteral("xdotool"), {QStringLiteral("key"), QStringLiteral("F1")}), sees(QStringLiteral("^Help"))), 20000);
    program.kill();
    program.waitForFinished();
}

QTEST_MAIN(TestRealDrag)
#include "tst_real_drag.moc"
