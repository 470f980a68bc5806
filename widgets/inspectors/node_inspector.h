#pragma once

#include "core/layers/layer_kind.h"
#include "core/train/observer.h"

#include <QWidget>

#include <vector>

class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace zhibei {

class AttributeEditor;
class DataPanel;
class Document;
class Theme;
class NodeWeights;

/// What is selected: name, settings, shape, problem, data (for an input), and the learned numbers, live. Several nodes
/// are edited together in the settings that they share.
class NodeInspector : public QWidget {
    Q_OBJECT
public:
    NodeInspector(Theme *theme, Document *document, QWidget *parent = nullptr);

    void setSelection(std::vector<NodeId> nodes);
    const std::vector<NodeId> &selection() const { return m_selection; }
    void setObservation(std::shared_ptr<const Observation> observation);

    AttributeEditor *editor() const { return m_editor; }

signals:
    /// The reader changed a learned number; index as in ParameterView::index.
    void parameterEdited(const QString &fullName, qint64 k, float value);
    /// A node got another name; the selection has followed already.
    void renamed(const QString &from, const QString &to);
    /// The reader wants to look deeper into the selected node: a view's id.
    void viewWanted(const QString &view, const QString &node);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override; ///< observations that came while hidden were only kept

private:
    void refresh();
    void refreshHeading(const Node &node, const LayerKind &kind);
    void refreshMany();
    void refreshFacts();
    void repair();
    void editAttribute(const std::string &id, const Value &value, const QString &mergeKey);
    void rename();
    QString shapeLine(const NodeId &node) const;
    void restyle();

    Theme *m_theme;
    Document *m_document;
    std::vector<NodeId> m_selection;
    std::shared_ptr<const Observation> m_observation;

    QLabel *m_icon, *m_title, *m_help, *m_facts;
    QLineEdit *m_name;
    QToolButton *m_activationsView, *m_weightsView;
    QFrame *m_problem;
    QLabel *m_problemIcon, *m_problemText;
    QPushButton *m_repair;
    DataPanel *m_data = nullptr; ///< made when an input is selected first: its small pictures take a moment
    AttributeEditor *m_editor;
    NodeWeights *m_weights;
};

} // namespace zhibei
