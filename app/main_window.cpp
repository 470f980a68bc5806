#include "app/main_window.h"

#include "app/autosave.h"
#include "app/dock.h"
#include "app/files.h"
#include "app/help_subject.h"
#include "app/lecture/lecture_hall.h"
#include "app/look_inside.h"
#include "app/loss_thumbnail.h"
#include "app/notice_bar.h"
#include "app/past_bar.h"
#include "app/rate_button.h"
#include "app/recovery_dialog.h"
#include "app/recording_player.h"
#include "app/resources_path.h"
#include "app/run_recorder.h"
#include "app/session.h"
#include "app/stage_panel.h"
#include "app/toast.h"
#include "app/top_bar.h"
#include "app/view_docks.h"
#include "core/io/project_file.h"
#include "core/probes/gradient_flow.h"
#include "widgets/canvas/network_scene.h"
#include "widgets/canvas/network_view.h"
#include "widgets/document/document.h"
#include "widgets/finder/finder.h"
#include "widgets/help/help_page.h"
#include "widgets/inspectors/attribute_editor.h"
#include "widgets/inspectors/inspector_panel.h"
#include "widgets/inspectors/node_inspector.h"
#include "widgets/inspectors/training_panel.h"
#include "widgets/palette/palette.h"
#include "widgets/plots/curve_view.h"
#include "widgets/plots/timeline.h"
#include "widgets/runs/run_text.h"
#include "widgets/theme/core_text.h"
#include "widgets/views/inside/inside_view.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QJsonDocument>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

#include <limits>

