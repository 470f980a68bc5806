#include "tests/views/view_lab.h"
#include "widgets/views/saliency_view.h"

#include <QSignalSpy>
#include <QTest>

using namespace zhibei;

class TestSaliencyView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(registerFonts()); }
    void asksAboutTheSampleAndTheChoices();
    void asksAboutTheDrawing();
    void readsAPlace();
};

namespace {

void answer(ViewLab &lab, SaliencyView &view)
{
    for (const auto &probe : view.probes())
        view.setAnswer(QString::fromStdString(probe->key()), lab.answer(*probe));
}

} // namespace

void TestSaliencyView::asksAboutTheSampleAndTheChoices()
{
    Theme theme;
    ViewLab lab("digits", 40);
    SaliencyView view(&theme);
    const int64_t sample = lab.data()->trainCount + 5;
    lab.show(view, {}, sample);
    QVERIFY(view.saliency());
    const auto expected = std::dynamic_pointer_cast<const Saliency>(lab.answer(SaliencyProbe({.sample = sample, .drawn = {}})));
    QCOMPARE(view.saliency()->places, expected->places);
    QSignalSpy asked(&view, &View::probesChanged);
    view.setNumber(7);
    view.setMethod(SaliencyMethod::Occlusion);
    QCOMPARE(asked.size(), 2);
    answer(lab, view);
    QCOMPARE(view.saliency()->number, 7);
    QCOMPARE(view.saliency()->rows, int64_t(14));
    QVERIFY2(view.reading().contains(QString::number(100 * double(view.saliency()->says), 'f', 1)), qPrintable(view.reading()));
}

void TestSaliencyView::asksAboutTheDrawing()
{
    Theme theme;
    ViewLab lab("digits", 20);
    SaliencyView view(&theme);
    lab.show(view);
    auto seen = std::make_shared<Observation>();
    seen->request.drawn.assign(lab.data()->features.row(9).begin(), lab.data()->features.row(9).end());
    QSignalSpy asked(&view, &View::probesChanged);
    view.setObservation(seen);
    view.setObservation(seen);
    QCOMPARE(asked.size(), 1);
    answer(lab, view);
    QCOMPARE(view.saliency()->input, seen->request.drawn);
}

void TestSaliencyView::readsAPlace()
{
    Theme theme;
    ViewLab lab("spiral", 40);
    SaliencyView view(&theme);
    view.resize(440, 280);
    lab.show(view);
    view.show();
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Down);
    const QString value = QString::number(double(view.saliency()->places[1]), 'g', 3).replace(u'-', u'−');
    QVERIFY2(view.reading().contains(value), qPrintable(view.reading()));
}

QTEST_MAIN(TestSaliencyView)
#include "tst_saliency_view.moc"
