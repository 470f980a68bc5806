#include "app/cli/window_bench.h"

#include "app/application.h"
#include "app/main_window.h"
#include "app/resources_path.h"
#include "app/session.h"
#include "app/view_docks.h"
#include "core/io/project_file.h"
#include "widgets/canvas/network_view.h"
#include "widgets/views/view_catalogue.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace zhibei {

namespace {

double milliseconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
}

/// Runs the event loop for a while, or until the condition holds.
template <class Condition>
void runLoop(double seconds, Condition done)
{
    QElapsedTimer clock;
    clock.start();
    QEventLoop loop;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (done() || milliseconds(clock) > seconds * 1000)
            loop.quit();
    });
    poll.start(5);
    loop.exec();
}

void runLoop(double seconds)
{
    runLoop(seconds, [] { return false; });
}

/// How late the event loop answers: a timer asks every five milliseconds.
class TickMeter {
public:
    TickMeter()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_ticks.push_back(milliseconds(m_clock));
            m_clock.restart();
        });
        m_timer.setTimerType(Qt::PreciseTimer);
    }
    void start()
    {
        m_clock.restart();
        m_timer.start(5);
    }
    void stop() { m_timer.stop(); }
    double within(double limit) const
    {
        const auto good = std::count_if(m_ticks.begin(), m_ticks.end(), [limit](double tick) { return tick <= limit; });
        return static_cast<double>(good) / static_cast<double>(std::max<size_t>(1, m_ticks.size()));
    }
    double longest() const { return m_ticks.empty() ? 0 : *std::max_element(m_ticks.begin(), m_ticks.end()); }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_ticks;
};

/// The same training without a window, some time of it at a time.
class HeadlessRun {
public:
    explicit HeadlessRun(const Project &project)
        : m_data(makeDataset(project.data, resourcesPath())), m_training(buildModel(project.network, m_data->type()), m_data, project.training)
    {
        rate(0.3); // warm
    }
    /// Samples a second.
    double rate(double seconds)
    {
        QElapsedTimer clock;
        clock.start();
        const int64_t before = m_training.samples();
        while (milliseconds(clock) < seconds * 1000)
            m_training.step();
        return static_cast<double>(m_training.samples() - before) / (milliseconds(clock) * 1e-3);
    }

private:
    std::shared_ptr<const Dataset> m_data;
    Training m_training;
};

double median(std::vector<double> numbers)
{
    std::nth_element(numbers.begin(), numbers.begin() + std::ssize(numbers) / 2, numbers.end());
    return numbers[numbers.size() / 2];
}

Network manyNodes(int count)
{
    Network network;
    NodeId last = network.addNode("input");
    for (int i = 1; i < count; ++i) {
        const NodeId next = network.addNode("dense", {{"units", int64_t(4)}}, {double(i % 25) * 220, double(i / 25) * 180});
        network.connect({last, 0}, {next, 0});
        last = next;
    }
    return network;
}

/// Resident memory in MiB.
double residentMemory()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / (1024 * 1024);
}

/// What a running window costs and how smooth it is. It takes turns with the same training without one, because a machine
/// does not stay equally fast for long.
QJsonObject measure(MainWindow &window, double seconds)
{
    constexpr int rounds = 5;
    Session *session = window.session();
    runLoop(1); // warm
    HeadlessRun headless(session->projectWithWeights());
    TickMeter meter;
    int frames = 0, faces = 0;
    QObject::connect(session, &Session::snapshotChanged, &window, [&] { ++frames; });
    QObject::connect(session, &Session::observationChanged, &window, [&] { ++faces; });
    const double memory = residentMemory();
    const double trainCount = static_cast<double>(window.document()->dataset()->trainCount);
    std::vector<double> rates, headlessRates, ratios;
    double wall = 0;
    int framesSeen = 0, facesSeen = 0;
    for (int round = 0; round < rounds; ++round) {
        session->play();
        runLoop(0.2);
        meter.start();
        const auto before = session->snapshot();
        const int framesBefore = frames, facesBefore = faces;
        QElapsedTimer clock;
        clock.start();
        runLoop(seconds / rounds);
        const auto after = session->snapshot();
        const double length = milliseconds(clock) * 1e-3;
        meter.stop();
        framesSeen += frames - framesBefore;
        facesSeen += faces - facesBefore;
        wall += length;
        rates.push_back((after->epoch - before->epoch) * trainCount / length);
        session->pause();
        runLoop(0.3);
        headlessRates.push_back(headless.rate(seconds / rounds));
        ratios.push_back(rates.back() / headlessRates.back());
    }
    return {{QStringLiteral("samples_per_s"), median(rates)},
            {QStringLiteral("headless_samples_per_s"), median(headlessRates)},
            {QStringLiteral("throughput_ratio"), median(ratios)},
            {QStringLiteral("ticks_within_50_ms"), meter.within(50)},
            {QStringLiteral("longest_tick_ms"), meter.longest()},
            {QStringLiteral("frames_per_s"), framesSeen / wall},
            {QStringLiteral("faces_per_s"), facesSeen / wall},
            {QStringLiteral("resident_mib"), memory},
            {QStringLiteral("memory_growth"), residentMemory() / std::max(1.0, memory) - 1},
            {QStringLiteral("publishing_share"), session->publishingShare()}};
}

