#pragma once

#include "app/menu_entry.h"

#include <QAction>
#include <QObject>

#include <map>
#include <span>
#include <vector>

class QActionGroup;
class QMenu;
class QMenuBar;
class QUndoStack;
class QWidget;

namespace zhibei {

class Theme;

/// Every command as a QAction, in its menu, made from one table: texts, access keys, shortcuts, tooltips and
/// icons follow language and theme at any moment.
class Actions : public QObject {
    Q_OBJECT
public:
    struct MenuSpec {
        MenuId menu;
        const char *text;
    };
    /// The one table: menus, shortcuts, tooltips and the reference are made of it.
    static std::span<const MenuEntry> table();
    /// The menus of the menu bar and their titles, in order.
    static std::span<const MenuSpec> menuBar();

    /// The actions belong to `window`, so that their shortcuts work wherever the focus is in it.
    Actions(Theme *theme, QWidget *window);

    QAction *operator[](Command command) const { return m_actions.at(command); }
    QMenu *menu(MenuId menu) const { return m_menus.at(menu); }
    void fill(QMenuBar *bar);
    /// The menus of the menu bar in one.
    void fill(QMenu *all);

    /// Undo and redo say what they would undo.
    void follow(QUndoStack *stack);
    void retranslate();
    void restyle();

    /// "Play (F5)": the text of an action without its access key, and its shortcut.
    static QString label(const QAction *action);
    static QString plainText(const QString &text);

private:
    static std::vector<MenuEntry> makeTable();
    void add(const MenuEntry &spec, QWidget *window);
    void retranslateUndo();

    Theme *m_theme;
    std::map<Command, QAction *> m_actions;
    std::map<MenuId, QMenu *> m_menus;
    std::map<MenuId, QActionGroup *> m_groups;
    QUndoStack *m_stack = nullptr;
};

} // namespace zhibei
