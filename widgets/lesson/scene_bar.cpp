#include "widgets/lesson/scene_bar.h"

#include "widgets/lesson/scene_segments.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace zhibei {

SceneBar::SceneBar(Theme *theme, QWidget *parent) : QFrame(parent), m_theme(theme)
{
    setProperty("role", "foot");
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    m_name = button("list");
    m_name->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    row->addWidget(m_segments = new SceneSegments(theme, this), 1);
    row->addWidget(m_place = new QLabel(this));
    m_back = button("arrow-left");
    m_next = button("arrow-right");
    m_next->setProperty("role", "outlined");
    m_pen = button("pencil");
    m_text = button("a-large-small");
    m_language = button("languages");
    m_timer = button("timer");
    m_timer->setCheckable(true);
    m_notes = button("sticky-note");
    m_stage = button("presentation");
    m_leave = button("log-out");
    buildMenus();
    connect(m_segments, &SceneSegments::chosen, this, &SceneBar::sceneChosen);
    connect(m_name, &QToolButton::clicked, this, &SceneBar::mapWanted);
    connect(m_back, &QToolButton::clicked, this, &SceneBar::backWanted);
    connect(m_next, &QToolButton::clicked, this, &SceneBar::nextWanted);
    connect(m_timer, &QToolButton::clicked, this, &SceneBar::toggleTimer);
    connect(m_notes, &QToolButton::clicked, this, &SceneBar::notesWanted);
    connect(m_stage, &QToolButton::clicked, this, &SceneBar::stageWanted);
    connect(m_leave, &QToolButton::clicked, this, &SceneBar::leaveWanted);
    connect(&m_tick, &QTimer::timeout, this, &SceneBar::showTime);
    connect(theme, &Theme::changed, this, &SceneBar::restyle);
    restyle();
    retranslate();
}

QToolButton *SceneBar::button(const char *icon)
{
    auto *tool = new QToolButton(this);
    tool->setProperty("iconName", QString::fromLatin1(icon));
    tool->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(tool);
    m_buttons.push_back(tool);
    return tool;
}

void SceneBar::buildMenus()
{
    const auto menu = [this](QToolButton *button) {
        auto *made = new QMenu(this);
        button->setMenu(made);
        button->setPopupMode(QToolButton::InstantPopup);
        return made;
    };
    m_penMenu = menu(m_pen);
    m_textMenu = menu(m_text);
    m_languageMenu = menu(m_language);
    for (const char *tool : {"laser", "pen", "spotlight", "erase", ""})
        connect(m_penMenu->addAction(QString()), &QAction::triggered, this, [this, tool] { emit toolChosen(QLatin1String(tool)); });
    connect(m_textMenu->addAction(QString()), &QAction::triggered, this, [this] { emit textScaleWanted(1.15); });
    connect(m_textMenu->addAction(QString()), &QAction::triggered, this, [this] { emit textScaleWanted(1 / 1.15); });
    m_textMenu->addSeparator();
    auto *places = new QActionGroup(this);
    for (const char *place : {"beside", "under", "hidden"}) {
        QAction *action = places->addAction(m_textMenu->addAction(QString()));
        action->setCheckable(true);
        action->setData(QLatin1String(place));
        connect(action, &QAction::triggered, this, [this, place] { emit placementChosen(QLatin1String(place)); });
    }
    auto *languages = new QActionGroup(this);
    for (const Speech speech : {Speech::Chinese, Speech::English, Speech::Both}) {
        QAction *action = languages->addAction(m_languageMenu->addAction(QString()));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, speech] { emit speechChosen(speech); });
    }
}

void SceneBar::setLesson(const QString &name)
{
    m_lesson = name;
    fit();
}

void SceneBar::setScenes(const QStringList &names, const std::vector<bool> &seen, int current)
{
    m_count = static_cast<int>(names.size());
    m_current = current;
    m_segments->setScenes(names, seen, current);
    m_place->setText(QStringLiteral("%1 / %2").arg(current + 1).arg(m_count));
    m_place->setMinimumWidth(m_place->fontMetrics().horizontalAdvance(QStringLiteral("%1 / %1").arg(m_count)));
    m_back->setEnabled(current > 0);
    m_next->setEnabled(current + 1 < m_count);
}

