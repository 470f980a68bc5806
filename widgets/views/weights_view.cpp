#include "widgets/views/weights_view.h"

#include "widgets/plots/curve_data.h"
#include "widgets/plots/reading_card.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

/// Which unit a weight belongs to: a matrix {inputs, units} by column, kernels {outputs, …} by the first axis.
int64_t unitOf(const Shape &shape, int64_t k) { return shape.rank() == 2 ? k % shape[1] : shape.rank() >= 3 ? k / (shape.count() / shape[0]) : k; }
int64_t unitCount(const Shape &shape) { return shape.rank() == 2 ? shape[1] : shape.rank() >= 3 ? shape[0] : shape.count(); }

} // namespace

WeightsView::WeightsView(Theme *theme, QWidget *parent) : ChoiceView(theme, parent)
{
    bar()->addList(QStringLiteral("parameter"));
    bar()->addGroup(QStringLiteral("of"), {QStringLiteral("values"), QStringLiteral("gradient")});
    bar()->addGroup(QStringLiteral("when"), {QStringLiteral("now"), QStringLiteral("time")});
    bar()->addGroup(QStringLiteral("scale"), {QStringLiteral("layer"), QStringLiteral("unit"), QStringLiteral("global")});
    bar()->addSwitch(QStringLiteral("log"));
}

void WeightsView::nameChoices()
{
    const auto name = [this](const char *key, const char *value, const QString &text, const QString &tip) {
        bar()->setText(QString::fromLatin1(key), QString::fromLatin1(value), text, tip);
    };
    name("of", "values", tr("weights"), tr("The learned numbers themselves"));
    name("of", "gradient", tr("gradient"), tr("How the loss of a batch changes with each of them"));
    name("when", "now", tr("now"), tr("Every number as it is now"));
    name("when", "time", tr("over time"), tr("How they are spread at every step since this view was opened"));
    name("scale", "layer", tr("layer"), tr("One colour scale for the whole layer"));
    name("scale", "unit", tr("unit"), tr("Each unit by its own largest number"));
    name("scale", "global", tr("all layers"), tr("One colour scale for all layers"));
    name("log", "on", tr("log"), tr("Logarithmic colours and bars: small numbers grow visible"));
    fill();
}

std::vector<std::shared_ptr<const Probe>> WeightsView::probes() const
{
    if (node().empty())
        return {};
    return {std::make_shared<NodeParametersProbe>(node())};
}

void WeightsView::forget()
{
    m_found.reset();
    m_past.clear();
    m_drawn.clear();
    m_picture = {};
    m_hovered = m_kept = m_bin = -1;
    m_pointer.reset();
    update();
}

void WeightsView::onData() { forget(); }
void WeightsView::onNode() { forget(); }

void WeightsView::onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer)
{
    if (node().empty() || key.toStdString() != NodeParametersProbe(node()).key())
        return;
    m_found = std::dynamic_pointer_cast<const NodeParameters>(answer);
    if (!m_found)
        return forget();
    for (const NodeParameters::Part &part : m_found->parts) {
        m_past[part.name].values.add(*m_found->snapshot, part.valueSpread);
        m_past[part.name].gradients.add(*m_found->snapshot, part.gradientSpread);
    }
    fill();
}

void WeightsView::onChoice() { fill(); }

void WeightsView::restyle()
{
    ChoiceView::restyle();
    fill();
}

const NodeParameters::Part *WeightsView::part() const
{
    if (!m_found)
        return nullptr;
    const NodeParameters::Part *chosen = m_found->part(bar()->value(QStringLiteral("parameter")).toStdString());
    return chosen ? chosen : &m_found->parts.front();
}

bool WeightsView::ofGradient() const { return bar()->value(QStringLiteral("of")) == QLatin1String("gradient"); }
bool WeightsView::overTime() const { return bar()->value(QStringLiteral("when")) == QLatin1String("time"); }
const std::vector<float> &WeightsView::numbers() const { return ofGradient() ? part()->gradients : part()->values; }
const Distribution &WeightsView::spread() const { return ofGradient() ? part()->gradientSpread : part()->valueSpread; }
double WeightsView::layerScale() const { return double(ofGradient() ? m_found->layerGradient : m_found->layerValue); }

