#pragma once

#include "app/actions.h"
#include "app/application.h"
#include "core/io/project.h"

#include <QElapsedTimer>
#include <QMainWindow>

#include <functional>
#include <memory>

namespace zhibei {

class Autosave;
class CurveView;
class Dock;
class Document;
class Files;
class InspectorPanel;
class LectureHall;
class NetworkScene;
class NetworkView;
class Finder;
class HelpWindow;
struct HelpSubject;
class NoticeBar;
class LookInside;
class Palette;
class PastBar;
class RecordingPlayer;
class RunRecorder;
class RunShelf;
class Session;
class StagePanel;
class Toast;
class TopBar;
class ViewDocks;

/// The window: the canvas in the middle, the palette at its left, what the network does and its settings at its
/// right, the curves below. Owns the document and the session and connects them with the views.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Application *application);
    ~MainWindow() override;

    /// What a person finds at the start: the file, or without one the digits example, already training.
    void start(const QString &path);
    /// Opens a project as it is; `path` empty: not saved yet.
    void openProject(Project project, const QString &path);
    /// Keeps copies of the work in that folder, and offers what a crash has left there.
    void protectWork(const QString &folder);
    /// Shows the runs of that file; with `record`, also keeps every training there.
    void keepRuns(const QString &file, bool record = true);

    Document *document() const { return m_document; }
    Session *session() const { return m_session; }
    Files *files() const { return m_files; }
    const Actions &actions() const { return *m_actions; }
    NetworkView *canvas() const { return m_view; }
    NetworkScene *scene() const { return m_scene; }
    Palette *palette() const { return m_palette; }
    CurveView *curves() const { return m_curves; }
    StagePanel *stage() const { return m_stage; }
    InspectorPanel *inspector() const { return m_inspector; }
    Toast *toast() const { return m_toast; }
    NoticeBar *notice() const { return m_notice; }
    TopBar *topBar() const { return m_topBar; }
    ViewDocks *views() const { return m_views; }
    RunShelf *shelf() const { return m_shelf.get(); } ///< null: no runs are kept
    Finder *finder() const { return m_finder; }
    Theme *theme() const { return m_theme; }
    LookInside *lookInside() const { return m_lookInside; }
    PastBar *pastBar() const { return m_pastBar; }
    RecordingPlayer *recordingPlayer() const { return m_player; }
    LectureHall *lectureHall() const { return m_hall; }
    /// While pictures of the past are taken, the window does not say that it looks back.
    void setFilming(bool filming);
    HelpWindow *help() const { return m_help; } ///< null until it is first asked for

    void selectNode(const QString &id);
    Autosave *autosave() const { return m_autosave.get(); }
    bool isPresenting() const { return m_presenting; }
    void setPresenting(bool presenting);
    void resetLayout();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildCanvas();
    void buildDocks();
    void setHelpPages();
    /// Sizes of the docks by the size of the text.
    void arrangeDocks();
    void shareRightColumn();
    void connectSession();
    void connectFileCommands();
    void connectEditCommands();
    void connectViewCommands();
    void connectTrainCommands();
    void connectPastCommands();
    void limitRecording();
    void connectHelpCommands();
    void connectLessonCommands();
    void onTriggered(Command command, const std::function<void()> &work);

    void onOpened();
    void onSnapshot();
    void onLive();
    void showLossCurve();
    void showPast();
    void onObservation();
    void onState();
    void showTitle();
    void showRate();
    void showPreferences();
    void exportNetwork();
    void exportCurves();
    void exportAnimation();
    void setTextScale(double scale);
    void scaleRate(double factor);
    /// Whether the trainer has a network; if not, tells what is missing and selects the node in question.
    bool readyToTrain();
    void showHelp();
    HelpSubject helpWanted() const;
    void showRace();
    void showRuns();
    void showAbout();
    void restoreWindow();
    void retranslate();

    Application *m_application;
    Theme *m_theme;
    Document *m_document;
    Session *m_session;
    Actions *m_actions;
    Files *m_files;
    NetworkScene *m_scene;
    NetworkView *m_view;
    TopBar *m_topBar;
    NoticeBar *m_notice;
    Toast *m_toast;
    HelpWindow *m_help = nullptr; ///< made when first asked for
    Palette *m_palette;
    StagePanel *m_stage;
    InspectorPanel *m_inspector;
    CurveView *m_curves;
    ViewDocks *m_views;
    Finder *m_finder;
    std::unique_ptr<RunShelf> m_shelf;       ///< null: none was asked for
    std::unique_ptr<RunRecorder> m_recorder; ///< null: nothing is kept
    std::unique_ptr<Autosave> m_autosave; ///< null: none was asked for
    LookInside *m_lookInside;
    PastBar *m_pastBar;
    LectureHall *m_hall = nullptr;
    RecordingPlayer *m_player;
    Dock *m_paletteDock, *m_stageDock, *m_inspectorDock, *m_curvesDock;
    bool m_presenting = false;
    bool m_wasMaximized = false;
    bool m_filming = false;
    QByteArray m_layoutBeforePresenting;
    uint64_t m_curveVersion = 0;
    bool m_curveOfPast = false;
    QElapsedTimer m_sinceThumbnail;
};

} // namespace zhibei
