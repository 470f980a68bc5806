#include "app/lecture/lecture_hall.h"

#include "app/application.h"
#include "app/dock.h"
#include "app/files.h"
#include "app/lecture/lecture.h"
#include "app/lecture/scene_layout.h"
#include "app/lecture/stay_awake.h"
#include "app/lecture/strip.h"
#include "app/lesson_shelf.h"
#include "app/look_inside.h"
#include "app/main_window.h"
#include "app/session.h"
#include "app/toast.h"
#include "app/top_bar.h"
#include "app/view_docks.h"
#include "core/lesson/course_file.h"
#include "widgets/canvas/network_scene.h"
#include "widgets/inspectors/inspector_panel.h"
#include "widgets/inspectors/node_inspector.h"
#include "widgets/inspectors/training_panel.h"
#include "widgets/lesson/course_map.h"
#include "widgets/lesson/lesson_panel.h"
#include "widgets/lesson/notes_window.h"
#include "widgets/lesson/scene_title.h"
#include "widgets/lesson/stage_marks.h"
#include "widgets/palette/palette.h"
#include "widgets/theme/core_text.h"
#include "widgets/views/view_catalogue.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLayout>
#include <QScopedValueRollback>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace zhibei {

namespace {

bool has(const std::vector<std::string> &list, const char *what) { return std::find(list.begin(), list.end(), what) != list.end(); }

} // namespace

LectureHall::LectureHall(Application *application, MainWindow *window)
    : QObject(window), m_application(application), m_window(window),
      m_lecture(new Lecture(window->session(), application->preferences(), viewIds(), this)), m_panel(new LessonPanel(application->theme()))
{
    m_both = application->preferences()->lessonsInBoth();
    m_placement = application->preferences()->lessonText();
    buildStrips();
    m_map = new CourseMap(application->theme(), window);
    m_marks = new StageMarks(application->theme(), window);
    m_layout = new SceneLayout(window, {m_dock, window->findChild<QDockWidget *>(QStringLiteral("palette")), window->findChild<QDockWidget *>(QStringLiteral("stage")),
                                        window->findChild<QDockWidget *>(QStringLiteral("inspector")), window->findChild<QDockWidget *>(QStringLiteral("curves"))});
    connectLecture();
    connectPanel();
    connectBar();
    connectLab();
    window->files()->setDisposable([this] { return isActive(); });
    window->installEventFilter(this);
    connect(application, &Application::languageChanged, this, &LectureHall::showTexts);
    connect(application->theme(), &Theme::changed, this, &LectureHall::fitStrips, Qt::QueuedConnection);
    try {
        m_panel->setGlossary(readGlossary(window->document()->resources()));
    } catch (const FileError &error) {
        application->log()->add(coreText(error.text));
    }
}

LectureHall::~LectureHall() { qApp->removeEventFilter(this); }

void LectureHall::buildStrips()
{
    Theme *theme = m_application->theme();
    m_beside = new QWidget;
    m_beside->setProperty("role", "panel");
    (new QVBoxLayout(m_beside))->setContentsMargins(0, 0, 0, 0);
    m_dock = new Dock(theme, QStringLiteral("lesson"), m_beside, m_window);
    m_dock->toggleViewAction()->setVisible(false);
    m_window->addDockWidget(Qt::LeftDockWidgetArea, m_dock);
    m_dock->hide();
    const auto strip = [&](Qt::ToolBarArea area, const char *role) {
        auto *bar = new QToolBar(m_window);
        bar->setObjectName(QStringLiteral("lesson") + QLatin1String(role));
        bar->setProperty("role", role);
        bar->setMovable(false);
        bar->layout()->setContentsMargins(0, 0, 0, 0);
        bar->layout()->setSpacing(0);
        bar->toggleViewAction()->setVisible(false);
        m_window->addToolBar(area, bar);
        bar->hide();
        return bar;
    };
    m_head = strip(Qt::TopToolBarArea, "head");
    m_foot = strip(Qt::BottomToolBarArea, "foot");
    m_title = new SceneTitle(theme);
    m_title->setLarge(true);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_head->addWidget(m_title);
    auto *foot = new QWidget;
    foot->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_below = new Strip(foot);
    (new QVBoxLayout(m_below))->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_below);
    column->addWidget(m_bar = new SceneBar(theme, foot));
    m_foot->addWidget(foot);
    m_beside->layout()->addWidget(m_panel);
}

