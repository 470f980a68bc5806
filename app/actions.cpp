#include "app/actions.h"

#include "widgets/theme/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>

namespace zhibei {

namespace {

QList<QKeySequence> shortcuts(const MenuEntry &spec)
{
    QList<QKeySequence> keys = spec.standardKey == QKeySequence::UnknownKey ? QList<QKeySequence>()
                                                                            : QKeySequence::keyBindings(spec.standardKey);
    const QStringList own = QString::fromLatin1(spec.keys).split(QStringLiteral("; "), Qt::SkipEmptyParts);
    if (keys.isEmpty()) {
        for (const QString &key : own)
            keys += QKeySequence(key, QKeySequence::PortableText);
    }
    return keys;
}

} // namespace

Actions::Actions(Theme *theme, QWidget *window) : QObject(window), m_theme(theme)
{
    for (const MenuSpec &spec : menuBar())
        m_menus[spec.menu] = new QMenu(window);
    for (const MenuEntry &spec : table())
        add(spec, window);
    for (const auto &[id, menu] : m_menus)
        menu->setToolTipsVisible(true);
    connect(theme, &Theme::changed, this, &Actions::restyle);
    retranslate();
    restyle();
}

void Actions::add(const MenuEntry &spec, QWidget *window)
{
    if (spec.line == MenuEntry::Line::Separator) {
        m_menus.at(spec.menu)->addSeparator();
        return;
    }
    if (spec.line == MenuEntry::Line::Submenu) {
        m_menus[spec.submenu] = m_menus.at(spec.menu)->addMenu(QString());
        return;
    }
    auto *action = new QAction(window);
    action->setShortcuts(shortcuts(spec));
    action->setCheckable(spec.kind != MenuEntry::Plain);
    if (spec.kind == MenuEntry::Radio) {
        QActionGroup *&group = m_groups[spec.menu];
        if (!group)
            group = new QActionGroup(this);
        group->addAction(action);
    }
    m_actions[spec.command] = action;
    m_menus.at(spec.menu)->addAction(action);
    window->addAction(action);
}

void Actions::fill(QMenuBar *bar)
{
    for (const MenuSpec &spec : menuBar())
        bar->addMenu(m_menus.at(spec.menu));
}

void Actions::fill(QMenu *all)
{
    for (const MenuSpec &spec : menuBar())
        all->addMenu(m_menus.at(spec.menu));
}

void Actions::follow(QUndoStack *stack)
{
    m_stack = stack;
    QAction *undo = m_actions.at(Command::Undo), *redo = m_actions.at(Command::Redo);
    connect(undo, &QAction::triggered, stack, &QUndoStack::undo);
    connect(redo, &QAction::triggered, stack, &QUndoStack::redo);
    connect(stack, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
    connect(stack, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    connect(stack, &QUndoStack::undoTextChanged, this, &Actions::retranslateUndo);
    connect(stack, &QUndoStack::redoTextChanged, this, &Actions::retranslateUndo);
    undo->setEnabled(stack->canUndo());
    redo->setEnabled(stack->canRedo());
    retranslateUndo();
}

void Actions::retranslateUndo()
{
    if (!m_stack)
        return;
    const auto show = [this](Command command, const QString &plain, const QString &named, const QString &name) {
        m_actions.at(command)->setText(name.isEmpty() ? plain : named.arg(name));
        m_actions.at(command)->setToolTip(label(m_actions.at(command)));
    };
    show(Command::Undo, tr("&Undo"), tr("&Undo: %1"), m_stack->undoText());
    show(Command::Redo, tr("&Redo"), tr("&Redo: %1"), m_stack->redoText());
}

void Actions::retranslate()
{
    for (const MenuSpec &spec : menuBar())
        m_menus.at(spec.menu)->setTitle(tr(spec.text));
    for (const MenuEntry &spec : table()) {
        if (spec.line == MenuEntry::Line::Submenu)
            m_menus.at(spec.submenu)->setTitle(tr(spec.text));
        if (spec.line != MenuEntry::Line::Item)
            continue;
        QAction *action = m_actions.at(spec.command);
        action->setText(tr(spec.text));
        const QString help = *spec.help ? tr(spec.help) : QString();
        action->setToolTip(help.isEmpty() ? label(action) : label(action) + u'\n' + help);
        action->setStatusTip(help);
    }
    retranslateUndo();
}

void Actions::restyle()
{
    for (const MenuEntry &spec : table()) {
        if (!*spec.icon)
            continue;
        const QIcon icon = m_theme->icon(QLatin1String(spec.icon));
        if (spec.line == MenuEntry::Line::Submenu)
            m_menus.at(spec.submenu)->setIcon(icon);
        else
            m_actions.at(spec.command)->setIcon(icon);
    }
}

QString Actions::plainText(const QString &text)
{
    QString plain = text;
    // Chinese access keys stand behind the text: "文件(&F)".
    const qsizetype key = plain.indexOf(QStringLiteral("(&"));
    if (key >= 0 && key + 3 < plain.size() && plain[key + 3] == u')')
        plain.remove(key, 4);
    plain.replace(QStringLiteral("&&"), QStringLiteral("\n"));
    plain.remove(u'&');
    return plain.replace(u'\n', u'&').trimmed();
}

QString Actions::label(const QAction *action)
{
    QString text = plainText(action->text());
    if (text.endsWith(u'…'))
        text.chop(1);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys);
}

} // namespace zhibei
