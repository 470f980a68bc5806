// What the commands of the window do.
#include "app/dock.h"
#include "app/files.h"
#include "app/finder_entries.h"
#include "app/help_subject.h"
#include "app/lecture/lecture.h"
#include "app/lecture/lecture_hall.h"
#include "app/look_inside.h"
#include "app/main_window.h"
#include "app/network_figure.h"
#include "app/race_dialog.h"
#include "app/reference_windows.h"
#include "app/session.h"
#include "app/toast.h"
#include "app/top_bar.h"
#include "app/view_docks.h"
#include "widgets/canvas/network_scene.h"
#include "widgets/canvas/network_view.h"
#include "widgets/document/document.h"
#include "widgets/finder/finder.h"
#include "widgets/help/help_window.h"
#include "widgets/inspectors/setting_edits.h"
#include "widgets/palette/palette.h"
#include "widgets/plots/curve_view.h"
#include "widgets/runs/run_shelf.h"
#include "widgets/theme/core_text.h"
#include "widgets/views/runs_view.h"
#include "widgets/views/view_catalogue.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QJsonDocument>
#include <QMenu>
#include <QMessageBox>

#include <algorithm>

namespace zhibei {

namespace {

QString figureFilter()
{
    return QStringLiteral("PNG (*.png);;SVG (*.svg);;PDF (*.pdf)");
}

/// The chosen path with the suffix of the chosen kind of file where none was typed.
QString chooseFigureFile(QWidget *window, const QString &title, const QString &start, const QString &filters)
{
    QString chosen;
    QString path = QFileDialog::getSaveFileName(window, title, start, filters, &chosen);
    if (!path.isEmpty() && QFileInfo(path).suffix().isEmpty())
        path += chosen.section(u'*', 1).section(u')', 0, 0);
    return path;
}

} // namespace

void MainWindow::onTriggered(Command command, const std::function<void()> &work)
{
    connect((*m_actions)[command], &QAction::triggered, this, work);
}

void MainWindow::connectFileCommands()
{
    onTriggered(Command::New, [this] { m_files->newProject(); });
    onTriggered(Command::Open, [this] { m_files->chooseAndOpen(); });
    onTriggered(Command::Save, [this] { m_files->save(); });
    onTriggered(Command::SaveAs, [this] { m_files->saveAs(); });
    onTriggered(Command::ImportOnnx, [this] { m_files->chooseAndImport(); });
    onTriggered(Command::ExportOnnx, [this] { m_files->chooseAndExport(); });
    onTriggered(Command::ExportNetwork, [this] { exportNetwork(); });
    onTriggered(Command::ExportCurves, [this] { exportCurves(); });
    onTriggered(Command::ExportAnimation, [this] { exportAnimation(); });
    onTriggered(Command::Quit, [this] { close(); });
    QMenu *templates = m_actions->menu(MenuId::Templates), *recent = m_actions->menu(MenuId::Recent);
    connect(templates, &QMenu::aboutToShow, this, [this, templates] { m_files->fillTemplates(templates); });
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { m_files->fillRecent(recent); });
    // An empty menu would not open.
    m_files->fillTemplates(templates);
    m_files->fillRecent(recent);
    m_files->setArrangement([this] {
        const QJsonObject arrangement = m_views->arrangement();
        return arrangement.isEmpty() ? std::string() : QJsonDocument(arrangement).toJson(QJsonDocument::Compact).toStdString();
    });
    m_files->setPreview([this] { return m_view->grab().scaledToWidth(480, Qt::SmoothTransformation).toImage(); });
}

