#include "app/sample_panel.h"

#include "widgets/theme/core_text.h"
#include "widgets/theme/theme.h"
#include "widgets/views/sample_painter.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr qsizetype shownNumbers = 12;
constexpr size_t shownUnits = 128; ///< characters or words of a text

/// Where a line may break though no space is there.
constexpr QChar mayBreak{0x200B};
constexpr int longestRun = 16; ///< what a network babbles may have no spaces

/// A unit that stands in a sentence with a space before it: a word, but no mark and no character of East Asia.
bool isWord(const QString &unit)
{
    return !unit.isEmpty() && unit[0].isLetterOrNumber() && unit[0] < QChar(0x2E80);
}

/// The text that class indices stand for. A line break is a sign of its own, for the network has to guess it too.
QString textOf(const Dataset &data, std::span<const float> indices)
{
    const auto name = [&](float index) { return QString::fromStdString(data.classNames[std::min(static_cast<size_t>(index), data.classNames.size() - 1)]); };
    const bool words = std::any_of(data.classNames.begin(), data.classNames.end(), [](const std::string &each) { return QString::fromStdString(each).size() > 2; });
    QString text;
    int run = longestRun; // units until a line must be able to break
    bool lineBegins = true;
    for (const float index : indices.first(std::min(indices.size(), shownUnits))) {
        const QString unit = name(index);
        const bool spaced = words && isWord(unit) && !lineBegins, line = unit == QStringLiteral("\n");
        text += (spaced ? QStringLiteral(" ") : QString()) + (line ? QStringLiteral("↵") : unit);
        run = spaced || unit == QStringLiteral(" ") ? longestRun : run - 1;
        if (line || run == 0) {
            text += mayBreak;
            run = longestRun;
        }
        lineBegins = line;
    }
    return indices.size() > shownUnits ? text + u'…' : text;
}

} // namespace

