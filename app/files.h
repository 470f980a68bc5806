#pragma once

#include "core/io/project.h"

#include <QImage>
#include <QObject>

#include <functional>

class QMenu;
class QWidget;

namespace zhibei {

class Document;
class Preferences;
class Session;

/// New, open, save and what belongs to them: templates, recent files, the question about unsaved changes.
class Files : public QObject {
    Q_OBJECT
public:
    Files(Session *session, Preferences *preferences, QWidget *window);

    /// The picture that is stored in a project.
    void setPreview(std::function<QImage()> preview) { m_preview = std::move(preview); }

    /// Whether what is open may be left without a question: a scene of a lesson starts the same each time.
    void setDisposable(std::function<bool()> disposable) { m_disposable = std::move(disposable); }

    /// Which views are open and where, as a project keeps it (Project::view).
    void setArrangement(std::function<std::string()> arrangement) { m_arrangement = std::move(arrangement); }

    /// Opens a project file, makes a project of an .onnx file, or takes a .csv file as data. Asks about unsaved changes first. False: not opened.
    bool open(const QString &path);
    bool openTemplate(const QString &name);
    /// Opens a project that is in no file, untrained. Asks about unsaved changes first. False: not opened.
    bool openUnsaved(Project project);
    /// Opens the copy of a document that was at `path` (empty: it was never saved): changed, not yet saved.
    bool recover(const QString &copy, const QString &path);
    void newProject();
    void chooseAndOpen();
    /// A network from an ONNX file as a new project; the project as an ONNX file.
    void chooseAndImport();
    void chooseAndExport();
    bool save();
    bool saveAs();
    /// True if the document may be left: it is saved, or its changes are not wanted.
    bool mayLeave();
    static bool canOpen(const QString &path);
    /// A lesson's folder, the lesson.json in it, or a course.
    static bool isLesson(const QString &path);

    QStringList recentFiles() const;
    void fillTemplates(QMenu *menu);
    void fillRecent(QMenu *menu);

signals:
    void lessonWanted(const QString &path); ///< what was to be opened is a lesson
    void told(const QString &text);   ///< something went well
    void failed(const QString &text); ///< what happened and what to do

private:
    bool read(const QString &nameOrPath, bool isTemplate);
    bool takeData(const QString &path);
    bool write(const QString &path);
    /// Runs the work and turns what it throws into `failed`.
    bool attempt(const std::function<void()> &work);

    Session *m_session;
    Document *m_document;
    Preferences *m_preferences;
    QWidget *m_window;
    std::function<QImage()> m_preview;
    std::function<std::string()> m_arrangement;
    std::function<bool()> m_disposable;
};

} // namespace zhibei
