#include "app/look_inside.h"

#include "widgets/canvas/network_scene.h"
#include "widgets/canvas/network_view.h"
#include "widgets/document/document.h"
#include "widgets/views/inside/inside_view.h"

#include <QVBoxLayout>

namespace zhibei {

LookInside::LookInside(Theme *theme, Document *document, NetworkView *canvas)
    : QObject(canvas), m_document(document), m_canvas(canvas), m_view(new InsideView(theme, canvas->parentWidget()))
{
    m_view->setProperty("role", "panel");
    m_view->setAttribute(Qt::WA_StyledBackground);
    m_view->setAccessibleName(QStringLiteral("inside"));
    m_view->hide();
    auto *column = qobject_cast<QVBoxLayout *>(canvas->parentWidget()->layout());
    column->insertWidget(column->indexOf(canvas) + 1, m_view, 1);
    connect(m_view, &InsideView::left, this, &LookInside::close);
    connect(&canvas->networkScene(), &NetworkScene::nodeActivated, this, &LookInside::open);
    connect(canvas, &NetworkView::zoomedInto, this, &LookInside::open);
    connect(document, &Document::opened, this, &LookInside::close);
    connect(document, &Document::networkChanged, this, &LookInside::onNetworkChanged);
}

void LookInside::open(const QString &node)
{
    if (!m_document->network().find(node.toStdString()))
        return;
    m_view->setHome(true);
    m_view->setNode(node.toStdString());
    if (std::exchange(m_open, true))
        return;
    m_canvas->clearFocus(); // a canvas that hides with the focus would hand it on, which selects the next node
    m_canvas->hide();
    m_view->show();
    m_view->setFocus(Qt::OtherFocusReason);
    emit openChanged();
}

void LookInside::close()
{
    if (!std::exchange(m_open, false))
        return;
    m_view->clearFocus();
    m_view->hide();
    m_canvas->show();
    m_canvas->setFocus(Qt::OtherFocusReason);
    emit openChanged();
}

/// What is not there any more cannot be looked into.
void LookInside::onNetworkChanged()
{
    if (m_open && !m_document->network().find(m_view->node()))
        close();
}

} // namespace zhibei
