#include "widgets/views/inside/routing_page.h"

#include "widgets/views/inside/cells.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace zhibei {

void RoutingPage::onInside()
{
    m_layer = inside() ? RoutingLayer::of(*inside()) : std::nullopt;
    choose(m_capsule);
}

void RoutingPage::choose(int64_t capsule)
{
    if (!m_layer)
        return;
    m_capsule = std::clamp<int64_t>(capsule, 0, m_layer->to() - 1);
    changed();
}

QString RoutingPage::capsuleName(int64_t capsule) const
{
    const bool classes = data() && int64_t(data()->classNames.size()) == m_layer->to();
    return classes && !className(capsule).isEmpty() ? className(capsule) : QString::number(capsule + 1);
}

QString RoutingPage::reading() const
{
    if (!m_layer)
        return {};
    QStringList lengths;
    for (int round = 0; round < m_layer->rounds(); ++round)
        lengths << shortNumber(double(m_layer->lengths(round)[size_t(m_capsule)]));
    return tr("capsule %1: length after each round %2").arg(capsuleName(m_capsule), lengths.join(QStringLiteral(" → ")));
}

QString RoutingPage::csv() const
{
    QString text = QStringLiteral("round,from,to,share\n");
    for (int round = 0; m_layer && round < m_layer->rounds(); ++round)
        for (size_t k = 0; k < m_layer->shares(round).size(); ++k)
            text += QStringLiteral("%1,%2,%3,%4\n").arg(round + 1).arg(int64_t(k) / m_layer->to() + 1).arg(int64_t(k) % m_layer->to() + 1).arg(double(m_layer->shares(round)[k]));
    return text;
}

RoutingPage::Places RoutingPage::places(const QSize &size, int round) const
{
    const double gap = theme().space(4);
    const QRectF all = QRectF(QPointF(), size).adjusted(gap, 3 * line(), -gap, -gap / 2 - line());
    const double width = (all.width() - gap * (m_layer->rounds() - 1)) / m_layer->rounds(), bars = std::min(all.height() * 0.3, double(theme().space(30)));
    const double left = all.left() + round * (width + gap);
    return {QRectF(left, all.top(), width, all.height() - bars - gap), QRectF(left, all.bottom() - bars, width, bars)};
}

void RoutingPage::draw(QPainter &painter, const QSize &size) const
{
    if (!m_layer)
        return;
    painter.setFont(theme().font(Type::Strong));
    painter.setPen(theme().color(Ink::Text));
    paintLine(painter, QRectF(theme().space(4), 2, size.width() - theme().space(8), line() * 1.3), reading(), Qt::AlignCenter);
    double most = 1e-3; // how far from equal shares the votes come in any round
    for (int round = 0; round < m_layer->rounds(); ++round)
        for (const float share : m_layer->shares(round))
            if (std::isfinite(share))
                most = std::max(most, std::abs(double(share) - 1 / double(m_layer->to())));
    for (int round = 0; round < m_layer->rounds(); ++round) {
        const Places at = places(size, round);
        painter.setFont(theme().font(Type::Caption));
        painter.setPen(theme().color(Ink::Muted));
        paintLine(painter, QRectF(at.shares.left(), at.shares.top() - line() - 1, at.shares.width(), line()),
                  tr("round %1: votes that count more, or less, than equally").arg(round + 1), Qt::AlignCenter);
        const std::vector<float> &shares = m_layer->shares(round);
        Cells cells{shares, m_layer->from(), m_layer->to(), most, false, m_layer->from() <= 24};
        for (float &share : cells.values)
            share -= 1 / float(m_layer->to());
        paintCells(painter, at.shares, theme(), cells);
        const double step = at.lengths.width() / double(m_layer->to());
        painter.setFont(theme().font(Type::Caption));
        for (int64_t j = 0; j < m_layer->to(); ++j) {
            const double told = double(m_layer->lengths(round)[size_t(j)]), length = std::isfinite(told) ? std::clamp(told, 0.0, 1.0) : 0, high = (at.lengths.height() - line()) * length;
            const double left = at.lengths.left() + double(j) * step, bottom = at.lengths.bottom() - line();
            painter.fillRect(QRectF(left + step * 0.15, bottom - high, step * 0.7, high), theme().color(j == m_capsule ? Ink::Accent : Ink::Muted));
            painter.setPen(theme().color(j == m_capsule ? Ink::Text : Ink::Muted));
            paintLine(painter, QRectF(left, bottom, step, line()), capsuleName(j), Qt::AlignCenter);
        }
        painter.setPen(QPen(theme().color(Ink::Line), 1));
        painter.drawLine(QPointF(at.lengths.left(), at.lengths.bottom() - line()), QPointF(at.lengths.right(), at.lengths.bottom() - line()));
        painter.drawLine(QPointF(at.lengths.left(), at.lengths.top()), QPointF(at.lengths.right(), at.lengths.top())); // length 1
    }
}

void RoutingPage::mousePressEvent(QMouseEvent *event)
{
    event->setAccepted(m_layer && event->button() == Qt::LeftButton);
    for (int round = 0; event->isAccepted() && round < m_layer->rounds(); ++round) {
        const Places at = places(size(), round);
        const QRectF column = at.shares.united(at.lengths);
        if (column.contains(event->position()))
            choose(int64_t((event->position().x() - column.left()) / column.width() * double(m_layer->to())));
    }
}

void RoutingPage::keyPressEvent(QKeyEvent *event)
{
    if (const Step step = stepOf(*event))
        choose(m_capsule + step.right + step.down);
    else
        event->ignore();
}

} // namespace zhibei
