#include "tests/plots/marking_translator.h"
#include "widgets/plots/text_button.h"
#include "widgets/stage/surface_canvas.h"
#include "widgets/stage/surface_view.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <limits>

using namespace zhibei;

namespace {

DataSpec recipe(const std::string &source)
{
    DataSpec spec;
    spec.source = source;
    return spec;
}

DataSpec fourPoints()
{
    DataSpec spec = recipe("points");
    spec.testShare = 0;
    spec.points = {{-3, -3, 0}, {3, 3, 1}, {-3, 3, 1}, {3, -3, 0}};
    return spec;
}

/// A surface of one output: `left` in the left half of the plane, `right` in the right half.
std::shared_ptr<Observation> halves(const Plane &plane, float left, float right)
{
    auto seen = std::make_shared<Observation>();
    seen->request.plane = plane;
    const int64_t n = 48;
    seen->surface = Tensor(Shape{1, n, n});
    for (int64_t i = 0; i < n * n; ++i)
        seen->surface[i] = i % n < n / 2 ? left : right;
    return seen;
}

struct Stage {
    Theme theme;
    SurfaceView view{&theme};
    QSignalSpy edits{&view, &SurfaceView::pointsEdited};
    std::shared_ptr<const Dataset> data;

    explicit Stage(const DataSpec &spec)
    {
        view.resize(420, 460);
        view.show();
        data = makeDataset(spec, ZHIBEI_RESOURCES);
        view.setData(data, spec);
        QCoreApplication::processEvents();
    }
    SurfaceCanvas *canvas() { return view.canvas(); }
    QPoint at(double x, double y) { return canvas()->axes().toPixels({x, y}).toPoint(); }
    std::vector<PaintedPoint> edited() { return edits.back().at(0).value<std::vector<PaintedPoint>>(); }
};

} // namespace

