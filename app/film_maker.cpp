#include "app/film_maker.h"

#include "app/session.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

FilmMaker::FilmMaker(Session *session, QObject *parent) : QObject(parent), m_session(session)
{
    m_poll.setInterval(5);
    connect(&m_poll, &QTimer::timeout, this, &FilmMaker::onPoll);
}

FilmMaker::~FilmMaker()
{
    m_cancelled = true;
    if (m_thread.joinable())
        m_thread.join();
}

int64_t FilmMaker::stepOf(const Plan &plan, int i)
{
    return plan.frames < 2 ? plan.to : plan.from + std::llround(double(plan.to - plan.from) * i / (plan.frames - 1));
}

void FilmMaker::start(const Plan &plan)
{
    if (isBusy())
        return;
    m_plan = plan;
    m_taken = 0;
    m_cancelled = false;
    m_before = m_session->pastStep();
    m_wasPlaying = m_session->isPlaying();
    if (m_wasPlaying)
        m_session->pause();
    m_session->lookWithoutLimit(true);
    m_writer = std::make_shared<FilmWriter>(plan.path, std::max(20, static_cast<int>(std::lround(1000 * plan.seconds / std::max(1, plan.frames)))));
    goToNext();
    m_poll.start();
}

void FilmMaker::cancel() { m_cancelled = true; }

void FilmMaker::goToNext() { m_session->lookBack(stepOf(m_plan, m_taken)); }

void FilmMaker::onPoll()
{
    if (m_cancelled)
        return end(false, {});
    if (m_session->isPlaying() || !m_session->isSettled())
        return;
    if (!m_writer->add(picture()))
        return end(false, m_writer->error());
    ++m_taken;
    emit progressed(m_taken, m_plan.frames);
    if (m_taken < m_plan.frames)
        return goToNext();
    m_poll.stop();
    write();
}

QImage FilmMaker::picture() const
{
    const Figure figure = m_plan.subject.figure();
    const double scale = m_plan.width > 0 ? double(m_plan.width) / std::max(1, figure.size.width()) : 1;
    const double drawn = std::max(1.0, scale); // a painter knows no pixels larger than its own: smaller pictures are made smaller
    QImage image((QSizeF(figure.size) * drawn).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(drawn);
    image.fill(Qt::white);
    figure.paint(image, figure.size);
    return scale < 1 ? image.scaledToWidth(m_plan.width, Qt::SmoothTransformation) : image;
}

void FilmMaker::write()
{
    m_thread = std::jthread([this, writer = m_writer] {
        const bool written = writer->finish([this] { return !m_cancelled; });
        QMetaObject::invokeMethod(this, [this, written, error = writer->error()] { end(written, error); }, Qt::QueuedConnection);
    });
}

void FilmMaker::end(bool written, const QString &error)
{
    m_poll.stop();
    if (m_thread.joinable())
        m_thread.join();
    m_writer.reset();
    m_session->lookWithoutLimit(false);
    if (m_before)
        m_session->lookBack(*m_before);
    else
        m_session->backToNow();
    if (m_wasPlaying)
        m_session->play();
    emit finished(written, error);
}

} // namespace zhibei
