#include "widgets/views/inside/attention_page.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace zhibei {

void AttentionPage::onInside()
{
    m_layer = inside() ? AttentionLayer::of(*inside()) : std::nullopt;
    choose(m_head, m_query, m_key);
}

void AttentionPage::choose(int64_t head, int64_t query, int64_t key)
{
    if (!m_layer)
        return;
    m_head = std::clamp<int64_t>(head, 0, m_layer->heads() - 1);
    m_query = std::clamp<int64_t>(query, 0, m_layer->queries() - 1);
    m_key = std::clamp<int64_t>(key, 0, m_layer->keys() - 1);
    changed();
}

QString AttentionPage::place() const { return m_layer && m_layer->heads() > 1 ? tr("head %1").arg(m_head + 1) : QString(); }

QString AttentionPage::reading() const
{
    if (!m_layer)
        return {};
    const QString where = tr("query %1 (%2) looks at key %3 (%4)").arg(m_query + 1).arg(stepName(m_query)).arg(m_key + 1).arg(stepName(m_key));
    const WeightedSum sum = m_layer->sum(m_head, m_query, m_key);
    if (m_layer->forbidden(m_head, m_query, m_key))
        return tr("%1: it may not").arg(where);
    return tr("%1: q·k / √d = %2 → softmax → %3").arg(where, shortNumber(sum.sum()), shortNumber(double(sum.output)));
}

QString AttentionPage::csv() const
{
    QString text = QStringLiteral("head,query,key,weight\n");
    if (m_layer)
        for (int64_t q = 0; q < m_layer->queries(); ++q)
            for (int64_t k = 0; k < m_layer->keys(); ++k)
                text += QStringLiteral("%1,%2,%3,%4\n").arg(m_head + 1).arg(q + 1).arg(k + 1).arg(double(m_layer->weight(m_head, q, k)));
    return text;
}

QJsonObject AttentionPage::choices() const
{
    return {{QStringLiteral("head"), qint64(m_head)}, {QStringLiteral("query"), qint64(m_query)}, {QStringLiteral("key"), qint64(m_key)}};
}

void AttentionPage::setChoices(const QJsonObject &choices)
{
    m_head = std::max(0, choices[QStringLiteral("head")].toInt(int(m_head)));
    m_query = std::max(0, choices[QStringLiteral("query")].toInt(int(m_query)));
    m_key = std::max(0, choices[QStringLiteral("key")].toInt(int(m_key)));
    choose(m_head, m_query, m_key);
}

Cells AttentionPage::cells(int64_t head) const
{
    return {m_layer->weights(head), m_layer->queries(), m_layer->keys(), 1, true, head == m_head};
}

AttentionPage::Places AttentionPage::places(const QSize &size) const
{
    const double gap = theme().space(4);
    const QRectF all = QRectF(QPointF(), size).adjusted(gap + theme().space(6), gap / 2 + 2 * line(), -gap, -gap / 2);
    Places at;
    const double side = std::min(all.height(), all.width() * 0.62);
    at.matrix = squareCells(QRectF(all.left(), all.top(), side, side), m_layer->queries(), m_layer->keys());
    at.matrix.moveLeft(all.left());
    QRectF right(at.matrix.right() + gap, all.top() - line(), all.right() - at.matrix.right() - gap, all.height() + line());
    at.heads = m_layer->heads() > 1 ? QRectF(right.left(), right.top(), right.width(), std::min(right.height() * 0.45, double(theme().space(45)))) : QRectF(right.left(), right.top(), right.width(), 0);
    at.numbers = QRectF(right.left(), at.heads.bottom() + gap, right.width(), right.bottom() - at.heads.bottom() - gap);
    return at;
}

QRectF AttentionPage::headPlace(const QRectF &area, int64_t head) const
{
    const int64_t heads = m_layer->heads();
    double side = 1;
    int64_t columns = 1;
    for (int64_t c = 1; c <= heads; ++c) // the largest squares that let all heads in
        if (const double fits = std::min(area.width() / double(c), area.height() / double((heads + c - 1) / c)); fits > side) {
            side = fits;
            columns = c;
        }
    return QRectF(area.left() + double(head % columns) * side, area.top() + double(head / columns) * side, side, side).adjusted(0, 0, -6, -6);
}

