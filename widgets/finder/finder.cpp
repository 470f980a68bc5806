#include "widgets/finder/finder.h"

#include "widgets/theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace zhibei {

namespace {

enum Role { GroupRole = Qt::UserRole, NoteRole };

/// Icon and title at the left, what sort of thing it is and its shortcut at the right.
class EntryDelegate : public QStyledItemDelegate {
public:
    EntryDelegate(Theme *theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, m_theme->space(9)}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect.adjusted(2, 1, -2, -1);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme->color(Ink::AccentBackground));
            painter->drawRoundedRect(row, m_theme->controlRadius(), m_theme->controlRadius());
        }
        const int side = m_theme->space(4), gap = m_theme->space(2);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, QRect(row.left() + gap, row.center().y() - side / 2, side, side));
        const QRect text(row.left() + 2 * gap + side, row.top(), row.width() - 3 * gap - side, row.height());
        painter->setFont(m_theme->font(Type::Caption));
        painter->setPen(m_theme->color(Ink::Muted));
        const QString note = index.data(NoteRole).toString();
        const QString right = note.isEmpty() ? index.data(GroupRole).toString() : note + QStringLiteral("   ") + index.data(GroupRole).toString();
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, right);
        const int left = text.width() - QFontMetrics(painter->font()).horizontalAdvance(right) - gap;
        painter->setFont(m_theme->font(Type::Text));
        painter->setPen(m_theme->color(Ink::Text));
        const QFontMetrics metrics(painter->font());
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(index.data().toString(), Qt::ElideRight, left));
        painter->restore();
    }

private:
    Theme *m_theme;
};

} // namespace

Finder::Finder(Theme *theme, QWidget *window)
    : QFrame(window), m_theme(theme), m_line(new QLineEdit(this)), m_list(new QListWidget(this)), m_nothing(new QLabel(this))
{
    setProperty("role", "card");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme->space(2), theme->space(2), theme->space(2), theme->space(2));
    column->addWidget(m_line);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    m_list->setItemDelegate(new EntryDelegate(theme, this));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setProperty("role", "caption");
    m_nothing->setAlignment(Qt::AlignCenter);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &Finder::showFound);
    connect(m_list, &QListWidget::itemClicked, this, &Finder::runMarked);
    hide();
    retranslate();
}

void Finder::open(std::vector<FinderEntry> entries)
{
    m_index.setEntries(std::move(entries));
    m_line->clear();
    showFound();
    const QSize room = parentWidget()->size();
    const int width = std::min(room.width() - m_theme->space(8), m_theme->space(150));
    setGeometry((room.width() - width) / 2, m_theme->space(16), width, std::min(room.height() - m_theme->space(24), m_theme->space(110)));
    show();
    raise();
    m_line->setFocus();
}

QStringList Finder::found() const
{
    QStringList titles;
    for (const int entry : m_found)
        titles += m_index.entry(entry).title;
    return titles;
}

void Finder::showFound()
{
    m_found = m_index.find(m_line->text());
    m_list->clear();
    for (const int index : m_found) {
        const FinderEntry &entry = m_index.entry(index);
        auto *item = new QListWidgetItem(entry.icon, entry.title, m_list);
        item->setData(GroupRole, entry.group);
        item->setData(NoteRole, entry.note);
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(entry.title, entry.group));
    }
    m_list->setCurrentRow(0);
    m_nothing->setVisible(m_found.empty());
    m_list->setVisible(!m_found.empty());
}

void Finder::runMarked()
{
    const int row = m_list->currentRow();
    if (row < 0 || size_t(row) >= m_found.size())
        return;
    const std::function<void()> run = m_index.entry(m_found[size_t(row)]).run;
    hide();
    run();
}

bool Finder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::FocusOut)
        hide();
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int page = std::max(1, m_list->viewport()->height() / m_theme->space(9));
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : key == Qt::Key_PageDown ? page : key == Qt::Key_PageUp ? -page : 0;
    if (step != 0)
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        runMarked();
    else if (key == Qt::Key_Escape) {
        hide();
        parentWidget()->setFocus();
    } else
        return false;
    return true;
}

void Finder::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void Finder::retranslate()
{
    m_line->setPlaceholderText(tr("Find a command, a layer, a view, data, a template…"));
    m_line->setAccessibleName(m_line->placeholderText());
    m_nothing->setText(tr("Nothing is called that."));
}

} // namespace zhibei
