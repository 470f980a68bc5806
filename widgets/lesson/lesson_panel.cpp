#include "widgets/lesson/lesson_panel.h"

#include "widgets/lesson/flow_layout.h"
#include "widgets/lesson/scene_title.h"
#include "widgets/lesson/scene_words.h"
#include "widgets/lesson/try_button.h"

#include <QEvent>
#include <QLabel>
#include <QScrollBar>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace zhibei {

LessonPanel::LessonPanel(Theme *theme, QWidget *parent) : QScrollArea(parent), m_theme(theme)
{
    setProperty("role", "panel");
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    build();
    connect(theme, &Theme::changed, this, &LessonPanel::restyle);
    restyle();
    retranslate();
    setScene(nullptr, {QStringLiteral("en")}, {});
}

LessonPanel::Said LessonPanel::makeSaid(QVBoxLayout *column, const char *role, const QString &icon)
{
    Said said{new QWidget(m_content), {}};
    if (role) {
        said.box->setProperty("role", role);
        said.box->setAttribute(Qt::WA_StyledBackground);
    }
    auto *row = new QHBoxLayout(said.box);
    row->setContentsMargins(0, 0, 0, 0);
    if (!icon.isEmpty()) {
        auto *picture = new QLabel(said.box);
        picture->setProperty("iconName", icon);
        row->addWidget(picture, 0, Qt::AlignTop);
    }
    auto *lines = new QVBoxLayout;
    lines->setContentsMargins(0, 0, 0, 0);
    row->addLayout(lines, 1);
    for (int i = 0; i < 2; ++i) {
        auto *words = new SceneWords(m_theme, said.box);
        words->setExplanation([this](const QUrl &link) { return explanation(link); });
        connect(words, &QTextBrowser::anchorClicked, this, &LessonPanel::follow);
        lines->addWidget(words);
        said.languages.push_back(words);
    }
    if (column)
        column->addWidget(said.box);
    return said;
}

void LessonPanel::build()
{
    m_content = new QWidget;
    m_content->setProperty("role", "panel");
    m_content->setAttribute(Qt::WA_StyledBackground);
    m_column = new QVBoxLayout(m_content);
    m_problem = new QLabel(m_content);
    m_problem->setProperty("role", "bad");
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    m_column->addWidget(m_problem);
    m_column->addWidget(m_title = new SceneTitle(m_theme, m_content));
    m_body = makeSaid(m_column, nullptr, {});
    m_row = new QWidget(m_content);
    m_flow = new FlowLayout(m_row);
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(m_row);
    m_goal = makeSaid(m_column, nullptr, QStringLiteral("circle"));
    m_goalIcon = m_goal.box->findChild<QLabel *>();
    m_notice = makeSaid(m_column, "hint", QStringLiteral("sparkles"));
    m_quietRow = new QWidget(m_content);
    m_quietFlow = new FlowLayout(m_quietRow);
    m_quietFlow->setContentsMargins(0, 0, 0, 0);
    using Style = TryButton::Style;
    m_hint = new TryButton(m_theme, Style::Quiet, QStringLiteral("lightbulb"), m_quietRow);
    m_showMe = new TryButton(m_theme, Style::Quiet, QStringLiteral("wand-sparkles"), m_quietRow);
    m_freePlay = new TryButton(m_theme, Style::Quiet, QStringLiteral("lock-open"), m_quietRow);
    for (TryButton *button : {m_hint, m_showMe, m_freePlay})
        m_quietFlow->addWidget(button);
    m_column->addWidget(m_quietRow);
    m_column->addStretch(1);
    setWidget(m_content);
    connect(m_hint, &QAbstractButton::clicked, this, &LessonPanel::showNextHint);
    connect(m_showMe, &QAbstractButton::clicked, this, &LessonPanel::showMeWanted);
    connect(m_freePlay, &QAbstractButton::clicked, this, &LessonPanel::freePlayWanted);
}

void LessonPanel::setGlossary(std::vector<GlossaryTerm> glossary) { m_glossary = std::move(glossary); }

void LessonPanel::setScene(const Scene *scene, const QStringList &languages, const QString &folder)
{
    m_hasScene = scene != nullptr;
    m_scene = scene ? *scene : Scene();
    m_languages = languages;
    m_folder = folder;
    m_reached = false;
    m_hintsShown = 0;
    showTexts();
    verticalScrollBar()->setValue(0);
}

void LessonPanel::setLanguages(const QStringList &languages)
{
    if (languages == m_languages)
        return;
    m_languages = languages;
    showTexts();
}

void LessonPanel::setGoalReached(bool reached)
{
    if (reached == m_reached)
        return;
    m_reached = reached;
    showGoal();
    if (reached)
        QMetaObject::invokeMethod(this, [this] { ensureWidgetVisible(m_notice.box); }, Qt::QueuedConnection);
}

void LessonPanel::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

QString LessonPanel::problem() const { return m_problem->text(); }