namespace zhibei {

MainWindow::MainWindow(Application *application)
    : m_application(application), m_theme(application->theme()), m_document(new Document(resourcesPath(), this)),
      m_session(new Session(m_document, 0, this)), m_actions(new Actions(m_theme, this)),
      m_files(new Files(m_session, application->preferences(), this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks);
    m_topBar = new TopBar(m_theme, m_actions, this);
    setMenuWidget(m_topBar);
    limitRecording();
    buildCanvas();
    buildDocks();
    setHelpPages();
    connectSession();
    connectFileCommands();
    connectEditCommands();
    connectViewCommands();
    connectTrainCommands();
    connectPastCommands();
    connectHelpCommands();
    connectLessonCommands();
    connect(m_theme, &Theme::changed, this, &MainWindow::showPreferences);
    connect(m_application, &Application::languageChanged, this, &MainWindow::showPreferences);
    m_finder = new Finder(m_theme, this);
    showPreferences();
    retranslate();
    restoreWindow();
}

MainWindow::~MainWindow()
{
    delete m_hall; // it guards the document
    // The views hold pointers into the trainer's history; they go first.
    m_curves->setHistory(nullptr);
}

void MainWindow::buildCanvas()
{
    auto *center = new QWidget(this);
    auto *column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_notice = new NoticeBar(m_theme, center);
    m_scene = new NetworkScene(m_theme, m_document, this);
    m_view = new NetworkView(m_theme, m_scene, center);
    column->addWidget(m_notice);
    column->addWidget(m_view, 1);
    m_lookInside = new LookInside(m_theme, m_document, m_view);
    setCentralWidget(center);
    m_toast = new Toast(m_theme, center);
    m_pastBar = new PastBar(m_theme, m_notice, center);
    m_player = new RecordingPlayer(m_session, this);
}

void MainWindow::buildDocks()
{
    m_palette = new Palette(m_theme);
    m_stage = new StagePanel(m_theme, m_session);
    m_inspector = new InspectorPanel(m_theme, m_document);
    // Never cut off, even if large text leaves it too little room.
    m_inspector->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_curves = new CurveView(m_theme);
    m_curves->setHistory(&m_session->history());
    m_paletteDock = new Dock(m_theme, QStringLiteral("palette"), m_palette, this);
    m_stageDock = new Dock(m_theme, QStringLiteral("stage"), m_stage, this);
    m_inspectorDock = new Dock(m_theme, QStringLiteral("inspector"), m_inspector, this);
    m_curvesDock = new Dock(m_theme, QStringLiteral("curves"), m_curves, this);
    m_views = new ViewDocks(m_theme, m_session, this);
    m_views->setNeighbour(m_curvesDock);
    m_views->host(m_lookInside->view());
    connect(m_lookInside, &LookInside::openChanged, m_views, &ViewDocks::ask);
    m_views->alsoAsk(std::make_shared<GradientFlowProbe>());
    connect(m_session, &Session::answered, m_scene, [this](const QString &key, const std::shared_ptr<const Answer> &answer) {
        if (key.toStdString() == GradientFlowProbe().key())
            m_scene->setGradients(std::dynamic_pointer_cast<const GradientFlow>(answer));
    });
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    connect(m_stage, &StagePanel::pageChanged, this, &MainWindow::shareRightColumn, Qt::QueuedConnection);
}

void MainWindow::setHelpPages()
{
    setHelpPage(m_view, QLatin1String(selectionPage));
    setHelpPage(m_lookInside->view(), QStringLiteral("views/inside"));
    setHelpPage(m_palette, QStringLiteral("window/palette"));
    setHelpPage(m_curves, QStringLiteral("window/curves"));
    setHelpPage(m_curves->timeline(), QStringLiteral("window/time_machine"));
    setHelpPage(m_pastBar, QStringLiteral("window/time_machine"));
    setHelpPage(m_inspector->nodeInspector(), QLatin1String(selectionPage));
    setHelpPage(m_inspector->trainingPanel(), QStringLiteral("window/training"));
    setHelpPage(m_inspector->trainingPanel()->objectiveEditor(), QLatin1String(objectivePage));
}

void MainWindow::resetLayout()
{
    m_views->closeAll();
    const QList<QDockWidget *> docks{m_paletteDock, m_stageDock, m_inspectorDock, m_curvesDock};
    for (QDockWidget *dock : docks) {
        dock->setFloating(false);
        removeDockWidget(dock);
    }
    addDockWidget(Qt::LeftDockWidgetArea, m_paletteDock);
    addDockWidget(Qt::RightDockWidgetArea, m_stageDock);
    addDockWidget(Qt::RightDockWidgetArea, m_inspectorDock);
    splitDockWidget(m_stageDock, m_inspectorDock, Qt::Vertical);
    addDockWidget(Qt::BottomDockWidgetArea, m_curvesDock);
    for (QDockWidget *dock : docks)
        dock->show();
    arrangeDocks();
    // Once more when the docks have their places: before, there is no height to share.
    QMetaObject::invokeMethod(this, &MainWindow::shareRightColumn, Qt::QueuedConnection);
}

void MainWindow::arrangeDocks()
{
    // Where the screen is small for the size of the text, the palette gives way: Ctrl+1 brings it.
    const int right = std::clamp(width() * 3 / 10, m_theme->space(78), m_theme->space(92)), left = std::clamp(width() / 6, m_theme->space(50), m_theme->space(53));
    if (width() < left + right + m_theme->space(110))
        m_paletteDock->hide();
    resizeDocks({m_paletteDock, m_stageDock}, {left, right}, Qt::Horizontal);
    shareRightColumn();
    resizeDocks({m_curvesDock}, {m_theme->space(66)}, Qt::Vertical);
}

void MainWindow::shareRightColumn()
{
    // The stage gets the height its view wants, and the settings below keep at least half.
    const int column = m_stageDock->height() + m_inspectorDock->height();
    const int stage = std::min(m_stage->heightFor(m_stageDock->width()), std::max(column, height()) / 2);
    resizeDocks({m_stageDock, m_inspectorDock}, {stage, std::max(1, column - stage)}, Qt::Vertical);
}

void MainWindow::restoreWindow()
{
    const Preferences *preferences = m_application->preferences();
    if (!restoreGeometry(preferences->geometry()))
        resize(1600, 1000);
    resetLayout();
    restoreState(preferences->layout());
    m_view->setFocus();
}

void MainWindow::connectSession()
{
    connect(m_document, &Document::opened, this, &MainWindow::onOpened);
    connect(m_document, &Document::titleChanged, this, &MainWindow::showTitle);
    connect(m_document, &Document::networkChanged, this, &MainWindow::showRate);
    connect(m_session, &Session::snapshotChanged, this, &MainWindow::onSnapshot);
    connect(m_session, &Session::liveChanged, this, &MainWindow::onLive);
    connect(m_session, &Session::pastChanged, this, &MainWindow::showPast);
    connect(m_session, &Session::observationChanged, this, &MainWindow::onObservation);
    connect(m_session, &Session::stateChanged, this, &MainWindow::onState);
    connect(m_session, &Session::speedChanged, this, [this] { m_topBar->setSpeed(m_session->speed()); });
    connect(m_session, &Session::problem, m_application->log(), &Log::add);
    connect(m_files, &Files::told, this, [this](const QString &text) {
        m_toast->show(text);
        m_application->log()->add(text);
    });
    connect(m_files, &Files::failed, this, [this](const QString &text) {
        m_toast->show(text, true);
        m_application->log()->add(text);
    });
    const auto setParameter = [this](const QString &name, qint64 k, float value) {
        m_session->setParameter(name.toStdString(), k, value);
    };
    connect(m_scene, &NetworkScene::parameterEdited, this, setParameter);
    connect(m_inspector, &InspectorPanel::parameterEdited, this, setParameter);
    connect(m_inspector, &InspectorPanel::viewWanted, this, [this](const QString &view, const QString &node) { m_views->show(view, node.toStdString()); });
    connect(m_inspector, &InspectorPanel::renamed, this, [this](const QString &, const QString &to) { selectNode(to); });
    connect(m_scene, &NetworkScene::selectedNodesChanged, this, [this](const QStringList &ids) {
        std::vector<NodeId> nodes;
        for (const QString &id : ids)
            nodes.push_back(id.toStdString());
        m_views->setSelection(nodes.size() == 1 ? nodes.front() : NodeId());
        m_inspector->setSelection(std::move(nodes));
    });
    connect(m_views, &ViewDocks::nodeChosen, this, &MainWindow::selectNode);
    connect(m_views, &ViewDocks::spotlightChanged, this, [this](const NetworkPart &part) { m_scene->setSpotlight(part.empty() && m_hall ? m_hall->light() : part); });
    connect(m_views, &ViewDocks::exported, this, [this](const QString &path) { m_toast->show(tr("Written: %1").arg(QFileInfo(path).fileName())); });
    connect(m_palette, &Palette::chosen, m_view, &NetworkView::insertKind);
    connect(m_topBar->rateButton(), &RateButton::rateChosen, m_session, &Session::setLearningRate);
    connect(m_notice, &NoticeBar::actionChosen, m_session, &Session::restoreLastGood);
    connect(m_view, &NetworkView::refused, m_application->log(), &Log::add);
    connect(m_view, &NetworkView::contextMenuWanted, this, [this](const QPoint &place) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction((*m_actions)[Command::LookInside]);
        menu->addSeparator();
        menu->addActions(m_actions->menu(MenuId::Edit)->actions());
        menu->popup(place);
    });
    m_actions->follow(m_document->undoStack());
    for (const Command command : {Command::Undo, Command::Redo})
        connect((*m_actions)[command], &QAction::triggered, m_view, &NetworkView::keepInView);
}

