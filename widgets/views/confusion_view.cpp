#include "widgets/views/confusion_view.h"

#include "widgets/theme/core_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhibei {

ConfusionView::ConfusionView(Theme *theme, QWidget *parent) : View(theme, parent), m_cellSamples(new SampleGrid(theme, this))
{
    m_cellSamples->hide();
    connect(m_cellSamples, &SampleGrid::chosen, this, &View::sampleChosen);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

std::vector<std::shared_ptr<const Probe>> ConfusionView::probes() const { return {std::make_shared<JudgementProbe>(m_probe)}; }

QSize ConfusionView::sizeHint() const { return {theme()->space(90), theme()->space(96)}; }

void ConfusionView::onData()
{
    m_judgement.reset();
    m_counts.clear();
    m_marked = {};
    m_cellSamples->setData(data());
    open({});
    update();
}

void ConfusionView::retranslate() { m_cellSamples->setAccessibleName(tr("Samples of the cell")); }

void ConfusionView::onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer)
{
    if (key.toStdString() != m_probe.key())
        return;
    m_judgement = std::dynamic_pointer_cast<const Judgement>(answer);
    if (m_judgement && m_judgement->classes == 0)
        m_judgement.reset();
    m_counts = m_judgement ? m_judgement->confusion() : std::vector<int64_t>();
    open(m_judgement ? m_open : Cell{});
    setAccessibleDescription(reading());
    update();
}

QString ConfusionView::className(int index) const
{
    return data() && size_t(index) < data()->classNames.size() ? coreText(data()->classNames[size_t(index)]) : QString::number(index);
}

std::vector<qint64> ConfusionView::samplesOf(int truth, int verdict) const
{
    std::vector<qint64> samples;
    for (size_t i = 0; m_judgement && i < m_judgement->truth.size(); ++i)
        if (m_judgement->truth[i] == truth && m_judgement->verdict[i] == verdict)
            samples.push_back(m_judgement->first + qint64(i));
    return samples;
}

QString ConfusionView::reading() const
{
    if (!m_judgement || m_counts.empty())
        return {};
    if (m_marked.truth < 0)
        return tr("%1 of %2 right").arg(std::lround(m_judgement->accuracy() * double(m_judgement->count()))).arg(m_judgement->count());
    const int classes = m_judgement->classes;
    const auto row = m_counts.begin() + m_marked.truth * classes;
    const int64_t count = row[m_marked.verdict], all = std::accumulate(row, row + classes, int64_t(0));
    if (m_marked.truth == m_marked.verdict)
        return tr("%1 recognised: %2 of %3").arg(className(m_marked.truth)).arg(count).arg(all);
    return tr("%1 taken for %2: %3 of %4").arg(className(m_marked.truth), className(m_marked.verdict)).arg(count).arg(all);
}

ConfusionView::Places ConfusionView::places(const QSize &size) const
{
    const int classes = m_judgement ? m_judgement->classes : 1;
    const QFontMetricsF metrics(theme()->font(Type::Caption));
    double names = 0;
    for (int c = 0; c < classes; ++c)
        names = std::max(names, metrics.horizontalAdvance(className(c)));
    const double line = metrics.height(), margin = theme()->space(2);
    names = std::min(names, size.width() / 4.0);
    const double left = 2 * margin + line + names + margin, top = 3 * line + 2 * margin;
    const double side = std::max(1.0, std::min(size.width() - left - margin, size.height() - top - margin));
    return {QRectF(left, top, side, side), side / classes};
}

void ConfusionView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, matrixSize(), m_marked);
}

