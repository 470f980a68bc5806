#include "widgets/views/microscope_view.h"

#include "widgets/plots/text_button.h"
#include "widgets/views/micro_scene.h"
#include "widgets/views/microscope_stage.h"
#include "widgets/views/microscope_timeline.h"
#include "widgets/views/weight_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTextDocument>
#include <QToolButton>

#include <algorithm>

namespace zhibei {

namespace {

constexpr int speeds = 3;
constexpr int pause[speeds] = {3200, 1600, 500}; // milliseconds a step

} // namespace

MicroscopeView::MicroscopeView(Theme *theme, QWidget *parent)
    : View(theme, parent), m_timeline(new MicroscopeTimeline(theme)), m_stage(new MicroscopeStage(theme)), m_weight(new WeightPage(theme)),
      m_controls(new QWidget), m_pages(new QWidget), m_message(new QLabel), m_pause(new QPushButton)
{
    setFocusPolicy(Qt::StrongFocus);
    buildControls();
    auto *pages = new QHBoxLayout(m_pages);
    pages->setContentsMargins(0, 0, 0, 0);
    pages->setSpacing(0);
    pages->addWidget(m_stage, 3);
    pages->addWidget(m_weight, 2);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(m_timeline);
    column->addWidget(m_controls);
    column->addWidget(m_pages, 1);
    column->addWidget(m_message, 1);
    column->addWidget(m_pause, 0, Qt::AlignHCenter);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setMinimumWidth(1);
    m_message->setProperty("role", "caption");
    m_pause->setProperty("role", "primary");
    m_player.setInterval(pause[m_speed]);
    connect(&m_player, &QTimer::timeout, this, &MicroscopeView::tick);
    connect(m_timeline, &MicroscopeTimeline::positionChosen, this, [this](int position) {
        setPlaying(false);
        setPosition(position);
    });
    connect(m_stage, &MicroscopeStage::batchPlaceChosen, this, [this](qint64 place) {
        m_shown = place;
        emit sampleChosen(m_seen->next->samples[size_t(place)]);
        emit probesChanged();
    });
    connect(m_weight, &WeightPage::chosen, this, &View::probesChanged);
    connect(m_pause, &QPushButton::clicked, this, &View::pauseWanted);
    showStep();
}

QToolButton *MicroscopeView::addButton(const char *icon, void (MicroscopeView::*act)())
{
    auto *button = new QToolButton;
    button->setAutoRaise(true);
    button->setProperty("iconName", QString::fromLatin1(icon));
    connect(button, &QToolButton::clicked, this, act);
    return button;
}

void MicroscopeView::buildControls()
{
    auto *row = new QHBoxLayout(m_controls);
    row->setSpacing(2);
    row->addWidget(m_first = addButton("skip-back", &MicroscopeView::toFirst));
    row->addWidget(m_back = addButton("step-back", &MicroscopeView::back));
    row->addWidget(m_play = addButton("play", &MicroscopeView::togglePlay));
    row->addWidget(m_forward = addButton("step-forward", &MicroscopeView::forward));
    for (int i = 0; i < speeds; ++i) {
        auto *button = new TextButton(theme(), TextButton::Style::Switch);
        connect(button, &QAbstractButton::clicked, this, [this, i] { setSpeed(i); });
        row->addWidget(button);
        m_speeds += button;
    }
    row->addStretch(1);
    for (TextButton **tab : {&m_stepTab, &m_weightTabButton}) {
        row->addWidget(*tab = new TextButton(theme(), TextButton::Style::Tab));
        const bool weight = tab == &m_weightTabButton;
        connect(*tab, &QAbstractButton::clicked, this, [this, weight] {
            m_weightTab = weight;
            showTab();
            emit probesChanged();
        });
    }
    row->addWidget(m_take = new QPushButton);
    m_take->setProperty("role", "primary");
    connect(m_take, &QPushButton::clicked, this, [this] {
        setPlaying(false);
        m_taking = true;
        emit stepWanted();
    });
}

std::vector<std::shared_ptr<const Probe>> MicroscopeView::probes() const
{
    std::vector<std::shared_ptr<const Probe>> wanted{std::make_shared<MicroscopeProbe>(m_shown)};
    if (m_seen && !m_weight->parameter().isEmpty())
        wanted.push_back(std::make_shared<WeightStoryProbe>(storyProbe()));
    return wanted;
}

WeightStoryProbe MicroscopeView::storyProbe() const
{
    return WeightStoryProbe(m_weight->parameter().toStdString(), m_weight->index(), step().turn, m_shown);
}

NetworkPart MicroscopeView::spotlight() const
{
    return m_seen ? m_seen->light(step()) : NetworkPart();
}

MicroStep MicroscopeView::step() const
{
    return m_seen && size_t(m_position) < m_seen->steps.size() ? m_seen->steps[size_t(m_position)] : MicroStep();
}

bool MicroscopeView::isSameStep(const Microscopy &other) const
{
    return m_seen && m_seen->next->step == other.next->step && m_seen->snapshot->model == other.snapshot->model && m_seen->steps == other.steps;
}

void MicroscopeView::onData()
{
    m_seen.reset();
    m_shown = 0;
    showStep();
}

void MicroscopeView::onSnapshot()
{
    // While training runs there is no next step to stand still at; and what was seen of an old one is over.
    if (m_taking && snapshot()->state == TrainerState::Playing)
        return; // it rests again in a moment
    m_taking = false;
    const bool gone = m_seen && (!snapshot()->next || snapshot()->model != m_seen->snapshot->model);
    if (gone) {
        setPlaying(false);
        m_seen.reset();
        showStep();
    } else if (!m_seen) {
        say();
    }
}

void MicroscopeView::onNode()
{
    if (!m_seen)
        return;
    for (size_t i = 0; i < m_seen->steps.size(); ++i) // the selected node, in the phase that is on show
        if (const MicroStation *at = m_seen->station(m_seen->steps[i]); at && at->node == node() && m_seen->steps[i].phase == step().phase)
            return setPosition(int(i));
}

void MicroscopeView::onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer)
{
    if (key.toStdString() == MicroscopeProbe(m_shown).key()) {
        auto seen = std::dynamic_pointer_cast<const Microscopy>(answer);
        if (seen && (!snapshot() || !snapshot()->next || seen->next != snapshot()->next))
            return; // the training has gone on since
        if (!seen && m_seen && snapshot() && snapshot()->next == m_seen->next)
            return;
        const bool same = seen && isSameStep(*seen);
        const bool first = seen && !m_seen;
        m_seen = std::move(seen);
        if (!same)
            m_position = 0;
        if (m_seen)
            m_shown = m_seen->shown;
        showStep();
        if (first || !same)
            emit probesChanged();
    } else if (m_seen && key.toStdString() == storyProbe().key()) {
        auto story = std::dynamic_pointer_cast<const WeightStory>(answer);
        if (!story || story->snapshot->next == m_seen->next)
            m_weight->setStory(std::move(story));
    }
}

