#include "app/prober.h"
#include "tests/views/view_lab.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <chrono>

using namespace zhibei;

namespace {

/// Works for ever, until it is told to end.
class Endless : public Probe {
public:
    std::string key() const override { return "endless"; }
    std::shared_ptr<Answer> answer(const Moment &moment) const override
    {
        started = true;
        while (!moment.stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        ended = true;
        return nullptr;
    }
    mutable std::atomic<bool> started = false, ended = false;
};

class Quick : public Probe {
public:
    std::string key() const override { return "quick"; }
    std::shared_ptr<Answer> answer(const Moment &) const override { return std::make_shared<Answer>(); }
};

} // namespace

class TestProber : public QObject {
    Q_OBJECT
private slots:
    void whatNobodyWaitsForEnds();
    void theEndEndsWork();
};

void TestProber::whatNobodyWaitsForEnds()
{
    ViewLab lab("line", 0);
    Prober prober;
    std::atomic<int> endless = 0, quick = 0;
    connect(&prober, &Prober::answered, &prober, [&](const QString &key) { ++(key == QLatin1String("quick") ? quick : endless); }, Qt::DirectConnection);
    const auto probe = std::make_shared<Endless>();
    prober.setMoment(lab.snapshot(), lab.data(), lab.project().data);
    prober.setProbes({probe});
    QTRY_VERIFY(probe->started);
    prober.setProbes({probe, std::make_shared<Quick>()}); // it is still asked
    QVERIFY(!probe->ended);
    prober.setProbes({std::make_shared<Quick>()});
    QTRY_VERIFY(probe->ended);
    QTRY_COMPARE(quick.load(), 1);
    QCOMPARE(endless.load(), 0);
    QTRY_VERIFY(prober.isIdle());
}

void TestProber::theEndEndsWork()
{
    ViewLab lab("line", 0);
    const auto probe = std::make_shared<Endless>();
    {
        Prober prober;
        prober.setMoment(lab.snapshot(), lab.data(), lab.project().data);
        prober.setProbes({probe});
        QTRY_VERIFY(probe->started);
    }
    QVERIFY(probe->ended);
}

QTEST_GUILESS_MAIN(TestProber)
#include "tst_prober.moc"
