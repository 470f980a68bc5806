#include "app/prober.h"

#include "app/thread_time.h"

#include <algorithm>
#include <chrono>

namespace zhibei {

namespace {

double secondsNow()
{
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

Prober::Prober(QObject *parent) : QObject(parent)
{
    m_thread = std::jthread([this](std::stop_token stop) { work(std::move(stop)); });
}

Prober::~Prober()
{
    {
        const std::lock_guard lock(m_mutex);
        m_thread.request_stop();
        m_stopRunning.request_stop();
    }
    m_wake.notify_all();
    m_thread.join();
}

void Prober::setProbes(std::vector<std::shared_ptr<const Probe>> probes)
{
    {
        const std::lock_guard lock(m_mutex);
        std::vector<Question> questions;
        for (auto &probe : probes) {
            std::string key = probe->key();
            const auto same = [&](const Question &question) { return question.key == key; };
            if (std::any_of(questions.begin(), questions.end(), same))
                continue;
            const auto earlier = std::find_if(m_questions.begin(), m_questions.end(), same);
            questions.push_back(earlier != m_questions.end() ? *earlier : Question{std::move(probe), std::move(key), nullptr, 0});
        }
        m_questions = std::move(questions);
        const auto running = [&](const Question &question) { return question.key == m_running; };
        if (!m_running.empty() && std::none_of(m_questions.begin(), m_questions.end(), running))
            m_stopRunning.request_stop();
    }
    m_wake.notify_all();
}

void Prober::setMoment(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const Dataset> data, const DataSpec &spec)
{
    {
        const std::lock_guard lock(m_mutex);
        m_moment.snapshot = std::move(snapshot);
        m_moment.data = std::move(data);
        m_moment.spec = spec;
    }
    m_wake.notify_all();
}

void Prober::setShare(double share)
{
    {
        const std::lock_guard lock(m_mutex);
        if (share > m_share) // what a smaller share has put off
            for (Question &question : m_questions)
                question.due = 0;
        m_share = std::clamp(share, 0.01, 1.0);
    }
    m_wake.notify_all();
}

bool Prober::isIdle() const
{
    const std::lock_guard lock(m_mutex);
    return !m_busy && answeredAll();
}

bool Prober::answeredAll() const
{
    return std::all_of(m_questions.begin(), m_questions.end(), [&](const Question &q) { return q.about == m_moment.snapshot; });
}

Prober::Question *Prober::next(double now)
{
    Question *best = nullptr;
    for (Question &question : m_questions)
        if (question.about != m_moment.snapshot && question.due <= now && (!best || question.due < best->due))
            best = &question;
    return m_moment.snapshot ? best : nullptr;
}

void Prober::work(std::stop_token stop)
{
    using namespace std::chrono;
    lowerThreadPriority();
    ProbeTools tools;
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        Question *question = next(secondsNow());
        if (!question) {
            // Woken by a new question or moment; one that is open but not yet due is looked at again soon.
            if (answeredAll())
                m_wake.wait(lock, stop, [&] { return !answeredAll(); });
            else
                m_wake.wait_for(lock, stop, milliseconds(20), [&] { return next(secondsNow()) != nullptr; });
            continue;
        }
        question->about = m_moment.snapshot;
        const std::shared_ptr<const Probe> probe = question->probe;
        const std::string key = question->key;
        Moment moment = m_moment;
        m_busy = true;
        m_running = key;
        m_stopRunning = {};
        const double share = m_share;
        moment.stop = m_stopRunning.get_token();
        lock.unlock();
        moment.tools = &tools;
        const double begin = threadSeconds();
        std::shared_ptr<const Answer> found = answer(*probe, moment);
        const double spent = threadSeconds() - begin;
        if (!moment.stop.stop_requested())
            emit answered(QString::fromStdString(key), std::move(found));
        lock.lock();
        m_busy = false;
        m_running.clear();
        for (Question &asked : m_questions)
            if (asked.key == key)
                asked.due = m_share > share ? 0 : secondsNow() + std::max(m_share < 1 ? probe->staysGood() : 0, spent * double(m_questions.size()) / m_share - spent);
    }
}

std::shared_ptr<const Answer> Prober::answer(const Probe &probe, const Moment &moment)
{
    try {
        return ask(probe, moment);
    } catch (const std::exception &error) {
        emit failed(QString::fromUtf8(error.what()));
        return nullptr;
    }
}

} // namespace zhibei
