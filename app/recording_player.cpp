#include "app/recording_player.h"

#include "app/session.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {
constexpr double wholeRun = 12;  // seconds
constexpr double slowest = 20;   // steps a second: a short run need not crawl
constexpr int interval = 50;     // milliseconds
} // namespace

RecordingPlayer::RecordingPlayer(Session *session, QObject *parent) : QObject(parent), m_session(session)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &RecordingPlayer::onTick);
}

void RecordingPlayer::play()
{
    const Recording::Extent extent = m_session->recording().extent();
    if (isPlaying() || extent.first >= extent.last)
        return;
    m_from = m_session->pastStep().value_or(extent.first);
    m_to = extent.last;
    const double perSecond = std::max(slowest, double(extent.last - extent.first) / wholeRun);
    m_seconds = double(m_to - m_from) / perSecond;
    m_asked = -1;
    m_clock.start();
    m_timer.start();
    onTick();
    emit playingChanged(true);
}

void RecordingPlayer::pause()
{
    if (isPlaying())
        stop();
}

void RecordingPlayer::toggle()
{
    if (isPlaying())
        pause();
    else
        play();
}

void RecordingPlayer::stop()
{
    m_timer.stop();
    emit playingChanged(false);
}

void RecordingPlayer::onTick()
{
    if (m_asked >= 0 && m_session->pastStep() != m_asked)
        return stop();
    const double part = double(m_clock.elapsed()) / 1000 / std::max(m_seconds, 1e-3);
    if (part >= 1) {
        stop();
        return m_session->backToNow();
    }
    m_asked = m_from + int64_t(std::floor(part * double(m_to - m_from)));
    m_session->lookBack(m_asked);
}

} // namespace zhibei