void LessonPanel::setBroad(bool broad)
{
    if (broad == m_broad)
        return;
    m_broad = broad;
    m_title->setVisible(!broad);
    m_column->removeWidget(m_goal.box);
    m_column->insertWidget(m_column->indexOf(m_row) + (broad ? 0 : 1), m_goal.box);
    // In one row with what can be tried, or below it.
    for (TryButton *button : {m_hint, m_showMe, m_freePlay}) {
        (broad ? m_quietFlow : m_flow)->removeWidget(button);
        (broad ? m_flow : m_quietFlow)->addWidget(button);
    }
    restyle();
    showTexts();
}

QStringList LessonPanel::inLanguages(const std::function<std::string(const SceneText &)> &part) const
{
    QStringList texts;
    for (const QString &language : m_languages) {
        const auto text = m_scene.texts.find(language.toStdString());
        texts += text == m_scene.texts.end() ? QString() : QString::fromStdString(part(text->second));
    }
    return texts;
}

void LessonPanel::say(const Said &said, const QStringList &texts, Type type, Ink first)
{
    for (qsizetype i = 0; i < 2; ++i) {
        SceneWords *words = said.languages[static_cast<size_t>(i)];
        words->setStyle(type, i == 0 ? first : Ink::Muted);
        words->setWords(texts.value(i), m_folder);
        words->setVisible(!texts.value(i).isEmpty());
    }
}

void LessonPanel::showTexts()
{
    m_title->setTitles(inLanguages([](const SceneText &text) { return text.title; }));
    m_title->setVisible(m_hasScene && !m_broad);
    const QStringList body = inLanguages([](const SceneText &text) { return text.body; });
    m_body.box->setVisible(!body.join(QString()).isEmpty());
    // On stage all text is large already.
    constexpr double largeScale = 1.3;
    say(m_body, body, m_broad && m_theme->textScale() < largeScale ? Type::Stage : Type::Text);
    showTries();
    showGoal();
    showHints();
    m_freePlay->setVisible(m_hasScene && m_scene.start.from != SceneStart::From::Nothing);
    m_quietRow->setVisible(!m_broad && m_hasScene);
}

void LessonPanel::showTries()
{
    // The same buttons as long as they are the same tries: the keyboard stays where it is when the language changes.
    const auto id = [](const TryButton *button) { return button->property("try").toString().toStdString(); };
    if (!std::equal(m_tries.begin(), m_tries.end(), m_scene.tries.begin(), m_scene.tries.end(), [&](const TryButton *button, const auto &entry) { return id(button) == entry.first; })) {
        // Not deleted at once: its own press may have led to another scene.
        for (TryButton *button : m_tries) {
            m_flow->removeWidget(button);
            button->hide();
            button->deleteLater();
        }
        m_tries.clear();
        for (const auto &[name, actions] : m_scene.tries) {
            auto *button = new TryButton(m_theme, m_tries.empty() ? TryButton::Style::Primary : TryButton::Style::Outlined, m_tries.empty() ? QStringLiteral("play") : QString(), m_row);
            const QString wanted = QString::fromStdString(name);
            button->setProperty("try", wanted);
            connect(button, &QAbstractButton::clicked, this, [this, wanted] { emit tryWanted(wanted); });
            m_tries.push_back(button);
        }
        // Before the quiet buttons, where these stand in the same row.
        std::vector<QLayoutItem *> others;
        while (QLayoutItem *item = m_flow->takeAt(0))
            others.push_back(item);
        for (TryButton *button : m_tries) {
            m_flow->addWidget(button);
            button->show();
        }
        for (QLayoutItem *item : others)
            m_flow->addItem(item);
    }
    for (TryButton *button : m_tries) {
        QStringList labels = inLanguages([&](const SceneText &text) {
            const auto label = text.tries.find(id(button));
            return label == text.tries.end() ? id(button) : label->second;
        });
        labels.removeDuplicates();
        button->setText(labels.join(QStringLiteral(" · ")));
        button->updateGeometry();
    }
    m_row->setVisible(!m_tries.empty() || (m_broad && m_hasScene));
}

void LessonPanel::showGoal()
{
    const QStringList goal = inLanguages([](const SceneText &text) { return text.goal; });
    const QStringList notice = inLanguages([](const SceneText &text) { return text.notice; });
    const bool hasGoal = !goal.join(QString()).isEmpty();
    m_goal.box->setVisible(hasGoal);
    say(m_goal, goal, Type::Text, m_reached ? Ink::Good : Ink::Text);
    m_notice.box->setVisible(hasGoal && m_reached && !notice.join(QString()).isEmpty());
    say(m_notice, notice);
    m_showMe->setVisible(hasGoal && !m_scene.solution.empty());
    restyle();
}

void LessonPanel::showNextHint()
{
    ++m_hintsShown;
    showHints();
    const auto showNewest = [this] {
        if (!m_hints.empty()) // meanwhile another scene may have come
            ensureWidgetVisible(m_hints.back().box);
    };
    QMetaObject::invokeMethod(this, showNewest, Qt::QueuedConnection);
}