void LectureHall::connectLecture()
{
    connect(m_lecture, &Lecture::entering, this, &LectureHall::onEntering);
    connect(m_lecture, &Lecture::entered, this, &LectureHall::onEntered);
    connect(m_lecture, &Lecture::ended, this, &LectureHall::onEnded);
    connect(m_lecture, &Lecture::goalReached, this, [this] {
        m_panel->setGoalReached(true);
        fitStrips();
    });
    connect(m_lecture, &Lecture::progressChanged, this, &LectureHall::showProgress);
    connect(m_lecture, &Lecture::textsChanged, this, [this] {
        m_panel->setScene(m_lecture->scene(), languages(), QString::fromStdString(m_lecture->lesson()->folder));
        m_panel->setGoalReached(m_lecture->isGoalReached());
        showTexts();
    });
    connect(m_lecture, &Lecture::damaged, this, [this](const QString &why) {
        m_panel->setProblem(why);
        fitStrips();
    });
    connect(m_lecture, &Lecture::failed, this, [this](const QString &why) {
        m_window->toast()->show(why, true);
        m_application->log()->add(why);
    });
}

void LectureHall::connectPanel()
{
    connect(m_panel, &LessonPanel::tryWanted, this, &LectureHall::doTry);
    connect(m_panel, &LessonPanel::showMeWanted, this, &LectureHall::showMe);
    connect(m_panel, &LessonPanel::freePlayWanted, this, &LectureHall::freePlay);
    connect(m_panel, &LessonPanel::linkActivated, this, &LectureHall::follow);
    connect(m_map, &CourseMap::chosen, this, [this](const QString &lesson) {
        if (open(lesson))
            m_map->hide();
    });
    connect(m_map, &CourseMap::closed, this, [this] { m_window->setFocus(); });
}

void LectureHall::connectBar()
{
    connect(m_bar, &SceneBar::sceneChosen, m_lecture, qOverload<int>(&Lecture::go));
    connect(m_bar, &SceneBar::backWanted, m_lecture, &Lecture::back);
    connect(m_bar, &SceneBar::nextWanted, m_lecture, &Lecture::next);
    connect(m_bar, &SceneBar::speechChosen, this, &LectureHall::setSpeech);
    connect(m_bar, &SceneBar::placementChosen, this, &LectureHall::setPlacement);
    connect(m_bar, &SceneBar::textScaleWanted, this, &LectureHall::scaleText);
    connect(m_bar, &SceneBar::toolChosen, this, &LectureHall::useTool);
    connect(m_bar, &SceneBar::mapWanted, this, &LectureHall::showMap);
    connect(m_bar, &SceneBar::notesWanted, this, [this] {
        if (!m_notes)
            m_notes = new NotesWindow(m_application->theme(), m_window);
        showNotes();
        m_notes->open();
    });
    connect(m_bar, &SceneBar::stageWanted, this, [this] { setOnStage(!m_onStage); });
    connect(m_bar, &SceneBar::leaveWanted, this, &LectureHall::leave);
    connect(m_marks, &StageMarks::toolChanged, this, [this] { m_bar->setTool(m_marks->tool() != StageMarks::Tool::None); });
}

void LectureHall::connectLab()
{
    // What is opened and selected in the lab counts for goals, except by the scene itself.
    const auto happened = [this](const QString &event) {
        if (!m_arranging)
            m_lecture->happened(event.toStdString());
    };
    connect(m_window->views(), &ViewDocks::opened, this, [this, happened](ViewDock *dock) {
        if (isActive() && !m_arranging)
            m_layout->place(dock);
        happened(QStringLiteral("visited ") + QLatin1String(dock->kind().id));
    });
    connect(m_window->lookInside(), &LookInside::openChanged, this, [this, happened] {
        if (m_window->lookInside()->isOpen())
            happened(QStringLiteral("visited inside"));
    });
    connect(m_window->scene(), &NetworkScene::selectedNodesChanged, this, [happened](const QStringList &nodes) {
        if (nodes.size() == 1)
            happened(QStringLiteral("selected ") + nodes.front());
    });
    connect(m_window->document(), &Document::refused, this, [this](const QString &why) {
        m_window->scene()->settle();
        m_window->toast()->hint(why);
    });
}

bool LectureHall::isActive() const { return m_lecture->isActive(); }