void MicroscopeView::setPosition(int position)
{
    const int last = m_seen ? int(m_seen->steps.size()) - 1 : 0;
    position = std::clamp(position, 0, std::max(0, last));
    if (position == m_position)
        return;
    const int turn = step().turn;
    m_position = position;
    showStep();
    if (turn != step().turn)
        emit probesChanged();
}

void MicroscopeView::forward()
{
    setPlaying(false);
    setPosition(m_position + 1);
}

void MicroscopeView::back()
{
    setPlaying(false);
    setPosition(m_position - 1);
}

void MicroscopeView::toFirst()
{
    setPlaying(false);
    setPosition(0);
}

void MicroscopeView::togglePlay()
{
    if (!isPlaying() && m_seen && m_position + 1 >= int(m_seen->steps.size()))
        setPosition(0);
    setPlaying(!isPlaying());
}

void MicroscopeView::setPlaying(bool playing)
{
    if (playing && m_seen)
        m_player.start();
    else
        m_player.stop();
    restyle();
    retranslate();
}

void MicroscopeView::tick()
{
    if (!m_seen || m_position + 1 >= int(m_seen->steps.size()))
        return setPlaying(false);
    setPosition(m_position + 1);
}

void MicroscopeView::setSpeed(int speed)
{
    m_speed = std::clamp(speed, 0, speeds - 1);
    m_player.setInterval(pause[m_speed]);
    for (int i = 0; i < speeds; ++i)
        m_speeds[i]->setChecked(i == m_speed);
}