const DistributionHistory &WeightsView::history() const
{
    static const DistributionHistory none;
    const NodeParameters::Part *chosen = part();
    if (!chosen)
        return none;
    const Past &past = m_past.at(chosen->name);
    return ofGradient() ? past.gradients : past.values;
}

double WeightsView::fullColour(int64_t k) const
{
    const QString scale = bar()->value(QStringLiteral("scale"));
    if (scale == QLatin1String("unit"))
        return m_unitScale[size_t(unitOf(part()->shape, k))];
    if (scale == QLatin1String("global"))
        return double(ofGradient() ? m_found->globalGradient : m_found->globalValue);
    return layerScale();
}

void WeightsView::fill()
{
    QList<std::pair<QString, QString>> names;
    for (size_t i = 0; m_found && i < m_found->parts.size(); ++i) {
        const NodeParameters::Part &each = m_found->parts[i];
        const QString id = QString::fromStdString(each.name);
        const QString name = id == QLatin1String("weights") ? tr("Weights") : id == QLatin1String("bias") ? tr("Bias") : id;
        names.append({id, QStringLiteral("%1 · %2").arg(name, QString::fromStdString(each.shape.text()))});
    }
    bar()->setList(QStringLiteral("parameter"), names, tr("Which learned numbers"));
    bar()->setShown(QStringLiteral("parameter"), names.size() > 1);
    bar()->setShown(QStringLiteral("scale"), !overTime());
    placeBar();
    update();
    const NodeParameters::Part *chosen = part();
    if (!chosen)
        return;
    const std::string drawn = chosen->name + " " + chosen->shape.text();
    if (drawn != m_drawn) {
        m_picture = NumberPicture::ofParameter(chosen->shape, chosen->picture);
        m_drawn = drawn;
        m_hovered = m_kept = -1;
    }
    m_unitScale.assign(size_t(unitCount(chosen->shape)), 0);
    for (size_t k = 0; k < numbers().size(); ++k)
        if (double &most = m_unitScale[size_t(unitOf(chosen->shape, int64_t(k)))]; std::isfinite(numbers()[k]))
            most = std::max(most, double(std::abs(numbers()[k])));
    m_picture.setNumbers(numbers(), [this](int64_t k) { return fullColour(k); }, bar()->isOn(QStringLiteral("log")), false, *theme());
    setAccessibleDescription((facts() + reading()).join(QStringLiteral(", ")));
}

QList<Fact> WeightsView::factList() const
{
    if (!part())
        return {};
    const Distribution &all = spread();
    QList<Fact> facts;
    if (!all.bins.empty())
        facts = {{tr("mean"), numberText(all.mean)}, {tr("spread"), numberText(all.deviation)},
                 {tr("smallest"), numberText(double(all.least))}, {tr("largest"), numberText(double(all.greatest))},
                 {tr("norm"), numberText(all.norm())}};
    if (all.notFinite > 0)
        facts.append({tr("no numbers"), QLocale().toString(qlonglong(all.notFinite))});
    facts.append({tr("count"), QLocale().toString(qlonglong(part()->values.size()))});
    return facts;
}

QStringList WeightsView::facts() const
{
    QStringList lines;
    for (const Fact &fact : factList())
        lines += fact.name + u' ' + fact.value;
    return lines;
}

QString WeightsView::place(int64_t k) const
{
    const Shape &shape = part()->shape;
    QStringList at;
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        at.prepend(QString::number(k % shape[axis] + 1));
        k /= shape[axis];
    }
    return QStringLiteral("%1.%2 [%3]").arg(QString::fromStdString(node()), QString::fromStdString(part()->name), at.join(QStringLiteral(", ")));
}

