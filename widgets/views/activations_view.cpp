#include "widgets/views/activations_view.h"

#include "core/layers/layer_kind.h"
#include "widgets/plots/reading_card.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

QString percentText(double share) { return QStringLiteral("%1 %").arg(QString::number(100 * share, 'f', share > 0 && share < 0.1 ? 1 : 0)); }

} // namespace

ActivationsView::ActivationsView(Theme *theme, QWidget *parent) : ChoiceView(theme, parent)
{
    bar()->addGroup(QStringLiteral("of"), {QStringLiteral("sample"), QStringLiteral("batch")});
    bar()->addGroup(QStringLiteral("scale"), {QStringLiteral("layer"), QStringLiteral("unit"), QStringLiteral("global")});
    bar()->addSwitch(QStringLiteral("log"));
}

void ActivationsView::nameChoices()
{
    const auto name = [this](const char *key, const char *value, const QString &text, const QString &tip) {
        bar()->setText(QString::fromLatin1(key), QString::fromLatin1(value), text, tip);
    };
    name("of", "sample", tr("sample"), tr("What the chosen sample calls forth"));
    name("of", "batch", tr("batch"), tr("The mean over a batch of training samples"));
    name("scale", "layer", tr("layer"), tr("One colour scale for the whole layer"));
    name("scale", "unit", tr("unit"), tr("Each unit by its own largest number"));
    name("scale", "global", tr("all layers"), tr("One colour scale for all layers"));
    name("log", "on", tr("log"), tr("Logarithmic colours and bars: small numbers grow visible"));
}

std::vector<std::shared_ptr<const Probe>> ActivationsView::probes() const
{
    if (node().empty())
        return {};
    return {std::make_shared<ActivationsProbe>(node(), sample())};
}

void ActivationsView::forget()
{
    m_found.reset();
    m_picture = {};
    m_marked = m_bin = -1;
    update();
}

void ActivationsView::onData() { forget(); }
void ActivationsView::onNode() { forget(); }

void ActivationsView::onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer)
{
    if (node().empty() || key.toStdString() != ActivationsProbe(node(), sample()).key())
        return;
    const auto found = std::dynamic_pointer_cast<const Activations>(answer);
    if (!found || !m_found || found->units.shape != m_found->units.shape) {
        forget();
        if (found)
            m_picture = NumberPicture::ofOutput(found->units.shape);
    }
    m_found = found;
    fill();
}

void ActivationsView::onChoice() { fill(); }

void ActivationsView::restyle()
{
    ChoiceView::restyle();
    fill();
}

/// Data are pictures in ink on paper, as everywhere.
bool ActivationsView::inInk() const
{
    const Node *of = model() ? model()->network.find(node()) : nullptr;
    const LayerKind *kind = of ? findKind(of->kind) : nullptr;
    return kind && kind->category == Category::Data && m_found && m_found->all.least >= 0;
}

void ActivationsView::fill()
{
    if (m_found) {
        const QString scale = bar()->value(QStringLiteral("scale"));
        const bool batch = bar()->value(QStringLiteral("of")) == QLatin1String("batch");
        m_picture.setNumbers(batch ? m_found->mean : m_found->sample, [&](int64_t k) {
            return double(scale == QLatin1String("unit") ? m_found->unitMagnitude[size_t(m_found->units.of(k))]
                          : scale == QLatin1String("global") ? m_found->globalMagnitude : m_found->layerMagnitude);
        }, bar()->isOn(QStringLiteral("log")), inInk(), *theme());
        setAccessibleDescription((facts() + reading()).join(QStringLiteral(", ")));
    }
    update();
}

QList<Fact> ActivationsView::factList() const
{
    if (!m_found)
        return {};
    const Distribution &all = m_found->all;
    QList<Fact> facts{{tr("mean"), numberText(all.mean)}, {tr("spread"), numberText(all.deviation)},
                      {tr("smallest"), numberText(double(all.least))}, {tr("largest"), numberText(double(all.greatest))},
                      {tr("dead units"), percentText(m_found->deadShare())}};
    if (m_found->saturated)
        facts.append({tr("saturated"), percentText(*m_found->saturated)});
    if (all.notFinite > 0)
        facts.append({tr("no numbers"), QLocale().toString(qlonglong(all.notFinite))});
    facts.append({tr("samples"), QLocale().toString(qlonglong(m_found->samples))});
    return facts;
}

QStringList ActivationsView::facts() const
{
    QStringList lines;
    for (const Fact &fact : factList())
        lines += fact.name + u' ' + fact.value;
    return lines;
}

QString ActivationsView::unitName(int64_t k) const
{
    const Shape &shape = m_found->units.shape;
    if (shape.rank() == 3)
        return tr("map %1, pixel (%2, %3)").arg(k / (shape[1] * shape[2]) + 1).arg(k % shape[2] + 1).arg(k / shape[2] % shape[1] + 1);
    if (shape.rank() == 2)
        return tr("time %1, feature %2").arg(k / shape[1] + 1).arg(k % shape[1] + 1);
    return tr("unit %1").arg(k + 1);
}

