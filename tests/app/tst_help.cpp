#include "app/main_window.h"
#include "app/session.h"
#include "app/stage_panel.h"
#include "app/view_docks.h"
#include "core/io/project_file.h"
#include "widgets/canvas/network_scene.h"
#include "widgets/canvas/network_view.h"
#include "widgets/help/help_topics.h"
#include "widgets/help/help_window.h"
#include "widgets/inspectors/attribute_editor.h"
#include "widgets/inspectors/inspector_panel.h"
#include "widgets/inspectors/node_inspector.h"
#include "widgets/inspectors/training_panel.h"
#include "widgets/palette/palette.h"
#include "widgets/palette/palette_card.h"
#include "widgets/plots/curve_view.h"
#include "widgets/plots/timeline.h"
#include "widgets/stage/draw_canvas.h"
#include "widgets/stage/draw_pad.h"
#include "widgets/stage/surface_canvas.h"
#include "widgets/stage/surface_view.h"
#include "widgets/views/view_catalogue.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>

using namespace zhibei;

/// F1 in the real window, offscreen.
class TestHelp : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup() { m_lab.reset(); }
    void theCanvasAndTheSelectedLayer();
    void aSettingOfALayer();
    void aSettingOfTheTraining();
    void theStage();
    void thePaletteAndTheCurves();
    void everyView();
    void aFloatingView();
    void theSettingInChinese();

private:
    struct Lab {
        Lab() : window(&application)
        {
            application.setLanguage(QStringLiteral("en"));
            application.setReduceMotion(true);
            window.resize(1280, 800);
            window.show();
            window.openProject(zhibei::openProject("digits", ZHIBEI_RESOURCES), {});
        }
        Application application{Preferences::Kind::Forgetful};
        MainWindow window;
    };
    MainWindow &window() { return m_lab->window; }
    /// What F1 shows with the focus there, as "page" or "page: setting".
    QString explained(QWidget *focus)
    {
        focus->window()->activateWindow();
        if (!QTest::qWaitForWindowActive(focus->window()))
            return QStringLiteral("the window is not active");
        focus->setFocus();
        QTest::keyClick(focus, Qt::Key_F1);
        HelpWindow *help = window().help();
        if (!help || !help->isVisible())
            return {};
        const QString shown = help->setting().isEmpty() ? help->topic() : help->topic() + QStringLiteral(": ") + help->setting();
        help->close();
        return shown;
    }
    std::unique_ptr<Lab> m_lab;
    QTemporaryDir m_settings;
};

void TestHelp::initTestCase() { QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path()); }
void TestHelp::init() { m_lab = std::make_unique<Lab>(); }

void TestHelp::theCanvasAndTheSelectedLayer()
{
    QVERIFY(!window().help());
    QCOMPARE(explained(window().canvas()), QStringLiteral("window/canvas"));
    window().selectNode(QStringLiteral("dense2"));
    QCOMPARE(explained(window().canvas()), QStringLiteral("dense"));
    window().selectNode(QStringLiteral("flatten1"));
    QCOMPARE(explained(window().canvas()), QStringLiteral("flatten"));
}

void TestHelp::aSettingOfALayer()
{
    window().selectNode(QStringLiteral("dense2"));
    const AttributeEditor *editor = window().inspector()->nodeInspector()->editor();
    QCOMPARE(explained(editor->field("activation")->focusProxy()), QStringLiteral("dense: Activation"));
    // One that the shared page explains.
    QWidget *frozen = editor->field("frozen")->focusProxy();
    frozen->parentWidget()->setVisible(true);
    QCOMPARE(explained(frozen), QStringLiteral("dense: Frozen"));
}

void TestHelp::aSettingOfTheTraining()
{
    window().selectNode({});
    const TrainingPanel *panel = window().inspector()->trainingPanel();
    QTRY_VERIFY(panel->isVisible());
    QCOMPARE(explained(panel->trainingEditor()->field("seed")->focusProxy()), QStringLiteral("window/training: Seed"));
    QCOMPARE(explained(panel->objectiveEditor()->field("rate")->focusProxy()), QStringLiteral("cross_entropy: Learning rate"));
}

void TestHelp::theStage()
{
    QCOMPARE(explained(window().stage()->drawPad()->canvas()), QStringLiteral("window/draw_pad"));
    window().openProject(zhibei::openProject("spiral", ZHIBEI_RESOURCES), {});
    QTRY_VERIFY(window().stage()->surface()->isVisible());
    QCOMPARE(explained(window().stage()->surface()->canvas()), QStringLiteral("window/surface"));
}

void TestHelp::thePaletteAndTheCurves()
{
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    window().palette()->focusSearch();
    QWidget *search = QApplication::focusWidget();
    QVERIFY(window().palette()->isAncestorOf(search));
    QCOMPARE(explained(search), QStringLiteral("window/palette"));
    const auto card = [this](const QString &payload) -> PaletteCard * {
        const QList<PaletteCard *> cards = window().palette()->findChildren<PaletteCard *>();
        const auto found = std::ranges::find_if(cards, [&](const PaletteCard *card) { return card->entry().payload == payload; });
        return found == cards.end() ? nullptr : *found;
    };
    QCOMPARE(explained(card(QStringLiteral("dropout"))), QStringLiteral("dropout"));
    QCOMPARE(explained(card(QStringLiteral("data:digits"))), QStringLiteral("input"));
    QCOMPARE(explained(window().curves()->plot()), QStringLiteral("window/curves"));
    QCOMPARE(explained(window().curves()->timeline()), QStringLiteral("window/time_machine"));
}

void TestHelp::everyView()
{
    for (const ViewKind &kind : viewKinds()) {
        ViewDock *dock = window().views()->open(kind, kind.ofNode ? NodeId("dense1") : NodeId());
        QCOMPARE(explained(dock->view()), QStringLiteral("views/") + QLatin1String(kind.id));
    }
}

void TestHelp::aFloatingView()
{
    ViewDock *dock = window().views()->open(*findViewKind(QStringLiteral("confusion")));
    dock->setFloating(true);
    dock->show();
    QCOMPARE(explained(dock->view()), QStringLiteral("views/confusion"));
}

void TestHelp::theSettingInChinese()
{
    m_lab->application.setLanguage(QStringLiteral("zh"));
    window().selectNode(QStringLiteral("dense2"));
    const AttributeEditor *editor = window().inspector()->nodeInspector()->editor();
    QCOMPARE(explained(editor->field("activation")->focusProxy()), QStringLiteral("dense: 激活函数"));
    QVERIFY(window().help()->page()->toPlainText().startsWith(QStringLiteral("全连接层")));
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