void LectureHall::showMap()
{
    if (m_onStage)
        setOnStage(false);
    const std::string language = m_application->language()->code().toStdString(), other = language == "zh" ? "en" : "zh";
    const std::string shipped = shippedLessons(m_window->document()->resources());
    std::vector<LessonEntry> entries;
    for (const LessonInfo &info : allLessons()) {
        LessonEntry entry;
        entry.id = QString::fromStdString(info.folder);
        const QString id = QString::fromStdString(info.id);
        entry.number = id.section(u'-', 0, 0);
        const auto text = [&](const std::string &code) { return info.texts.contains(code) ? info.texts.at(code) : LessonText(); };
        entry.title = info.texts.empty() ? id : QString::fromStdString(text(language).title);
        entry.other = QString::fromStdString(text(other).title);
        entry.summary = QString::fromStdString(text(language).summary);
        entry.scenes = static_cast<int>(info.scenes);
        entry.seen = std::min(entry.scenes, static_cast<int>(m_application->preferences()->doneScenes(id).size()));
        entry.problem = info.problem.empty() ? QString() : coreText(info.problem);
        entry.own = !info.folder.starts_with(shipped);
        entries.push_back(std::move(entry));
    }
    m_map->setLessons(std::move(entries));
    m_map->open(m_window->topBar()->isVisible() ? m_window->topBar()->height() : 0);
}

bool LectureHall::open(const QString &lesson, const QString &scene)
{
    QString folder = lesson;
    if (lesson.endsWith(QLatin1String(".zhicourse"))) {
        try {
            const std::vector<std::string> folders = unpackCourse(lesson.toStdString(), userLessons(), m_window->document()->resources(), viewIds());
            if (folders.size() != 1) {
                showMap();
                return true;
            }
            folder = QString::fromStdString(folders.front());
        } catch (const FileError &error) {
            m_window->toast()->show(coreText(error.text), true);
            return false;
        }
    } else if (lesson.endsWith(QLatin1String("/lesson.json"))) {
        folder = QFileInfo(lesson).absolutePath();
    } else if (!QFileInfo(lesson).isDir()) {
        const std::vector<LessonInfo> all = allLessons();
        const LessonInfo *info = findLesson(all, lesson.toStdString());
        if (!info) {
            m_window->toast()->show(tr("There is no lesson “%1”.").arg(lesson), true);
            return false;
        }
        folder = QString::fromStdString(info->folder);
    }
    return (isActive() || m_window->files()->mayLeave()) && m_lecture->open(folder, scene);
}

void LectureHall::onEntering()
{
    m_queue.clear();
    if (m_active)
        return;
    m_active = true;
    m_layout->begin();
    qApp->installEventFilter(this);
    m_bar->setSpeech(speech());
    m_bar->setPlacement(m_placement);
    m_foot->show();
    emit activeChanged();
}

void LectureHall::onEntered()
{
    const QScopedValueRollback<bool> guard(m_arranging, true);
    const Scene &scene = *m_lecture->scene();
    m_light = {};
    m_light.nodes.insert(scene.highlight.begin(), scene.highlight.end());
    for (const Wire &wire : m_window->document()->network().wires)
        if (m_light.nodes.contains(wire.to.node))
            m_light.wires.insert(wire);
    m_window->scene()->selectNodes({});
    m_marks->erase();
    m_panel->setProblem({});
    m_panel->setScene(&scene, languages(), QString::fromStdString(m_lecture->lesson()->folder));
    m_panel->setGoalReached(m_lecture->isGoalReached());
    placeText();
    showControls();
    m_window->scene()->setSpotlight(m_light);
    showTexts();
}

void LectureHall::onEnded()
{
    if (m_onStage)
        setOnStage(false);
    m_active = false;
    m_queue.clear();
    qApp->removeEventFilter(this);
    m_light = {};
    m_window->scene()->setSpotlight(m_light);
    m_marks->setTool(StageMarks::Tool::None);
    m_marks->erase();
    m_panel->setScene(nullptr, languages(), {});
    showControls();
    m_window->views()->closeAll();
    m_layout->end();
    m_foot->hide();
    m_head->hide();
    if (m_notes)
        m_notes->hide();
    emit activeChanged();
}

QStringList LectureHall::languages() const
{
    switch (speech()) {
    case SceneBar::Speech::Both: return {QStringLiteral("zh"), QStringLiteral("en")};
    case SceneBar::Speech::Chinese: return {QStringLiteral("zh")};
    case SceneBar::Speech::English: break;
    }
    return {QStringLiteral("en")};
}

