#include "widgets/views/section_view.h"

#include "core/probes/latent.h"
#include "widgets/plots/reading_card.h"
#include "widgets/stage/plane_axes.h"
#include "widgets/theme/core_text.h"
#include "widgets/views/contours.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr int64_t mostChoices = 256;
constexpr int64_t mostDots = 1000;

QString number(double value) { return std::isfinite(value) ? PlaneAxes::tickText(std::round(value * 1e4) / 1e4) : QStringLiteral("–"); }

/// The features that vary most over the training samples, at most `most`, in their own order.
QList<qint64> varyingFeatures(const Dataset &data, int64_t most)
{
    const int64_t size = data.featureShape.count(), samples = std::min<int64_t>(data.trainCount, 1000);
    std::vector<double> sum(size_t(size), 0.0), square(size_t(size), 0.0);
    for (int64_t i = 0; i < samples; ++i)
        for (size_t k = 0; k < size_t(size); ++k) {
            const double x = double(data.features.row(i)[k]);
            sum[k] += x;
            square[k] += x * x;
        }
    QList<qint64> order;
    for (qint64 k = 0; k < size; ++k)
        order.append(k);
    const auto variance = [&](qint64 k) { return square[size_t(k)] - sum[size_t(k)] * sum[size_t(k)] / double(std::max<int64_t>(1, samples)); };
    std::stable_sort(order.begin(), order.end(), [&](qint64 a, qint64 b) { return variance(a) > variance(b); });
    order.resize(std::min<qsizetype>(order.size(), most));
    std::sort(order.begin(), order.end());
    return order;
}

} // namespace

SectionView::SectionView(Theme *theme, QWidget *parent) : PaintedView(theme, parent), m_dots(theme)
{
    m_whats = header()->addTexts(2);
    m_numberBox = new QSpinBox;
    header()->add(m_numberBox);
    m_acrossBox = header()->addBox([this](int) { chooseFeatures(); });
    m_upBox = header()->addBox([this](int) { chooseFeatures(); });
    m_others = header()->addTexts(2);
    connect(m_whats, &ChoiceTexts::chosen, this, [this](int chosen) { setOfNeuron(chosen == 1, m_number); });
    connect(m_others, &ChoiceTexts::chosen, this, [this](int chosen) { setAtSample(chosen == 1); });
    connect(m_numberBox, &QSpinBox::valueChanged, this, [this](int value) { setOfNeuron(m_ofNeuron, value - 1); });
    retranslate();
}

SectionQuestion SectionView::question() const
{
    const bool neuron = m_ofNeuron && numbers() > 0;
    return {neuron ? node() : NodeId(), neuron ? std::min(m_number, qint64(numbers()) - 1) : 0, m_across, m_up, m_atSample, m_atSample ? sample() : 0};
}

std::vector<std::shared_ptr<const Probe>> SectionView::probes() const
{
    if (!model() || !SectionProbe::applies(*model()))
        return {};
    return {std::make_shared<SectionProbe>(question())};
}

int64_t SectionView::numbers() const
{
    const ValueId value = model() ? numbersOf(*model(), node()) : noValue;
    return value == noValue ? 0 : model()->program.count(value);
}

void SectionView::ask()
{
    showControls();
    emit probesChanged();
    update();
}

void SectionView::setFeatures(qint64 across, qint64 up)
{
    if (across == m_across && up == m_up)
        return;
    m_across = across;
    m_up = up;
    m_cursor.reset();
    ask();
}

void SectionView::setOfNeuron(bool ofNeuron, qint64 number)
{
    if (ofNeuron == m_ofNeuron && number == m_number)
        return;
    m_ofNeuron = ofNeuron;
    m_number = std::max<qint64>(0, number);
    ask();
}

void SectionView::setAtSample(bool atSample)
{
    if (atSample == m_atSample)
        return;
    m_atSample = atSample;
    ask();
}

/// The two boxes; where both are the same, the other one takes what this one had.
void SectionView::chooseFeatures()
{
    const qint64 across = m_features.value(m_acrossBox->currentIndex()), up = m_features.value(m_upBox->currentIndex());
    setFeatures(across == up && across != m_across ? across : across == up ? m_up : across, across == up && across != m_across ? m_across : up);
    showControls();
}

