#include "app/view_dock.h"

#include "widgets/help/help_page.h"
#include "widgets/plots/export_button.h"
#include "widgets/views/view_catalogue.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace zhibei {

ViewDock::ViewDock(Theme *theme, const ViewKind &kind, const QString &name, QWidget *parent)
    : QDockWidget(parent), m_theme(theme), m_kind(kind), m_view(kind.make(theme))
{
    setObjectName(name);
    setAttribute(Qt::WA_DeleteOnClose);
    m_view->setProperty("role", "panel");
    m_view->setAttribute(Qt::WA_StyledBackground);
    m_view->setMinimumSize(theme->space(36), theme->space(24));
    setHelpPage(this, QStringLiteral("views/") + QLatin1String(kind.id));
    setWidget(m_view);
    setTitleBarWidget(buildStrip());
    connect(this, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        m_inSight = visible;
        emit inSightChanged();
    });
    connect(theme, &Theme::changed, this, &ViewDock::restyle);
    restyle();
    retranslate();
}

QToolButton *ViewDock::addButton(const char *icon)
{
    auto *button = new QToolButton(m_strip);
    button->setAutoRaise(true);
    button->setProperty("iconName", QString::fromLatin1(icon));
    m_strip->layout()->addWidget(button);
    return button;
}

QWidget *ViewDock::buildStrip()
{
    m_strip = new QWidget(this);
    m_strip->setProperty("role", "panel");
    m_strip->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(m_strip);
    row->setSpacing(2);
    row->addWidget(m_icon = new QLabel(m_strip));
    row->addSpacing(4);
    row->addWidget(m_title = new QLabel(m_strip), 1);
    m_title->setProperty("role", "strong");
    m_title->setMinimumWidth(1);
    m_pin = addButton("pin");
    m_pin->setCheckable(true);
    m_pin->setVisible(m_kind.ofNode);
    m_twin = addButton("copy");
    row->addWidget(m_export = new ExportButton(m_theme, [this] { return m_view->figure(); }, m_strip));
    m_full = addButton("maximize-2");
    m_close = addButton("x");
    connect(m_pin, &QToolButton::clicked, this, [this](bool on) { pin(on ? m_node : NodeId()); });
    connect(m_twin, &QToolButton::clicked, this, &ViewDock::duplicateWanted);
    connect(m_full, &QToolButton::clicked, this, [this] { setFullScreen(!isFullScreen()); });
    connect(m_close, &QToolButton::clicked, this, &QWidget::close);
    connect(m_export, &ExportButton::exported, this, &ViewDock::exported);
    return m_strip;
}

void ViewDock::pin(const NodeId &node)
{
    m_pinned = node;
    if (!node.empty())
        showNode(node);
    m_pin->setChecked(!node.empty());
    showTitle();
}

void ViewDock::showNode(const NodeId &node)
{
    m_node = node;
    m_view->setNode(node);
    showTitle();
}

void ViewDock::setFullScreen(bool full)
{
    if (full) {
        setFloating(true);
        setWindowState(windowState() | Qt::WindowFullScreen);
        m_view->setFocus();
    } else {
        setWindowState(windowState() & ~Qt::WindowFullScreen);
        setFloating(false);
    }
}

void ViewDock::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isFullScreen())
        setFullScreen(false);
    else
        QDockWidget::keyPressEvent(event);
}

void ViewDock::showTitle()
{
    const QString name = m_kind.name();
    setWindowTitle(m_kind.ofNode && !m_node.empty() ? tr("%1: %2", "view, node").arg(name, QString::fromStdString(m_node)) : name);
    m_title->setText(windowTitle());
    m_title->setToolTip(m_kind.sentence() + u'\n' + tr("F1 explains it"));
    m_view->setAccessibleName(windowTitle());
    shareStrip();
}

void ViewDock::shareStrip()
{
    // Where the strip is short, what is used least gives way to the name; a right click on the strip still has it.
    const int button = m_close->sizeHint().width() + 2;
    int room = width() - m_strip->layout()->contentsMargins().left() - m_icon->sizeHint().width() - 3 * button
        - m_title->fontMetrics().horizontalAdvance(windowTitle());
    for (QToolButton *less : {m_pin, m_full, m_twin}) {
        const bool wanted = less != m_pin || m_kind.ofNode;
        less->setVisible(wanted && room >= button);
        room -= wanted ? button : 0;
    }
}

void ViewDock::resizeEvent(QResizeEvent *event)
{
    QDockWidget::resizeEvent(event);
    shareStrip();
}

void ViewDock::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    for (QToolButton *button : {m_pin, m_twin, m_full, m_close}) {
        if (button == m_pin && !m_kind.ofNode)
            continue;
        QAction *action = menu.addAction(button->icon(), button->toolTip(), button, &QToolButton::click);
        action->setCheckable(button->isCheckable());
        action->setChecked(button->isChecked());
    }
    menu.exec(event->globalPos());
}

void ViewDock::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_pin, tr("Keep it at this node"));
    name(m_twin, tr("A second one like it"));
    name(m_full, tr("Full screen (Escape leaves)"));
    name(m_close, tr("Close"));
    showTitle();
}

void ViewDock::restyle()
{
    const int side = m_theme->space(4);
    m_icon->setPixmap(m_theme->pixmap(QString::fromLatin1(m_kind.icon), side, m_theme->color(Ink::Accent), devicePixelRatioF()));
    for (QToolButton *button : {m_pin, m_twin, m_full, m_close}) {
        button->setIcon(m_theme->icon(button->property("iconName").toString(), Ink::Muted));
        button->setIconSize({side, side});
    }
    m_strip->layout()->setContentsMargins(m_theme->space(3), m_theme->space(1), m_theme->space(1), 0);
}

void ViewDock::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDockWidget::changeEvent(event);
}

} // namespace zhibei