SceneBar::Speech LectureHall::speech() const
{
    if (m_both)
        return SceneBar::Speech::Both;
    return m_application->language()->isChinese() ? SceneBar::Speech::Chinese : SceneBar::Speech::English;
}

void LectureHall::setSpeech(SceneBar::Speech speech)
{
    m_both = speech == SceneBar::Speech::Both;
    m_application->preferences()->setLessonsInBoth(m_both);
    if (speech != SceneBar::Speech::Both)
        m_application->setLanguage(speech == SceneBar::Speech::Chinese ? QStringLiteral("zh") : QStringLiteral("en"));
    showTexts();
}

QString LectureHall::sceneTitle(int scene) const
{
    if (!isActive() || scene < 0 || scene >= static_cast<int>(m_lecture->lesson()->scenes.size()))
        return {};
    const auto &texts = m_lecture->lesson()->scenes[static_cast<size_t>(scene)].texts;
    const auto text = texts.find(languages().front().toStdString());
    return text == texts.end() ? QString() : QString::fromStdString(text->second.title);
}

void LectureHall::showTexts()
{
    if (!isActive())
        return;
    m_bar->setSpeech(speech());
    m_panel->setLanguages(languages());
    QStringList titles;
    for (const QString &language : languages())
        if (const auto text = m_lecture->scene()->texts.find(language.toStdString()); text != m_lecture->scene()->texts.end())
            titles += QString::fromStdString(text->second.title);
    m_title->setTitles(titles);
    const auto name = m_lecture->lesson()->texts.find(languages().front().toStdString());
    const QString title = name == m_lecture->lesson()->texts.end() ? QString() : QString::fromStdString(name->second.title);
    m_bar->setLesson(QString::fromStdString(m_lecture->lesson()->id).section(u'-', 0, 0) + u' ' + title);
    showProgress();
    showNotes();
    fitStrips();
}

void LectureHall::showProgress()
{
    if (!isActive())
        return;
    QStringList names;
    for (int i = 0; i < static_cast<int>(m_lecture->lesson()->scenes.size()); ++i)
        names += sceneTitle(i);
    m_bar->setScenes(names, m_lecture->done(), m_lecture->current());
}

void LectureHall::showNotes()
{
    if (!m_notes || !isActive())
        return;
    const std::string language = languages().front().toStdString();
    const auto text = [&](int i) {
        const auto &scenes = m_lecture->lesson()->scenes;
        return i < static_cast<int>(scenes.size()) && scenes[static_cast<size_t>(i)].texts.contains(language) ? scenes[static_cast<size_t>(i)].texts.at(language) : SceneText();
    };
    const SceneText now = text(m_lecture->current()), next = text(m_lecture->current() + 1);
    m_notes->setNotes(QString::fromStdString(now.title), QString::fromStdString(now.notes), QString::fromStdString(next.title), QString::fromStdString(next.body),
                      QString::fromStdString(m_lecture->lesson()->folder));
}

void LectureHall::showControls()
{
    const Scene none;
    const Scene &scene = m_lecture->scene() ? *m_lecture->scene() : none;
    QStringList hidden;
    for (const std::string &control : scene.hide)
        hidden += QString::fromStdString(control);
    m_window->topBar()->setHidden(hidden);
    const auto enable = [&](const char *control, std::initializer_list<Command> commands) {
        for (const Command command : commands)
            m_window->actions()[command]->setEnabled(!has(scene.hide, control));
    };
    enable("play", {Command::Play});
    enable("step", {Command::Step, Command::Epoch});
    enable("reset", {Command::Reset});
    enable("new_seed", {Command::NewSeed});
    enable("speed", {Command::SpeedOne, Command::SpeedFour, Command::SpeedTwenty, Command::SpeedHundred, Command::SpeedFull});
    enable("rate", {Command::RateUp, Command::RateDown});
    m_window->inspector()->nodeInspector()->setEnabled(!has(scene.lock, "network"));
    m_window->inspector()->trainingPanel()->setEnabled(!has(scene.lock, "training"));
    if (auto *search = m_window->palette()->findChild<QLineEdit *>())
        search->setVisible(!has(scene.hide, "palette_search"));
}