void SectionView::onData()
{
    m_section.reset();
    m_image = {};
    m_cursor.reset();
    m_dots.setData(data());
    m_features.clear();
    if (data() && data()->featureClasses == 0)
        m_features = varyingFeatures(*data(), mostChoices);
    const QList<qint64> best = m_features.size() > 8 ? varyingFeatures(*data(), 2) : m_features;
    if (!m_features.contains(m_across) || !m_features.contains(m_up) || m_across == m_up || m_features.size() > 8) {
        m_across = best.value(0, 0);
        m_up = best.value(1, 1);
    }
    retranslate();
    update();
}

void SectionView::onSnapshot()
{
    if (m_section && m_section->snapshot && m_section->snapshot->model != model()) {
        m_section.reset();
        m_image = {};
    }
    showControls();
}

void SectionView::onSample() { update(); }

void SectionView::onNode()
{
    showControls();
    update();
}

void SectionView::onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer)
{
    if (key.toStdString() != SectionProbe(question()).key())
        return;
    m_section = std::dynamic_pointer_cast<const Section>(answer);
    restyle();
    showReading();
    update();
}

void SectionView::restyle()
{
    m_dots.forget();
    m_image = {};
    m_borders.clear();
    m_least = INFINITY;
    m_most = -INFINITY;
    if (!m_section)
        return;
    const Tensor &values = m_section->values;
    for (const float value : values.values())
        if (std::isfinite(value)) {
            m_least = std::min(m_least, double(value));
            m_most = std::max(m_most, double(value));
        }
    if (!(m_most >= m_least))
        m_least = m_most = 0;
    const bool classes = m_section->classes > 0;
    // Colours stand for signs. Numbers far from zero are coloured about their middle, else they would all look the same.
    const bool far = !classes && std::min(std::abs(m_least), std::abs(m_most)) > 0.1 * std::max(std::abs(m_least), std::abs(m_most)) && (m_least > 0) == (m_most > 0);
    m_middle = far ? (m_least + m_most) / 2 : 0;
    Tensor shown = values;
    for (float &value : shown.values())
        value -= float(m_middle);
    m_image = surfaceImage(*theme(), style(), shown, 2 * m_section->plane.resolution);
    // The line is where a neuron changes its sign, begins to fire, or is half way.
    const double begins = m_least == 0 ? 1e-6 * m_most : 0;
    const double level = m_section->decision == Decision::Half ? 0.5 : classes ? 0 : far ? m_middle : begins;
    const int n = m_section->plane.resolution, outputs = int(values.shape()[0]);
    if (classes || outputs == 1)
        m_borders = verdictBorders(n, n, outputs, level, [&](int k, int row, int column) { return double(values.row(k)[size_t(row * n + column)]); });
}

SurfaceStyle SectionView::style() const
{
    return {m_section->decision, std::max({std::abs(m_least - m_middle), std::abs(m_most - m_middle), 1e-9})};
}

QString SectionView::featureName(qint64 feature) const
{
    const Dataset &set = *data();
    if (size_t(feature) < set.featureNames.size())
        return coreText(set.featureNames[size_t(feature)]);
    const Shape &shape = set.featureShape;
    if (shape.rank() < 2)
        return tr("input %1").arg(feature + 1);
    const int64_t width = shape[shape.rank() - 1], height = shape[shape.rank() - 2];
    return tr("row %1, column %2").arg(feature / width % height + 1).arg(feature % width + 1);
}

void SectionView::retranslate()
{
    m_whats->setTexts({tr("The network"), tr("A neuron")});
    m_whats->setTip(0, tr("What the whole network says"));
    m_whats->setTip(1, tr("What one number of the selected layer is"));
    m_others->setTexts({tr("Others at their mean"), tr("As in the sample")});
    m_others->setTip(0, tr("All other inputs stay at their mean"));
    m_others->setTip(1, tr("All other inputs stay as the sample in sight has them"));
    QStringList names;
    for (const qint64 feature : m_features)
        names.append(featureName(feature));
    ViewHeader::fill(m_acrossBox, names);
    ViewHeader::fill(m_upBox, names);
    m_acrossBox->setAccessibleName(tr("The input that runs across"));
    m_upBox->setAccessibleName(tr("The input that runs upwards"));
    m_acrossBox->setToolTip(m_acrossBox->accessibleName());
    m_upBox->setToolTip(m_upBox->accessibleName());
    m_numberBox->setAccessibleName(tr("Which neuron"));
    showControls();
    showReading();
}