void ConfusionView::paint(QPainter &painter, const QSize &size, Cell marked) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme()->font(Type::Caption));
    painter.setPen(theme()->color(Ink::Muted));
    if (!m_judgement || m_counts.empty()) {
        painter.drawText(QRect(QPoint(), size), Qt::AlignCenter | Qt::TextWordWrap, tr("This asks for a network that tells classes apart."));
        return;
    }
    const int classes = m_judgement->classes;
    const Places at = places(size);
    const double line = QFontMetricsF(painter.font()).height(), margin = theme()->space(2);
    const QRectF &grid = at.grid;
    painter.drawText(QRectF(margin, margin, size.width() - 2 * margin, line), Qt::AlignLeft | Qt::AlignVCenter, reading());
    painter.drawText(QRectF(grid.left(), grid.top() - 2 * line - margin / 2, grid.width(), line), Qt::AlignCenter, tr("verdict"));
    painter.save();
    painter.translate(margin + line / 2, grid.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-grid.height() / 2, -line / 2, grid.height(), line), Qt::AlignCenter, tr("right class"));
    painter.restore();
    const QFontMetricsF metrics(painter.font());
    for (int c = 0; c < classes; ++c) {
        painter.setPen(theme()->color(Ink::Text));
        const double nameWidth = grid.left() - 3 * margin - line;
        painter.drawText(QRectF(2 * margin + line, grid.top() + c * at.cell, nameWidth, at.cell), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(className(c), Qt::ElideRight, nameWidth));
        painter.drawText(QRectF(grid.left() + c * at.cell, grid.top() - line - margin / 2, at.cell, line), Qt::AlignCenter,
                         metrics.elidedText(className(c), Qt::ElideRight, at.cell));
    }
    for (int t = 0; t < classes; ++t) {
        const auto row = m_counts.begin() + t * classes;
        const int64_t all = std::accumulate(row, row + classes, int64_t(0));
        for (int v = 0; v < classes; ++v)
            paintCell(painter, QRectF(grid.left() + v * at.cell, grid.top() + t * at.cell, at.cell, at.cell).adjusted(1, 1, -1, -1), row[v], all, t == v);
    }
    if (marked.truth >= 0) {
        painter.setPen(QPen(theme()->color(Ink::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(grid.left() + marked.verdict * at.cell, grid.top() + marked.truth * at.cell, at.cell, at.cell), 4, 4);
    }
}

void ConfusionView::paintCell(QPainter &painter, const QRectF &place, int64_t count, int64_t row, bool right) const
{
    const double share = row > 0 ? double(count) / double(row) : 0;
    // Mistakes are few: their square root shows them beside what is right.
    const double strength = std::sqrt(share);
    const QColor ink = theme()->color(right ? Ink::Good : Ink::Bad), paper = theme()->color(Ink::Raised);
    const auto mix = [&](int a, int b) { return int(std::lround(a + (b - a) * strength)); };
    const QColor fill(mix(paper.red(), ink.red()), mix(paper.green(), ink.green()), mix(paper.blue(), ink.blue()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(place, 3, 3);
    if (count == 0 || place.height() < QFontMetricsF(painter.font()).height())
        return;
    painter.setPen(fill.lightnessF() > 0.55 ? QColor(Qt::black) : QColor(Qt::white));
    painter.drawText(place, Qt::AlignCenter, QString::number(count));
}

ConfusionView::Cell ConfusionView::cellAt(const QPointF &at) const
{
    const Places where = places(matrixSize());
    if (m_counts.empty() || !where.grid.contains(at))
        return {};
    const int last = m_judgement->classes - 1;
    return {std::min(last, int((at.y() - where.grid.top()) / where.cell)), std::min(last, int((at.x() - where.grid.left()) / where.cell))};
}

void ConfusionView::mark(Cell cell)
{
    if (cell == m_marked)
        return;
    m_marked = cell;
    m_shown = -1;
    setAccessibleDescription(reading());
    update();
}

void ConfusionView::showNext(Cell cell)
{
    mark(cell);
    open(cell);
    const std::vector<qint64> samples = samplesOf(cell.truth, cell.verdict);
    if (samples.empty())
        return;
    const auto next = std::upper_bound(samples.begin(), samples.end(), m_shown);
    m_shown = next == samples.end() ? samples.front() : *next;
    emit sampleChosen(m_shown);
}

void ConfusionView::open(Cell cell)
{
    m_open = cell;
    std::vector<int64_t> order;
    if (cell.truth >= 0)
        for (const qint64 sample : samplesOf(cell.truth, cell.verdict))
            order.push_back(sample - m_judgement->first);
    m_cellSamples->setVisible(!order.empty());
    m_cellSamples->setSamples(m_judgement, std::move(order));
    m_cellSamples->setChosen(sample());
    layOut();
}

QSize ConfusionView::matrixSize() const
{
    if (m_cellSamples->isHidden())
        return size();
    return width() > height() ? QSize(m_cellSamples->x(), height()) : QSize(width(), m_cellSamples->y());
}

void ConfusionView::layOut()
{
    // Beside the matrix where the view is wide, else below it.
    const QSize card = m_cellSamples->cardSize();
    const int gap = theme()->space(3), high = std::min(height() / 2, 2 * card.height() + gap);
    const int wide = std::max(std::min(width() / 2, card.width() + 3 * gap), width() - height());
    m_cellSamples->setGeometry(width() > height() ? QRect(width() - wide, gap, wide, height() - gap) : QRect(0, height() - high, width(), high));
    update();
}

void ConfusionView::resizeEvent(QResizeEvent *) { layOut(); }

void ConfusionView::mouseMoveEvent(QMouseEvent *event) { mark(cellAt(event->position())); }

void ConfusionView::mousePressEvent(QMouseEvent *event)
{
    if (const Cell cell = cellAt(event->position()); cell.truth >= 0)
        showNext(cell);
}

void ConfusionView::leaveEvent(QEvent *) { mark(m_open); }

void ConfusionView::keyPressEvent(QKeyEvent *event)
{
    const int down = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const int right = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && m_open.truth >= 0)
        return open({});
    if (m_counts.empty() || (!down && !right && !enters))
        return View::keyPressEvent(event);
    const int last = m_judgement->classes - 1;
    if (enters && m_marked.truth >= 0)
        showNext(m_marked);
    else
        mark({std::clamp(m_marked.truth + down, 0, last), std::clamp(m_marked.verdict + right, 0, last)});
}

QString ConfusionView::csv() const
{
    QString text = QStringLiteral("truth,verdict,count\n");
    const int classes = m_counts.empty() ? 0 : m_judgement->classes;
    for (int t = 0; t < classes; ++t)
        for (int v = 0; v < classes; ++v)
            text += QStringLiteral("%1,%2,%3\n").arg(className(t), className(v)).arg(m_counts[size_t(t * classes + v)]);
    return text;
}

Figure ConfusionView::figure() const
{
    return {tr("Confusion matrix"), size(), [this](QPaintDevice &device, const QSize &size) {
                QPainter painter(&device);
                painter.fillRect(QRect(QPoint(), size), theme()->color(Ink::Surface));
                paint(painter, size, {});
            }, [this] { return csv(); }};
}

} // namespace zhibei
