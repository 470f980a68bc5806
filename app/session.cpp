#include "app/session.h"

#include "app/learning_part.h"
#include "app/network_change.h"
#include "app/thread_time.h"
#include "core/layers/layer_kind.h"
#include "core/network/folding.h"
#include "core/train/training_settings.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace zhibei {

namespace {

constexpr std::array<int, 5> paces = {1, 4, 20, 100, 0};
constexpr int displayInterval = 30;    // milliseconds: a little more than 30 pictures a second
constexpr int slowestInterval = 200;
constexpr double guiShare = 0.15;      // of one core, while training runs flat out
constexpr double watcherShare = 0.10;
constexpr double proberShare = 0.06;   // both together
constexpr double idleShare = 0.5;      // of one core for each who looks, while training leaves time

/// Nothing a viewer could tell apart has happened between the two.
bool sameMoment(const Snapshot &a, const Snapshot &b)
{
    return a.state == b.state && a.state != TrainerState::Playing && a.step == b.step && a.generation == b.generation
        && a.model == b.model && a.reason == b.reason && a.canRestore == b.canRestore
        && a.next == b.next && a.evaluation.has_value() == b.evaluation.has_value()
        && (a.parameters == b.parameters || (a.parameters && b.parameters && *a.parameters == *b.parameters));
}

} // namespace

Session::Session(Document *document, int threads, QObject *parent)
    : QObject(parent), m_document(document), m_trainer(threads),
      m_rewinder(m_trainer.recording(), m_trainer.history(), threads), m_live(m_trainer.snapshot()), m_snapshot(m_live)
{
    for (Prober *prober : {&m_prober, &m_patientProber}) {
        connect(prober, &Prober::answered, this, &Session::answered, Qt::QueuedConnection);
        connect(prober, &Prober::failed, this, &Session::problem, Qt::QueuedConnection);
    }
    connect(&m_rewinder, &Rewinder::arrived, this, &Session::onArrived, Qt::QueuedConnection);
    connect(&m_rewinder, &Rewinder::failed, this, &Session::problem, Qt::QueuedConnection);
    connect(&m_watcher, &Watcher::observed, this, &Session::onObserved, Qt::QueuedConnection);
    connect(&m_watcher, &Watcher::failed, this, &Session::problem, Qt::QueuedConnection);
    connect(document, &Document::opened, this, &Session::onOpened);
    connect(document, &Document::networkChanged, this, &Session::onNetworkChanged);
    connect(document, &Document::dataChanged, this, &Session::onDataChanged);
    connect(document, &Document::trainingChanged, this, &Session::onTrainingChanged);
    shareOut();
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &Session::onTick);
    m_sinceTick.start();
    if (!document->network().nodes.empty())
        onOpened();
    m_tick.start(0);
}

Session::~Session() = default;

const History &Session::history() const { return m_trainer.history(); }
double Session::publishingShare() const { return m_trainer.publishingShare(); }
bool Session::isPlaying() const { return m_live->state == TrainerState::Playing; }
bool Session::canTrain() const { return m_live->state != TrainerState::Empty; }

NodeId Session::waitsFor() const
{
    if (!m_data)
        return {};
    for (const Diagnostic &diagnostic : analyse(learningPart(m_network, m_data->type()), m_data->type()).diagnostics)
        if (diagnostic.blocks)
            return diagnostic.node;
    return {};
}

bool Session::isSettled() const
{
    return (!m_past || m_arrived) && m_observation && m_observation->snapshot == m_snapshot && m_observation->request.drawn == m_request.drawn
        && m_observation->request.sample == m_request.sample && m_observation->request.plane == m_request.plane && m_prober.isIdle() && m_patientProber.isIdle();
}

void Session::setProbes(std::vector<std::shared_ptr<const Probe>> probes)
{
    const auto firstQuick = std::stable_partition(probes.begin(), probes.end(), [](const auto &probe) { return probe->takesLong(); });
    m_patientProber.setProbes({probes.begin(), firstQuick});
    m_prober.setProbes({firstQuick, probes.end()});
}

void Session::setLooksAtNextStep(bool looks)
{
    if (looks == m_looksAtNextStep)
        return;
    m_looksAtNextStep = looks;
    m_trainer.setShowsNext(looks);
    expectChange();
}

std::span<const int> Session::speeds() { return paces; }

void Session::setSpeed(int stepsPerSecond)
{
    if (stepsPerSecond == m_speed)
        return;
    m_speed = stepsPerSecond;
    m_trainer.setSpeed(stepsPerSecond);
    shareOut();
    emit speedChanged();
}

