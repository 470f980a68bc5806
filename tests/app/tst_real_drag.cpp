#include "app/main_window.h"
#include "core/io/project_file.h"
#include "widgets/canvas/network_view.h"
#include "widgets/document/document.h"
#include "widgets/palette/palette.h"
#include "widgets/palette/palette_card.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

using namespace zhibei;

/// A real mouse (xdotool) drags a layer from the palette onto the canvas of the real window.
class TestRealDrag : public QObject {
    Q_OBJECT
private slots:
    void paletteToCanvas();
};

namespace {

/// Runs xdotool commands while this program's own event loop goes on.
bool mouse(const QStringList &arguments)
{
    QProcess process;
    bool done = false;
    QObject::connect(&process, &QProcess::finished, [&] { done = true; });
    process.start(QStringLiteral("xdotool"), arguments);
    return QTest::qWaitFor([&] { return done; }, 5000) && process.exitCode() == 0;
}

QStringList to(const QPoint &place)
{
    return {QStringLiteral("mousemove"), QStringLiteral("--sync"), QString::number(place.x()), QString::number(place.y())};
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

    QVERIFY(mouse(to(from)));
    QVERIFY(mouse({QStringLiteral("mousedown"), QStringLiteral("1")}));
    for (int i = 1; i <= 8; ++i)
        QVERIFY(mouse(to(from + (target - from) * i / 8)));
    QVERIFY(mouse({QStringLiteral("mouseup"), QStringLiteral("1")}));

    QTRY_COMPARE(window.document()->network().nodes.size(), before.nodes.size() + 1);
    QCOMPARE(window.document()->network().nodes.back().kind, std::string("dense"));
    // One undo step, and it all goes back.
    window.document()->undoStack()->undo();
    QVERIFY(window.document()->network() == before);
    QVERIFY(!window.document()->undoStack()->canUndo());
}

QTEST_MAIN(TestRealDrag)
#include "tst_real_drag.moc"
