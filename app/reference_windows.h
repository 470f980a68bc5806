#pragma once

#include <QDialog>

class QPlainTextEdit;
class QTableWidget;

namespace zhibei {

class Actions;
class Log;
class Theme;

/// Every command with its shortcut, by menu: made from the action table, in the language of the moment.
class ShortcutsWindow : public QDialog {
    Q_OBJECT
public:
    ShortcutsWindow(Theme *theme, const Actions *actions, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    Theme *m_theme;
    const Actions *m_actions;
    QTableWidget *m_table;
};

/// What the program did, newest last; follows it while open. Text can be selected and copied.
class LogWindow : public QDialog {
    Q_OBJECT
public:
    LogWindow(Theme *theme, Log *log, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    QPlainTextEdit *m_text;
};

} // namespace zhibei