void MainWindow::connectEditCommands()
{
    onTriggered(Command::Cut, [this] { m_view->cut(); });
    onTriggered(Command::Copy, [this] { m_view->copy(); });
    onTriggered(Command::Paste, [this] { m_view->paste(); });
    onTriggered(Command::Duplicate, [this] { m_view->duplicate(); });
    onTriggered(Command::Delete, [this] { m_view->deleteSelection(); });
    onTriggered(Command::SelectAll, [this] { m_view->selectAll(); });
    onTriggered(Command::FindLayer, [this] {
        m_paletteDock->show();
        m_palette->focusSearch();
    });
    onTriggered(Command::Find, [this] { m_finder->open(finderEntries(this)); });
    onTriggered(Command::Unfold, [this] {
        if (m_view->canUnfold())
            m_view->foldOrUnfold();
        else
            m_toast->hint(tr("Select a dense layer first: it unfolds into its neurons."));
    });
    onTriggered(Command::Fold, [this] {
        if (m_view->canFold())
            m_view->foldOrUnfold();
        else
            m_toast->hint(tr("Select neurons first: they fold into a dense layer."));
    });
    onTriggered(Command::AddNote, [this] { m_view->addNote(); });
    onTriggered(Command::TidyLayout, [this] { m_view->tidyLayout(); });
    onTriggered(Command::AlignLeft, [this] { m_view->align(Alignment::Left); });
    onTriggered(Command::AlignCenter, [this] { m_view->align(Alignment::Centre); });
    onTriggered(Command::AlignRight, [this] { m_view->align(Alignment::Right); });
    onTriggered(Command::AlignTop, [this] { m_view->align(Alignment::Top); });
    onTriggered(Command::AlignMiddle, [this] { m_view->align(Alignment::Middle); });
    onTriggered(Command::AlignBottom, [this] { m_view->align(Alignment::Bottom); });
}

void MainWindow::connectViewCommands()
{
    onTriggered(Command::LookInside, [this] {
        if (m_lookInside->isOpen())
            m_lookInside->close();
        else if (m_scene->selectedNodes().size() == 1)
            m_view->lookInside();
        else
            m_toast->hint(tr("Select a layer first: it opens down to its numbers."));
    });
    onTriggered(Command::ZoomIn, [this] { m_view->zoomIn(); });
    onTriggered(Command::ZoomOut, [this] { m_view->zoomOut(); });
    onTriggered(Command::ZoomNormal, [this] { m_view->actualSize(); });
    onTriggered(Command::ZoomFit, [this] { m_view->fit(); });
    const auto toggles = [this](Command command, QDockWidget *dock) {
        QAction *action = (*m_actions)[command];
        connect(action, &QAction::triggered, dock, &QDockWidget::setVisible);
        connect(dock, &QDockWidget::visibilityChanged, action, [action, dock] { action->setChecked(!dock->isHidden()); });
        action->setChecked(true);
    };
    toggles(Command::ShowPalette, m_paletteDock);
    toggles(Command::ShowStage, m_stageDock);
    toggles(Command::ShowInspector, m_inspectorDock);
    toggles(Command::ShowCurves, m_curvesDock);
    QMenu *views = m_actions->menu(MenuId::Views);
    connect(views, &QMenu::aboutToShow, this, [this, views] { m_views->fillMenu(views); });
    m_views->fillMenu(views);
    onTriggered(Command::ResetLayout, [this] { resetLayout(); });
    onTriggered(Command::Chinese, [this] { m_application->setLanguage(QStringLiteral("zh")); });
    onTriggered(Command::English, [this] { m_application->setLanguage(QStringLiteral("en")); });
    onTriggered(Command::ThemeSystem, [this] { m_application->setThemeMode(Theme::Mode::System); });
    onTriggered(Command::ThemeLight, [this] { m_application->setThemeMode(Theme::Mode::Light); });
    onTriggered(Command::ThemeDark, [this] { m_application->setThemeMode(Theme::Mode::Dark); });
    onTriggered(Command::TextSmaller, [this] { setTextScale(m_theme->textScale() / 1.15); });
    onTriggered(Command::TextNormal, [this] { setTextScale(1); });
    onTriggered(Command::TextLarger, [this] { setTextScale(m_theme->textScale() * 1.15); });
    onTriggered(Command::ReduceMotion, [this] { m_application->setReduceMotion((*m_actions)[Command::ReduceMotion]->isChecked()); });
    onTriggered(Command::Present, [this] {
        if (m_hall->isActive())
            m_hall->setOnStage(!m_hall->isOnStage());
        else
            setPresenting(!m_presenting);
        (*m_actions)[Command::Present]->setChecked(m_presenting || m_hall->isOnStage());
    });
    connect(m_topBar, &TopBar::languageToggled, this, [this] {
        m_application->setLanguage(m_application->language()->isChinese() ? QStringLiteral("en") : QStringLiteral("zh"));
    });
    connect(m_topBar, &TopBar::themeToggled, this, [this] {
        m_application->setThemeMode(m_theme->isDark() ? Theme::Mode::Light : Theme::Mode::Dark);
    });
}