void SectionView::showControls()
{
    const int64_t there = numbers();
    m_whats->setShown(1, there > 0);
    m_whats->setCurrent(m_ofNeuron && there > 0);
    m_numberBox->setVisible(m_ofNeuron && there > 1);
    const QSignalBlocker quiet(m_numberBox);
    m_numberBox->setRange(1, int(std::max<int64_t>(1, std::min<int64_t>(there, 1'000'000))));
    m_numberBox->setValue(int(m_number) + 1);
    m_acrossBox->setCurrentIndex(int(m_features.indexOf(m_across)));
    m_upBox->setCurrentIndex(int(m_features.indexOf(m_up)));
    m_acrossBox->setVisible(m_features.size() > 2);
    m_upBox->setVisible(m_features.size() > 2);
    m_others->setVisible(m_features.size() > 2);
    m_others->setCurrent(m_atSample);
}

QString SectionView::missing() const
{
    if (!model() || !data())
        return tr("Two inputs run here, and the colour is what the network makes of them.");
    if (!SectionProbe::applies(*model()))
        return tr("This asks for data of two numbers or more.");
    return m_section ? QString() : tr("Computing…");
}

PlaneAxes SectionView::axes(const QRectF &area) const
{
    const Plane &plane = m_section->plane;
    const QMarginsF room = PlaneAxes::margins(*theme());
    const double margin = theme()->space(2), scale = theme()->space(20);
    QRectF pixels = area.adjusted(room.left() + margin, room.top() + legendHeight(area), -room.right() - (m_section->classes > 0 ? 0 : scale), -room.bottom());
    pixels.setSize(QSizeF(std::max(1.0, pixels.width()), std::max(1.0, pixels.height())));
    return {QRectF(double(plane.left), double(plane.bottom), double(plane.right - plane.left), double(plane.top - plane.bottom)), pixels};
}

double SectionView::legendHeight(const QRectF &area) const
{
    const double margin = theme()->space(3);
    return m_dots.legend(nullptr, area.adjusted(margin, 0, -margin, 0));
}

QPointF SectionView::placeOf(const PlaneAxes &axes, qint64 sample) const
{
    return axes.toPixels({double(data()->feature(sample, m_section->question.across)), double(data()->feature(sample, m_section->question.up))});
}

void SectionView::paint(QPainter &painter, const QRectF &area, bool live) const
{
    if (!m_section || !data() || m_image.isNull())
        return paintMessage(painter, area, missing());
    const double margin = theme()->space(3);
    m_dots.legend(&painter, area.adjusted(margin, 0, -margin, 0));
    const PlaneAxes axes = this->axes(area);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(axes.pixels(), m_image);
    painter.restore();
    axes.paint(painter, *theme(), false);
    axes.paintNames(painter, *theme(), featureName(m_section->question.across), featureName(m_section->question.up));
    painter.save();
    painter.setClipRect(axes.pixels());
    const double n = m_section->plane.resolution;
    painter.setPen(QPen(theme()->color(Ink::Text), 1.75));
    const auto place = [&](const QPointF &at) { return axes.pixels().topLeft() + QPointF((at.x() + 0.5) / n * axes.pixels().width(), (at.y() + 0.5) / n * axes.pixels().height()); };
    for (const QLineF &piece : m_borders)
        painter.drawLine(place(piece.p1()), place(piece.p2()));
    const int64_t dots = std::min(data()->count(), mostDots);
    const double scale = SampleDots::scaleFor(axes.pixels().size(), dots);
    for (int64_t i = 0; i < dots; ++i)
        m_dots.paint(painter, placeOf(axes, i * data()->count() / dots), i * data()->count() / dots, scale);
    if (sample() >= 0 && sample() < data()->count())
        m_dots.paintRing(painter, placeOf(axes, sample()));
    painter.restore();
    if (m_section->classes == 0)
        paintScale(painter, QRectF(axes.pixels().right() + margin, axes.pixels().top(), theme()->space(3), axes.pixels().height()));
    if (live && m_cursor) {
        const QPointF at = axes.toPixels(*m_cursor);
        painter.setPen(QPen(theme()->color(Ink::Text), 1));
        painter.drawLine(at - QPointF(6, 0), at + QPointF(6, 0));
        painter.drawLine(at - QPointF(0, 6), at + QPointF(0, 6));
        ReadingCard card;
        for (const QString &line : readingAt(*m_cursor).split(u'\n'))
            card.lines.append({line, theme()->color(Ink::Text)});
        card.paint(painter, *theme(), at + QPointF(10, 0), area);
    }
}

