#include "widgets/views/inside/steps_page.h"

#include "core/layers/layer_kind.h"
#include "core/ops/ops.h"
#include "widgets/theme/core_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr int64_t mostCells = 400'000; // of many large maps, the first

/// What an op computes, in the language of formulas; empty where words say it better.
QString formulaOf(const OpInstance &op)
{
    static const std::pair<const Op *, const char *> formulas[] = {
        {&denseOp, "y = Wᵀ·x + b"}, {&convOp, "y = Σ w·x + b"}, {&convTransposeOp, "y = Σ w·x + b"},
        {&sigmoidOp, "y = 1 / (1 + e⁻ˣ)"}, {&tanhOp, "y = tanh(x)"}, {&reluOp, "y = max(0, x)"}, {&geluOp, "y = x·Φ(x)"},
        {&softplusOp, "y = ln(1 + eˣ)"}, {&expOp, "y = eˣ"}, {&logOp, "y = ln x"}, {&sqrtOp, "y = √x"}, {&reciprocalOp, "y = 1 / x"},
        {&magnitudeOp, "y = |x|"}, {&addOp, "y = x₁ + x₂ + …"}, {&multiplyOp, "y = x₁·x₂·…"}, {&softmaxOp, "yᵢ = e^xᵢ / Σ e^xⱼ"},
        {&normaliseOp, "y = (x − μ) / σ"}, {&unitLengthOp, "y = x / |x|"}, {&axisSumOp, "y = k·Σ x"}, {&maxPoolOp, "y = max x"},
        {&averagePoolOp, "y = Σ x / n"}, {&matmulOp, "y = A·B"}, {&squashOp, "y = x·|x| / (1 + |x|²)"}, {&capsuleLengthOp, "y = |x|"},
        {&embeddingOp, "y = W[x]"}, {&affineOp, "y = γ·x + β"}, {&standardiseOp, "y = (x − μ) / σ"},
        {&squaredLossOp, "L = Σ (y − t)² / n"}, {&softmaxCrossEntropyOp, "L = −ln p(t)"}, {&sigmoidCrossEntropyOp, "L = −ln p(t)"},
        {&absoluteLossOp, "L = Σ |y − t| / n"}};
    if (op.op == &scaleOp) {
        const QString factor = QStringLiteral("y = %1·x").arg(shortNumber(op.reals[0]));
        return op.reals[1] == 0 ? factor : factor + QStringLiteral(" + %1").arg(shortNumber(op.reals[1]));
    }
    for (const auto &[known, formula] : formulas)
        if (known == op.op)
            return QString::fromUtf8(formula);
    return {};
}

} // namespace

void StepsPage::onInside()
{
    m_rows.clear();
    if (!inside())
        return;
    const Program &program = inside()->program();
    for (const ValueId value : inside()->arrives) {
        QString from = QString::fromStdString(program.values[size_t(value)].node);
        for (const auto &[port, made] : program.ports)
            if (made == value && port.node != inside()->node)
                from = QString::fromStdString(port.node);
        m_rows.push_back({value, nullptr, from.isEmpty() || from == QString::fromStdString(inside()->node) ? tr("arrives") : tr("arrives from %1").arg(from), {}});
    }
    for (const int index : inside()->ops) {
        const OpInstance &op = inside()->op(index);
        if (!inside()->numbers(op.outputs[0]).empty())
            m_rows.push_back({op.outputs[0], &op, QString::fromLatin1(op.op->id), formulaOf(op)});
        if (op.op == &softmaxCrossEntropyOp || op.op == &sigmoidCrossEntropyOp)
            m_rows.insert(m_rows.end() - 1, {op.outputs[1], &op, tr("probabilities"), op.op == &softmaxCrossEntropyOp ? formulaOf({&softmaxOp}) : formulaOf({&sigmoidOp})});
    }
    m_row = m_row < 0 || m_row >= rowCount() ? rowCount() - 1 : m_row;
    const int shown = places(size()).shown;
    m_first = std::clamp(m_first, std::max(0, m_row - shown + 1), std::max(0, m_row));
}

