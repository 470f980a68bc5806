#pragma once

#include <QWidget>

namespace zhibei {

class Theme;

/// A short sentence beside the pointer: a value, or why something will not do.
class HintLabel : public QWidget {
    Q_OBJECT
public:
    HintLabel(Theme *theme, QWidget *parent);

    /// `place`: in the parent; the label stands beside it and stays inside the parent.
    void show(const QString &text, const QPoint &place, bool bad = false);
    /// As show, gone again after a moment.
    void flash(const QString &text, const QPoint &place);
    QString text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    QString m_text;
    bool m_bad = false;
    int m_shown = 0; ///< counts showings: a flash only hides its own
};

} // namespace zhibei
