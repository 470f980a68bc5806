#pragma once

#include <QFrame>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QMenu;
class QMenuBar;
class QToolButton;

namespace zhibei {

class Actions;
class LanguageButton;
class RateButton;
class Theme;
struct Snapshot;

/// The one bar of the window: what is open, the menus, the transport, how fast and how far, and how it looks.
/// Where it is too narrow it lets go of what is said elsewhere, the menus first (they fold into one button).
class TopBar : public QFrame {
    Q_OBJECT
public:
    TopBar(Theme *theme, Actions *actions, QWidget *parent = nullptr);

    void setTitle(const QString &title, bool modified);
    void setSnapshot(const Snapshot &live);
    /// The moment looked back to; null: now.
    void setPast(const Snapshot *past);
    void setSpeed(int stepsPerSecond);
    void setChinese(bool chinese);
    void setPresenting(bool presenting);
    /// Controls that a scene of a lesson does without, by name: play, step, reset, speed, rate.
    void setHidden(const QStringList &controls);
    RateButton *rateButton() const { return m_rate; }
    QMenuBar *menuBar() const { return m_menuBar; }
    QSize minimumSizeHint() const override;

signals:
    void languageToggled();
    void themeToggled();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QToolButton *button(int command, const char *icon);
    void restyle();
    void retranslate();
    void showProgress();
    void showWhen();
    void fit();
    void applyLevel(int level);

    struct CommandButton {
        QToolButton *button;
        int command;
        const char *icon;
    };

    Theme *m_theme;
    Actions *m_actions;
    QLabel *m_logo, *m_name, *m_file;
    QMenuBar *m_menuBar;
    QMenu *m_allMenus;
    QToolButton *m_lessons;
    QToolButton *m_menuButton, *m_play, *m_speed, *m_themeButton, *m_present;
    std::vector<CommandButton> m_buttons;
    QLabel *m_epoch, *m_step;
    RateButton *m_rate;
    LanguageButton *m_language;

    QString m_title;
    QStringList m_hiddenControls;
    bool m_playing = false, m_presenting = false, m_fitting = false;
    int m_stepsPerSecond = 0;
    double m_epochs = 0;
    qint64 m_steps = 0;
    struct Past {
        qint64 step;
        double epoch;
    };
    std::optional<Past> m_past;
    std::optional<double> m_secondsLeft;
};

} // namespace zhibei
