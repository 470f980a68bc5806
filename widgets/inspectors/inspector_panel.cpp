#include "widgets/inspectors/inspector_panel.h"

#include "widgets/document/document.h"
#include "widgets/inspectors/node_inspector.h"
#include "widgets/inspectors/training_panel.h"
#include "widgets/theme/theme.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace zhibei {

InspectorPanel::InspectorPanel(Theme *theme, Document *document, QWidget *parent)
    : QScrollArea(parent), m_theme(theme), m_node(new NodeInspector(theme, document)), m_training(new TrainingPanel(theme, document))
{
    setProperty("role", "panel");
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_node);
    layout->addWidget(m_training);
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    connect(m_node, &NodeInspector::parameterEdited, this, &InspectorPanel::parameterEdited);
    connect(m_node, &NodeInspector::renamed, this, &InspectorPanel::renamed);
    connect(m_node, &NodeInspector::viewWanted, this, &InspectorPanel::viewWanted);
    // The inspector forgets nodes that are gone; it is told first, being connected first.
    for (const auto signal : {&Document::opened, &Document::networkChanged})
        connect(document, signal, this, &InspectorPanel::showFitting);
    connect(m_theme, &Theme::changed, this, &QWidget::updateGeometry);
    showFitting();
}

void InspectorPanel::setSelection(std::vector<NodeId> nodes)
{
    m_node->setSelection(std::move(nodes));
    showFitting();
    verticalScrollBar()->setValue(0);
}

void InspectorPanel::showFitting()
{
    const bool selected = !m_node->selection().empty();
    m_node->setVisible(selected);
    m_training->setVisible(!selected);
}

void InspectorPanel::setObservation(std::shared_ptr<const Observation> observation)
{
    m_node->setObservation(std::move(observation));
}

QSize InspectorPanel::sizeHint() const { return {m_theme->space(86), m_theme->space(160)}; }

} // namespace zhibei
