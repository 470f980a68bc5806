#pragma once

#include "core/train/observer.h"

#include <QScrollArea>

class QStackedWidget;

namespace zhibei {

class Document;
class NodeInspector;
class Theme;
class TrainingPanel;

/// The panel beside the canvas: the selected nodes, or the training when nothing is selected.
class InspectorPanel : public QScrollArea {
    Q_OBJECT
public:
    InspectorPanel(Theme *theme, Document *document, QWidget *parent = nullptr);

    void setSelection(std::vector<NodeId> nodes);
    void setObservation(std::shared_ptr<const Observation> observation);

    NodeInspector *nodeInspector() const { return m_node; }
    TrainingPanel *trainingPanel() const { return m_training; }
    QSize sizeHint() const override;

signals:
    void parameterEdited(const QString &fullName, qint64 k, float value);
    void renamed(const QString &from, const QString &to);
    void viewWanted(const QString &view, const QString &node);

private:
    void showFitting();

    Theme *m_theme;
    NodeInspector *m_node;
    TrainingPanel *m_training;
};

} // namespace zhibei
