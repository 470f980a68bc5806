#include "widgets/canvas/panels/kind_menu.h"

#include "widgets/theme/core_text.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

namespace zhibei {

namespace {

constexpr int kindRole = Qt::UserRole;

bool matches(const LayerKind &kind, const QString &words)
{
    const QString all = coreText(kind.text) + QLatin1Char(' ') + QString::fromStdString(kind.text) + QLatin1Char(' ')
                        + QString::fromStdString(kind.id) + QLatin1Char(' ') + QString::fromStdString(kind.keywords);
    for (const QString &word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (!all.contains(word, Qt::CaseInsensitive))
            return false;
    return true;
}

} // namespace

KindMenu::KindMenu(Theme *theme, const std::vector<const LayerKind *> &kinds, Chosen chosen, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_kinds(kinds), m_chosen(std::move(chosen)), m_search(new QLineEdit(this)),
      m_list(new QListWidget(this)), m_nothing(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme->space(2), theme->space(2), theme->space(2), theme->space(2));
    layout->setSpacing(theme->space(1));
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_search->installEventFilter(this);
    m_nothing->setWordWrap(true);
    connect(m_search, &QLineEdit::textChanged, this, &KindMenu::filter);
    connect(m_list, &QListWidget::itemClicked, this, &KindMenu::choose);
    connect(m_list, &QListWidget::itemEntered, m_list, qOverload<QListWidgetItem *>(&QListWidget::setCurrentItem));
    retranslate();
    resize(theme->space(60), theme->space(72));
    setFocusProxy(m_search);
}

void KindMenu::retranslate()
{
    m_search->setPlaceholderText(tr("Find a layer…"));
    m_search->setAccessibleName(tr("Find a layer"));
    m_list->setAccessibleName(tr("Layers that fit"));
    m_nothing->setText(tr("No layer fits here."));
    filter();
}

void KindMenu::filter()
{
    m_list->clear();
    for (const LayerKind *kind : m_kinds) {
        if (!matches(*kind, m_search->text()))
            continue;
        const int side = m_theme->space(4);
        const QPixmap icon = m_theme->pixmap(QString::fromStdString(kind->icon), side, m_theme->color(kind->category), devicePixelRatioF());
        auto *item = new QListWidgetItem(QIcon(icon), coreText(kind->text), m_list);
        item->setData(kindRole, QString::fromStdString(kind->id));
        item->setToolTip(coreText(kind->help));
    }
    m_list->setCurrentRow(0);
    m_nothing->setVisible(m_list->count() == 0);
}

QStringList KindMenu::shownKinds() const
{
    QStringList ids;
    for (int row = 0; row < m_list->count(); ++row)
        ids << m_list->item(row)->data(kindRole).toString();
    return ids;
}

void KindMenu::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    const LayerKind *kind = item ? findKind(item->data(kindRole).toString().toStdString()) : nullptr;
    const Chosen chosen = std::exchange(m_chosen, {});
    if (kind && chosen)
        chosen(*kind);
    close();
}

void KindMenu::close()
{
    if (m_closed)
        return;
    m_closed = true;
    m_chosen = {}; // lets go of what the caller keeps alive for the menu
    hide();
    emit closed();
    deleteLater();
}

bool KindMenu::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        close();
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool press = event->type() == QEvent::KeyPress;
    const int rows = std::max(1, m_list->count());
    switch (key->key()) {
    case Qt::Key_Escape: press ? close() : event->accept(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: press ? choose() : event->accept(); return true;
    case Qt::Key_Down:
        if (press)
            m_list->setCurrentRow((m_list->currentRow() + 1) % rows);
        return true;
    case Qt::Key_Up:
        if (press)
            m_list->setCurrentRow((m_list->currentRow() + rows - 1) % rows);
        return true;
    default: return QFrame::eventFilter(watched, event);
    }
}

void KindMenu::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void KindMenu::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->color(Ink::Line), 1));
    painter.setBrush(m_theme->color(Ink::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme->cardRadius(), m_theme->cardRadius());
}

} // namespace zhibei
