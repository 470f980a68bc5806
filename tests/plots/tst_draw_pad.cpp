#include "tests/plots/marking_translator.h"
#include "widgets/stage/class_bars.h"
#include "widgets/stage/draw_canvas.h"
#include "widgets/stage/draw_pad.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <numeric>

using namespace zhibei;

namespace {

std::shared_ptr<const Dataset> pictures(int64_t height, int64_t width)
{
    auto data = std::make_shared<Dataset>();
    data->featureShape = Shape{1, height, width};
    data->features = Tensor(Shape{6, 1, height, width});
    data->targets = Tensor(Shape{6, 1});
    for (int64_t i = 0; i < 6; ++i) {
        data->features.row(i)[static_cast<size_t>(i)] = 1;
        data->targets[i] = static_cast<float>(i % 3);
    }
    data->classNames = {"0", "1", "2"};
    data->trainCount = 4;
    return data;
}

void drawStroke(DrawCanvas *canvas, const QList<QPoint> &path)
{
    QTest::mousePress(canvas, Qt::LeftButton, {}, path.front());
    for (const QPoint &at : path)
        QTest::mouseMove(canvas, at);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, path.back());
}

struct Mass {
    double sum = 0, x = 0, y = 0;
    QRect box;
};

Mass mass(const std::vector<float> &picture, int width)
{
    Mass mass;
    for (size_t i = 0; i < picture.size(); ++i) {
        const int x = static_cast<int>(i) % width, y = static_cast<int>(i) / width;
        const double ink = static_cast<double>(picture[i]);
        mass.sum += ink;
        mass.x += ink * (x + 0.5);
        mass.y += ink * (y + 0.5);
        if (ink > 0.1)
            mass.box |= QRect(x, y, 1, 1);
    }
    mass.x /= mass.sum;
    mass.y /= mass.sum;
    return mass;
}

QToolButton *button(DrawPad &pad, const QString &text)
{
    for (QToolButton *button : pad.findChildren<QToolButton *>())
        if (button->accessibleName().contains(text))
            return button;
    return nullptr;
}

} // namespace