void StepsPage::choose(int row, int64_t number)
{
    if (m_rows.empty())
        return;
    m_row = std::clamp(row, 0, rowCount() - 1);
    const auto count = int64_t(inside()->numbers(m_rows[size_t(m_row)].value).size());
    m_number = std::clamp<int64_t>(number, 0, std::max<int64_t>(0, count - 1));
    const Places at = places(size());
    m_first = std::clamp(m_first, std::max(0, m_row - at.shown + 1), m_row);
    changed();
}

QString StepsPage::place() const { return m_row >= 0 && m_row < rowCount() && rowCount() > 2 ? m_rows[size_t(m_row)].name : QString(); }

QString StepsPage::numberName(ValueId value, int64_t number) const
{
    const Shape &shape = inside()->shape(value);
    QStringList parts;
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        parts.prepend(QString::number(number % shape[axis] + 1));
        number /= shape[axis];
    }
    return parts.join(QStringLiteral(", "));
}

QString StepsPage::reading() const
{
    if (m_row < 0 || m_row >= rowCount())
        return {};
    const Row &row = m_rows[size_t(m_row)];
    const std::span<const float> numbers = inside()->numbers(row.value);
    if (size_t(m_number) >= numbers.size())
        return row.name;
    const QString value = shortNumber(double(numbers[size_t(m_number)]));
    const bool each = row.op && row.op->inputs.size() == 1 && inside()->shape(row.op->inputs[0]) == inside()->shape(row.value);
    const std::span<const float> before = each ? inside()->numbers(row.op->inputs[0]) : std::span<const float>();
    if (before.size() == numbers.size())
        return tr("%1 [%2]: %3 → %4").arg(row.name, numberName(row.value, m_number), shortNumber(double(before[size_t(m_number)])), value);
    return tr("%1 [%2] = %3").arg(row.name, numberName(row.value, m_number), value);
}

QString StepsPage::csv() const
{
    QString text = QStringLiteral("op,number,value\n");
    for (const Row &row : m_rows) {
        const std::span<const float> numbers = inside()->numbers(row.value);
        for (size_t k = 0; k < numbers.size(); ++k)
            text += QStringLiteral("%1,%2,%3\n").arg(row.op ? QString::fromLatin1(row.op->op->id) : QStringLiteral("input")).arg(k).arg(double(numbers[k]));
    }
    return text;
}

QString StepsPage::sentence() const
{
    const Node *node = inside() ? inside()->model->network.find(inside()->node) : nullptr;
    const LayerKind *kind = node ? findKind(node->kind) : nullptr;
    return kind ? coreText(kind->help) : QString();
}

StepsPage::Places StepsPage::places(const QSize &size) const
{
    const double gap = theme().space(4);
    const QRectF all = QRectF(QPointF(), size).adjusted(gap, theme().space(1), -gap, -gap / 2);
    Places at;
    at.head = QRectF(all.left(), all.top(), all.width(), all.width() < theme().space(130) ? 2.2 * line() : 1.4 * line());
    QRectF rest(all.left(), at.head.bottom() + theme().space(2), all.width(), all.bottom() - at.head.bottom() - theme().space(2));
    at.row = 2.6 * line();
    const bool beside = rest.width() > theme().space(120);
    at.list = rest;
    at.picture = rest;
    if (beside) {
        at.list.setWidth(std::min(rest.width() * 0.46, double(theme().space(110))));
        at.picture.setLeft(at.list.right() + gap);
    } else {
        at.list.setHeight(std::min(rest.height() * 0.5, at.row * std::max(1, rowCount())));
        at.picture.setTop(at.list.bottom() + gap / 2);
    }
    at.picture.setBottom(at.picture.bottom() - 1.4 * line());
    at.shown = std::max(1, int(at.list.height() / at.row));
    at.first = std::clamp(m_first, 0, std::max(0, rowCount() - at.shown));
    return at;
}

