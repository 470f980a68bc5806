#pragma once

#include "core/lesson/glossary.h"
#include "core/lesson/lesson.h"
#include "widgets/theme/theme.h"

#include <QScrollArea>
#include <QUrl>

class QLabel;
class QVBoxLayout;

namespace zhibei {

class FlowLayout;
class SceneTitle;
class SceneWords;
class TryButton;

/// What is said of a scene and what can be done in it: title, text in one language or both, buttons to try, the goal and
/// its tick, hints one after another. Knows nothing of the lab: what is pressed it says by signals.
class LessonPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit LessonPanel(Theme *theme, QWidget *parent = nullptr);

    void setGlossary(std::vector<GlossaryTerm> glossary);
    /// `languages`: "zh", "en" or both, the first the louder. `folder`: of the lesson. Null: nothing is said.
    void setScene(const Scene *scene, const QStringList &languages, const QString &folder);
    /// The same scene in other languages: hints shown and the goal's tick stay.
    void setLanguages(const QStringList &languages);
    void setGoalReached(bool reached);
    bool isGoalReached() const { return m_reached; }
    /// What is wrong with the lesson on disk, above all else; empty: nothing.
    void setProblem(const QString &problem);
    QString problem() const;
    /// On a broad strip below the scene: the title stands elsewhere, and what can be done stands in one row.
    void setBroad(bool broad);
    /// How high it wants to be at that width, without scrolling.
    int heightAt(int width) const;

    void showNextHint();
    int hintsShown() const { return m_hintsShown; }

    /// As on show, for tests and readers of the screen.
    std::vector<TryButton *> tryButtons() const { return m_tries; }
    std::vector<SceneWords *> words() const;
    TryButton *showMeButton() const { return m_showMe; }
    TryButton *freePlayButton() const { return m_freePlay; }
    TryButton *hintButton() const { return m_hint; }

    QSize sizeHint() const override;

signals:
    void tryWanted(const QString &id);
    void showMeWanted();
    void freePlayWanted();
    /// do:, show:, view: and scene: links of the text.
    void linkActivated(const QUrl &link);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// One thing said in the chosen languages, one below the other.
    struct Said {
        QWidget *box;
        std::vector<SceneWords *> languages;
    };
    Said makeSaid(QVBoxLayout *column, const char *role, const QString &icon);
    void say(const Said &said, const QStringList &texts, Type type = Type::Text, Ink first = Ink::Text);
    void build();
    void showTexts();
    void showTries();
    void showHints();
    void showGoal();
    void retranslate();
    void restyle();
    QStringList inLanguages(const std::function<std::string(const SceneText &)> &part) const;
    QString explanation(const QUrl &link) const;
    void follow(const QUrl &link);

    Theme *m_theme;
    std::vector<GlossaryTerm> m_glossary;
    Scene m_scene;
    bool m_hasScene = false;
    QStringList m_languages;
    QString m_folder;
    bool m_reached = false, m_broad = false;
    int m_hintsShown = 0;

    QWidget *m_content;
    QVBoxLayout *m_column;
    SceneTitle *m_title;
    QLabel *m_problem;
    Said m_body, m_goal, m_notice;
    std::vector<Said> m_hints;
    QLabel *m_goalIcon = nullptr;
    QWidget *m_row, *m_quietRow;
    FlowLayout *m_flow, *m_quietFlow;
    std::vector<TryButton *> m_tries;
    TryButton *m_hint, *m_showMe, *m_freePlay;
};

} // namespace zhibei
