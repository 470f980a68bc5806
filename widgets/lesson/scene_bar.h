#pragma once

#include "widgets/theme/theme.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

class QLabel;
class QMenu;
class QToolButton;

namespace zhibei {

class SceneSegments;

/// The bar below a scene: which lesson, how far, back and next, and the tools of whoever speaks.
class SceneBar : public QFrame {
    Q_OBJECT
public:
    enum class Speech { Chinese, English, Both };

    explicit SceneBar(Theme *theme, QWidget *parent = nullptr);

    void setLesson(const QString &name);
    void setScenes(const QStringList &names, const std::vector<bool> &seen, int current);
    void setSpeech(Speech speech);
    void setOnStage(bool onStage);
    void setPlacement(const QString &placement); ///< "beside", "under" or "hidden"
    void setTool(bool inHand); ///< whether something to point or to draw with is in the hand

    SceneSegments *segments() const { return m_segments; }
    QToolButton *back() const { return m_back; }
    QToolButton *next() const { return m_next; }
    QMenu *penMenu() const { return m_penMenu; }
    QMenu *textMenu() const { return m_textMenu; }
    QMenu *languageMenu() const { return m_languageMenu; }
    void toggleTimer();

signals:
    void sceneChosen(int scene);
    void backWanted();
    void nextWanted();
    void speechChosen(zhibei::SceneBar::Speech speech);
    void placementChosen(const QString &placement);
    void textScaleWanted(double factor);
    void toolChosen(const QString &tool); ///< "laser", "pen", "spotlight", "erase", "" (none)
    void mapWanted();
    void notesWanted();
    void stageWanted();
    void leaveWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QSize minimumSizeHint() const override;

private:
    QToolButton *button(const char *icon);
    void buildMenus();
    void retranslate();
    void restyle();
    void showTime();
    void fit();

    Theme *m_theme;
    QLabel *m_place;
    QToolButton *m_name, *m_back, *m_next, *m_pen, *m_text, *m_language, *m_timer, *m_notes, *m_stage, *m_leave;
    std::vector<QToolButton *> m_buttons;
    QMenu *m_penMenu, *m_textMenu, *m_languageMenu;
    SceneSegments *m_segments;
    QString m_lesson, m_placement;
    Speech m_speech = Speech::English;
    int m_count = 0, m_current = 0;
    bool m_onStage = false;
    QElapsedTimer m_since;
    QTimer m_tick;
};

} // namespace zhibei