SamplePanel::SamplePanel(Theme *theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_title(new QLabel), m_picture(new QLabel), m_numbers(new QLabel), m_says(new QLabel),
      m_figure(new QLabel), m_truth(new QLabel), m_previous(new QToolButton), m_next(new QToolButton)
{
    m_picture->setMinimumSize(1, 1); // it must not keep the panel wide
    m_picture->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_title->setProperty("role", "strong");
    m_numbers->setProperty("role", "caption");
    m_says->setProperty("role", "caption");
    m_truth->setProperty("role", "caption");
    for (QLabel *label : {m_title, m_numbers, m_figure, m_truth})
        label->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_numbers, m_figure, m_truth})
        label->setWordWrap(true);
    auto *header = new QHBoxLayout;
    header->addWidget(m_title, 1);
    header->addWidget(m_previous);
    header->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(header);
    for (QLabel *label : {m_picture, m_numbers, m_says, m_figure, m_truth})
        column->addWidget(label);
    column->addStretch(1);
    connect(m_previous, &QToolButton::clicked, this, [this] { choose(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { choose(1); });
    connect(theme, &Theme::changed, this, &SamplePanel::restyle);
    restyle();
}

void SamplePanel::setData(std::shared_ptr<const Dataset> data)
{
    m_data = std::move(data);
    m_prediction.clear();
    m_sample = 0;
    showSample();
}

void SamplePanel::setSample(qint64 sample)
{
    m_sample = sample;
    showSample();
}

void SamplePanel::setPrediction(std::vector<float> prediction)
{
    m_prediction = std::move(prediction);
    if (hasSample()) // many times a second: only what it changes
        m_figure->setText(answer());
}

bool SamplePanel::hasSample() const { return m_data && m_sample >= 0 && m_sample < m_data->count(); }

void SamplePanel::choose(int step)
{
    if (m_data && m_data->count() > 0)
        emit sampleChosen((m_sample + step + m_data->count()) % m_data->count());
}

QString SamplePanel::numbers() const
{
    const std::span<const float> row = m_data->features.row(m_sample);
    if (m_data->featureClasses > 0 && m_data->featureClasses == static_cast<int>(m_data->classNames.size()))
        return textOf(*m_data, row);
    QStringList parts;
    for (size_t i = 0; i < row.size() && parts.size() < shownNumbers; ++i) {
        const QString number = QString::number(static_cast<double>(m_data->feature(m_sample, static_cast<int64_t>(i))), 'g', 4);
        parts += i < m_data->featureNames.size() ? coreText(m_data->featureNames[i]) + QStringLiteral(" ") + number : number;
    }
    if (row.size() > static_cast<size_t>(shownNumbers))
        parts += QStringLiteral("…");
    return parts.join(QStringLiteral("   "));
}

QPixmap SamplePanel::picture() const
{
    std::vector<float> row;
    for (int64_t i = 0; m_data->featureClasses == 0 && i < m_data->featureShape.count(); ++i)
        row.push_back(m_data->feature(m_sample, i));
    const QImage image = m_data->featureShape.rank() > 1 ? pictureImage(*m_theme, row, m_data->featureShape) : QImage();
    if (image.isNull())
        return {};
    // Whole screen pixels for each of its pixels.
    const int room = std::clamp(width(), m_theme->space(20), m_theme->space(72));
    const double ratio = devicePixelRatioF();
    const int times = std::max(1, static_cast<int>(room * ratio) / std::max(image.width(), image.height()));
    QPixmap picture = QPixmap::fromImage(image.scaled(image.size() * times));
    picture.setDevicePixelRatio(ratio);
    return picture;
}

bool SamplePanel::answersText() const
{
    return m_data->classification() && m_data->targetCount > 1;
}

std::vector<float> SamplePanel::likeliest() const
{
    const auto classes = static_cast<std::ptrdiff_t>(m_data->classNames.size());
    std::vector<float> indices;
    for (auto row = m_prediction.begin(); m_prediction.end() - row >= classes; row += classes)
        indices.push_back(static_cast<float>(std::max_element(row, row + classes) - row));
    return indices;
}

QString SamplePanel::truth() const
{
    const float target = m_data->target(m_sample);
    if (answersText())
        return textOf(*m_data, m_data->targets.row(m_sample));
    if (m_data->classification())
        return coreText(m_data->classNames[static_cast<size_t>(target)]);
    return QString::number(static_cast<double>(target), 'g', 4);
}

QString SamplePanel::answer() const
{
    if (m_prediction.empty() || !std::all_of(m_prediction.begin(), m_prediction.end(), [](float p) { return std::isfinite(p); }))
        return QStringLiteral("–");
    if (!m_data->classification())
        return QString::number(static_cast<double>(m_data->targetInUnits(m_prediction.front())), 'g', 4);
    if (answersText())
        return textOf(*m_data, likeliest());
    // One output for two classes: the probability of the second.
    const bool single = m_prediction.size() == 1;
    const auto best = std::max_element(m_prediction.begin(), m_prediction.end());
    const size_t index = single ? (m_prediction.front() > 0.5f ? 1 : 0) : static_cast<size_t>(best - m_prediction.begin());
    const float p = single ? std::max(m_prediction.front(), 1 - m_prediction.front()) : *best;
    const QString name = index < m_data->classNames.size() ? coreText(m_data->classNames[index]) : QString::number(index);
    return QStringLiteral("%1   %2 %").arg(name).arg(100 * static_cast<double>(p), 0, 'f', 1);
}

void SamplePanel::showSample()
{
    if (!hasSample())
        return;
    m_title->setText(m_sample < m_data->trainCount ? tr("Training sample %1").arg(m_sample + 1)
                                                   : tr("Test sample %1").arg(m_sample - m_data->trainCount + 1));
    const QPixmap drawn = picture();
    m_picture->setPixmap(drawn);
    m_picture->setVisible(!drawn.isNull());
    m_numbers->setVisible(drawn.isNull());
    m_numbers->setText(drawn.isNull() ? numbers() : QString());
    m_says->setText(tr("The network says"));
    m_figure->setFont(m_theme->font(answersText() ? Type::Text : Type::Title));
    m_figure->setText(answer());
    m_truth->setText(tr("The right answer: %1").arg(truth()));
    m_previous->setToolTip(tr("Previous sample"));
    m_next->setToolTip(tr("Next sample"));
}

void SamplePanel::restyle()
{
    m_previous->setIcon(m_theme->icon(QStringLiteral("chevron-left"), Ink::Muted));
    m_next->setIcon(m_theme->icon(QStringLiteral("chevron-right"), Ink::Muted));
    showSample();
}

void SamplePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showSample();
}

void SamplePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showSample();
    QWidget::changeEvent(event);
}

} // namespace zhibei
