#pragma once

#include "core/io/project.h"
#include "core/network/diagnostics.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <memory>

namespace zhibei {

/// The open project. Every edit goes through `edit` and is one undo step; the canvas, the inspectors and the
/// training listen. Holds values only: no training state enters the undo stack.
class Document : public QObject {
    Q_OBJECT
public:
    /// `resources` is the folder of shipped data.
    explicit Document(std::string resources, QObject *parent = nullptr);

    const Project &project() const;
    const Network &network() const;
    /// The analysis of the network on the data, always up to date. If the data could not be made, it is that on
    /// the data there were before, and every input node carries the problem.
    const Analysis &analysis() const;
    /// The data; null if they could not be made (see dataProblem).
    std::shared_ptr<const Dataset> dataset() const;
    Text dataProblem() const;
    const std::string &resources() const;

    /// Changes the project as one undo step called `name` (a source text marked with QT_TRANSLATE_NOOP("Undo", …)).
    /// Successive edits with the same non-empty mergeKey become one step: give a drag or a slider one key a gesture.
    /// Choosing other data also gives the layer before a loss the number of neurons that they ask for.
    /// An edit that changes nothing is no step. Weights, step count and view are taken over, but never undone.
    void edit(const char *name, const std::function<void(Project &)> &change, const QString &mergeKey = {});
    /// Asked before every edit; a reason refuses it, and everybody who shows the document looks at it anew (`refused`).
    /// Undo and redo are not asked.
    using Guard = std::function<QString(const Project &from, const Project &to)>;
    void setGuard(Guard guard);
    /// A key no other gesture has.
    static QString newMergeKey();

    QUndoStack *undoStack();

    /// Replaces everything (open, new); the undo stack is cleared. `path` empty: not saved yet. `modified`: the file there
    /// does not hold this (a recovered copy).
    void setProject(Project project, const QString &path, bool modified = false);
    QString path() const;
    /// For the window title and lists: the file's name, or the template's translated title.
    QString title() const;
    void setSaved(const QString &path);
    bool isModified() const;

signals:
    void opened();          ///< setProject; the other signals are not sent for it
    void networkChanged();  ///< nodes, wires, attributes (also by undo); analysis is already new
    void arranged();        ///< only positions or notes changed
    void dataChanged();     ///< the data recipe changed; dataset and analysis are already new
    void trainingChanged(); ///< project().training changed
    void refused(const QString &reason); ///< an edit that the guard did not let pass
    void titleChanged();    ///< title, path or modified changed

protected:
    /// Watches the application for LanguageChange, which is not sent to plain objects, to translate undo names anew.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Private;
    std::shared_ptr<Private> d;
};

} // namespace zhibei