void SectionView::paintScale(QPainter &painter, const QRectF &area) const
{
    const bool classes = m_section->decision != Decision::None;
    if (classes || area.height() < theme()->space(10))
        return;
    for (int y = 0; y < int(area.height()); ++y) {
        const double value = m_most + (m_least - m_most) * y / area.height();
        const float single = float(value - m_middle);
        painter.fillRect(QRectF(area.left(), area.top() + y, area.width(), 1.5), QColor(surfaceColor(*theme(), style(), std::span(&single, 1))));
    }
    painter.setFont(theme()->font(Type::Caption));
    painter.setPen(theme()->color(Ink::Muted));
    const double line = QFontMetricsF(painter.font()).height();
    const QRectF texts(area.right() + 4, area.top(), theme()->space(16), area.height());
    const auto units = [&](double value) {
        const bool target = m_section->question.node.empty() && !data()->classification();
        return number(target ? double(data()->targetInUnits(float(value))) : value);
    };
    painter.drawText(texts.adjusted(0, -line / 4, 0, 0), Qt::AlignLeft | Qt::AlignTop, units(m_most));
    painter.drawText(texts.adjusted(0, 0, 0, line / 4), Qt::AlignLeft | Qt::AlignBottom, units(m_least));
}

QString SectionView::readingAt(const QPointF &at) const
{
    if (!m_section || !data())
        return {};
    const Plane &plane = m_section->plane;
    const double u = (at.x() - double(plane.left)) / double(plane.right - plane.left), v = (double(plane.top) - at.y()) / double(plane.top - plane.bottom);
    const std::vector<float> says = surfaceAt(m_section->values, u, v);
    QStringList lines{tr("%1: %2").arg(featureName(m_section->question.across), number(at.x())), tr("%1: %2").arg(featureName(m_section->question.up), number(at.y()))};
    if (m_section->classes == 0) {
        const bool verdict = m_section->question.node.empty();
        const float value = verdict ? data()->targetInUnits(says[0]) : says[0];
        lines += tr("%1: %2").arg(verdict ? tr("prediction") : QStringLiteral("%1 · %2").arg(QString::fromStdString(m_section->question.node)).arg(m_section->question.number + 1), number(double(value)));
        return lines.join(u'\n');
    }
    for (int c = 0; c < m_section->classes && says.size() <= 2; ++c) {
        const double second = m_section->decision == Decision::Sign ? (1 + double(says[0])) / 2 : double(says[0]);
        const double p = says.size() > size_t(c) && says.size() > 1 ? double(says[size_t(c)]) : c == 1 ? second : 1 - second;
        lines += tr("%1: %2 %").arg(m_dots.samples().className(c), number(std::round(1000 * p) / 10));
    }
    if (says.size() > 2) {
        const auto best = std::max_element(says.begin(), says.end()) - says.begin();
        lines += tr("%1: %2 %").arg(m_dots.samples().className(int(best)), number(std::round(1000 * double(says[size_t(best)])) / 10));
    }
    return lines.join(u'\n');
}