std::optional<double> Session::learningRate() const
{
    for (const Node &node : m_document->network().nodes) {
        if (isLossNode(node))
            return std::get<double>(attributeValue(findKind(node.kind)->attributes, node.attributes, "rate"));
    }
    return std::nullopt;
}

void Session::setLearningRate(double rate, const QString &mergeKey)
{
    m_document->edit(QT_TRANSLATE_NOOP("Undo", "Change learning rate"), [rate](Project &project) {
        for (Node &node : project.network.nodes) {
            if (isLossNode(node))
                node.attributes["rate"] = rate;
        }
    }, mergeKey);
}

void Session::setSample(int64_t sample)
{
    const int64_t count = m_data ? m_data->count() : 0;
    sample = count > 0 ? std::clamp<int64_t>(sample, 0, count - 1) : 0;
    if (sample == m_request.sample && m_request.drawn.empty())
        return;
    m_request.sample = sample;
    m_request.drawn.clear();
    emit sampleChanged();
    look(true);
}

void Session::setDrawn(std::vector<float> numbers)
{
    if (numbers == m_request.drawn)
        return;
    m_request.drawn = std::move(numbers);
    look(true);
}

void Session::setPlane(const Plane &plane)
{
    if (plane == m_request.plane)
        return;
    m_request.plane = plane;
    look(true);
}

void Session::setParameter(const std::string &fullName, int64_t index, float value)
{
    backToNow();
    m_trainer.setParameter(fullName, index, value);
    emit intervened();
    expectChange();
}

Project Session::projectWithWeights() const
{
    Project project = m_document->project();
    Trainer::Checkpoint checkpoint = m_trainer.checkpoint();
    if (!checkpoint.state.empty()) {
        project.weights = std::move(checkpoint.state);
        project.steps = checkpoint.steps;
    }
    return project;
}

void Session::lookWithoutLimit(bool without)
{
    m_unlimited = without;
    shareOut();
}

void Session::shareOut()
{
    const bool flatOut = isPlaying() && m_speed == 0;
    m_watcher.setShare(m_unlimited ? 1 : flatOut ? watcherShare : idleShare);
    for (Prober *prober : {&m_prober, &m_patientProber})
        prober->setShare(m_unlimited ? 1 : flatOut ? proberShare / 2 : idleShare);
}

void Session::play()
{
    backToNow();
    m_trainer.play();
    expectChange();
}

void Session::pause()
{
    m_resumes = false;
    m_trainer.pause();
    expectChange();
}

void Session::togglePlay()
{
    if (isPlaying())
        pause();
    else
        play();
}

void Session::step(qint64 steps)
{
    backToNow();
    m_trainer.step(steps);
    expectChange();
}

void Session::finishEpoch()
{
    backToNow();
    m_trainer.finishEpoch();
    expectChange();
}

void Session::reset()
{
    backToNow();
    emit ending();
    m_resumes = false;
    m_trainer.reset();
    expectChange();
}

void Session::newSeed()
{
    m_document->edit(QT_TRANSLATE_NOOP("Undo", "New seed"), [](Project &project) {
        const Value &old = attributeValue(trainingSchema(), project.training, "seed");
        project.training["seed"] = std::get<int64_t>(old) + 1;
    });
}

void Session::restoreLastGood()
{
    backToNow();
    m_trainer.restoreLastGood();
    emit intervened();
    expectChange();
}

void Session::lookBack(qint64 step)
{
    const Recording::Extent extent = recording().extent();
    if (extent.empty() || step >= extent.last)
        return backToNow();
    m_past = std::max<int64_t>(step, extent.first);
    m_arrived = false;
    m_rewinder.want(*m_past, ++m_ticket, false);
    emit pastChanged();
}

void Session::backToNow()
{
    if (!m_past)
        return;
    m_past.reset();
    ++m_ticket;
    m_rewinder.forget();
    m_snapshot = m_live;
    look(true);
    emit pastChanged();
    emit snapshotChanged();
}

void Session::goOnFromHere()
{
    if (!m_past)
        return;
    m_arrived = false;
    m_rewinder.want(*m_past, ++m_ticket, true);
}

void Session::goOnFrom(const Recording::State &state)
{
    // What is shown stays until the trainer has come to it: nobody sees the old now flash by.
    m_past.reset();
    ++m_ticket;
    m_rewinder.forget();
    m_trainer.goOnFrom(state);
    m_trainer.play();
    expectChange();
    emit pastChanged();
}