StepsPage::Picture StepsPage::picture(ValueId value) const
{
    const std::span<const float> numbers = inside()->numbers(value);
    const Shape &shape = inside()->shape(value);
    Picture p;
    const auto count = int64_t(numbers.size());
    if (shape.rank() >= 3) {
        p.high = shape[shape.rank() - 2];
        p.wide = shape[shape.rank() - 1];
    } else if (shape.rank() == 2) {
        p.turned = true; // [steps, units]: steps across
        p.high = shape[1];
        p.wide = shape[0];
    } else {
        p.wide = count <= 32 ? count : int64_t(std::ceil(std::sqrt(double(count) * 1.5)));
        p.high = (count + p.wide - 1) / std::max<int64_t>(1, p.wide);
    }
    const int64_t each = std::max<int64_t>(1, p.high * p.wide);
    p.tiles = std::clamp<int64_t>(count / each, 1, std::max<int64_t>(1, mostCells / each));
    p.across = std::max<int64_t>(1, int64_t(std::ceil(std::sqrt(double(p.tiles)))));
    const int64_t down = (p.tiles + p.across - 1) / p.across;
    p.cells.rows = down * p.high;
    p.cells.columns = p.across * p.wide;
    p.cells.values.assign(size_t(p.cells.rows * p.cells.columns), 0.0f);
    for (int64_t k = 0; k < std::min(count, p.tiles * each); ++k) {
        const int64_t tile = k / (p.high * p.wide), in = k % (p.high * p.wide);
        const int64_t y = p.turned ? in % p.high : in / p.wide, x = p.turned ? in / p.high : in % p.wide;
        const int64_t row = tile / p.across * p.high + y, column = tile % p.across * p.wide + x;
        p.cells.values[size_t(row * p.cells.columns + column)] = numbers[size_t(k)];
    }
    return p;
}

/// Cells are squares, and no larger than their number needs.
QRectF StepsPage::picturePlace(const QRectF &room, const Picture &p) const
{
    const double most = theme().space(18);
    return squareCells(QRectF(room.topLeft(), QSizeF(room.width(), std::min(room.height(), most * double(p.cells.rows)))), p.cells.rows, p.cells.columns);
}

int64_t StepsPage::numberAt(const Picture &p, const QRectF &area, const QPointF &at) const
{
    if (!area.contains(at))
        return -1;
    const auto row = std::min(p.cells.rows - 1, int64_t((at.y() - area.top()) / area.height() * double(p.cells.rows)));
    const auto column = std::min(p.cells.columns - 1, int64_t((at.x() - area.left()) / area.width() * double(p.cells.columns)));
    const int64_t tile = row / p.high * p.across + column / p.wide, y = row % p.high, x = column % p.wide;
    return tile * p.high * p.wide + (p.turned ? x * p.high + y : y * p.wide + x);
}

QRectF StepsPage::numberPlace(const Picture &p, const QRectF &area, int64_t number) const
{
    const int64_t tile = number / (p.high * p.wide), in = number % (p.high * p.wide);
    const int64_t y = p.turned ? in % p.high : in / p.wide, x = p.turned ? in / p.high : in % p.wide;
    return cellAt(area, p.cells, tile / p.across * p.high + y, tile % p.across * p.wide + x);
}

