#include "app/top_bar.h"

#include "app/actions.h"
#include "app/language_button.h"
#include "app/rate_button.h"
#include "core/train/snapshot.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QScopedValueRollback>
#include <QStyle>
#include <QToolButton>

#include <cmath>

namespace zhibei {

namespace {

constexpr int lastLevel = 9;

/// Style sheets cannot set the gap between a button's icon and its text; a space can.
QString besideIcon(const QString &text) { return u' ' + text; }

QString timeText(double seconds)
{
    const auto total = static_cast<qint64>(std::ceil(seconds));
    return QStringLiteral("%1:%2").arg(total / 60).arg(total % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

TopBar::TopBar(Theme *theme, Actions *actions, QWidget *parent) : QFrame(parent), m_theme(theme), m_actions(actions)
{
    setProperty("role", "bar");
    setAttribute(Qt::WA_StyledBackground);
    setObjectName(QStringLiteral("topBar"));
    build();
    connect(theme, &Theme::changed, this, &TopBar::restyle);
    restyle();
    retranslate();
}

QToolButton *TopBar::button(int command, const char *icon)
{
    auto *tool = new QToolButton(this);
    QAction *action = (*m_actions)[static_cast<Command>(command)];
    const auto follow = [tool, action] {
        tool->setToolTip(action->toolTip());
        tool->setAccessibleName(Actions::plainText(action->text()));
        tool->setEnabled(action->isEnabled());
    };
    connect(tool, &QToolButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, tool, follow);
    follow();
    m_buttons.push_back({tool, command, icon});
    return tool;
}

void TopBar::build()
{
    m_logo = new QLabel(this);
    m_name = new QLabel(this);
    m_name->setProperty("role", "title");
    m_file = new QLabel(this);
    m_file->setProperty("role", "caption");
    m_menuBar = new QMenuBar(this);
    m_menuBar->setNativeMenuBar(false);
    m_menuBar->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_actions->fill(m_menuBar);
    m_allMenus = new QMenu(this);
    m_actions->fill(m_allMenus);
    m_menuButton = new QToolButton(this);
    m_menuButton->setMenu(m_allMenus);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_play = button(static_cast<int>(Command::Play), "play");
    m_play->setProperty("role", "primary");
    m_epoch = new QLabel(this);
    m_epoch->setProperty("role", "title");
    m_step = new QLabel(this);
    m_step->setProperty("role", "caption");
    m_speed = new QToolButton(this);
    m_speed->setProperty("role", "outlined");
    m_speed->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_speed->setMenu(m_actions->menu(MenuId::Speed));
    m_speed->setPopupMode(QToolButton::InstantPopup);
    m_rate = new RateButton(m_theme, this);
    m_lessons = button(static_cast<int>(Command::Lessons), "graduation-cap");
    m_language = new LanguageButton(m_theme, this);
    connect(m_language, &QAbstractButton::clicked, this, &TopBar::languageToggled);
    m_themeButton = new QToolButton(this);
    connect(m_themeButton, &QToolButton::clicked, this, &TopBar::themeToggled);
    m_present = button(static_cast<int>(Command::Present), "presentation");
    m_present->setProperty("role", "primary");

    auto *row = new QHBoxLayout(this);
    for (QWidget *widget : {static_cast<QWidget *>(m_menuButton), static_cast<QWidget *>(m_logo), static_cast<QWidget *>(m_name),
                            static_cast<QWidget *>(m_file), static_cast<QWidget *>(m_menuBar)})
        row->addWidget(widget);
    row->addStretch(1);
    row->addWidget(button(static_cast<int>(Command::Reset), "rotate-ccw"));
    row->addWidget(m_play);
    row->addWidget(button(static_cast<int>(Command::Step), "step-forward"));
    row->addWidget(button(static_cast<int>(Command::Epoch), "skip-forward"));
    row->addSpacing(m_theme->space(2));
    row->addWidget(m_epoch);
    row->addWidget(m_step);
    row->addSpacing(m_theme->space(2));
    row->addWidget(m_speed);
    row->addWidget(m_rate);
    row->addStretch(1);
    for (QWidget *widget : {static_cast<QWidget *>(m_lessons), static_cast<QWidget *>(m_language), static_cast<QWidget *>(m_themeButton), static_cast<QWidget *>(m_present)})
        row->addWidget(widget);
}

QSize TopBar::minimumSizeHint() const
{
    return {0, layout()->minimumSize().height()};
}

void TopBar::setTitle(const QString &title, bool modified)
{
    m_title = modified ? title + QStringLiteral(" •") : title;
    m_file->setToolTip(modified ? tr("%1, with changes that are not saved").arg(title) : title);
    m_file->setText(m_file->fontMetrics().elidedText(m_title, Qt::ElideMiddle, m_theme->space(50)));
}

void TopBar::setSnapshot(const Snapshot &snapshot)
{
    const bool playing = snapshot.state == TrainerState::Playing;
    m_epochs = snapshot.epoch;
    m_steps = snapshot.step;
    m_secondsLeft = playing ? snapshot.secondsLeft : std::nullopt;
    if (playing != m_playing) {
        m_playing = playing;
        restyle();
    }
    showProgress();
}

void TopBar::setPast(const Snapshot *past)
{
    const bool changes = m_past.has_value() != (past != nullptr);
    m_past = past ? std::optional(Past{past->step, past->epoch}) : std::nullopt;
    if (changes)
        showWhen();
    showProgress();
}

void TopBar::showWhen()
{
    // Looking back must not be overlooked.
    m_step->setStyleSheet(m_past ? QStringLiteral("color: %1; font-weight: 700;").arg(m_theme->color(Ink::Accent).name()) : QString());
}

void TopBar::showProgress()
{
    const QLocale locale;
    const auto epoch = static_cast<qlonglong>(m_past ? m_past->epoch : m_epochs);
    m_epoch->setText(tr("epoch %1").arg(locale.toString(epoch)));
    QString step = QStringLiteral("· ") + tr("step %1").arg(locale.toString(m_steps));
    if (m_past)
        step = QStringLiteral("· ") + tr("step %1 of %2 · looking back").arg(locale.toString(m_past->step), locale.toString(m_steps));
    else if (m_secondsLeft)
        step += QStringLiteral(" · ") + tr("%1 left").arg(timeText(*m_secondsLeft));
    m_step->setText(step);
    // Figures have one width, so the bar moves only when a number gets another digit.
    m_epoch->setMinimumWidth(m_epoch->fontMetrics().horizontalAdvance(tr("epoch %1").arg(locale.toString(std::max<qlonglong>(epoch, 10)))));
    m_step->setMinimumWidth(m_step->fontMetrics().horizontalAdvance(step));
}

void TopBar::setSpeed(int stepsPerSecond)
{
    m_stepsPerSecond = stepsPerSecond;
    retranslate();
}

void TopBar::setChinese(bool chinese) { m_language->setChinese(chinese); }

void TopBar::setPresenting(bool presenting)
{
    m_presenting = presenting;
    restyle();
    retranslate();
}

void TopBar::setHidden(const QStringList &controls)
{
    m_hiddenControls = controls;
    for (const CommandButton &command : m_buttons) {
        const auto is = [&](Command wanted) { return command.command == static_cast<int>(wanted); };
        const char *name = is(Command::Play) ? "play" : is(Command::Step) || is(Command::Epoch) ? "step" : is(Command::Reset) ? "reset" : "";
        command.button->setVisible(!controls.contains(QLatin1String(name)));
    }
    fit();
}

void TopBar::restyle()
{
    const int side = m_theme->space(5);
    layout()->setContentsMargins(m_theme->space(3), m_theme->space(2), m_theme->space(3), m_theme->space(2));
    layout()->setSpacing(m_theme->space(2));
    m_logo->setPixmap(m_theme->pixmap(QStringLiteral("zhibei"), m_theme->space(6), m_theme->color(Ink::Accent), devicePixelRatioF()));
    const QSize iconSize(side, side);
    for (const CommandButton &command : m_buttons) {
        const bool primary = command.button == m_play || command.button == m_present;
        const char *icon = command.button == m_play && m_playing ? "pause" : command.button == m_present && m_presenting ? "minimize-2" : command.icon;
        command.button->setIcon(m_theme->icon(QLatin1String(icon), primary ? Ink::OnAccent : Ink::Text));
        command.button->setIconSize(iconSize);
    }
    m_play->setMinimumWidth(m_theme->space(13));
    m_menuButton->setIcon(m_theme->icon(QStringLiteral("list")));
    m_menuButton->setIconSize(iconSize);
    m_speed->setIcon(m_theme->icon(QStringLiteral("gauge")));
    m_speed->setIconSize(iconSize);
    m_themeButton->setIcon(m_theme->icon(m_theme->isDark() ? QStringLiteral("sun") : QStringLiteral("moon")));
    m_themeButton->setIconSize(iconSize);
    m_file->setMaximumWidth(m_theme->space(50));
    // The same height in every language, so that switching moves nothing.
    setFixedHeight(m_theme->space(13));
    showWhen();
    showProgress();
    fit();
}

void TopBar::retranslate()
{
    m_name->setText(tr("指北 Zhibei"));
    m_menuButton->setToolTip(tr("Menu"));
    m_menuButton->setAccessibleName(tr("Menu"));
    const QString pace = m_stepsPerSecond == 0 ? tr("full speed") : tr("%1 steps/s").arg(m_stepsPerSecond);
    m_speed->setText(besideIcon(pace));
    m_speed->setToolTip(tr("Speed: %1").arg(pace));
    m_speed->setAccessibleName(m_speed->toolTip());
    m_themeButton->setToolTip(m_theme->isDark() ? tr("Light theme") : tr("Dark theme"));
    m_themeButton->setAccessibleName(m_themeButton->toolTip());
    m_lessons->setText(besideIcon(tr("Lessons")));
    m_present->setText(besideIcon(m_presenting ? tr("Leave") : tr("Present")));
    showProgress();
    fit();
}

void TopBar::applyLevel(int level)
{
    m_menuBar->setVisible(level < 1);
    m_menuButton->setVisible(level >= 1);
    m_file->setVisible(level < 2);
    m_step->setVisible(level < 3);
    m_lessons->setToolButtonStyle(level < 2 ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_present->setToolButtonStyle(level < 4 ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_language->setCompact(level >= 4);
    m_name->setVisible(level < 5);
    m_rate->setCompact(level >= 5);
    m_speed->setVisible(!m_hiddenControls.contains(QLatin1String("speed")));
    m_speed->setToolButtonStyle(level < 6 ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_epoch->setVisible(level < 7);
    m_logo->setVisible(level < 7);
    m_themeButton->setVisible(level < 8);
    m_rate->setVisible(level < 9 && !m_hiddenControls.contains(QLatin1String("rate")));
}

void TopBar::fit()
{
    if (m_fitting || !layout())
        return;
    const QScopedValueRollback<bool> guard(m_fitting, true);
    for (int level = 0; level <= lastLevel; ++level) {
        applyLevel(level);
        layout()->invalidate();
        if (layout()->minimumSize().width() <= width())
            break;
    }
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

bool TopBar::event(QEvent *event)
{
    // A label has grown: does the row still fit?
    if (event->type() == QEvent::LayoutRequest && !m_fitting && layout()->minimumSize().width() > width())
        fit();
    return QFrame::event(event);
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace zhibei