class TstDrawPad : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(registerFonts()); }

    void picturesAreCentredAsTheSamplesAre_data()
    {
        QTest::addColumn<QPolygonF>("stroke");
        QTest::newRow("corner") << QPolygonF({{1, 1}, {4, 1}, {4, 6}});
        QTest::newRow("large") << QPolygonF({{2, 2}, {26, 2}, {2, 26}});
        QTest::newRow("upright") << QPolygonF({{20, 4}, {20, 24}});
    }

    void picturesAreCentredAsTheSamplesAre()
    {
        QFETCH(QPolygonF, stroke);
        const std::vector<float> picture = centredPicture({stroke}, 28, 28);
        QCOMPARE(picture.size(), size_t(784));
        QVERIFY(std::all_of(picture.begin(), picture.end(), [](float v) { return v >= 0 && v <= 1; }));
        const Mass found = mass(picture, 28);
        QVERIFY2(std::abs(found.x - 14) < 0.3 && std::abs(found.y - 14) < 0.3,
                 qPrintable(QString("%1 %2").arg(found.x).arg(found.y)));
        QVERIFY(std::abs(std::max(found.box.width(), found.box.height()) - 20) <= 1);
        QVERIFY(*std::max_element(picture.begin(), picture.end()) > 0.9f);
    }

    void otherShapesAndDots()
    {
        QCOMPARE(centredPicture({QPolygonF({{2, 2}, {10, 5}})}, 16, 12).size(), size_t(192));
        const std::vector<float> dot = centredPicture({QPolygonF({{3, 3}})}, 28, 28);
        QVERIFY(mass(dot, 28).box.width() <= 4);
        QVERIFY(std::abs(mass(dot, 28).x - 14) < 0.3);
        QVERIFY(mass(centredPicture({}, 28, 28), 28).sum == 0);
    }

    void drawingSendsPicturesAndClearingNone()
    {
        Theme theme;
        DrawPad pad(&theme);
        pad.show();
        pad.setData(pictures(28, 28));
        QSignalSpy drawn(&pad, &DrawPad::drawn);
        drawStroke(pad.canvas(), {{30, 30}, {80, 30}, {40, 110}});
        QVERIFY(!pad.isBlank());
        QVERIFY(drawn.size() >= 1);
        const auto picture = drawn.back().at(0).value<std::vector<float>>();
        QCOMPARE(picture.size(), size_t(784));
        QVERIFY(std::abs(mass(picture, 28).x - 14) < 0.3);
        QTest::mouseClick(button(pad, "Clear"), Qt::LeftButton);
        QVERIFY(pad.isBlank());
        QVERIFY(drawn.back().at(0).value<std::vector<float>>().empty());
    }

    void escapeTakesBackTheStrokeThenEverything()
    {
        Theme theme;
        DrawPad pad(&theme);
        pad.show();
        pad.setData(pictures(28, 28));
        drawStroke(pad.canvas(), {{30, 30}, {80, 30}});
        QTest::mousePress(pad.canvas(), Qt::LeftButton, {}, {50, 50});
        QTest::mouseMove(pad.canvas(), {90, 90});
        QCOMPARE(pad.canvas()->strokes().size(), 2);
        QTest::keyClick(pad.canvas(), Qt::Key_Escape);
        QCOMPARE(pad.canvas()->strokes().size(), 1);
        QTest::mouseRelease(pad.canvas(), Qt::LeftButton, {}, {90, 90});
        QCOMPARE(pad.canvas()->strokes().size(), 1);
        QTest::keyClick(pad.canvas(), Qt::Key_Escape);
        QVERIFY(pad.isBlank());
        drawStroke(pad.canvas(), {{30, 30}, {80, 30}});
        QTest::keyClick(pad.canvas(), Qt::Key_Delete);
        QVERIFY(pad.isBlank());
    }

    void theKeyboardDraws()
    {
        Theme theme;
        DrawPad pad(&theme);
        pad.show();
        pad.setData(pictures(28, 28));
        QTest::keyClick(pad.canvas(), Qt::Key_Up);
        QVERIFY(pad.isBlank());
        QTest::keyClick(pad.canvas(), Qt::Key_Space);
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(pad.canvas(), Qt::Key_Right);
        QTest::keyClick(pad.canvas(), Qt::Key_Space);
        QTest::keyClick(pad.canvas(), Qt::Key_Down);
        QCOMPARE(pad.canvas()->strokes().size(), 1);
        QCOMPARE(pad.canvas()->strokes().front().size(), 7);
    }

    void readsOutWhatTheNetworkSays()
    {
        Theme theme;
        DrawPad pad(&theme);
        pad.show();
        pad.setData(pictures(28, 28));
        QVERIFY(pad.answer().isEmpty());
        pad.setPrediction({0.01f, 0.986f, 0.004f}, {"0", "1", "2"});
        QCOMPARE(pad.answer(), QString("1, 98.6 %"));
        QVERIFY(pad.canvas()->accessibleDescription().contains("1, 98.6 %"));
        pad.setPrediction({}, {"0", "1", "2"});
        QVERIFY(pad.answer().isEmpty());
    }

    void goesThroughTheTestSamples()
    {
        Theme theme;
        DrawPad pad(&theme);
        pad.show();
        pad.setData(pictures(28, 28));
        QSignalSpy chosen(&pad, &DrawPad::sampleChosen);
        QCOMPARE(pad.sample(), 4);
        QTest::mouseClick(button(pad, "Next"), Qt::LeftButton);
        QCOMPARE(chosen.back().at(0).toLongLong(), 5);
        QTest::mouseClick(button(pad, "Next"), Qt::LeftButton);
        QCOMPARE(chosen.back().at(0).toLongLong(), 4);
        QTest::mouseClick(button(pad, "Previous"), Qt::LeftButton);
        QCOMPARE(chosen.back().at(0).toLongLong(), 5);
        drawStroke(pad.canvas(), {{30, 30}, {80, 30}});
        QTest::mouseClick(button(pad, "random"), Qt::LeftButton);
        QVERIFY(pad.isBlank());
        QVERIFY(chosen.back().at(0).toLongLong() >= 4);
    }

    void appliesToPicturesOfOneChannel()
    {
        Dataset data;
        data.featureShape = Shape{2};
        QVERIFY(!DrawPad::applies(data));
        data.featureShape = Shape{3, 28, 28};
        QVERIFY(!DrawPad::applies(data));
        data.featureShape = Shape{1, 8, 8};
        QVERIFY(DrawPad::applies(data));
    }

    void theLanguageSwitchesLive()
    {
        Theme theme;
        DrawPad pad(&theme);
        pad.show();
        pad.setData(pictures(28, 28));
        MarkingTranslator translator;
        QCoreApplication::installTranslator(&translator);
        const auto says = [&](const QString &text) {
            for (QLabel *label : pad.findChildren<QLabel *>())
                if (label->text().startsWith(text))
                    return true;
            return false;
        };
        QTRY_VERIFY(says("译Draw a digit"));
        QCoreApplication::removeTranslator(&translator);
        QTRY_VERIFY(says("Draw a digit"));
    }

    /// A network that names no class says why, where the classes would stand.
    void saysWhyItIsSilent()
    {
        Theme theme;
        DrawPad pad(&theme);
        pad.setData(pictures(8, 8));
        pad.show();
        const auto says = [&](const QString &text) {
            const QList<QLabel *> labels = pad.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
        };
        const QString why = QStringLiteral("No loss teaches it the classes.");
        QVERIFY(pad.findChild<ClassBars *>()->isVisible());
        pad.setSilence(why);
        QVERIFY(says(why) && !pad.findChild<ClassBars *>()->isVisible());
        pad.setSilence({});
        QVERIFY(!says(why) && pad.findChild<ClassBars *>()->isVisible());
    }
};

QTEST_MAIN(TstDrawPad)
#include "tst_draw_pad.moc"