void MicroscopeView::chooseWeight(const QString &parameter, qint64 k) { m_weight->choose(parameter, k); }

void MicroscopeView::showStep()
{
    const bool known = m_seen != nullptr;
    for (QWidget *widget : {static_cast<QWidget *>(m_timeline), m_controls, m_pages})
        widget->setVisible(known);
    m_message->setVisible(!known);
    m_timeline->setSteps(known ? m_seen->steps : std::vector<MicroStep>());
    m_timeline->setPosition(m_position);
    setSpeed(m_speed);
    m_weight->setParameters(m_seen, data(), step().turn);
    if (known) {
        m_stage->setScene(MicroSceneMaker(*m_seen, data()).make(step()));
        setAccessibleDescription(m_stage->scene().description());
        m_back->setEnabled(m_position > 0);
        m_first->setEnabled(m_position > 0);
        m_forward->setEnabled(m_position + 1 < int(m_seen->steps.size()));
        // The page of weights goes along with the node at work.
        const MicroStation *at = m_seen->station(step());
        const bool weights = step().phase == MicroPhase::Backward || step().phase == MicroPhase::Update;
        if (weights && at && !at->learned.empty()
            && std::find(at->learned.begin(), at->learned.end(), m_weight->parameter().toStdString()) == at->learned.end())
            m_weight->choose(QString::fromStdString(at->learned.front()), 0);
    } else {
        m_stage->setScene({});
    }
    showTab();
    say();
    emit spotlightChanged();
}