void MainWindow::start(const QString &path)
{
    const bool wasGiven = !path.isEmpty() && Files::canOpen(path) && !path.endsWith(QLatin1String(".csv"));
    if (wasGiven && m_files->open(path))
        return;
    try {
        openProject(zhibei::openProject("digits", m_document->resources()), {});
        m_session->play();
    } catch (const FileError &error) {
        m_toast->show(coreText(error.text), true);
    }
    if (!path.isEmpty() && !wasGiven) {
        if (Files::canOpen(path))
            m_files->open(path);
        else
            m_toast->show(tr("%1 is not a file that can be opened here: .zhibei, .json and .csv files can.").arg(path), true);
    }
}

void MainWindow::openProject(Project project, const QString &path)
{
    m_document->setProject(std::move(project), path);
}

void MainWindow::protectWork(const QString &folder)
{
    m_autosave = std::make_unique<Autosave>(m_session, folder, Autosave::Pace(), this);
    connect(m_autosave.get(), &Autosave::failed, this, [this](const QString &why) {
        m_toast->show(tr("The safety copy of your work cannot be written: %1").arg(why), true);
        m_application->log()->add(why);
    });
    const std::vector<Autosave::Left> left = Autosave::left(folder);
    if (left.empty())
        return;
    auto *offer = new RecoveryDialog(m_theme, left, this);
    offer->setAttribute(Qt::WA_DeleteOnClose);
    connect(offer, &RecoveryDialog::chosen, this, [this](const Autosave::Left &copy) {
        if (m_files->recover(copy.file, copy.path))
            Autosave::discard(copy);
    });
    offer->open();
}

void MainWindow::keepRuns(const QString &file, bool record)
{
    m_shelf = std::make_unique<RunShelf>(file);
    if (record)
        m_recorder = std::make_unique<RunRecorder>(m_session, m_shelf.get());
    m_views->setShelf(m_shelf.get());
    connect(m_shelf.get(), &RunShelf::failed, this, [this](const QString &why) {
        m_toast->show(tr("The kept runs cannot be read or written; training goes on without. %1").arg(why), true);
        m_application->log()->add(why);
    });
    connect(m_shelf.get(), &RunShelf::openWanted, this, [this](const RunRecord &run) {
        Project project = run.project;
        project.title = run.title.toStdString();
        if (m_files->openUnsaved(std::move(project)))
            m_toast->show(run.repeatable ? tr("Opened as it began. After %1 steps it is where it was.").arg(QLocale().toString(run.steps))
                                         : tr("Opened with the settings it ended with."));
    });
}

void MainWindow::selectNode(const QString &id) { m_scene->selectNodes({id}); }

void MainWindow::onOpened()
{
    m_notice->clear();
    m_inspector->setSelection({});
    m_scene->setGradients(nullptr);
    m_views->arrange(QJsonDocument::fromJson(QByteArray::fromStdString(m_document->project().view)).object());
    m_view->fit();
    showTitle();
    showRate();
    m_application->log()->add(tr("Opened %1.").arg(m_document->title()));
}