void SectionView::showReading()
{
    QString text;
    if (m_section && data() && !m_section->question.node.empty())
        text = tr("%1, neuron %2: %3 to %4").arg(QString::fromStdString(m_section->question.node)).arg(m_section->question.number + 1).arg(number(m_least), number(m_most));
    header()->setReading(text);
    setAccessibleDescription(m_cursor ? readingAt(*m_cursor).replace(u'\n', QStringLiteral(" · ")) : text);
}

void SectionView::moveCursor(const QPointF &units)
{
    m_cursor = units;
    showReading();
    update();
}

void SectionView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_section || !data())
        return;
    const PlaneAxes axes = this->axes(body());
    if (axes.pixels().contains(event->position()))
        moveCursor(axes.toUnits(event->position()));
    else
        leaveEvent(nullptr);
}

void SectionView::mousePressEvent(QMouseEvent *event)
{
    if (!m_section || !data())
        return;
    const PlaneAxes axes = this->axes(body());
    const int64_t dots = std::min(data()->count(), mostDots);
    QList<QPointF> places;
    for (int64_t i = 0; i < dots; ++i)
        places.append(placeOf(axes, i * data()->count() / dots));
    if (const int nearest = SampleDots::nearest(places, event->position(), theme()->space(3)); nearest >= 0)
        emit sampleChosen(nearest * data()->count() / dots);
}

void SectionView::leaveEvent(QEvent *)
{
    m_cursor.reset();
    showReading();
    update();
}

void SectionView::keyPressEvent(QKeyEvent *event)
{
    const int right = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const int up = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    if (!m_section || (!right && !up))
        return PaintedView::keyPressEvent(event);
    const Plane &plane = m_section->plane;
    const double width = double(plane.right - plane.left), height = double(plane.top - plane.bottom);
    const QPointF from = m_cursor.value_or(QPointF(double(plane.left) + width / 2, double(plane.bottom) + height / 2));
    const QPointF to = m_cursor ? from + QPointF(right * width / 40, up * height / 40) : from;
    moveCursor({std::clamp(to.x(), double(plane.left), double(plane.right)), std::clamp(to.y(), double(plane.bottom), double(plane.top))});
}

QJsonObject SectionView::choices() const
{
    return {{QStringLiteral("neuron"), m_ofNeuron}, {QStringLiteral("number"), m_number}, {QStringLiteral("across"), m_across}, {QStringLiteral("up"), m_up}, {QStringLiteral("at_sample"), m_atSample}};
}

void SectionView::setChoices(const QJsonObject &choices)
{
    setOfNeuron(choices[QStringLiteral("neuron")].toBool(), std::max(0, choices[QStringLiteral("number")].toInt()));
    setAtSample(choices[QStringLiteral("at_sample")].toBool());
    const int across = choices[QStringLiteral("across")].toInt(-1), up = choices[QStringLiteral("up")].toInt(-1);
    if (across >= 0 && up >= 0 && across != up && (m_features.isEmpty() || (m_features.contains(across) && m_features.contains(up))))
        setFeatures(across, up);
}

QString SectionView::csv() const
{
    const int64_t outputs = m_section ? m_section->values.shape()[0] : 1, n = m_section ? m_section->plane.resolution : 0;
    QString text = QStringLiteral("across,up");
    for (int64_t k = 0; k < outputs; ++k)
        text += QStringLiteral(",value%1").arg(k + 1);
    text += u'\n';
    for (int64_t i = 0; i < n * n; ++i) {
        const Plane &plane = m_section->plane;
        text += QStringLiteral("%1,%2").arg(double(plane.left + (plane.right - plane.left) * (float(i % n) + 0.5f) / float(n))).arg(double(plane.top - (plane.top - plane.bottom) * (float(i / n) + 0.5f) / float(n)));
        for (int64_t k = 0; k < outputs; ++k)
            text += QStringLiteral(",%1").arg(double(m_section->values.row(k)[size_t(i)]));
        text += u'\n';
    }
    return text;
}

Figure SectionView::figure() const
{
    const bool two = m_section && data();
    const QString title = two ? tr("%1 and %2").arg(featureName(m_section->question.across), featureName(m_section->question.up)) : tr("Two inputs");
    return figureOf(tr("Two inputs"), title, [this] { return csv(); });
}

} // namespace zhibei