QStringList WeightsView::reading() const
{
    const int64_t k = m_hovered >= 0 ? m_hovered : m_kept;
    if (!part() || overTime() || k < 0 || k >= int64_t(part()->values.size()))
        return {};
    QStringList lines{place(k), tr("value %1").arg(numberText(double(part()->values[size_t(k)])))};
    if (!part()->gradients.empty())
        lines += tr("gradient %1").arg(numberText(double(part()->gradients[size_t(k)])));
    return lines;
}

PicturePlaces WeightsView::places(const QRectF &area) const
{
    return PicturePlaces::in(area, *theme(), factList().size(), !m_picture.pageText().isEmpty() && !overTime());
}

void WeightsView::paintHistory(QPainter &painter, const QRectF &area, bool live) const
{
    const auto &entries = history().entries();
    if (entries.empty())
        return;
    const QFontMetricsF metrics(painter.font());
    const auto [low, high] = history().range();
    const QString top = numberText(double(high)), bottom = numberText(double(low));
    const double left = std::max(metrics.horizontalAdvance(top), metrics.horizontalAdvance(bottom)) + theme()->space(1), line = metrics.height();
    const QRectF field = area.adjusted(left, 0, 0, -line - 2);
    if (field.width() < 4 || field.height() < 4)
        return;
    painter.drawImage(field, history().image(*theme(), field.size().toSize()));
    painter.setPen(theme()->color(Ink::Muted));
    painter.drawText(QRectF(area.left(), field.top(), left - theme()->space(1), line), Qt::AlignRight | Qt::AlignTop, top);
    painter.drawText(QRectF(area.left(), field.bottom() - line, left - theme()->space(1), line), Qt::AlignRight | Qt::AlignBottom, bottom);
    const QRectF below(field.left(), field.bottom() + 2, field.width(), line);
    painter.drawText(below, Qt::AlignLeft, tr("step %1").arg(countText(entries.front().step)));
    if (entries.size() > 1)
        painter.drawText(below, Qt::AlignRight, tr("step %1").arg(countText(entries.back().step)));
    if (low < 0 && high > 0) {
        const double zero = field.top() + field.height() * double(high) / (double(high) - double(low));
        painter.setPen(QPen(theme()->color(Ink::Accent), 1, Qt::DotLine));
        painter.drawLine(QPointF(field.left(), zero), QPointF(field.right(), zero));
    }
    if (!live || !m_pointer || !field.contains(*m_pointer))
        return;
    const double first = double(entries.front().step), last = double(entries.back().step);
    const auto *entry = history().at(first + (last - first) * (m_pointer->x() - field.left()) / field.width());
    if (!entry)
        return;
    ReadingCard card;
    card.lines = {{tr("step %1").arg(countText(entry->step)), theme()->color(Ink::Muted)},
                  {tr("mean %1, spread %2").arg(numberText(entry->of.mean), numberText(entry->of.deviation)), theme()->color(Ink::Text)},
                  {tr("from %1 to %2").arg(numberText(double(entry->of.least)), numberText(double(entry->of.greatest))), theme()->color(Ink::Text)}};
    card.paint(painter, *theme(), *m_pointer, area);
}

