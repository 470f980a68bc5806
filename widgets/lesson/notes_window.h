#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

class QLabel;

namespace zhibei {

class SceneWords;

/// For whoever speaks: the notes of this scene and what comes next, in a window for another screen.
class NotesWindow : public QWidget {
    Q_OBJECT
public:
    NotesWindow(Theme *theme, QWidget *parent);

    void setNotes(const QString &scene, const QString &notes, const QString &next, const QString &nextText, const QString &folder);
    QString notes() const;
    /// Where there is another screen, it goes there.
    void open();

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void retranslate();

    Theme *m_theme;
    QLabel *m_scene, *m_nextHead, *m_next;
    SceneWords *m_notes, *m_nextText;
};

} // namespace zhibei
