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
        m_clock.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_ticks.push_back(milliseconds(m_clock));
            m_clock.restart();
        });
        m_timer.setTimerType(Qt::PreciseTimer);
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

double headlessRate(const Project &project, double seconds)
{
    const auto data = makeDataset(project.data, resourcesPath());
    Training training(buildModel(project.network, data->type()), data, project.training);
    QElapsedTimer clock;
    clock.start();
    while (milliseconds(clock) < 300)
        training.step();
    const int64_t before = training.samples();
    clock.restart();
    while (milliseconds(clock) < seconds * 1000)
        training.step();
    return static_cast<double>(training.samples() - before) / (milliseconds(clock) * 1e-3);
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

/// What a running window costs and how smooth it is, then the same training without one.
QJsonObject measure(MainWindow &window, double seconds)
{
    Session *session = window.session();
    runLoop(1); // warm
    TickMeter meter;
    int frames = 0, faces = 0;
    QObject::connect(session, &Session::snapshotChanged, &window, [&] { ++frames; });
    QObject::connect(session, &Session::observationChanged, &window, [&] { ++faces; });
    const auto before = session->snapshot();
    const double memory = residentMemory();
    QElapsedTimer clock;
    clock.start();
    runLoop(seconds);
    const auto after = session->snapshot();
    meter.stop();
    const double growth = residentMemory() / std::max(1.0, memory) - 1;
    const double wall = milliseconds(clock) * 1e-3;
    const double samples = (after->epoch - before->epoch) * static_cast<double>(window.document()->dataset()->trainCount);
    session->pause();
    runLoop(0.5);
    const Project project = session->projectWithWeights();
    const double publishing = session->publishingShare();
    window.hide();
    const double headless = headlessRate(project, seconds);
    const double rate = samples / wall;
    return {{QStringLiteral("samples_per_s"), rate},
            {QStringLiteral("headless_samples_per_s"), headless},
            {QStringLiteral("throughput_ratio"), rate / headless},
            {QStringLiteral("ticks_within_50_ms"), meter.within(50)},
            {QStringLiteral("longest_tick_ms"), meter.longest()},
            {QStringLiteral("frames_per_s"), frames / wall},
            {QStringLiteral("faces_per_s"), faces / wall},
            {QStringLiteral("resident_mib"), memory},
            {QStringLiteral("memory_growth"), growth},
            {QStringLiteral("publishing_share"), publishing}};
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

QJsonObject benchViews(double seconds)
{
    Application application(Preferences::Kind::Forgetful);
    MainWindow window(&application);
    openWindow(window, {1920, 1080});
    window.openProject(openProject("lenet", resourcesPath()), {});
    window.selectNode(QStringLiteral("conv1"));
    // Every view that applies; side by side, so that all are in sight.
    Session *session = window.session();
    runLoop(10, [&] { return session->snapshot()->model != nullptr; });
    for (const ViewKind &kind : viewKinds())
        if (kind.applies(*session->snapshot()->model, *window.document()->dataset()))
            window.views()->open(kind, kind.ofNode ? NodeId("conv1") : NodeId())->setFloating(true);
    session->play();
    QJsonObject figures = measure(window, seconds);
    figures[QStringLiteral("views")] = static_cast<qint64>(window.views()->docks().size());
    return figures;
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