void MainWindow::connectTrainCommands()
{
    onTriggered(Command::Play, [this] {
        if (m_session->isPlaying() || readyToTrain())
            m_session->togglePlay();
        // The trainer's answer decides what the button shows.
        (*m_actions)[Command::Play]->setChecked(m_session->isPlaying());
    });
    onTriggered(Command::Step, [this] {
        if (readyToTrain())
            m_session->step();
    });
    onTriggered(Command::Epoch, [this] {
        if (readyToTrain())
            m_session->finishEpoch();
    });
    onTriggered(Command::Reset, [this] {
        if (m_hall->isActive())
            m_hall->lecture()->restart();
        else if (readyToTrain())
            m_session->reset();
    });
    onTriggered(Command::NewSeed, [this] { m_session->newSeed(); });
    onTriggered(Command::Race, [this] { showRace(); });
    onTriggered(Command::ShowRuns, [this] { showRuns(); });
    onTriggered(Command::RestoreLastGood, [this] { m_session->restoreLastGood(); });
    (*m_actions)[Command::RestoreLastGood]->setEnabled(false);
    onTriggered(Command::RateDown, [this] { scaleRate(0.5); });
    onTriggered(Command::RateUp, [this] { scaleRate(2); });
    constexpr std::array speeds = {std::pair{Command::SpeedOne, 1}, std::pair{Command::SpeedFour, 4},
                                   std::pair{Command::SpeedTwenty, 20}, std::pair{Command::SpeedHundred, 100},
                                   std::pair{Command::SpeedFull, 0}};
    for (const auto &[command, pace] : speeds)
        onTriggered(command, [this, pace = pace] { m_session->setSpeed(pace); });
    (*m_actions)[Command::SpeedFull]->setChecked(true);
}

void MainWindow::showRace()
{
    if (!readyToTrain())
        return;
    auto *race = new RaceDialog(m_theme, m_session, m_shelf.get(), this);
    race->setAttribute(Qt::WA_DeleteOnClose);
    race->show();
}

void MainWindow::showRuns()
{
    for (ViewDock *dock : m_views->docks())
        if (qobject_cast<RunsView *>(dock->view()))
            return dock->raise();
    m_views->open(*findViewKind(QStringLiteral("runs")));
}

bool MainWindow::readyToTrain()
{
    const Text reason = m_session->live()->reason;
    if (m_session->canTrain() || reason.empty())
        return true;
    m_toast->hint(coreText(reason));
    const NodeId node = m_session->waitsFor();
    if (!node.empty())
        selectNode(QString::fromStdString(node));
    return false;
}

void MainWindow::connectHelpCommands()
{
    const auto open = [](QDialog *dialog) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    };
    onTriggered(Command::HelpTopic, [this] { showHelp(); });
    onTriggered(Command::Shortcuts, [this, open] { open(new ShortcutsWindow(m_theme, m_actions, this)); });
    onTriggered(Command::Log, [this, open] { open(new LogWindow(m_theme, m_application->log(), this)); });
    onTriggered(Command::About, [this] { showAbout(); });
    onTriggered(Command::AboutQt, [] { QApplication::aboutQt(); });
}

