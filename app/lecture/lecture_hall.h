#pragma once

#include "core/lesson/read_lesson.h"
#include "core/network/network_part.h"
#include "widgets/lesson/scene_bar.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QKeyEvent;
class QToolBar;
class QVBoxLayout;

namespace zhibei {

class Application;
class CourseMap;
class Dock;
class Lecture;
class LessonPanel;
class MainWindow;
class NotesWindow;
class SceneLayout;
class SceneTitle;
class StageMarks;
class Strip;
class StayAwake;

/// A lecture in the window: the map of all lessons, the text with what can be tried, the bar below, the stage. Shows what
/// Lecture holds and hands it what is pressed.
class LectureHall : public QObject {
    Q_OBJECT
public:
    LectureHall(Application *application, MainWindow *window);
    ~LectureHall() override;

    Lecture *lecture() const { return m_lecture; }
    LessonPanel *panel() const { return m_panel; }
    SceneBar *bar() const { return m_bar; }
    CourseMap *map() const { return m_map; }
    StageMarks *marks() const { return m_marks; }
    NotesWindow *notes() const { return m_notes; } ///< null until it is first asked for
    SceneTitle *title() const { return m_title; }
    /// What the scene wants in the light.
    const NetworkPart &light() const { return m_light; }

    bool isActive() const;
    bool isOnStage() const { return m_onStage; }
    void setOnStage(bool onStage);
    void showMap();
    /// A lesson by number or id, a lesson's folder or a .zhicourse file. False: it cannot be opened, which was said.
    bool open(const QString &lesson, const QString &scene = {});
    void leave();
    void doTry(const QString &id);
    void showMe();
    void freePlay();
    void setSpeech(SceneBar::Speech speech);
    SceneBar::Speech speech() const;
    /// "beside", "under" or "hidden".
    void setPlacement(const QString &placement);
    /// Keys that nothing else wants: Left, Right, Escape. True: taken.
    bool takeKey(const QKeyEvent &event);
signals:
    void activeChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildStrips();
    void connectLecture();
    void connectPanel();
    void connectBar();
    void connectLab();
    void onEntering();
    void onEntered();
    void onEnded();
    void showTexts();
    void showProgress();
    void showControls();
    void showNotes();
    void placeText();
    void fitStrips();
    void follow(const QUrl &link);
    void run(const std::vector<LessonAction> &actions);
    void runNext();
    void useTool(const QString &tool);
    void scaleText(double factor);
    QStringList languages() const;
    QString sceneTitle(int scene) const;
    bool pageKey(QObject *watched, const QKeyEvent &event);

    Application *m_application;
    MainWindow *m_window;
    Lecture *m_lecture;
    LessonPanel *m_panel;
    Dock *m_dock;
    QWidget *m_beside;
    Strip *m_below;
    SceneTitle *m_title;
    SceneBar *m_bar;
    QToolBar *m_head, *m_foot;
    CourseMap *m_map;
    StageMarks *m_marks;
    NotesWindow *m_notes = nullptr;
    SceneLayout *m_layout;
    std::unique_ptr<StayAwake> m_awake;
    NetworkPart m_light;
    std::vector<LessonAction> m_queue; ///< actions still to be done
    qint64 m_stepTo = 0;               ///< and only from this step on
    int m_waits = 0;
    bool m_active = false, m_onStage = false, m_arranging = false, m_wasMaximized = false, m_fitting = false;
    bool m_both = false;
    QString m_placement;
    double m_textScaleBefore = 1;
};

} // namespace zhibei
