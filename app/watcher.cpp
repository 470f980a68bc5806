#include "app/watcher.h"

#include "app/thread_time.h"

#include <algorithm>
#include <chrono>

namespace zhibei {

Watcher::Watcher(QObject *parent) : QObject(parent)
{
    m_thread = std::jthread([this](std::stop_token stop) { work(std::move(stop)); });
}

Watcher::~Watcher()
{
    m_thread.request_stop();
    m_wake.notify_all();
    m_thread.join();
}

void Watcher::look(Look wish)
{
    {
        const std::lock_guard lock(m_mutex);
        wish.urgent = wish.urgent || (m_wish && m_wish->urgent);
        m_wish = std::move(wish);
    }
    m_wake.notify_all();
}

void Watcher::setShare(double share)
{
    const std::lock_guard lock(m_mutex);
    m_share = std::clamp(share, 0.01, 1.0);
}

void Watcher::work(std::stop_token stop)
{
    using namespace std::chrono;
    lowerThreadPriority();
    Observer observer;
    while (!stop.stop_requested()) {
        Look look;
        double share = 0;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_wish.has_value(); }))
                return;
            look = std::move(*m_wish);
            m_wish.reset();
            share = m_share;
        }
        const double seconds = observe(observer, std::move(look));
        const double rest = std::min(1.0, seconds / share - seconds);
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, duration<double>(rest), [this, share] { return m_share > share || (m_wish && m_wish->urgent); });
    }
}

double Watcher::observe(Observer &observer, Look look)
{
    const double begin = threadSeconds();
    try {
        if (auto seen = observer.observe(look.snapshot, *look.data, look.spec, look.request))
            emit observed(std::move(seen));
    } catch (const std::exception &error) {
        emit failed(QString::fromUtf8(error.what()));
    }
    return threadSeconds() - begin;
}

} // namespace zhibei
