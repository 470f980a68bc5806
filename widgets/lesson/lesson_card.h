#pragma once

#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace zhibei {

/// What the map of the course says of a lesson.
struct LessonEntry {
    QString id, number, title, other; ///< `other`: the title in the other language; may be empty
    QString summary;
    int scenes = 0, seen = 0;
    QString problem;   ///< why it cannot be opened
    bool own = false;  ///< the user's, not shipped
};

/// A lesson as a card to open: number, title, what it is about, how far one has come.
class LessonCard : public QAbstractButton {
    Q_OBJECT
public:
    LessonCard(Theme *theme, LessonEntry entry, QWidget *parent = nullptr);
    const LessonEntry &entry() const { return m_entry; }
    QSize sizeHint() const override { return heightFor(m_theme->space(76)); }
    QSize minimumSizeHint() const override { return {m_theme->space(40), 0}; }
    int heightForWidth(int width) const override { return heightFor(width).height(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSize heightFor(int width) const;
    QFont titleFont() const;

    Theme *m_theme;
    LessonEntry m_entry;
};

} // namespace zhibei
