#include "tests/views/view_lab.h"
#include "widgets/views/residuals_view.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace zhibei;

class TestResidualsView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(registerFonts()); }
    void agreesWithTheEvaluation_data();
    void agreesWithTheEvaluation();
    void theKeysReadASample();
    void nothingForClasses();
};

void TestResidualsView::agreesWithTheEvaluation_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"line", "curve"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void TestResidualsView::agreesWithTheEvaluation()
{
    QFETCH(QString, name);
    Theme theme;
    ViewLab lab(qPrintable(name), 100);
    ResidualsView view(&theme);
    lab.show(view);
    const Evaluation &measured = *lab.snapshot()->evaluation;
    const Metrics &part = lab.data()->testCount() > 0 ? measured.test : measured.train;
    const int64_t first = lab.data()->testCount() > 0 ? lab.data()->trainCount : 0;
    QCOMPARE(int64_t(view.pairs().size()), lab.data()->count() - first);
    for (size_t i = 0; i < view.pairs().size(); ++i)
        QCOMPARE(float(view.pairs()[i].truth), lab.data()->target(first + int64_t(i)));
    const double r2 = part.r2.value();
    QVERIFY2(std::abs(view.summary().r2 - r2) < 1e-4 * std::max(1.0, std::abs(r2)), qPrintable(QStringLiteral("%1 %2").arg(view.summary().r2).arg(r2)));
    double sum = 0;
    for (const auto &pair : view.pairs())
        sum += pair.truth - pair.predicted;
    QVERIFY(std::abs(view.summary().mean - sum / double(view.pairs().size())) < 1e-9);
}

void TestResidualsView::theKeysReadASample()
{
    Theme theme;
    ViewLab lab("line", 100);
    ResidualsView view(&theme);
    view.resize(440, 280);
    lab.show(view);
    view.show();
    QSignalSpy chosen(&view, &View::sampleChosen);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    const qint64 first = lab.data()->testCount() > 0 ? lab.data()->trainCount : 0;
    QCOMPARE(chosen[0][0].toLongLong(), first + 1);
    QVERIFY(view.accessibleDescription().contains(QString::number(std::abs(view.pairs()[1].truth), 'g', 4)));
}

void TestResidualsView::nothingForClasses()
{
    Theme theme;
    ViewLab lab("spiral", 2);
    ResidualsView view(&theme);
    lab.show(view);
    QVERIFY(view.pairs().empty());
}

QTEST_MAIN(TestResidualsView)
#include "tst_residuals_view.moc"
