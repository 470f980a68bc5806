#include "core/train/optimizer.h"

#include <QtTest>

#include <cmath>

using namespace zhibei;

/// Two steps of every optimizer against values worked out by hand.
class TestOptimizers : public QObject {
    Q_OBJECT

private slots:
    void twoSteps_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("second");
        // w = 1, gradients 0.5 then -0.25, rate 0.1
        QTest::newRow("sgd") << "sgd" << 1 - 0.1 * 0.5 << 1 - 0.1 * 0.5 + 0.1 * 0.25;
        // v = 0.5, then 0.9·0.5 - 0.25 = 0.2
        QTest::newRow("momentum") << "momentum" << 1 - 0.05 << 1 - 0.05 - 0.1 * 0.2;
        // v = 0.001·0.25, then 0.999·v + 0.001·0.0625
        const double v1 = 0.001 * 0.25, v2 = 0.999 * v1 + 0.001 * 0.0625;
        const double r1 = 1 - 0.1 * 0.5 / std::sqrt(v1);
        QTest::newRow("rmsprop") << "rmsprop" << r1 << r1 + 0.1 * 0.25 / std::sqrt(v2);
        // corrected: m = 0.5, v = 0.25: a step of the whole rate; then m = (0.9·0.05 - 0.025)/0.19, v as above /0.001999
        const double a1 = 1 - 0.1, m2 = (0.9 * 0.05 - 0.1 * 0.25) / 0.19, av2 = v2 / (1 - 0.999 * 0.999);
        QTest::newRow("adam") << "adam" << a1 << a1 - 0.1 * m2 / std::sqrt(av2);
        const double w1 = 1 * (1 - 0.1 * 0.01) - 0.1;
        QTest::newRow("adamw") << "adamw" << w1 << w1 * (1 - 0.1 * 0.01) - 0.1 * m2 / std::sqrt(av2);
    }

    void twoSteps()
    {
        QFETCH(QString, id);
        QFETCH(double, first);
        QFETCH(double, second);
        // nine weights: the vector loop and what is left over
        std::vector<float> w(9, 1.0f), g(9, 0.5f), a(9, 0.0f), b(9, 0.0f);
        UpdateSettings settings{0.1f, 0.9f, 0.9, 0.999, 0.01f, 0, 0, 1};
        const Optimizer &chosen = optimizer(id.toStdString());
        chosen.update(settings, 9, w.data(), g.data(), a.data(), b.data());
        for (float v : w)
            QVERIFY2(std::abs(double(v) - first) < 2e-6 * (1 + std::abs(first)), qPrintable(QString::number(double(v), 'g', 9)));
        g.assign(9, -0.25f);
        settings.step = 2;
        chosen.update(settings, 9, w.data(), g.data(), a.data(), b.data());
        for (float v : w)
            QVERIFY2(std::abs(double(v) - second) < 5e-6 * (1 + std::abs(second)), qPrintable(QString::number(double(v), 'g', 9)));
    }

    void penalties()
    {
        std::vector<float> w{2.0f, -2.0f, 0.0f}, g(3, 0.0f), a(3), b(3);
        optimizer("sgd").update({0.1f, 0, 0, 0, 0, 0.5f, 0, 1}, 3, w.data(), g.data(), a.data(), b.data());
        QCOMPARE(w, (std::vector<float>{1.95f, -1.95f, 0.0f})); // L1: 0.1·0.5·sign
        w = {2.0f, -2.0f, 0.0f};
        optimizer("sgd").update({0.1f, 0, 0, 0, 0, 0, 0.5f, 1}, 3, w.data(), g.data(), a.data(), b.data());
        QCOMPARE(w, (std::vector<float>{1.9f, -1.9f, 0.0f})); // L2: 0.1·0.5·w
    }
};

QTEST_GUILESS_MAIN(TestOptimizers)
#include "tst_optimizers.moc"