void WeightsView::paintBody(QPainter &painter, const QRectF &area, bool live) const
{
    if (!part()) {
        const bool known = model() && !node().empty();
        return paintMessage(painter, area, known ? tr("This node learns no numbers of its own.") : tr("Select a layer on the canvas to see its weights."));
    }
    if (ofGradient() && part()->gradients.empty())
        return paintMessage(painter, area, tr("No loss teaches these numbers, so they have no gradient."));
    const PicturePlaces at = places(area);
    painter.setFont(theme()->font(Type::Caption));
    const bool logarithmic = bar()->isOn(QStringLiteral("log"));
    if (overTime()) {
        paintHistory(painter, QRectF(at.picture.topLeft(), at.scale.bottomRight()), live);
    } else {
        m_picture.paint(painter, *theme(), at.picture, live ? (m_hovered >= 0 ? m_hovered : m_kept) : -1);
        painter.setPen(theme()->color(Ink::Muted));
        painter.drawText(at.page, Qt::AlignLeft | Qt::AlignVCenter, m_picture.pageText());
        const bool own = bar()->value(QStringLiteral("scale")) == QLatin1String("unit");
        paintScale(painter, *theme(), at.scale, fullColour(0), logarithmic, false, own ? tr("largest") : QString());
    }
    const DistributionChart chart{spread()};
    chart.paint(painter, *theme(), at.chart, logarithmic, live ? m_bin : -1);
    paintFacts(painter, *theme(), at.facts, factList());
    if (!live)
        return;
    ReadingCard card;
    QPointF anchor;
    if (m_bin >= 0 && m_bin < int(spread().bins.size())) {
        card.lines = {{chart.reading(m_bin), theme()->color(Ink::Text)}};
        anchor = at.chart.topLeft();
    } else {
        for (const QString &line : reading())
            card.lines.append({line, theme()->color(card.lines.isEmpty() ? Ink::Muted : Ink::Text)});
        anchor = m_picture.cell(at.picture, m_hovered >= 0 ? m_hovered : m_kept).topRight();
    }
    card.paint(painter, *theme(), anchor, area);
}

void WeightsView::mark(int64_t k)
{
    m_kept = k;
    setAccessibleDescription((reading() + facts()).join(QStringLiteral(", ")));
    update();
}

void WeightsView::mouseMoveEvent(QMouseEvent *event)
{
    if (!part())
        return;
    const PicturePlaces at = places(body());
    m_bin = DistributionChart{spread()}.at(*theme(), at.chart, event->position());
    m_hovered = overTime() ? -1 : m_picture.at(at.picture, event->position());
    m_pointer = overTime() ? std::optional(event->position()) : std::nullopt;
    update();
}

void WeightsView::mousePressEvent(QMouseEvent *event)
{
    if (part() && !overTime())
        mark(m_picture.at(places(body()).picture, event->position()));
    ChoiceView::mousePressEvent(event);
}

void WeightsView::leaveEvent(QEvent *)
{
    m_bin = -1;
    m_hovered = -1;
    m_pointer.reset();
    update();
}

void WeightsView::keyPressEvent(QKeyEvent *event)
{
    const int down = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const int right = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const int page = event->key() == Qt::Key_PageDown ? 1 : event->key() == Qt::Key_PageUp ? -1 : 0;
    if (part() && page && m_picture.turnPage(page))
        return update();
    if (!part() || overTime() || (!down && !right))
        return ChoiceView::keyPressEvent(event);
    mark(m_picture.neighbour(places(body()).picture, m_kept, right, down));
}

void WeightsView::wheelEvent(QWheelEvent *event)
{
    if (part() && event->angleDelta().y() != 0 && m_picture.turnPage(event->angleDelta().y() < 0 ? 1 : -1))
        update();
}

QString WeightsView::csv() const
{
    if (part() && overTime()) {
        QString text = QStringLiteral("step,mean,deviation,least,greatest\n");
        for (const auto &entry : history().entries())
            text += QStringLiteral("%1,%2,%3,%4,%5\n").arg(entry.step).arg(entry.of.mean).arg(entry.of.deviation).arg(double(entry.of.least)).arg(double(entry.of.greatest));
        return text;
    }
    QString text = QStringLiteral("parameter,index,value,gradient\n");
    for (size_t k = 0; part() && k < part()->values.size(); ++k)
        text += QStringLiteral("%1,%2,%3,%4\n").arg(QString::fromStdString(part()->name)).arg(k).arg(double(part()->values[k]))
                    .arg(part()->gradients.empty() ? QString() : QString::number(double(part()->gradients[k])));
    return text;
}

Figure WeightsView::figure() const { return paintedFigure(tr("Weights"), [this] { return csv(); }); }

} // namespace zhibei