void LessonPanel::showHints()
{
    size_t count = 0;
    for (const auto &[language, text] : m_scene.texts)
        count = std::max(count, text.hints.size());
    m_hintsShown = std::min(m_hintsShown, static_cast<int>(count));
    while (static_cast<int>(m_hints.size()) > m_hintsShown) {
        delete m_hints.back().box;
        m_hints.pop_back();
    }
    while (static_cast<int>(m_hints.size()) < m_hintsShown) {
        m_hints.push_back(makeSaid(nullptr, "hint", QStringLiteral("lightbulb")));
        m_column->insertWidget(m_column->indexOf(m_quietRow), m_hints.back().box);
        m_hints.back().box->show();
    }
    for (size_t i = 0; i < m_hints.size(); ++i)
        say(m_hints[i], inLanguages([&](const SceneText &text) { return i < text.hints.size() ? text.hints[i] : std::string(); }));
    m_hint->setVisible(m_hintsShown < static_cast<int>(count));
    retranslate();
    restyle();
}

std::vector<SceneWords *> LessonPanel::words() const
{
    std::vector<SceneWords *> all;
    for (SceneWords *words : m_content->findChildren<SceneWords *>())
        if (words->isVisibleTo(m_content))
            all.push_back(words);
    return all;
}

QString LessonPanel::explanation(const QUrl &link) const
{
    if (link.scheme() == QLatin1String("term"))
        if (const GlossaryTerm *term = findTerm(m_glossary, link.path().toStdString())) {
            QStringList lines;
            for (const QString &language : m_languages) {
                const bool chinese = language == QLatin1String("zh");
                const QString name = QString::fromStdString(chinese ? term->zh : term->en), other = QString::fromStdString(chinese ? term->en : term->zh);
                lines += QStringLiteral("<p><b>%1</b> · %2</p><p>%3</p>").arg(name.toHtmlEscaped(), other.toHtmlEscaped(), QString::fromStdString(chinese ? term->zhText : term->enText).toHtmlEscaped());
            }
            return lines.join(QString());
        }
    return {};
}

void LessonPanel::follow(const QUrl &link)
{
    if (link.scheme() == QLatin1String("do"))
        emit tryWanted(link.path());
    else if (link.scheme() == QLatin1String("term"))
        QToolTip::showText(QCursor::pos(), explanation(link), this);
    else
        emit linkActivated(link);
}

int LessonPanel::heightAt(int width) const
{
    m_column->activate();
    return m_content->heightForWidth(width);
}

QSize LessonPanel::sizeHint() const { return {m_theme->space(88), m_theme->space(60)}; }

void LessonPanel::retranslate()
{
    size_t count = 0;
    for (const auto &[language, text] : m_scene.texts)
        count = std::max(count, text.hints.size());
    m_hint->setText(m_hintsShown == 0 ? tr("Hint") : tr("Another hint (%1 of %2)").arg(m_hintsShown + 1).arg(count));
    m_showMe->setText(tr("Show me"));
    m_showMe->setToolTip(tr("The lab does it for you, step by step."));
    m_freePlay->setText(tr("Free play"));
    m_freePlay->setToolTip(tr("Leaves the lesson and keeps everything as it is, to change what you like."));
    setAccessibleName(tr("Lesson"));
    m_goalIcon->setAccessibleName(m_reached ? tr("Goal reached") : tr("Goal"));
    m_goalIcon->setToolTip(m_goalIcon->accessibleName());
}

void LessonPanel::restyle()
{
    const int side = m_theme->space(m_broad ? 10 : 5), gap = m_theme->space(3), icon = m_theme->space(5);
    m_column->setContentsMargins(side, m_theme->space(m_broad ? 2 : 3), side, m_theme->space(m_broad ? 3 : 5));
    m_column->setSpacing(m_theme->space(4));
    m_flow->setSpacing(gap);
    m_quietFlow->setSpacing(m_theme->space(1));
    const auto dress = [&](const Said &said, int inside, Ink ink) {
        said.box->layout()->setContentsMargins(inside, inside, inside, inside);
        said.box->layout()->setSpacing(m_theme->space(2));
        said.box->layout()->itemAt(said.box->layout()->count() - 1)->layout()->setSpacing(m_theme->space(2));
        if (auto *picture = qobject_cast<QLabel *>(said.box->layout()->itemAt(0)->widget()))
            picture->setPixmap(m_theme->pixmap(picture->property("iconName").toString(), icon, m_theme->color(ink), devicePixelRatioF()));
    };
    m_goalIcon->setProperty("iconName", m_reached ? QStringLiteral("circle-check") : QStringLiteral("circle"));
    dress(m_body, 0, Ink::Text);
    dress(m_goal, 0, m_reached ? Ink::Good : Ink::Muted);
    dress(m_notice, gap, Ink::Good);
    for (const Said &hint : m_hints)
        dress(hint, gap, Ink::Mark);
    retranslate();
}

void LessonPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

} // namespace zhibei