void MainWindow::connectLessonCommands()
{
    m_hall = new LectureHall(m_application, this);
    onTriggered(Command::Lessons, [this] { m_hall->showMap(); });
    connect(m_files, &Files::lessonWanted, m_hall, [this](const QString &path) { m_hall->open(path); });
}

void MainWindow::showHelp()
{
    const HelpSubject subject = helpWanted(); // before the help takes the focus
    if (!m_help) {
        m_help = new HelpWindow(m_theme, QString::fromStdString(m_document->resources()), this);
        m_help->setLanguage(m_application->language()->code());
        connect(m_application, &Application::languageChanged, m_help, [this] { m_help->setLanguage(m_application->language()->code()); });
    }
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
    m_help->showTopic(subject.page, subject.setting);
}

HelpSubject MainWindow::helpWanted() const
{
    // Menus take the focus for a moment, and a window that nobody has activated has none.
    HelpSubject subject = helpSubject(QApplication::focusWidget());
    if (subject.page.isEmpty())
        subject = helpSubject(focusWidget());
    const Network &network = m_document->network();
    const QStringList selection = m_scene->selectedNodes();
    const Node *node = subject.page == QLatin1String(objectivePage) ? firstObjective(network)
                     : selection.isEmpty()                          ? nullptr
                                                                    : network.find(selection.front().toStdString());
    if (subject.page.isEmpty() || subject.page == QLatin1String(selectionPage) || subject.page == QLatin1String(objectivePage))
        subject.page = node ? QString::fromStdString(node->kind) : QStringLiteral("window/canvas");
    return subject;
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Zhibei"),
                                tr("Zhibei 指北 %1").arg(QCoreApplication::applicationVersion()), QMessageBox::Close, this);
    box->setInformativeText(tr("A lab for deep learning: build networks, train them, watch them learn.\n"
                               "Free software under the GNU General Public License, version 3.\n"
                               "Made with Qt, oneTBB, QCustomPlot and lucide icons."));
    box->setIconPixmap(m_theme->pixmap(QStringLiteral("zhibei"), m_theme->space(12), m_theme->color(Ink::Accent), devicePixelRatioF()));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    box->show();
}

void MainWindow::setTextScale(double scale)
{
    // Close to normal is normal, however one came there.
    m_application->setTextScale(std::abs(scale - 1) < 0.05 ? 1 : scale);
    arrangeDocks();
    m_toast->show(tr("Text size: %1 %").arg(qRound(100 * m_theme->textScale())));
}

void MainWindow::scaleRate(double factor)
{
    if (const auto rate = m_session->learningRate()) {
        m_session->setLearningRate(std::clamp(*rate * factor, 1e-6, 10.0));
        m_toast->show(tr("Learning rate: %1").arg(*m_session->learningRate(), 0, 'g', 3));
    }
}

void MainWindow::exportNetwork()
{
    const QString start = QDir(m_application->preferences()->lastFolder()).filePath(m_document->title());
    const QString path = chooseFigureFile(this, tr("Export picture of the network"), start, figureFilter());
    if (path.isEmpty())
        return;
    QString error;
    if (FigureExport::write(networkFigure(*m_scene, m_document->title()), path, &error))
        m_toast->show(tr("Written: %1").arg(QFileInfo(path).fileName()));
    else
        m_toast->show(error, true);
}

void MainWindow::exportCurves()
{
    const QString start = QDir(m_application->preferences()->lastFolder()).filePath(m_curves->figure().name);
    const QString path = chooseFigureFile(this, tr("Export curves"), start, figureFilter() + QStringLiteral(";;CSV (*.csv)"));
    if (path.isEmpty())
        return;
    QString error;
    if (m_curves->exportTo(path, &error))
        m_toast->show(tr("Written: %1").arg(QFileInfo(path).fileName()));
    else
        m_toast->show(error, true);
}

} // namespace zhibei
