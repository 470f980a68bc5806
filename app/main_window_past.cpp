// Looking back on the run, and films of it.
#include "app/film_dialog.h"
#include "app/film_subjects.h"
#include "app/main_window.h"
#include "app/past_bar.h"
#include "app/recording_player.h"
#include "app/session.h"
#include "app/toast.h"
#include "app/top_bar.h"
#include "widgets/plots/curve_view.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace zhibei {

void MainWindow::connectPastCommands()
{
    const auto lookBack = [this](qint64 step) {
        m_player->pause();
        m_session->lookBack(step);
    };
    const auto backToNow = [this] {
        m_player->pause();
        m_session->backToNow();
    };
    const auto goOn = [this] {
        m_player->pause();
        m_session->goOnFromHere();
    };
    const auto moveBy = [this, lookBack](qint64 steps) {
        const qint64 last = m_session->recording().extent().last;
        lookBack(m_session->pastStep().value_or(last) + steps);
    };
    connect(m_curves, &CurveView::pastWanted, this, lookBack);
    connect(m_curves, &CurveView::nowWanted, this, backToNow);
    connect(m_curves, &CurveView::playRecordingWanted, m_player, &RecordingPlayer::toggle);
    connect(m_player, &RecordingPlayer::playingChanged, m_curves, &CurveView::setRecordingPlays);
    connect(m_pastBar, &PastBar::goOnWanted, this, goOn);
    connect(m_pastBar, &PastBar::nowWanted, this, backToNow);
    onTriggered(Command::PlayRecording, [this] { m_player->toggle(); });
    onTriggered(Command::StepBack, [moveBy] { moveBy(-1); });
    onTriggered(Command::StepOnward, [moveBy] { moveBy(1); });
    onTriggered(Command::BackToNow, backToNow);
    onTriggered(Command::GoOnFromHere, goOn);
    showPast();
}

void MainWindow::limitRecording()
{
    const Preferences *preferences = m_application->preferences();
    Recording::Limits limits;
    limits.memory = static_cast<size_t>(preferences->recordingMemory()) << 20;
    limits.disk = static_cast<size_t>(preferences->recordingDisk()) << 20;
    limits.folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation).toStdString();
    m_session->setRecordingLimits(limits);
}

void MainWindow::showPast()
{
    const Recording::Extent extent = m_session->recording().extent();
    const std::optional<int64_t> past = m_session->pastStep();
    const qint64 last = std::max(extent.last, m_session->live()->step);
    m_curves->setRecorded(extent.first, last, past ? std::optional<qint64>(*past) : std::nullopt);
    const auto shown = m_session->snapshot();
    if (m_filming)
        m_topBar->setSnapshot(*shown);
    m_topBar->setPast(past && !m_filming ? shown.get() : nullptr);
    if (past && !m_filming)
        m_pastBar->showStep(*past, last, shown->step != *past);
    else
        m_pastBar->hide();
    for (const Command command : {Command::StepOnward, Command::BackToNow, Command::GoOnFromHere})
        (*m_actions)[command]->setEnabled(past.has_value());
    for (const Command command : {Command::PlayRecording, Command::StepBack, Command::ExportAnimation})
        (*m_actions)[command]->setEnabled(extent.first < last);
}

void MainWindow::setFilming(bool filming)
{
    m_filming = filming;
    m_topBar->setSnapshot(*m_session->live());
    showPast();
}

void MainWindow::exportAnimation()
{
    m_player->pause();
    FilmDialog dialog(m_theme, m_session, filmSubjects(*this), m_application->preferences()->lastFolder(), this);
    connect(&dialog, &FilmDialog::filming, this, &MainWindow::setFilming);
    connect(&dialog, &FilmDialog::written, this, [this](const QString &path) { m_toast->show(tr("Written: %1").arg(QFileInfo(path).fileName())); });
    connect(&dialog, &FilmDialog::failed, this, [this](const QString &error) { m_toast->show(error, true); });
    dialog.exec();
}

} // namespace zhibei