void SceneBar::setSpeech(Speech speech)
{
    m_speech = speech;
    m_languageMenu->actions()[static_cast<int>(speech)]->setChecked(true);
}

void SceneBar::setOnStage(bool onStage)
{
    m_onStage = onStage;
    m_stage->setProperty("iconName", onStage ? QStringLiteral("minimize-2") : QStringLiteral("presentation"));
    restyle();
    retranslate();
}

void SceneBar::setPlacement(const QString &placement)
{
    m_placement = placement;
    for (QAction *action : m_textMenu->actions())
        if (action->isCheckable())
            action->setChecked(action->data().toString() == placement);
}

void SceneBar::setTool(bool inHand)
{
    m_pen->setProperty("role", inHand ? QStringLiteral("primary") : QString());
    m_pen->setStyleSheet(QString());
    m_pen->setIcon(m_theme->icon(QStringLiteral("pencil"), inHand ? Ink::Mark : Ink::Text));
}

void SceneBar::toggleTimer()
{
    if (m_tick.isActive())
        m_tick.stop();
    else {
        m_since.start();
        m_tick.start(500);
    }
    showTime();
}

void SceneBar::showTime()
{
    m_timer->setChecked(m_tick.isActive());
    m_timer->setToolButtonStyle(m_tick.isActive() ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    const qint64 seconds = m_tick.isActive() ? m_since.elapsed() / 1000 : 0;
    m_timer->setText(QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
}

QSize SceneBar::minimumSizeHint() const { return {0, layout()->minimumSize().height()}; }

void SceneBar::fit()
{
    // What is said elsewhere gives way first; scenes and the way on stay.
    m_name->setToolTip(m_lesson);
    const int room = width();
    const bool names = room > m_theme->space(200);
    m_name->setToolButtonStyle(names ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_name->setText(u' ' + m_name->fontMetrics().elidedText(m_lesson, Qt::ElideRight, m_theme->space(60)));
    m_name->setAccessibleName(m_lesson);
    m_timer->setVisible(room > m_theme->space(150));
    m_notes->setVisible(room > m_theme->space(140));
    m_text->setVisible(room > m_theme->space(110));
}

void SceneBar::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text, const QString &keys = {}) {
        button->setAccessibleName(text);
        button->setToolTip(keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys));
    };
    name(m_back, tr("Back"), tr("Page Up"));
    name(m_next, tr("Next"), tr("Page Down"));
    name(m_pen, tr("Point and draw"));
    name(m_text, tr("Size and place of the text"));
    name(m_language, tr("Language of the lesson"));
    name(m_timer, tr("Timer"));
    name(m_notes, tr("Notes for the speaker, in a window of their own"));
    name(m_stage, m_onStage ? tr("Leave the stage") : tr("On stage"), QStringLiteral("F11"));
    name(m_leave, tr("Leave the lesson"));
    const auto texts = [](const QMenu *menu, const QStringList &names) {
        qsizetype i = 0;
        for (QAction *action : menu->actions())
            if (!action->isSeparator())
                action->setText(names.value(i++));
    };
    texts(m_penMenu, {tr("Laser pointer"), tr("Pen"), tr("Spotlight"), tr("Wipe everything"), tr("Put it away")});
    texts(m_textMenu, {tr("Everything larger"), tr("Everything smaller"), tr("Text beside"), tr("Text below"), tr("No text")});
    texts(m_languageMenu, {QStringLiteral("中文"), QStringLiteral("English"), tr("Both languages")});
    fit();
}

void SceneBar::restyle()
{
    const int side = m_theme->space(5);
    layout()->setContentsMargins(m_theme->space(m_onStage ? 9 : 3), m_theme->space(2), m_theme->space(m_onStage ? 9 : 3), m_theme->space(2));
    layout()->setSpacing(m_theme->space(2));
    for (QToolButton *button : m_buttons) {
        button->setIcon(m_theme->icon(button->property("iconName").toString(), button == m_next ? Ink::Text : Ink::Muted));
        button->setIconSize({side, side});
    }
    fit();
}

void SceneBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

void SceneBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace zhibei
