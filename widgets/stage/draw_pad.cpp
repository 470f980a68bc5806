#include "widgets/stage/draw_pad.h"

#include "widgets/plots/curve_data.h"
#include "widgets/stage/class_bars.h"
#include "widgets/stage/draw_canvas.h"
#include "widgets/theme/core_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QRandomGenerator>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr int sendMs = 16;

} // namespace

DrawPad::DrawPad(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    build();
    m_send.setSingleShot(true);
    m_send.setInterval(sendMs);
    connect(&m_send, &QTimer::timeout, this, &DrawPad::sendDrawing);
    connect(theme, &Theme::changed, this, &DrawPad::restyle);
    restyle();
    retranslate();
    showState();
}

QToolButton *DrawPad::addButton(QBoxLayout *row)
{
    auto *button = new QToolButton;
    button->setAutoRaise(true);
    row->addWidget(button);
    return button;
}

void DrawPad::build()
{
    m_title = new QLabel;
    m_sees = new QLabel;
    m_figure = new QLabel;
    m_share = new QLabel;
    m_sampleText = new QLabel;
    m_sampleText->setWordWrap(true);
    m_silence = new QLabel;
    m_silence->setWordWrap(true);
    for (QLabel *label : {m_title, m_sees, m_figure, m_share, m_sampleText, m_silence})
        label->setTextFormat(Qt::PlainText);
    m_canvas = new DrawCanvas(m_theme);
    m_bars = new ClassBars(m_theme);

    auto *header = new QHBoxLayout;
    header->addWidget(m_title, 1);
    m_previous = addButton(header);
    m_random = addButton(header);
    m_next = addButton(header);
    m_clear = addButton(header);
    auto *answer = new QVBoxLayout;
    for (QLabel *label : {m_sees, m_figure, m_share})
        answer->addWidget(label);
    answer->addStretch(1);
    answer->addWidget(m_sampleText);
    auto *row = new QHBoxLayout;
    row->addWidget(m_canvas, 0, Qt::AlignTop);
    row->addLayout(answer, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(header);
    column->addLayout(row);
    column->addWidget(m_bars);
    column->addWidget(m_silence);

    connect(m_canvas, &DrawCanvas::strokesChanged, this, &DrawPad::onStrokesChanged);
    connect(m_canvas, &DrawCanvas::strokeEnded, this, &DrawPad::sendDrawing);
    connect(m_clear, &QToolButton::clicked, this, &DrawPad::clear);
    connect(m_previous, &QToolButton::clicked, this, [this] { stepSample(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { stepSample(1); });
    connect(m_random, &QToolButton::clicked, this, [this] {
        if (m_data && m_data->count() > 0) {
            const qint64 first = m_data->testCount() > 0 ? m_data->trainCount : 0;
            chooseSample(first + QRandomGenerator::global()->bounded(m_data->count() - first));
        }
    });
}

void DrawPad::restyle()
{
    const auto set = [this](QLabel *label, Type type, Ink ink) {
        label->setFont(m_theme->font(type));
        QPalette colors = label->palette();
        colors.setColor(QPalette::WindowText, m_theme->color(ink));
        label->setPalette(colors);
    };
    set(m_title, Type::Strong, Ink::Text);
    set(m_sees, Type::Caption, Ink::Muted);
    set(m_share, Type::Text, Ink::Muted);
    set(m_sampleText, Type::Caption, Ink::Muted);
    set(m_silence, Type::Caption, Ink::Muted);
    const std::pair<QToolButton *, const char *> icons[] = {
        {m_previous, "chevron-left"}, {m_random, "dices"}, {m_next, "chevron-right"}, {m_clear, "eraser"}};
    for (const auto &[button, icon] : icons) {
        button->setIcon(m_theme->icon(QLatin1String(icon), Ink::Muted));
        button->setIconSize(QSize(m_theme->space(4), m_theme->space(4)));
    }
    layout()->setSpacing(m_theme->space(2));
    for (int i = 0; i < 2; ++i)
        layout()->itemAt(i)->layout()->setSpacing(m_theme->space(i == 0 ? 0 : 3));
    layout()->itemAt(1)->layout()->itemAt(1)->layout()->setSpacing(0);
    showAnswer();
}

void DrawPad::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DrawPad::retranslate()
{
    const bool digits = m_names.isEmpty() || std::all_of(m_names.begin(), m_names.end(), [](const QString &name) {
        return name.size() == 1 && name[0].isDigit();
    });
    m_title->setText(digits ? tr("Draw a digit") : tr("Draw a picture"));
    m_canvas->setInvitation(digits ? tr("Draw a digit here") : tr("Draw here"));
    m_canvas->setAccessibleName(tr("Drawing area"));
    m_sees->setText(tr("It sees"));
    m_bars->setAccessibleName(tr("How likely each class is"));
    const std::pair<QToolButton *, QString> texts[] = {{m_previous, tr("Previous test sample")},
                                                       {m_random, tr("Another test sample, at random")},
                                                       {m_next, tr("Next test sample")},
                                                       {m_clear, tr("Clear the drawing (Delete)")}};
    for (const auto &[button, text] : texts) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
    showState();
    showAnswer();
}

bool DrawPad::applies(const Dataset &data)
{
    return data.featureShape.rank() == 3 && data.featureShape[0] == 1;
}

void DrawPad::setData(std::shared_ptr<const Dataset> data)
{
    m_data = data && applies(*data) ? std::move(data) : nullptr;
    m_prediction.clear();
    m_names.clear();
    m_sample = 0;
    if (m_data) {
        for (const std::string &name : m_data->classNames)
            m_names.append(coreText(name));
        m_canvas->setPictureSize(static_cast<int>(m_data->featureShape[1]), static_cast<int>(m_data->featureShape[2]));
        setSample(m_data->testCount() > 0 ? m_data->trainCount : 0);
    }
    retranslate();
}

void DrawPad::setSample(qint64 sample)
{
    m_sample = sample;
    if (m_data && sample >= 0 && sample < m_data->count()) {
        const std::span<const float> row = m_data->features.row(sample);
        m_canvas->setShown({row.begin(), row.end()});
    }
    showState();
    showAnswer();
}

void DrawPad::setShown(std::vector<float> picture)
{
    m_canvas->setShown(std::move(picture));
}

void DrawPad::stepSample(int step)
{
    if (!m_data || m_data->count() == 0)
        return;
    // Through the test samples, around in a ring: those the network has not been trained on.
    const qint64 first = m_data->testCount() > 0 ? m_data->trainCount : 0, count = m_data->count() - first;
    chooseSample(first + ((m_sample - first + step) % count + count) % count);
}

void DrawPad::chooseSample(qint64 sample)
{
    clear();
    setSample(sample);
    emit sampleChosen(sample);
}

bool DrawPad::isBlank() const
{
    return m_canvas->isBlank();
}

void DrawPad::clear()
{
    m_canvas->clear();
}

std::vector<float> DrawPad::picture() const
{
    if (isBlank())
        return {};
    return centredPicture(m_canvas->strokes(), m_canvas->pictureHeight(), m_canvas->pictureWidth());
}

void DrawPad::onStrokesChanged()
{
    showState();
    if (isBlank())
        sendDrawing();
    else if (!m_send.isActive())
        m_send.start();
}

void DrawPad::sendDrawing()
{
    m_send.stop();
    emit drawn(picture());
}

int DrawPad::truth() const
{
    if (!m_data || !m_data->classification() || !isBlank() || m_sample < 0 || m_sample >= m_data->count())
        return -1;
    return static_cast<int>(m_data->target(m_sample));
}

QString DrawPad::className(size_t index) const
{
    return m_names.value(static_cast<qsizetype>(index));
}

void DrawPad::showState()
{
    const bool samples = m_data && m_data->count() > 0;
    for (QToolButton *button : {m_previous, m_random, m_next})
        button->setVisible(samples);
    m_clear->setVisible(!isBlank());
    m_bars->setTruth(truth());
    m_bars->setVisible(!m_names.isEmpty() && m_silence->text().isEmpty());
    m_silence->setVisible(!m_silence->text().isEmpty());
    m_sampleText->setVisible(samples && isBlank());
    if (samples && isBlank()) {
        const bool test = m_sample >= m_data->trainCount;
        const QString number = countText(test ? m_sample - m_data->trainCount + 1 : m_sample + 1);
        const QString which = test ? tr("test sample %1").arg(number) : tr("training sample %1").arg(number);
        m_sampleText->setText(truth() >= 0 ? tr("%1: it is %2").arg(which, className(static_cast<size_t>(truth()))) : which);
    }
}

void DrawPad::setPrediction(std::vector<float> probabilities, const QStringList &classNames)
{
    const bool renamed = m_names != classNames && !classNames.isEmpty();
    m_prediction = std::move(probabilities);
    if (m_prediction.size() == 1 && classNames.size() == 2)
        m_prediction = {1 - m_prediction[0], m_prediction[0]};
    if (renamed) {
        m_names = classNames;
        retranslate();
    }
    showAnswer();
}

void DrawPad::setSilence(const QString &why)
{
    if (why == m_silence->text())
        return;
    m_silence->setText(why);
    showState();
}

bool DrawPad::isFinite() const
{
    return std::all_of(m_prediction.begin(), m_prediction.end(), [](float p) { return std::isfinite(p); });
}

QString DrawPad::answer() const
{
    if (m_prediction.empty())
        return {};
    if (m_names.isEmpty()) {
        QStringList numbers;
        for (const float number : m_prediction)
            numbers.append(measureText(Measure::Loss, number));
        return numbers.join(QStringLiteral(", "));
    }
    if (!isFinite())
        return QStringLiteral("–");
    const auto largest = std::max_element(m_prediction.begin(), m_prediction.end());
    return className(static_cast<size_t>(largest - m_prediction.begin())) + QStringLiteral(", ")
        + measureText(Measure::Accuracy, *largest);
}

void DrawPad::showAnswer()
{
    const bool known = !m_prediction.empty();
    m_sees->setVisible(known);
    m_figure->setVisible(known);
    m_share->setVisible(known && !m_names.isEmpty() && isFinite());
    m_bars->setBars(m_prediction, m_names);
    m_canvas->setAccessibleDescription(known ? tr("It sees %1").arg(answer()) : QString());
    if (!known)
        return;
    const size_t best = static_cast<size_t>(std::max_element(m_prediction.begin(), m_prediction.end()) - m_prediction.begin());
    const QString text = m_names.isEmpty() || !isFinite() ? answer() : className(best);
    m_figure->setText(text);
    m_share->setText(measureText(Measure::Accuracy, m_prediction[best]));
    // A word takes less room than a digit.
    QFont font = m_theme->font(Type::Figure);
    if (text.size() > 2)
        font.setPixelSize(std::max(m_theme->font(Type::Title).pixelSize(), font.pixelSize() * 3 / static_cast<int>(text.size() + 2)));
    const int right = isFinite() ? truth() : -1;
    m_figure->setFont(font);
    QPalette colors = m_figure->palette();
    colors.setColor(QPalette::WindowText, m_theme->color(right >= 0 && right != static_cast<int>(best) ? Ink::Bad : Ink::Text));
    m_figure->setPalette(colors);
}

} // namespace zhibei