QStringList ActivationsView::reading() const
{
    if (!m_found || m_marked < 0 || m_marked >= int64_t(m_found->mean.size()))
        return {};
    const size_t k = size_t(m_marked);
    QStringList lines{unitName(m_marked)};
    if (!m_found->sample.empty())
        lines += tr("sample: %1").arg(numberText(double(m_found->sample[k])));
    lines += tr("batch: %1 ± %2").arg(numberText(double(m_found->mean[k])), numberText(double(m_found->deviation[k])));
    lines += tr("from %1 to %2").arg(numberText(double(m_found->least[k])), numberText(double(m_found->greatest[k])));
    return lines;
}

PicturePlaces ActivationsView::places(const QRectF &area) const
{
    return PicturePlaces::in(area, *theme(), factList().size(), !m_picture.pageText().isEmpty());
}

void ActivationsView::paintBody(QPainter &painter, const QRectF &area, bool live) const
{
    if (!m_found) {
        const bool known = model() && !node().empty();
        return paintMessage(painter, area, known ? tr("This node gives no numbers that could be shown.") : tr("Select a node on the canvas to see what it gives."));
    }
    const PicturePlaces at = places(area);
    m_picture.paint(painter, *theme(), at.picture, live ? m_marked : -1);
    painter.setPen(theme()->color(Ink::Muted));
    painter.setFont(theme()->font(Type::Caption));
    painter.drawText(at.page, Qt::AlignLeft | Qt::AlignVCenter, m_picture.pageText());
    const QString scale = bar()->value(QStringLiteral("scale"));
    paintScale(painter, *theme(), at.scale, double(scale == QLatin1String("global") ? m_found->globalMagnitude : m_found->layerMagnitude),
               bar()->isOn(QStringLiteral("log")), inInk(), scale == QLatin1String("unit") ? tr("largest") : QString());
    const DistributionChart chart{m_found->all};
    chart.paint(painter, *theme(), at.chart, bar()->isOn(QStringLiteral("log")), live ? m_bin : -1);
    paintFacts(painter, *theme(), at.facts, factList());
    ReadingCard card;
    QPointF anchor;
    if (live && m_bin >= 0 && m_bin < int(m_found->all.bins.size())) {
        card.lines = {{chart.reading(m_bin), theme()->color(Ink::Text)}};
        anchor = at.chart.topLeft();
    } else if (live && m_marked >= 0) {
        for (const QString &line : reading())
            card.lines.append({line, theme()->color(card.lines.isEmpty() ? Ink::Muted : Ink::Text)});
        anchor = m_picture.cell(at.picture, m_marked).topRight();
    }
    card.paint(painter, *theme(), anchor, area);
}

void ActivationsView::mark(int64_t k)
{
    if (k == m_marked)
        return;
    m_marked = k;
    setAccessibleDescription((reading() + facts()).join(QStringLiteral(", ")));
    update();
}

void ActivationsView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_found)
        return;
    const PicturePlaces at = places(body());
    const int bin = DistributionChart{m_found->all}.at(*theme(), at.chart, event->position());
    if (bin != m_bin)
        update();
    m_bin = bin;
    mark(m_picture.at(at.picture, event->position()));
}

void ActivationsView::leaveEvent(QEvent *)
{
    m_bin = -1;
    mark(-1);
    update();
}

void ActivationsView::keyPressEvent(QKeyEvent *event)
{
    const int down = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const int right = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const int page = event->key() == Qt::Key_PageDown ? 1 : event->key() == Qt::Key_PageUp ? -1 : 0;
    if (m_found && page && m_picture.turnPage(page))
        return update();
    if (!m_found || (!down && !right))
        return ChoiceView::keyPressEvent(event);
    mark(m_picture.neighbour(places(body()).picture, m_marked, right, down));
}

void ActivationsView::wheelEvent(QWheelEvent *event)
{
    if (m_found && event->angleDelta().y() != 0 && m_picture.turnPage(event->angleDelta().y() < 0 ? 1 : -1))
        update();
}

QString ActivationsView::csv() const
{
    QString text = QStringLiteral("index,sample,mean,deviation,least,greatest\n");
    for (size_t k = 0; m_found && k < m_found->mean.size(); ++k)
        text += QStringLiteral("%1,%2,%3,%4,%5,%6\n").arg(k).arg(m_found->sample.empty() ? QString() : QString::number(double(m_found->sample[k])))
                    .arg(double(m_found->mean[k])).arg(double(m_found->deviation[k])).arg(double(m_found->least[k])).arg(double(m_found->greatest[k]));
    return text;
}

Figure ActivationsView::figure() const { return paintedFigure(tr("Activations"), [this] { return csv(); }); }

} // namespace zhibei
