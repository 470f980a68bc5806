#pragma once

#include "widgets/lesson/lesson_card.h"

#include <QFrame>

class QLabel;
class QScrollArea;
class QToolButton;

namespace zhibei {

/// All lessons at a glance, over the whole window. Escape goes back to the lab.
class CourseMap : public QFrame {
    Q_OBJECT
public:
    CourseMap(Theme *theme, QWidget *window);

    void setLessons(std::vector<LessonEntry> lessons);
    /// Covers the window below the first `top` pixels.
    void open(int top);
    const std::vector<LessonCard *> &cards() const { return m_cards; }

signals:
    void chosen(const QString &lesson);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void restyle();
    void retranslate();
    void place();
    void step(int by);

    Theme *m_theme;
    QLabel *m_title, *m_about, *m_nothing;
    QToolButton *m_close;
    QScrollArea *m_scroll;
    QWidget *m_grid;
    std::vector<LessonCard *> m_cards;
    int m_top = 0;
};

} // namespace zhibei