void Session::onArrived(const Rewinder::Arrival &arrival)
{
    if (arrival.ticket != m_ticket || !m_past)
        return;
    if (arrival.toGoOnFrom)
        return goOnFrom(*arrival.toGoOnFrom);
    m_arrived = arrival.final;
    m_snapshot = arrival.snapshot;
    if (m_arrived)
        m_past = m_snapshot->step; // where the run does not reach, the nearest there is
    look(true);
    emit snapshotChanged();
    emit pastChanged();
}

void Session::onOpened()
{
    m_request.drawn.clear();
    m_request.sample = 0;
    m_observation.reset();
    load(false, m_document->project().weights, m_document->project().steps);
    emit sampleChanged();
}

void Session::onNetworkChanged()
{
    const NetworkChange change = changeBetween(m_network, m_document->network());
    if (change.kind == NetworkChange::Nothing)
        return;
    if (change.kind == NetworkChange::Rebuild) {
        load(true, movedWeights());
        return;
    }
    for (const NetworkChange::Number &number : change.numbers)
        m_trainer.setAttribute(number.node, number.attribute, number.value);
    m_network = m_document->network();
}

std::map<std::string, Tensor> Session::movedWeights() const
{
    if (!m_live->model || !m_live->parameters)
        return {};
    const auto before = exportParameters(*m_live->model, *m_live->parameters);
    auto after = carryWeights(m_network, m_document->network(), before);
    std::erase_if(after, [&](const auto &entry) { return before.contains(entry.first); });
    return after;
}

void Session::onDataChanged()
{
    if (m_document->dataset() != m_data) {
        m_request.drawn.clear();
        load(true);
        setSample(m_request.sample);
    }
}

void Session::onTrainingChanged()
{
    const Attributes &now = m_document->project().training;
    const auto differs = [&](const char *id) {
        return attributeValue(trainingSchema(), now, id) != attributeValue(trainingSchema(), m_training, id);
    };
    // Another start is asked for: the weights of the old one are not wanted.
    const bool anew = differs("seed") || differs("init") || differs("init_spread");
    const bool playing = isPlaying();
    load(!anew);
    if (anew && playing)
        m_trainer.play();
}

void Session::load(bool keep, std::map<std::string, Tensor> weights, int64_t steps)
{
    backToNow();
    if (!keep)
        emit ending();
    m_data = m_document->dataset();
    m_network = m_document->network();
    m_training = m_document->project().training;
    const Network part = m_data ? learningPart(m_network, m_data->type()) : m_network;
    const bool trainable = m_data && analyse(part, m_data->type()).trainable();
    m_resumes = (m_resumes || isPlaying()) && keep;
    m_trainer.load(part, m_data, m_training, keep, std::move(weights), steps);
    // A mistake made while training runs stops it only until it is mended.
    if (m_resumes && trainable) {
        m_trainer.play();
        m_resumes = false;
    }
    expectChange();
}

void Session::onTick()
{
    const std::shared_ptr<const Snapshot> newest = m_trainer.snapshot();
    if (newest != m_live && !sameMoment(*newest, *m_live)) {
        const bool stateIsNew = newest->state != m_live->state || !(newest->reason == m_live->reason);
        m_live = newest;
        if (!m_past) {
            m_snapshot = m_live;
            look(false);
            emit snapshotChanged();
        }
        emit liveChanged();
        if (stateIsNew) {
            shareOut();
            emit stateChanged();
        }
    }
    if (isPlaying() || m_expecting-- > 0)
        m_trainer.requestSnapshot();
    scheduleTick();
}

void Session::expectChange()
{
    m_expecting = 15;
    m_trainer.requestSnapshot();
}

void Session::scheduleTick()
{
    // The GUI's thread takes turns with the trainer's: while both want the machine, painting gets a fixed share
    // of one core, so pictures come less often where they are costly.
    const double now = threadSeconds();
    const double spent = now - std::exchange(m_threadSeconds, now);
    m_sinceTick.restart();
    int interval = displayInterval;
    if (isPlaying() && m_speed == 0 && !m_unlimited)
        interval = std::clamp(static_cast<int>(1000 * spent / guiShare), displayInterval, slowestInterval);
    m_tick.start(interval);
}

void Session::look(bool urgent)
{
    // Between an edit of the data and the trainer's answer, snapshots still belong to the old data.
    if (!m_snapshot->model || !m_data || m_snapshot->model->data != m_data->type())
        return;
    m_watcher.look({m_snapshot, m_data, m_document->project().data, m_request, urgent});
    for (Prober *prober : {&m_prober, &m_patientProber})
        prober->setMoment(m_snapshot, m_data, m_document->project().data);
}

void Session::onObserved(std::shared_ptr<const Observation> observation)
{
    m_observation = std::move(observation);
    emit observationChanged();
}

} // namespace zhibei
