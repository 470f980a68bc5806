#pragma once

#include "app/autosave.h"

#include <QDialog>

class QListWidget;

namespace zhibei {

class Theme;

/// Says what a crash has left, and lets a person restore it, throw it away, or decide another time.
class RecoveryDialog : public QDialog {
    Q_OBJECT
public:
    RecoveryDialog(Theme *theme, std::vector<Autosave::Left> copies, QWidget *parent = nullptr);

    /// A copy in one line: title, when it was written, how far it is trained.
    static QString line(const Autosave::Left &copy);

signals:
    void chosen(const zhibei::Autosave::Left &copy);

private:
    void restore();
    void discard();

    std::vector<Autosave::Left> m_copies;
    QListWidget *m_list;
};

} // namespace zhibei