void MainWindow::onSnapshot()
{
    m_curves->setSnapshot(m_session->snapshot());
    showPast();
    showLossCurve();
}

void MainWindow::onLive()
{
    m_topBar->setSnapshot(*m_session->live());
    m_curves->refresh();
    showPast();
    showLossCurve();
}

void MainWindow::showLossCurve()
{
    // The curve on a card changes too little to be drawn at display rate.
    const std::optional<int64_t> past = m_session->pastStep();
    const bool moves = m_session->isPlaying() || past;
    if (m_sinceThumbnail.isValid() && m_sinceThumbnail.elapsed() < 200 && moves && !m_filming)
        return;
    m_sinceThumbnail.start();
    if (past || m_curveOfPast)
        m_curveVersion = 0;
    m_curveOfPast = past.has_value();
    const int64_t last = past.value_or(std::numeric_limits<int64_t>::max());
    m_scene->setLossCurve(lossThumbnail(m_session->history(), last, m_curveVersion, m_scene->lossCurve()));
}

void MainWindow::onObservation()
{
    m_scene->setObservation(m_session->observation());
    m_stage->setObservation(m_session->observation());
    m_inspector->setObservation(m_session->observation());
}

void MainWindow::onState()
{
    const auto snapshot = m_session->live();
    const bool playing = m_session->isPlaying();
    m_scene->setFlowing(playing);
    (*m_actions)[Command::Play]->setChecked(playing);
    (*m_actions)[Command::RestoreLastGood]->setEnabled(snapshot->canRestore);
    const bool stopped = snapshot->state == TrainerState::Stopped;
    if (!stopped || snapshot->reason.empty()) {
        m_notice->clear();
        return;
    }
    const QString text = coreText(snapshot->reason);
    m_notice->show(text, snapshot->canRestore, snapshot->canRestore ? tr("Restore last good state") : QString());
    m_application->log()->add(text);
}

void MainWindow::showTitle()
{
    setWindowTitle(tr("%1[*] – Zhibei").arg(m_document->title()));
    setWindowModified(m_document->isModified());
    m_topBar->setTitle(m_document->title(), m_document->isModified());
}

void MainWindow::showRate() { m_topBar->rateButton()->setRate(m_session->learningRate()); }

void MainWindow::showPreferences()
{
    const bool chinese = m_application->language()->isChinese();
    (*m_actions)[Command::Chinese]->setChecked(chinese);
    (*m_actions)[Command::English]->setChecked(!chinese);
    (*m_actions)[Command::ThemeSystem]->setChecked(m_theme->mode() == Theme::Mode::System);
    (*m_actions)[Command::ThemeLight]->setChecked(m_theme->mode() == Theme::Mode::Light);
    (*m_actions)[Command::ThemeDark]->setChecked(m_theme->mode() == Theme::Mode::Dark);
    (*m_actions)[Command::ReduceMotion]->setChecked(m_theme->reduceMotion());
    m_topBar->setChinese(chinese);
}

void MainWindow::setPresenting(bool presenting)
{
    if (presenting == m_presenting)
        return;
    m_presenting = presenting;
    if (presenting) {
        m_layoutBeforePresenting = saveState();
        m_wasMaximized = isMaximized();
        m_paletteDock->hide();
        m_inspectorDock->hide();
        showFullScreen();
    } else {
        if (m_wasMaximized)
            showMaximized();
        else
            showNormal();
        restoreState(m_layoutBeforePresenting);
    }
    (*m_actions)[Command::Present]->setChecked(presenting);
    m_topBar->setPresenting(presenting);
    m_view->fit();
}

void MainWindow::retranslate()
{
    m_paletteDock->setWindowTitle(tr("Palette"));
    m_stageDock->setWindowTitle(tr("Draw pad and surface"));
    m_inspectorDock->setWindowTitle(tr("Inspector"));
    m_curvesDock->setWindowTitle(tr("Curves"));
    m_actions->retranslate();
    showTitle();
    if (m_session->live()->state == TrainerState::Stopped)
        onState();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_presenting)
        setPresenting(false);
    else if (!m_hall->takeKey(*event))
        QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_files->mayLeave()) {
        event->ignore();
        return;
    }
    if (m_presenting)
        setPresenting(false);
    m_hall->leave();
    m_application->preferences()->setWindow(saveGeometry(), saveState());
    m_session->pause();
    if (m_recorder)
        m_recorder->store();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile() && Files::canOpen(urls.first().toLocalFile()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = event->mimeData()->urls().first().toLocalFile();
    event->acceptProposedAction();
    // The question about unsaved changes may run an event loop; the drag must be over by then.
    QMetaObject::invokeMethod(this, [this, path] { m_files->open(path); }, Qt::QueuedConnection);
}

} // namespace zhibei
