#include "app/run_recorder.h"

#include "app/session.h"

#include <algorithm>

namespace zhibei {

namespace {

Project bare(const Project &project)
{
    Project copy;
    copy.title = project.title;
    copy.network = project.network;
    copy.data = project.data;
    copy.training = project.training;
    return copy;
}

/// Whether both train with the same numbers. When training stops does not matter to them, nor where a node stands.
bool sameTraining(const Project &a, const Project &b)
{
    const auto essence = [](Project project) {
        for (const char *id : {"stop_epochs", "stop_seconds", "stop_metric", "stop_value", "patience"})
            project.training.erase(id);
        for (Node &node : project.network.nodes)
            node.position = {};
        project.network.notes.clear();
        return project;
    };
    return essence(a) == essence(b);
}

} // namespace

RunRecorder::RunRecorder(Session *session, RunShelf *shelf, QObject *parent) : QObject(parent), m_session(session), m_shelf(shelf)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &RunRecorder::store);
    connect(session, &Session::liveChanged, this, &RunRecorder::onSnapshot);
    connect(session, &Session::ending, this, &RunRecorder::onEnding);
    connect(session, &Session::intervened, this, [this] { m_repeatable = false; });
    Document *document = session->document();
    for (const auto change : {&Document::networkChanged, &Document::dataChanged, &Document::trainingChanged})
        connect(document, change, this, &RunRecorder::onEdited);
    // The session has been told first, and has told us that the old run ends.
    connect(document, &Document::opened, this, [this] { m_repeatable = m_session->document()->project().weights.empty(); });
    onEnding();
    m_repeatable = document->project().weights.empty();
    m_gone.reset();
}

bool RunRecorder::isGone() const { return m_gone == m_session->live()->generation; }

void RunRecorder::onSnapshot()
{
    if (!isGone() && m_session->live()->state != TrainerState::Playing && m_session->live()->step != m_storedSteps)
        m_rest.start();
}

void RunRecorder::onEdited()
{
    Project now = bare(m_session->document()->project());
    if (!isGone() && m_session->live()->step > 0 && !sameTraining(now, m_project))
        m_repeatable = false;
    m_project = std::move(now);
}

void RunRecorder::onEnding()
{
    store();
    m_project = bare(m_session->document()->project());
    m_title = m_session->document()->title();
    m_id = std::make_shared<std::atomic<qint64>>(0);
    m_storedSteps = 0;
    m_repeatable = true;
    m_gone = m_session->live()->generation;
}

void RunRecorder::store()
{
    m_rest.stop();
    const std::shared_ptr<const Snapshot> snapshot = m_session->live();
    if (isGone() || !snapshot->model || snapshot->step < fewestSteps || snapshot->step == m_storedSteps)
        return;
    m_storedSteps = snapshot->step;
    History::Curves curves = m_session->history().curves();
    RunRecord record;
    record.when = QDateTime::currentDateTime();
    record.title = m_title;
    record.project = m_project;
    record.steps = snapshot->step;
    record.epochs = snapshot->epoch;
    record.seconds = snapshot->seconds;
    record.repeatable = m_repeatable;
    if (snapshot->evaluation)
        record.result = *snapshot->evaluation;
    noteBest(record, curves);
    m_shelf->put(std::move(record), std::move(curves), m_id, [snapshot](RunRecord &run) {
        if (snapshot->parameters)
            run.weightsSha256 = QString::fromStdString(parametersSha256(*snapshot->model, *snapshot->parameters));
    });
}

} // namespace zhibei