void StepsPage::draw(QPainter &painter, const QSize &size) const
{
    if (m_rows.empty())
        return;
    const Places at = places(size);
    painter.setFont(theme().font(Type::Caption));
    painter.setPen(theme().color(Ink::Muted));
    painter.drawText(at.head, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, sentence());
    for (int i = at.first; i < std::min(rowCount(), at.first + at.shown); ++i) {
        const Row &row = m_rows[size_t(i)];
        const QRectF place(at.list.left(), at.list.top() + (i - at.first) * at.row, at.list.width(), at.row - 4);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme().color(i == m_row ? Ink::Accent : Ink::Line), i == m_row ? 2 : 1));
        painter.setBrush(theme().color(i == m_row ? Ink::AccentBackground : Ink::Raised));
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), theme().controlRadius(), theme().controlRadius());
        const double side = place.height() - 10;
        const Picture small = picture(row.value);
        Cells cells = small.cells;
        cells.numbers = false;
        QRectF thumbnail = squareCells(QRectF(place.right() - 6 - 2 * side, place.top() + 5, 2 * side, side), cells.rows, cells.columns);
        thumbnail.moveCenter(QPointF(thumbnail.center().x(), place.center().y()));
        paintCells(painter, thumbnail, theme(), cells);
        const QRectF text = place.adjusted(theme().space(2), 0, -2 * side - 12, 0);
        painter.setFont(theme().font(Type::Strong));
        painter.setPen(theme().color(Ink::Text));
        paintLine(painter, QRectF(text.left(), text.top() + 3, text.width(), text.height() / 2 - 2), row.name + (row.formula.isEmpty() ? QString() : QStringLiteral("   ") + row.formula));
        painter.setFont(theme().font(Type::Caption));
        painter.setPen(theme().color(Ink::Muted));
        const std::span<const float> numbers = inside()->numbers(row.value);
        const auto [low, high] = std::minmax_element(numbers.begin(), numbers.end());
        const QString shape = QString::fromStdString(inside()->shape(row.value).text());
        paintLine(painter, QRectF(text.left(), text.center().y(), text.width(), text.height() / 2 - 3),
                  numbers.size() == 1 ? shortNumber(double(numbers[0])) : tr("%1 · from %2 to %3").arg(shape, shortNumber(double(*low)), shortNumber(double(*high))));
    }
    if (m_row < 0 || m_row >= rowCount())
        return;
    const Picture large = picture(m_rows[size_t(m_row)].value);
    const QRectF area = picturePlace(at.picture, large);
    paintCells(painter, area, theme(), large.cells);
    if (const QRectF marked = numberPlace(large, area, m_number); marked.width() > 2 && area.intersects(marked))
        paintMark(painter, marked, theme(), 1.5);
    painter.setFont(theme().font(Type::Strong));
    painter.setPen(theme().color(Ink::Text));
    paintLine(painter, QRectF(at.picture.left(), std::min(area.bottom() + 2, at.picture.bottom()), at.picture.width(), 1.4 * line()), reading(), Qt::AlignCenter);
}

void StepsPage::mousePressEvent(QMouseEvent *event)
{
    const Places at = places(size());
    if (event->button() != Qt::LeftButton || !at.list.contains(event->position()))
        return event->ignore();
    choose(at.first + int((event->position().y() - at.list.top()) / at.row), m_number);
}

void StepsPage::mouseMoveEvent(QMouseEvent *event)
{
    if (m_row < 0 || m_row >= rowCount())
        return;
    const Picture large = picture(m_rows[size_t(m_row)].value);
    const QRectF area = picturePlace(places(size()).picture, large);
    const auto count = int64_t(inside()->numbers(m_rows[size_t(m_row)].value).size());
    if (const int64_t number = numberAt(large, area, event->position()); number >= 0 && number < count)
        choose(m_row, number);
}

void StepsPage::wheelEvent(QWheelEvent *event)
{
    const Places at = places(size());
    const int first = std::clamp(at.first - (event->angleDelta().y() > 0 ? 1 : -1), 0, std::max(0, rowCount() - at.shown));
    if (first == at.first || event->modifiers() & Qt::ControlModifier || !at.list.contains(event->position()))
        return event->ignore();
    m_first = first;
    changed();
}

void StepsPage::keyPressEvent(QKeyEvent *event)
{
    const Step step = stepOf(*event);
    if (step.right != 0)
        choose(m_row, m_number + step.right);
    else if (step)
        choose(m_row + step.down + step.page, m_number);
    else
        event->ignore();
}

} // namespace zhibei
