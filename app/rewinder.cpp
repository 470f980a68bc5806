#include "app/rewinder.h"

#include <chrono>
#include <utility>

namespace zhibei {

namespace {
constexpr std::chrono::milliseconds patience(15); ///< what takes longer shows the nearest recorded moment first
}

Rewinder::Rewinder(const Recording &recording, const History &history, int threads, QObject *parent)
    : QObject(parent), m_recording(recording), m_history(history), m_replay(recording, threads)
{
    m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
}

Rewinder::~Rewinder()
{
    m_thread.request_stop();
    m_wake.notify_all();
    m_thread.join();
}

void Rewinder::want(int64_t step, uint64_t ticket, bool toGoOnFrom)
{
    {
        const std::lock_guard lock(m_mutex);
        m_wish = {step, ticket, toGoOnFrom};
        m_forgets = false;
    }
    m_wake.notify_all();
}

void Rewinder::forget()
{
    {
        const std::lock_guard lock(m_mutex);
        m_wish.reset();
        m_forgets = true;
    }
    m_wake.notify_all();
}

bool Rewinder::isOutdated() const
{
    const std::lock_guard lock(m_mutex);
    return m_wish.has_value() || m_forgets;
}

void Rewinder::work(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return m_wish.has_value() || m_forgets; })) {
        const std::optional<Wish> wish = std::exchange(m_wish, std::nullopt);
        m_forgets = false;
        lock.unlock();
        try {
            if (wish)
                fulfil(*wish, stop);
            else
                m_replay.forget();
        } catch (const std::exception &error) {
            emit failed(QString::fromUtf8(error.what()));
        }
        lock.lock();
    }
}

void Rewinder::fulfil(const Wish &wish, const std::stop_token &stop)
{
    const auto begin = std::chrono::steady_clock::now();
    const auto recorded = m_recording.nearest(wish.step);
    if (!recorded)
        return;
    bool shown = false;
    const auto show = [&](const Recording::State &state, bool final) {
        const bool goesOn = final && state.complete && wish.toGoOnFrom;
        emit arrived({wish.ticket, snapshotOf(state, m_history), final, goesOn ? std::make_shared<Recording::State>(state) : nullptr});
        shown = true;
    };
    if (recorded->step == wish.step && (recorded->complete || !wish.toGoOnFrom))
        return show(*recorded, true);
    const auto state = m_replay.at(wish.step, [&] {
        if (!shown && !wish.toGoOnFrom && std::chrono::steady_clock::now() - begin > patience)
            show(*recorded, false);
        return stop.stop_requested() || isOutdated();
    });
    const bool brokenOff = stop.stop_requested() || isOutdated();
    if (state || !brokenOff)
        show(state.value_or(*recorded), true);
    else if (!shown && !wish.toGoOnFrom)
        show(*recorded, false);
}

} // namespace zhibei