void LectureHall::setPlacement(const QString &placement)
{
    m_placement = placement;
    m_application->preferences()->setLessonText(placement);
    m_bar->setPlacement(placement);
    if (!isActive())
        return;
    const QScopedValueRollback<bool> guard(m_arranging, true);
    placeText();
}

void LectureHall::placeText()
{
    const Scene &scene = *m_lecture->scene();
    const bool wordsOnly = scene.show.empty();
    const bool hidden = m_placement == QLatin1String("hidden") && !wordsOnly;
    const bool below = !hidden && !wordsOnly && (m_onStage || m_placement == QLatin1String("under"));
    QWidget *host = below ? m_below : m_beside;
    host->layout()->addWidget(m_panel);
    m_panel->setBroad(below);
    m_panel->setVisible(!hidden);
    m_below->setVisible(below);
    m_head->setVisible(m_onStage || below);
    m_layout->arrange(scene, !hidden && !below);
    fitStrips();
    QMetaObject::invokeMethod(this, &LectureHall::fitStrips, Qt::QueuedConnection);
}

void LectureHall::fitStrips()
{
    if (!m_active || m_fitting)
        return;
    const QScopedValueRollback<bool> guard(m_fitting, true);
    const Theme *theme = m_application->theme();
    const int width = m_window->width(), side = theme->space(10);
    m_title->layout()->setContentsMargins(side, theme->space(m_onStage ? 8 : 4), side, theme->space(3));
    m_title->setFixedHeight(std::max(0, m_title->layout()->heightForWidth(width)));
    if (m_below->isVisibleTo(m_foot)) {
        const int most = m_window->height() * 2 / 5;
        m_panel->setMinimumHeight(0);
        // Where the window is too small for everything, the words scroll.
        const int least = theme->space(16), rest = m_window->layout()->minimumSize().height() - m_below->minimumSizeHint().height();
        m_below->setHeights(least, std::max(least, std::min({m_panel->heightAt(width), most, m_window->height() - rest})));
    }
}

void LectureHall::doTry(const QString &id)
{
    if (!isActive())
        return;
    const std::string name = id.toStdString();
    for (const auto &[tried, actions] : m_lecture->scene()->tries)
        if (tried == name) {
            const std::vector<LessonAction> todo = actions; // a try may lead to another scene
            run(todo);
            m_lecture->happened("did " + name);
            return;
        }
}

void LectureHall::showMe()
{
    if (isActive())
        run(m_lecture->scene()->solution);
}

void LectureHall::freePlay()
{
    m_lecture->freePlay();
    m_window->toast()->show(tr("The lesson is over; everything is as you left it, and yours to change."));
}

void LectureHall::leave()
{
    m_lecture->leave();
}

void LectureHall::scaleText(double factor)
{
    m_application->theme()->setTextScale(m_application->theme()->textScale() * factor);
    if (m_onStage)
        m_application->preferences()->setStageTextScale(m_application->theme()->textScale());
    else
        m_application->setTextScale(m_application->theme()->textScale());
    const QScopedValueRollback<bool> guard(m_arranging, true);
    placeText();
}

void LectureHall::setOnStage(bool onStage)
{
    if (onStage == m_onStage || (onStage && !isActive()))
        return;
    m_onStage = onStage;
    m_bar->setOnStage(onStage);
    m_window->topBar()->setVisible(!onStage);
    if (onStage) {
        m_awake = std::make_unique<StayAwake>();
        m_textScaleBefore = m_application->theme()->textScale();
        m_wasMaximized = m_window->isMaximized();
        m_application->theme()->setTextScale(m_application->preferences()->stageTextScale());
        m_window->showFullScreen();
    } else {
        m_awake.reset();
        m_application->theme()->setTextScale(m_textScaleBefore);
        if (m_wasMaximized)
            m_window->showMaximized();
        else
            m_window->showNormal();
    }
    if (!isActive())
        return;
    const QScopedValueRollback<bool> guard(m_arranging, true);
    placeText();
}

void LectureHall::useTool(const QString &tool)
{
    using Tool = StageMarks::Tool;
    if (tool == QLatin1String("erase"))
        return m_marks->erase();
    m_marks->setTool(tool == QLatin1String("laser") ? Tool::Laser : tool == QLatin1String("pen") ? Tool::Pen : tool == QLatin1String("spotlight") ? Tool::Spotlight : Tool::None);
}

} // namespace zhibei
