#pragma once

#include "widgets/finder/finder_entry.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;

namespace zhibei {

class Theme;

/// A line to type in and what it finds, over the window: Enter does the marked thing, Escape or a click elsewhere leaves.
class Finder : public QFrame {
    Q_OBJECT
public:
    Finder(Theme *theme, QWidget *window);

    /// Opens at the top of the window with these things to find.
    void open(std::vector<FinderEntry> entries);
    QLineEdit *line() const { return m_line; }
    /// The titles found, best first.
    QStringList found() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showFound();
    void runMarked();
    void retranslate();

    Theme *m_theme;
    FinderIndex m_index;
    std::vector<int> m_found;
    QLineEdit *m_line;
    QListWidget *m_list;
    QLabel *m_nothing;
};

} // namespace zhibei
