#include "widgets/canvas/network_view.h"

#include "widgets/canvas/accessible_canvas.h"
#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/panels/empty_hint.h"
#include "widgets/canvas/panels/hint_label.h"
#include "widgets/canvas/panels/kind_menu.h"
#include "widgets/canvas/panels/line_editor.h"
#include "widgets/canvas/panels/weight_popup.h"
#include "widgets/theme/core_text.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace zhibei {

namespace {

constexpr double smallestZoom = 0.05, largestZoom = 4;
constexpr double gridSpacing = 24;    // pixels at 100 %
constexpr double densestGrid = 15;    // screen pixels between dots
constexpr double paper = 40000;       // the canvas is this large to each side
constexpr int fitMargin = 36;         // screen pixels

} // namespace

NetworkView::NetworkView(Theme *theme, NetworkScene *scene, QWidget *parent)
    : QGraphicsView(scene, parent), m_theme(theme), m_scene(scene), m_hint(new HintLabel(theme, this)),
      m_emptyHint(new EmptyHint(theme, this)), m_weightPopup(new WeightPopup(theme, scene, this))
{
    installCanvasAccessibility();
    setFrameShape(QFrame::NoFrame);
    setSceneRect(-paper, -paper, 2 * paper, 2 * paper);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransformationAnchor(QGraphicsView::NoAnchor);
    setResizeAnchor(QGraphicsView::AnchorViewCenter);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    setOptimizationFlag(QGraphicsView::DontAdjustForAntialiasing);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    viewport()->setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);
    connect(scene, &NetworkScene::rebuilt, this, &NetworkView::onRebuilt);
    connect(scene, &NetworkScene::liveChanged, this, &NetworkView::refreshHover);
    connect(&scene->document(), &Document::opened, this, &NetworkView::onOpened);
    connect(scene, &NetworkScene::currentNodeChanged, this, &NetworkView::announceCurrent);
    connect(scene, &NetworkScene::aboutToClose, this, [this] {
        cancelGesture();
        m_drop.reset();
        if (m_kindMenu)
            m_kindMenu->close();
    });
    connect(theme, &Theme::changed, this, &NetworkView::onThemeChanged);
    onThemeChanged();
    onRebuilt();
}

NetworkView::~NetworkView()
{
    m_gesture.reset();
    m_drop.reset();
    if (m_kindMenu)
        m_kindMenu->close();
}

void NetworkView::onThemeChanged()
{
    setAccessibleName(tr("Network"));
    setZoom(m_zoom);
    m_emptyHint->update();
    placeEmptyHint();
    viewport()->update();
}

void NetworkView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && scene()) {
        setAccessibleName(tr("Network"));
        hideHint();
        m_scene->retranslate();
        placeEmptyHint();
    }
    QGraphicsView::changeEvent(event);
}

void NetworkView::onOpened()
{
    cancelGesture();
    m_weightPopup->hide();
    m_followsFit = true;
    fit();
}

void NetworkView::onRebuilt()
{
    m_emptyHint->setVisible(m_scene->network().nodes.empty() && m_scene->network().notes.empty());
    placeEmptyHint();
}

void NetworkView::placeEmptyHint()
{
    m_emptyHint->resize(m_emptyHint->sizeHint().boundedTo(size()));
    m_emptyHint->move((width() - m_emptyHint->width()) / 2, (height() - m_emptyHint->height()) / 2);
}

void NetworkView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    placeEmptyHint();
    if (m_followsFit)
        fit();
}

void NetworkView::showEvent(QShowEvent *event)
{
    QGraphicsView::showEvent(event);
    if (m_followsFit)
        fit();
}

// Looking

void NetworkView::setZoom(double zoom)
{
    m_zoom = std::clamp(zoom, smallestZoom, largestZoom);
    const QPointF middle = centre();
    const double scale = m_zoom * m_theme->textScale();
    setTransform(QTransform::fromScale(scale, scale));
    centerOn(middle);
    emit zoomChanged(m_zoom);
}