class TstSurfaceView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(registerFonts()); }

    void appliesToPlanesAndCurves()
    {
        QVERIFY(SurfaceView::applies(*makeDataset(recipe("spiral"), ZHIBEI_RESOURCES)));
        QVERIFY(SurfaceView::applies(*makeDataset(recipe("parabola"), ZHIBEI_RESOURCES)));
        Dataset pictures;
        QVERIFY(!SurfaceView::applies(pictures));
    }

    void coloursFollowTheNumbers()
    {
        Theme theme;
        const SurfaceStyle two;
        const auto color = [&](const SurfaceStyle &style, std::vector<float> outputs) { return QColor(surfaceColor(theme, style, outputs)); };
        const QColor zero = color(two, {0.0f}), half = color(two, {0.5f}), one = color(two, {1.0f});
        QVERIFY(zero.blue() > zero.red());
        QVERIFY(one.red() > one.blue());
        QCOMPARE(half, QColor(theme.signedColor(0)));
        QCOMPARE(color(two, {0.1f, 0.9f}), color(two, {0.9f}));
        QCOMPARE(color(two, {std::numeric_limits<float>::quiet_NaN()}), theme.color(Ink::Middle));
        SurfaceStyle decided;
        decided.discretise = true;
        QCOMPARE(color(decided, {0.51f}), one);
        SurfaceStyle sign;
        sign.decision = Decision::Sign;
        QCOMPARE(color(sign, {-1.0f}), zero);
        QCOMPARE(color(sign, {0.0f}), half);
        QCOMPARE(color(sign, {1.0f}), one);
        SurfaceStyle three;
        three.decision = Decision::Largest;
        const QColor sure = color(three, {0, 0, 1}), torn = color(three, {0.34f, 0.33f, 0.33f});
        QVERIFY(sure.hsvSaturation() > torn.hsvSaturation());
        QVERIFY(std::abs(sure.hue() - theme.classColor(2, 3).hue()) <= 4);
        three.discretise = true;
        QCOMPARE(color(three, {0.3f, 0.3f, 0.4f}), sure);
    }

    void theSurfaceIsWhereTheNumbersAre()
    {
        Stage stage(fourPoints());
        stage.view.setObservation(halves(stage.view.plane(), 0, 1));
        const QImage image = stage.canvas()->grab().toImage();
        const QColor left = image.pixelColor(stage.at(-4.5, 0)), right = image.pixelColor(stage.at(4.5, 0));
        QVERIFY(left.blue() > left.red());
        QVERIFY(right.red() > right.blue());
        QCOMPARE(stage.canvas()->reading({4.5, 0}).at(2), QString("B 100.0 %"));
        QCOMPARE(stage.canvas()->reading({-4.5, 0}).at(2), QString("A 100.0 %"));
    }

    void aSignDecidesAtZero()
    {
        Stage stage(fourPoints());
        auto model = std::make_shared<Model>();
        model->objectives.resize(1);
        model->objectives[0].decision = Decision::Sign;
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->model = model;
        auto seen = halves(stage.view.plane(), -0.5f, 0.25f);
        seen->snapshot = snapshot;
        stage.view.setObservation(seen);
        QCOMPARE(stage.canvas()->reading({-4.5, 0}).at(2), QString("A −0.500"));
        QCOMPARE(stage.canvas()->reading({4.5, 0}).at(2), QString("B 0.250"));
    }

    void rowZeroIsTheTop()
    {
        Stage stage(fourPoints());
        auto seen = std::make_shared<Observation>();
        seen->request.plane = stage.view.plane();
        seen->surface = Tensor(Shape{1, 2, 2});
        seen->surface[0] = seen->surface[1] = 1;
        stage.view.setObservation(seen);
        QCOMPARE(stage.canvas()->reading({0, 5.5}).at(2), QString("B 100.0 %"));
        QCOMPARE(stage.canvas()->reading({0, -5.5}).at(2), QString("A 100.0 %"));
    }

    void paintsPoints()
    {
        Stage stage(fourPoints());
        stage.view.setTool(PointTool::Paint, 1);
        QTest::mouseClick(stage.canvas(), Qt::LeftButton, {}, stage.at(1, 2));
        QCOMPARE(stage.edits.size(), 1);
        QCOMPARE(stage.edited().size(), size_t(5));
        const PaintedPoint added = stage.edited().back();
        QCOMPARE(added.label, 1);
        QVERIFY(std::abs(added.x - 1) < 0.05 && std::abs(added.y - 2) < 0.05);
        QVERIFY(!stage.edits.back().at(1).toString().isEmpty());
    }

    void paintsALineOfPointsInOneEdit()
    {
        Stage stage(fourPoints());
        stage.view.setTool(PointTool::Paint, 0);
        QTest::mousePress(stage.canvas(), Qt::LeftButton, {}, stage.at(-2, 0));
        for (double x = -2; x <= 2; x += 0.25)
            QTest::mouseMove(stage.canvas(), stage.at(x, 0));
        QCOMPARE(stage.edits.size(), 0);
        QTest::mouseRelease(stage.canvas(), Qt::LeftButton, {}, stage.at(2, 0));
        QCOMPARE(stage.edits.size(), 1);
        QVERIFY(stage.edited().size() > 7);
    }

    void dragsAPoint()
    {
        Stage stage(fourPoints());
        QTest::mousePress(stage.canvas(), Qt::LeftButton, {}, stage.at(3, 3));
        QTest::mouseMove(stage.canvas(), stage.at(1, 0));
        QTest::mouseRelease(stage.canvas(), Qt::LeftButton, {}, stage.at(1, 0));
        QCOMPARE(stage.edits.size(), 1);
        const std::vector<PaintedPoint> points = stage.edited();
        QCOMPARE(points.size(), size_t(4));
        QVERIFY(std::abs(points[1].x - 1) < 0.1 && std::abs(points[1].y) < 0.1);
        QCOMPARE(points[1].label, 1);
        QCOMPARE(points[0], (PaintedPoint{-3, -3, 0}));
    }

    void erasesPoints()
    {
        Stage stage(fourPoints());
        stage.view.setTool(PointTool::Erase);
        QTest::mouseClick(stage.canvas(), Qt::LeftButton, {}, stage.at(-3, 3));
        QCOMPARE(stage.edits.size(), 1);
        QCOMPARE(stage.edited().size(), size_t(3));
    }

    void escapeAbandons_data()
    {
        QTest::addColumn<int>("tool");
        QTest::newRow("move") << int(PointTool::Move);
        QTest::newRow("paint") << int(PointTool::Paint);
        QTest::newRow("erase") << int(PointTool::Erase);
    }

    void escapeAbandons()
    {
        QFETCH(int, tool);
        Stage stage(fourPoints());
        stage.view.setTool(PointTool(tool), 0);
        QTest::mousePress(stage.canvas(), Qt::LeftButton, {}, stage.at(3, 3));
        QTest::mouseMove(stage.canvas(), stage.at(-3, 3));
        QTest::keyClick(stage.canvas(), Qt::Key_Escape);
        QTest::mouseRelease(stage.canvas(), Qt::LeftButton, {}, stage.at(-3, 3));
        QCOMPARE(stage.edits.size(), 0);
    }

    void aPressThatChangesNothingIsNoEdit()
    {
        Stage stage(fourPoints());
        QTest::mouseClick(stage.canvas(), Qt::LeftButton, {}, stage.at(3, 3));
        QTest::mouseClick(stage.canvas(), Qt::LeftButton, {}, stage.at(0, 0));
        QCOMPARE(stage.edits.size(), 0);
    }

    void theKeyboardPaintsAndMoves()
    {
        Stage stage(fourPoints());
        stage.view.setTool(PointTool::Paint, 1);
        QTest::keyClick(stage.canvas(), Qt::Key_Right);
        QTest::keyClick(stage.canvas(), Qt::Key_Space);
        QCOMPARE(stage.edits.size(), 1);
        QCOMPARE(stage.edited().size(), size_t(5));
        const PaintedPoint added = stage.edited().back();
        QVERIFY(added.x > 0 && std::abs(added.y) < 0.01);

        DataSpec spec = fourPoints();
        spec.points = stage.edited();
        stage.view.setData(makeDataset(spec, ZHIBEI_RESOURCES), spec);
        stage.view.setTool(PointTool::Move);
        QTest::keyClick(stage.canvas(), Qt::Key_Space);
        QTest::keyClick(stage.canvas(), Qt::Key_Up);
        QCOMPARE(stage.edits.size(), 1);
        QTest::keyClick(stage.canvas(), Qt::Key_Space);
        QCOMPARE(stage.edits.size(), 2);
        QVERIFY(stage.edited().back().y > added.y);
        QTest::keyClick(stage.canvas(), Qt::Key_Space);
        QTest::keyClick(stage.canvas(), Qt::Key_Up);
        QTest::keyClick(stage.canvas(), Qt::Key_Escape);
        QCOMPARE(stage.edits.size(), 2);
    }

    void aGeneratedSetIsConverted()
    {
        Stage stage(recipe("xor"));
        stage.view.setTool(PointTool::Paint, 1);
        QTest::mouseClick(stage.canvas(), Qt::LeftButton, {}, stage.at(0, 0));
        QCOMPARE(stage.edits.size(), 1);
        QCOMPARE(stage.edited().size(), size_t(stage.data->count() + 1));
        const DataSpec spec = SurfaceView::painted(recipe("xor"), *stage.data, stage.edited());
        QCOMPARE(spec.source, std::string("points"));
        const auto data = makeDataset(spec, ZHIBEI_RESOURCES);
        QCOMPARE(data->count(), stage.data->count() + 1);
        QCOMPARE(data->classNames.size(), stage.data->classNames.size());
    }

    void curvesReadInUnits()
    {
        Stage stage(recipe("two_points"));
        QVERIFY(stage.canvas()->isCurve());
        auto seen = std::make_shared<Observation>();
        seen->request.plane = stage.view.plane();
        seen->surface = Tensor(Shape{1, 256});
        const Dataset &data = *stage.data;
        for (int64_t j = 0; j < 256; ++j) {
            const Plane &plane = seen->request.plane;
            const float x = plane.left + (plane.right - plane.left) * (float(j) + 0.5f) / 256.0f;
            seen->surface[j] = data.targetScaling.empty() ? 2 * x : data.targetScaling[0].apply(2 * x);
        }
        stage.view.setObservation(seen);
        QCOMPARE(stage.canvas()->reading({5, 0}), (QStringList{"x 5.000", "network 10.00"}));
        QVERIFY(!stage.view.grab().isNull());
    }

    void curvePointsAreDragged()
    {
        Stage stage(recipe("two_points"));
        QTest::mousePress(stage.canvas(), Qt::LeftButton, {}, stage.at(3, 4));
        QTest::mouseMove(stage.canvas(), stage.at(4, 3));
        QTest::mouseRelease(stage.canvas(), Qt::LeftButton, {}, stage.at(4, 3));
        QCOMPARE(stage.edits.size(), 1);
        QCOMPARE(stage.edited().size(), size_t(2));
        const auto moved = [](const PaintedPoint &point) { return std::abs(point.x - 4) < 0.1 && std::abs(point.y - 3) < 0.1; };
        const std::vector<PaintedPoint> points = stage.edited();
        QVERIFY(std::any_of(points.begin(), points.end(), moved));
    }

    void anEmptySetInvites()
    {
        DataSpec spec = recipe("points");
        Stage stage(spec);
        QVERIFY(!stage.view.grab().isNull());
        stage.view.setTool(PointTool::Paint, 0);
        QTest::mouseClick(stage.canvas(), Qt::LeftButton, {}, stage.at(0, 0));
        QCOMPARE(stage.edits.size(), 1);
        QCOMPARE(stage.edited().size(), size_t(1));
    }

    void figuresAndNumbersAreExported()
    {
        QTemporaryDir folder;
        Stage stage(fourPoints());
        stage.view.setObservation(halves(stage.view.plane(), 0, 1));
        for (const char *suffix : {"png", "svg", "pdf", "csv"})
            QVERIFY(stage.view.exportTo(folder.filePath(QStringLiteral("surface.") + suffix)));
        QVERIFY(!QImage(folder.filePath("surface.png")).isNull());
        QFile file(folder.filePath("surface.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.front(), QByteArray("part,x,y,target,output0"));
        QCOMPARE(lines.size(), qsizetype(1 + 4 + 48 * 48));
        QVERIFY(lines[1].startsWith("train,"));
        QCOMPARE(lines[5], QByteArray("network,-5.875,5.875,,0"));
    }

    void theLanguageSwitchesLive()
    {
        Stage stage(fourPoints());
        MarkingTranslator translator;
        QCoreApplication::installTranslator(&translator);
        const auto has = [&](const QString &text) {
            for (TextButton *button : stage.view.findChildren<TextButton *>())
                if (button->text() == text)
                    return true;
            return false;
        };
        QTRY_VERIFY(has("译test data"));
        QCoreApplication::removeTranslator(&translator);
        QTRY_VERIFY(has("test data"));
    }
};

QTEST_MAIN(TstSurfaceView)
#include "tst_surface_view.moc"
