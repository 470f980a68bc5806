#pragma once

#include "core/layers/layer_kind.h"

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;
class QListWidget;

namespace zhibei {

class Theme;

/// A searchable list of kinds on the canvas. Enter or a click chooses, Escape or leaving closes; then it deletes
/// itself.
class KindMenu : public QFrame {
    Q_OBJECT
public:
    using Chosen = std::function<void(const LayerKind &)>;

    KindMenu(Theme *theme, const std::vector<const LayerKind *> &kinds, Chosen chosen, QWidget *parent);

    /// What the search leaves, top to bottom.
    QStringList shownKinds() const;
    QLineEdit *searchField() const { return m_search; }
    QListWidget *list() const { return m_list; }
    void close();

signals:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void filter();
    void choose();

    Theme *m_theme;
    std::vector<const LayerKind *> m_kinds;
    Chosen m_chosen;
    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_nothing;
    bool m_closed = false;
};

} // namespace zhibei