void NetworkView::zoomBy(double factor, const QPoint &viewportPlace)
{
    m_followsFit = false;
    const QPointF under = mapToScene(viewportPlace);
    setZoom(m_zoom * factor);
    const QPointF now = mapToScene(viewportPlace);
    centerOn(centre() + under - now);
}

void NetworkView::zoomIn() { zoomBy(1.25, viewport()->rect().center()); }
void NetworkView::zoomOut() { zoomBy(0.8, viewport()->rect().center()); }

void NetworkView::actualSize()
{
    zoomBy(1 / m_zoom, viewport()->rect().center());
}

double NetworkView::zoomThatFits() const
{
    const QRectF content = m_scene->contentRect();
    if (content.isEmpty() || viewport()->width() < 2 * fitMargin || viewport()->height() < 2 * fitMargin)
        return 1;
    const double across = (viewport()->width() - 2 * fitMargin) / content.width();
    const double down = (viewport()->height() - 2 * fitMargin) / content.height();
    return std::min({across / m_theme->textScale(), down / m_theme->textScale(), 1.25});
}

void NetworkView::fit()
{
    setZoom(zoomThatFits());
    if (const QRectF content = m_scene->contentRect(); !content.isEmpty())
        centerOn(content.center());
    m_followsFit = true;
}

void NetworkView::keepInView()
{
    const QRectF seen = mapToScene(viewport()->rect()).boundingRect();
    if (m_followsFit && (!seen.contains(m_scene->contentRect()) || m_zoom < 0.7 * zoomThatFits()))
        fit();
}

void NetworkView::panBy(const QPoint &pixels)
{
    m_followsFit = false;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - pixels.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - pixels.y());
}

void NetworkView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, m_theme->color(Ink::Background));
    double spacing = gridSpacing;
    while (spacing * scale() < densestGrid)
        spacing *= 2;
    QVector<QPointF> dots;
    for (double y = std::ceil(rect.top() / spacing) * spacing; y <= rect.bottom(); y += spacing)
        for (double x = std::ceil(rect.left() / spacing) * spacing; x <= rect.right(); x += spacing)
            dots << QPointF(x, y);
    // Square and not smoothed: thousands of dots must cost next to nothing.
    QPen pen(m_theme->color(Ink::Dot), std::round(2 * m_theme->textScale()), Qt::SolidLine, Qt::SquareCap);
    pen.setCosmetic(true);
    painter->setPen(pen);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->drawPoints(dots.constData(), static_cast<int>(dots.size()));
}

// Panels

void NetworkView::showHint(const QString &text, const QPoint &viewportPlace, bool bad) { m_hint->show(text, viewport()->mapTo(this, viewportPlace), bad); }
void NetworkView::hideHint() { m_hint->hide(); }

void NetworkView::refuse(const Text &reason)
{
    const NodeItem *item = m_scene->nodeItem(m_scene->currentNode());
    const QPoint place = item ? mapFromScene(item->cardRect().bottomLeft()) : viewport()->rect().center();
    m_hint->flash(coreText(reason), place);
    emit refused(coreText(reason));
}

void NetworkView::openKindMenu(const std::vector<const LayerKind *> &kinds, const QPoint &viewportPlace, std::function<void(const LayerKind &)> chosen)
{
    if (m_kindMenu)
        m_kindMenu->close();
    m_kindMenu = new KindMenu(m_theme, kinds, std::move(chosen), this);
    connect(m_kindMenu, &KindMenu::closed, this, [this, menu = m_kindMenu] {
        if (m_kindMenu == menu)
            m_kindMenu = nullptr;
        setFocus();
    });
    const QPoint place = viewport()->mapTo(this, viewportPlace);
    m_kindMenu->move(std::clamp(place.x(), 0, std::max(0, width() - m_kindMenu->width())), std::clamp(place.y(), 0, std::max(0, height() - m_kindMenu->height())));
    m_kindMenu->show();
    m_kindMenu->raise();
    m_kindMenu->setFocus();
}

QString NetworkView::wiringHint(const PortRef &from, const PortRef &to) const
{
    return tr("%1 → %2: Enter connects, arrow keys choose, Escape cancels").arg(QString::fromStdString(from.node), QString::fromStdString(to.node));
}

} // namespace zhibei
