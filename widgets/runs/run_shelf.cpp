#include "widgets/runs/run_shelf.h"

#include <QStandardPaths>

#include <algorithm>

namespace zhibei {

RunShelf::RunShelf(const QString &file, QObject *parent) : QObject(parent), m_store(file)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
    reload();
}

RunShelf::~RunShelf() { m_pool.waitForDone(); }

QString RunShelf::usualFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/runs.sqlite");
}

const RunRecord *RunShelf::find(qint64 id) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&](const RunRecord &run) { return run.id == id; });
    return found != m_runs.end() ? &*found : nullptr;
}

void RunShelf::post(std::function<void(const RunStore &)> work, std::function<void()> then)
{
    ++m_pending;
    m_pool.start([this, store = m_store, work = std::move(work), then = std::move(then)] {
        QString problem;
        try {
            work(store);
        } catch (const std::exception &error) {
            problem = QString::fromUtf8(error.what());
        }
        QMetaObject::invokeMethod(this, [this, problem, then] {
            if (problem.isEmpty() && then)
                then();
            onDone(problem);
        }, Qt::QueuedConnection);
    });
}

void RunShelf::onDone(const QString &problem)
{
    --m_pending;
    if (!problem.isEmpty())
        std::erase_if(m_curves, [](const auto &entry) { return !entry.second; }); // asked for again another time
    if (!problem.isEmpty() && !std::exchange(m_told, true))
        emit failed(problem);
}

void RunShelf::reload()
{
    auto read = std::make_shared<std::vector<RunRecord>>();
    post([read](const RunStore &store) { *read = store.list(); }, [this, read] {
        m_runs = std::move(*read);
        emit changed();
    });
}

std::shared_ptr<const History::Curves> RunShelf::curves(qint64 id)
{
    const auto [found, isNew] = m_curves.try_emplace(id);
    if (isNew) {
        auto read = std::make_shared<History::Curves>();
        post([read, id](const RunStore &store) { *read = store.curves(id); }, [this, read, id] {
            m_curves[id] = std::move(read);
            emit changed();
        });
    }
    return found->second;
}

void RunShelf::put(RunRecord record, History::Curves curves, Id id, std::function<void(RunRecord &)> complete)
{
    if (!id)
        id = std::make_shared<std::atomic<qint64>>(0);
    post([id, record = std::move(record), curves = std::move(curves), complete = std::move(complete)](const RunStore &store) {
        RunRecord whole = record;
        whole.id = *id;
        if (complete)
            complete(whole);
        *id = store.put(whole, curves);
    }, [this, id] { m_curves.erase(*id); });
    reload();
}

void RunShelf::setStar(qint64 id, bool star)
{
    post([=](const RunStore &store) { store.setStar(id, star); });
    reload();
}

void RunShelf::setNote(qint64 id, const QString &note)
{
    post([=](const RunStore &store) { store.setNote(id, note); });
    reload();
}

void RunShelf::remove(std::vector<qint64> ids)
{
    for (const qint64 id : ids)
        m_curves.erase(id);
    post([ids = std::move(ids)](const RunStore &store) { store.remove(ids); });
    reload();
}

void RunShelf::open(qint64 id)
{
    if (const RunRecord *run = find(id))
        emit openWanted(*run);
}

} // namespace zhibei
