#include "tests/plots/marking_translator.h"
#include "widgets/plots/curve_view.h"
#include "widgets/plots/text_button.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace zhibei;

namespace {

Evaluation evaluation(int64_t step, double train, double test, double accuracy)
{
    Evaluation out;
    out.step = step;
    out.train.loss = train;
    out.test.loss = test;
    out.train.accuracy = accuracy + 0.01;
    out.test.accuracy = accuracy;
    return out;
}

TextButton *button(CurveView &view, const QString &text)
{
    for (TextButton *button : view.findChildren<TextButton *>())
        if (button->text() == text)
            return button;
    return nullptr;
}

} // namespace

class TstCurveView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(registerFonts()); }

    void emptySaysWhatToDo()
    {
        Theme theme;
        CurveView view(&theme);
        view.resize(800, 240);
        view.show();
        History history;
        view.setHistory(&history);
        view.refresh();
        QVERIFY(view.plot()->curves().train.isEmpty());
        QVERIFY(view.numbers().isEmpty());
        QVERIFY(view.plot()->cardLines().isEmpty());
        view.plot()->setCursorStep(3);
        QVERIFY(view.plot()->cardLines().isEmpty());
        QVERIFY(!view.grab().isNull());
        view.setHistory(nullptr);
        view.refresh();
        QVERIFY(!view.grab().isNull());
    }

    void showsTheNumbersGiven()
    {
        Theme theme;
        CurveView view(&theme);
        view.resize(800, 240);
        view.show();
        History history;
        history.append({{1, 2.0, 1}, {2, 1.5, 1}, {3, 0.091, 1}}, {evaluation(2, 1.4, 1.6, 0.5), evaluation(3, 0.1, 0.149, 0.978)});
        view.setHistory(&history);
        view.refresh();
        const CurveSet curves = view.plot()->curves();
        QCOMPARE(curves.train, (QList<QPointF>{{1, 2.0}, {2, 1.5}, {3, 0.091}}));
        QCOMPARE(curves.test, (QList<QPointF>{{2, 1.6}, {3, 0.149}}));

        view.plot()->setCursorStep(2.8);
        QCOMPARE(view.plot()->cardLines(), (QStringList{"step 3", "train 0.091", "test 0.149"}));
        view.plot()->setCursorStep(1.2);
        QCOMPARE(view.plot()->cardLines(), (QStringList{"step 1", "train 2.000", "test 1.600"}));
        QCOMPARE(view.numbers(), (QStringList{"train 0.091", "test 0.149"}));

        auto snapshot = std::make_shared<Snapshot>();
        snapshot->evaluation = evaluation(3, 0.1, 0.149, 0.978);
        snapshot->samplesPerSecond = 34200.4;
        snapshot->batchLoss = 0.0905;
        view.setSnapshot(snapshot);
        QCOMPARE(view.numbers(), (QStringList{"train 0.090", "test 0.149", "accuracy 97.8 %", "34,200 samples/s"}));
        view.setMeasure(Measure::Accuracy);
        QCOMPARE(view.plot()->curves().test, (QList<QPointF>{{2, 0.5}, {3, 0.978}}));
        QCOMPARE(view.numbers(), (QStringList{"train 98.8 %", "test 97.8 %", "loss 0.149", "34,200 samples/s"}));
        view.plot()->setCursorStep(3);
        QCOMPARE(view.plot()->cardLines(), (QStringList{"step 3", "train 98.8 %", "test 97.8 %"}));
    }

    void offersOnlyTheMeasuresThereAre()
    {
        Theme theme;
        CurveView view(&theme);
        view.show();
        History history;
        history.append({{1, 1.0, 1}}, {});
        view.setHistory(&history);
        QVERIFY(button(view, "Loss")->isVisible());
        QVERIFY(!button(view, "Accuracy")->isVisible());
        QVERIFY(!button(view, "R²")->isVisible());
        Evaluation fit;
        fit.step = 1;
        fit.test.r2 = 0.5;
        History regression;
        regression.append({{1, 1.0, 1}}, {Evaluation(fit)});
        view.setHistory(&regression);
        QVERIFY(button(view, "R²")->isVisible());
        QTest::mouseClick(button(view, "R²"), Qt::LeftButton);
        QCOMPARE(view.measure(), Measure::R2);
        view.setHistory(&history);
        QCOMPARE(view.measure(), Measure::Loss);
    }

    void onePoint()
    {
        Theme theme;
        CurveView view(&theme);
        view.resize(800, 240);
        view.show();
        History history;
        history.append({{1, 0.7, 1}}, {});
        view.setHistory(&history);
        QVERIFY(view.plot()->xAxis->range().contains(1));
        QVERIFY(view.plot()->yAxis->range().contains(0.7));
        view.setLogarithmic(true);
        QVERIFY(view.plot()->yAxis->range().contains(0.7));
        QVERIFY(!view.grab().isNull());
    }

    void notFiniteNumbersAreGaps()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN(), infinite = std::numeric_limits<double>::infinity();
        Theme theme;
        CurveView view(&theme);
        view.resize(800, 240);
        view.show();
        History history;
        history.append({{1, 1.0, 1}, {2, nan, 1}, {3, infinite, 1}}, {evaluation(3, nan, nan, nan)});
        view.setHistory(&history);
        QVERIFY(std::isfinite(view.plot()->yAxis->range().upper));
        QVERIFY(view.plot()->yAxis->range().contains(1.0));
        view.plot()->setCursorStep(3);
        QCOMPARE(view.plot()->cardLines(), (QStringList{"step 3", "train ∞", "test –"}));
        view.setLogarithmic(true);
        QVERIFY(view.plot()->yAxis->range().lower > 0);
        QVERIFY(!view.grab().isNull());
        view.setMeasure(Measure::Accuracy);
        QVERIFY(std::isfinite(view.plot()->yAxis->range().lower));
        QVERIFY(!view.grab().isNull());
    }

    void logarithmicAxis()
    {
        Theme theme;
        CurveView view(&theme);
        view.resize(800, 240);
        view.show();
        History history;
        history.append({{1, 10.0, 1}, {2, 0.0, 1}, {3, 0.001, 1}}, {});
        view.setHistory(&history);
        QCOMPARE(view.plot()->yAxis->scaleType(), QCPAxis::stLinear);
        QTest::mouseClick(button(view, "log"), Qt::LeftButton);
        QVERIFY(view.isLogarithmic());
        QCOMPARE(view.plot()->yAxis->scaleType(), QCPAxis::stLogarithmic);
        QVERIFY(view.plot()->yAxis->range().lower > 0);
        QVERIFY(view.plot()->yAxis->range().contains(0.001));
        QVERIFY(view.plot()->yAxis->range().contains(10));
    }

    void zoomStopsFollowingAndADoubleClickResumes()
    {
        Theme theme;
        CurveView view(&theme);
        view.resize(800, 240);
        view.show();
        History history;
        history.append({{1, 1.0, 1}, {100, 0.5, 1}}, {});
        view.setHistory(&history);
        QTRY_VERIFY(view.plot()->xAxis->range().contains(100));
        QVERIFY(view.plot()->isFollowing());
        QTest::keyClick(view.plot(), Qt::Key_Plus);
        QVERIFY(!view.plot()->isFollowing());
        const QCPRange zoomed = view.plot()->xAxis->range();
        history.append({{200, 0.4, 1}}, {});
        view.refresh();
        QTRY_COMPARE(view.plot()->curves().train.size(), 3);
        QCOMPARE(view.plot()->xAxis->range(), zoomed);
        QTest::mouseDClick(view.plot(), Qt::LeftButton, {}, view.plot()->rect().center());
        QVERIFY(view.plot()->isFollowing());
        QVERIFY(view.plot()->xAxis->range().contains(200));
    }

    void theWheelZoomsAndTheMousePans()
    {
        Theme theme;
        CurveView view(&theme);
        view.resize(800, 240);
        view.show();
        History history;
        history.append({{1, 1.0, 1}, {100, 0.5, 1}}, {});
        view.setHistory(&history);
        CurvePlot *plot = view.plot();
        QTRY_VERIFY(plot->xAxis->range().contains(100));
        const QCPRange whole = plot->xAxis->range();
        const QPoint at = plot->axisRect()->center();
        QWheelEvent wheel(at, plot->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(plot, &wheel);
        const QCPRange zoomed = plot->xAxis->range();
        QVERIFY(zoomed.size() < whole.size());
        QVERIFY(!plot->isFollowing());
        QTest::mousePress(plot, Qt::LeftButton, {}, at);
        QMouseEvent move(QEvent::MouseMove, at + QPoint(60, 0), plot->mapToGlobal(at + QPoint(60, 0)), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(plot, &move);
        QTest::mouseRelease(plot, Qt::LeftButton, {}, at + QPoint(60, 0));
        QVERIFY(plot->xAxis->range().lower < zoomed.lower);
        QCOMPARE(qRound(plot->xAxis->range().size()), qRound(zoomed.size()));
    }

    void aNewRunIsFollowedAgain()
    {
        Theme theme;
        CurveView view(&theme);
        view.resize(800, 240);
        view.show();
        History history;
        history.append({{1, 1.0, 1}, {100, 0.5, 1}}, {});
        view.setHistory(&history);
        QTest::keyClick(view.plot(), Qt::Key_Plus);
        history.clear();
        history.append({{1, 3.0, 1}, {2, 2.0, 1}}, {});
        view.refresh();
        QTRY_COMPARE(view.plot()->curves().train.back().x(), 2.0);
        QVERIFY(view.plot()->isFollowing());
        QVERIFY(view.plot()->yAxis->range().contains(3.0));
    }

    void theLanguageSwitchesLive()
    {
        Theme theme;
        CurveView view(&theme);
        view.show();
        History history;
        history.append({{1234, 1.0, 1}}, {});
        view.setHistory(&history);
        view.plot()->setCursorStep(1);
        MarkingTranslator translator;
        QCoreApplication::installTranslator(&translator);
        QTRY_VERIFY(button(view, "译Loss"));
        QCOMPARE(view.plot()->cardLines().front(), QString("译step 1译,234"));
        QVERIFY(view.numbers().front().startsWith("译train"));
        QCoreApplication::removeTranslator(&translator);
        QTRY_VERIFY(button(view, "Loss"));
    }

    void theNumbersAreExported()
    {
        QTemporaryDir folder;
        Theme theme;
        CurveView view(&theme);
        History history;
        history.append({{1, 2.0, 1}, {2, 0.125, 1}}, {evaluation(2, 0.5, 0.25, 0.75)});
        view.setHistory(&history);
        const QString path = folder.filePath("run.csv");
        QVERIFY(view.exportTo(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("step,batch_loss,train_loss,test_loss,train_accuracy,test_accuracy\n"
                                            "1,2,,,,\n"
                                            "2,0.125,0.5,0.25,0.76,0.75\n"));
    }

    void aLongRunStaysSmooth()
    {
        Theme theme;
        CurveView view(&theme);
        view.resize(1000, 240);
        view.show();
        std::vector<CurvePoint> points;
        for (int64_t i = 1; i <= 65536; ++i)
            points.push_back({i, 1.0 / static_cast<double>(i) + 0.1 * std::sin(static_cast<double>(i)), 1});
        History history(1 << 16);
        history.append(std::move(points), {});
        QElapsedTimer timer;
        timer.start();
        view.setHistory(&history);
        view.plot()->replot(QCustomPlot::rpImmediateRefresh);
        const qint64 elapsed = timer.elapsed();
        QVERIFY(view.plot()->curves().train.size() > 60000);
        QVERIFY2(elapsed < 50, qPrintable(QString("%1 ms").arg(elapsed)));
    }

    void drawsAtMostThirtyTimesASecond()
    {
        Theme theme;
        CurveView view(&theme);
        view.resize(800, 240);
        view.show();
        History history;
        history.append({{1, 1.0, 1}}, {});
        view.setHistory(&history);
        QCOMPARE(view.plot()->curves().train.size(), 1);
        history.append({{2, 1.0, 1}}, {});
        view.refresh();
        QCOMPARE(view.plot()->curves().train.size(), 1);
        QTRY_COMPARE(view.plot()->curves().train.size(), 2);
    }
};

QTEST_MAIN(TstCurveView)
#include "tst_curve_view.moc"