void AttentionPage::draw(QPainter &painter, const QSize &size) const
{
    if (!m_layer)
        return;
    const Places at = places(size);
    const Cells matrix = cells(m_head);
    paintCells(painter, at.matrix, theme(), matrix);
    painter.setFont(theme().font(Type::Caption));
    painter.setPen(theme().color(Ink::Muted));
    painter.drawText(QRectF(at.matrix.left(), at.matrix.top() - 2 * line() - 2, at.matrix.width(), line()), Qt::AlignCenter, tr("keys: what is looked at"));
    painter.save();
    painter.translate(at.matrix.left() - theme().space(6), at.matrix.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-at.matrix.height() / 2, -line(), at.matrix.height(), line()), Qt::AlignCenter, tr("queries: who looks"));
    painter.restore();
    const double width = at.matrix.width() / double(m_layer->keys()), height = at.matrix.height() / double(m_layer->queries());
    const QFontMetricsF metrics(painter.font());
    for (int64_t k = 0; k < m_layer->keys(); ++k) {
        const bool own = k == m_key;
        painter.setPen(theme().color(own ? Ink::Text : Ink::Muted));
        if (own || width > metrics.horizontalAdvance(stepName(k)) + 1)
            painter.drawText(QRectF(at.matrix.left() + (double(k) + 0.5) * width - 20, at.matrix.top() - line() - 1, 40, line()), Qt::AlignCenter, stepName(k));
    }
    for (int64_t q = 0; q < m_layer->queries(); ++q) {
        const bool own = q == m_query;
        painter.setPen(theme().color(own ? Ink::Text : Ink::Muted));
        if (own || height > line() * 0.9)
            painter.drawText(QRectF(at.matrix.left() - 44, at.matrix.top() + (double(q) + 0.5) * height - line() / 2, 40, line()), Qt::AlignRight | Qt::AlignVCenter, stepName(q));
    }
    paintMark(painter, cellAt(at.matrix, matrix, m_query, m_key), theme());
    for (int64_t head = 0; m_layer->heads() > 1 && head < m_layer->heads(); ++head) {
        const QRectF place = headPlace(at.heads, head);
        Cells small = cells(head);
        small.numbers = false;
        paintCells(painter, place, theme(), small);
        if (head == m_head)
            paintMark(painter, place, theme());
    }
    painter.setPen(theme().color(Ink::Text));
    painter.setFont(theme().font(Type::Text));
    painter.drawText(at.numbers, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, reading());
    // The largest products of the two vectors.
    const WeightedSum sum = m_layer->sum(m_head, m_query, m_key);
    const std::vector<size_t> order = sum.byMagnitude();
    double y = at.numbers.top() + line() * 5;
    painter.setFont(theme().font(Type::Caption));
    painter.setPen(theme().color(Ink::Muted));
    for (size_t i = 0; i < order.size() && y + line() < at.numbers.bottom(); ++i, y += line() * 1.2) {
        const WeightedSum::Term &term = sum.terms[order[i]];
        paintLine(painter, QRectF(at.numbers.left(), y, at.numbers.width(), line() * 1.2),
                  QStringLiteral("q%1·k%1/√d = %2·%3 = %4").arg(term.from + 1).arg(shortNumber(double(term.value)), shortNumber(double(term.weight)), shortNumber(term.product())));
    }
}

void AttentionPage::press(const QPointF &place)
{
    if (!m_layer)
        return;
    const Places at = places(size());
    if (at.matrix.contains(place))
        choose(m_head, int64_t((place.y() - at.matrix.top()) / at.matrix.height() * double(m_layer->queries())),
               int64_t((place.x() - at.matrix.left()) / at.matrix.width() * double(m_layer->keys())));
    for (int64_t head = 0; m_layer->heads() > 1 && head < m_layer->heads(); ++head)
        if (headPlace(at.heads, head).contains(place))
            choose(head, m_query, m_key);
}

void AttentionPage::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        press(event->position());
    else
        event->ignore();
}

void AttentionPage::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        press(event->position());
}

void AttentionPage::keyPressEvent(QKeyEvent *event)
{
    if (const Step step = stepOf(*event))
        choose(m_head + step.page, m_query + step.down, m_key + step.right);
    else
        event->ignore();
}

} // namespace zhibei