void MicroscopeView::showTab()
{
    const bool both = width() >= theme()->space(170);
    m_stepTab->setVisible(!both);
    m_weightTabButton->setVisible(!both);
    m_stepTab->setChecked(!m_weightTab);
    m_weightTabButton->setChecked(m_weightTab);
    m_stage->setVisible(both || !m_weightTab);
    m_weight->setVisible(both || m_weightTab);
    // In a narrow place the speeds give way: what to press is never cut off.
    int wanted = m_controls->layout()->contentsMargins().left() + m_controls->layout()->contentsMargins().right();
    for (const QWidget *control : m_controls->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        if (both ? control != m_stepTab && control != m_weightTabButton : true)
            wanted += control->sizeHint().width() + m_controls->layout()->spacing();
    for (TextButton *speed : m_speeds)
        speed->setVisible(wanted <= width());
}

void MicroscopeView::say()
{
    const bool runs = snapshot() && snapshot()->state == TrainerState::Playing;
    const bool applies = model() && !model()->objectives.empty();
    m_pause->setVisible(!m_seen && runs && applies);
    if (m_seen)
        return;
    m_message->setText(!applies ? tr("This asks for a network with a loss and data to train on.")
                       : runs   ? tr("The training is running. Pause it, and its next step can be looked into.")
                : snapshot() && snapshot()->next ? tr("Looking …")
                                : tr("Only the step that comes next can be looked into, at the newest moment of the training."));
    setAccessibleDescription(m_message->text());
}

void MicroscopeView::retranslate()
{
    const auto name = [](QAbstractButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_first, tr("Back to the batch (Home)"));
    name(m_back, tr("One step back (←)"));
    name(m_play, isPlaying() ? tr("Stop (Space)") : tr("Play slowly (Space)"));
    name(m_forward, tr("One step on (→)"));
    m_speeds[0]->setText(tr("slow"));
    m_speeds[1]->setText(tr("medium", "speed"));
    m_speeds[2]->setText(tr("fast"));
    m_stepTab->setText(tr("Step"));
    m_weightTabButton->setText(tr("Weight"));
    m_take->setText(tr("Take this step"));
    m_take->setToolTip(tr("Does this update for real, and goes on to the next batch. The training rests meanwhile."));
    m_pause->setText(tr("Pause the training"));
    m_timeline->setAccessibleName(tr("The phases of an update"));
    m_weight->retranslate();
    if (m_seen)
        m_stage->setScene(MicroSceneMaker(*m_seen, data()).make(step()));
    m_timeline->update();
    showTab();
    say();
}

void MicroscopeView::restyle()
{
    const int side = theme()->space(4);
    m_play->setProperty("iconName", isPlaying() ? QStringLiteral("pause") : QStringLiteral("play"));
    for (QToolButton *button : {m_first, m_back, m_play, m_forward}) {
        button->setIcon(theme()->icon(button->property("iconName").toString(), Ink::Text));
        button->setIconSize({side, side});
    }
    m_controls->layout()->setContentsMargins(theme()->space(2), 0, theme()->space(2), 0);
    layout()->setContentsMargins(theme()->space(1), theme()->space(1), theme()->space(1), theme()->space(2));
    showTab();
}

void MicroscopeView::showEvent(QShowEvent *event)
{
    View::showEvent(event);
    if (!event->spontaneous())
        emit pauseWanted();
}

void MicroscopeView::resizeEvent(QResizeEvent *event)
{
    View::resizeEvent(event);
    showTab();
}

void MicroscopeView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Right: return forward();
    case Qt::Key_Left: return back();
    case Qt::Key_Home: return toFirst();
    case Qt::Key_End:
        setPlaying(false);
        return setPosition(m_seen ? int(m_seen->steps.size()) - 1 : 0);
    case Qt::Key_Space: return togglePlay();
    default: View::keyPressEvent(event);
    }
}

QSize MicroscopeView::sizeHint() const { return {theme()->space(150), theme()->space(90)}; }

QJsonObject MicroscopeView::choices() const
{
    return {{QStringLiteral("speed"), m_speed}, {QStringLiteral("weight"), m_weightTab}};
}

void MicroscopeView::setChoices(const QJsonObject &choices)
{
    setSpeed(choices[QStringLiteral("speed")].toInt(m_speed));
    m_weightTab = choices[QStringLiteral("weight")].toBool(m_weightTab);
    showTab();
}

QString MicroscopeView::csv() const
{
    QString text = QStringLiteral("panel,index,value\n");
    for (const auto &column : m_stage->scene().columns)
        for (const MicroPanel &panel : column)
            for (size_t i = 0; i < panel.picture.numbers().size(); ++i)
                text += QStringLiteral("\"%1\",%2,%3\n").arg(panel.title).arg(i).arg(double(panel.picture.numbers()[i]), 0, 'g', 9);
    return text;
}

Figure MicroscopeView::figure() const
{
    return {tr("Microscope"), size(), [this](QPaintDevice &device, const QSize &size) {
                QPainter painter(&device);
                painter.fillRect(QRect(QPoint(), size), theme()->color(Ink::Surface));
                const auto &story = m_weight->story();
                const int left = story ? size.width() * 3 / 5 : size.width();
                m_stage->paint(painter, {left, size.height()});
                if (!story)
                    return;
                QTextDocument page;
                page.setDefaultFont(theme()->font(Type::Text));
                page.setHtml(QStringLiteral("<div style='color:%1'><b>%2</b>%3</div>").arg(theme()->color(Ink::Text).name(), m_weight->parameter().toHtmlEscaped(), m_weight->storyText()));
                page.setTextWidth(size.width() - left - theme()->space(3));
                painter.translate(left, theme()->space(1));
                page.drawContents(&painter, QRectF(0, 0, size.width() - left, size.height()));
            }, [this] { return csv(); }};
}

} // namespace zhibei