void openWindow(MainWindow &window, const QSize &size)
{
    window.resize(size);
    window.resetLayout();
    window.show();
}

} // namespace

QJsonObject benchWindow(double seconds)
{
    QElapsedTimer clock;
    clock.start();
    Application application(Preferences::Kind::Forgetful);
    MainWindow window(&application);
    openWindow(window, {1600, 1000});
    window.start({});
    Session *session = window.session();
    runLoop(10, [&] { return session->snapshot()->step > 0 && session->observation(); });
    const double startup = milliseconds(clock) * 1e-3;
    QJsonObject figures = measure(window, seconds);
    figures[QStringLiteral("startup_s")] = startup;
    return figures;
}

namespace {

/// lenet flat out with the views that `wanted` says, all in sight.
template <class Wanted>
QJsonObject benchLooking(double seconds, const Wanted &wanted)
{
    Application application(Preferences::Kind::Forgetful);
    MainWindow window(&application);
    openWindow(window, {1920, 1080});
    window.openProject(openProject("lenet", resourcesPath()), {});
    window.selectNode(QStringLiteral("conv1"));
    Session *session = window.session();
    runLoop(10, [&] { return session->snapshot()->model != nullptr; });
    for (const ViewKind &kind : viewKinds())
        if (wanted(kind) && kind.applies(*session->snapshot()->model, *window.document()->dataset()))
            window.views()->open(kind, kind.ofNode ? NodeId("conv1") : NodeId())->setFloating(true);
    session->play();
    QJsonObject figures = measure(window, seconds);
    figures[QStringLiteral("views")] = static_cast<qint64>(window.views()->docks().size());
    return figures;
}

} // namespace

QJsonObject benchMaps(double seconds)
{
    return benchLooking(seconds, [](const ViewKind &kind) { return std::string_view(kind.id) == "activations"; });
}

QJsonObject benchViews(double seconds)
{
    return benchLooking(seconds, [](const ViewKind &) { return true; });
}

QJsonObject benchDeep(double seconds)
{
    Application application(Preferences::Kind::Forgetful);
    MainWindow window(&application);
    openWindow(window, {1920, 1080});
    Project project;
    project.data.source = "digits";
    const NodeId input = project.network.addNode("input");
    NodeId last = project.network.addNode("flatten", {}, {0, -160});
    project.network.connect({input, 0}, {last, 0});
    for (int i = 0; i < 100; ++i) {
        const bool end = i == 99;
        const NodeId next = project.network.addNode("dense", {{"units", int64_t(end ? 10 : 32)}, {"activation", std::string(end ? "identity" : "tanh")}},
                                                    {double((i + 1) % 13) * 220, double((i + 1) / 13) * 200});
        project.network.connect({last, 0}, {next, 0});
        last = next;
    }
    const NodeId loss = project.network.addNode("cross_entropy", {}, {2000, 1800});
    project.network.connect({last, 0}, {loss, 0});
    project.network.connect({input, 1}, {loss, 1});
    window.openProject(project, {});
    Session *session = window.session();
    runLoop(10, [&] { return session->snapshot()->model != nullptr; });
    session->play();
    return measure(window, seconds);
}

QJsonObject benchCanvas(double seconds)
{
    Application application(Preferences::Kind::Forgetful);
    MainWindow window(&application);
    window.resize(1920, 1080);
    window.resetLayout();
    window.show();
    Project project;
    project.network = manyNodes(500);
    project.data.source = "spiral";
    window.openProject(project, {});
    runLoop(1);
    NetworkView *view = window.canvas();
    QElapsedTimer clock, frame;
    clock.start();
    int frames = 0;
    double longest = 0;
    while (milliseconds(clock) < seconds * 1000) {
        frame.start();
        const int shift = frames / 60 % 2 ? -12 : 12;
        view->horizontalScrollBar()->setValue(view->horizontalScrollBar()->value() + shift);
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->value() + shift);
        view->viewport()->repaint();
        QCoreApplication::processEvents();
        longest = std::max(longest, milliseconds(frame));
        ++frames;
    }
    return {{QStringLiteral("frames_per_s"), frames / (milliseconds(clock) * 1e-3)}, {QStringLiteral("longest_frame_ms"), longest}};
}

} // namespace zhibei
