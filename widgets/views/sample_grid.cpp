#include "widgets/views/sample_grid.h"

#include "widgets/plots/text_button.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace zhibei {

SampleGrid::SampleGrid(Theme *theme, QWidget *parent) : QAbstractScrollArea(parent), m_theme(theme), m_painter(theme)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    connect(theme, &Theme::changed, this, [this] {
        m_painter.forget();
        fitScrollBar();
        viewport()->update();
    });
}

void SampleGrid::setData(std::shared_ptr<const Dataset> data)
{
    m_painter.setData(std::move(data));
    setSamples(nullptr, {});
    verticalScrollBar()->setValue(0);
}

void SampleGrid::setSamples(std::shared_ptr<const Judgement> judgement, std::vector<int64_t> order)
{
    m_judgement = std::move(judgement);
    m_order = std::move(order);
    fitScrollBar();
    hover(underMouse() ? at(viewport()->mapFromGlobal(QCursor::pos())) : -1);
    viewport()->update();
}

void SampleGrid::setChosen(qint64 sample)
{
    m_chosen = sample;
    setAccessibleDescription(reading(m_hovered));
    viewport()->update();
}

QSize SampleGrid::cardSize() const
{
    const int line = QFontMetrics(m_theme->font(Type::Caption)).height(), gap = m_theme->space(1);
    return m_painter.hasPictures() ? QSize(m_theme->space(15) + 2 * gap, m_theme->space(15) + line + 3 * gap) : QSize(m_theme->space(60), line + 2 * gap);
}

int SampleGrid::columnsIn(double width) const
{
    if (!m_painter.hasPictures())
        return 1;
    return std::max(1, int((width - m_theme->space(2)) / (cardSize().width() + m_theme->space(2))));
}

double SampleGrid::head() const { return m_painter.hasPictures() ? 0 : cardSize().height(); }

QRectF SampleGrid::place(int64_t index, double width) const
{
    const int columns = columnsIn(width), margin = m_theme->space(2);
    const QSizeF card = cardSize();
    if (!m_painter.hasPictures())
        return {double(margin), head() + double(index) * card.height(), std::max(1.0, width - 2 * margin), card.height()};
    const double step = (width - margin) / columns; // what is left over goes between the columns
    return {margin + double(index % columns) * step, double(index / columns) * (card.height() + margin), card.width(), card.height()};
}

int64_t SampleGrid::at(const QPointF &point) const
{
    const QPointF inside(point.x(), point.y() + verticalScrollBar()->value());
    const double width = viewport()->width();
    const double pitch = place(columnsIn(width), width).top() - head();
    const int64_t first = int64_t(std::max(0.0, (inside.y() - head()) / pitch)) * columnsIn(width);
    if (point.y() < head())
        return -1;
    for (int64_t i = first; i < std::min<int64_t>(int64_t(m_order.size()), first + columnsIn(width)); ++i)
        if (place(i, width).contains(inside))
            return i;
    return -1;
}

void SampleGrid::fitScrollBar()
{
    const double high = m_order.empty() ? 0 : place(int64_t(m_order.size()) - 1, viewport()->width()).bottom() + m_theme->space(1);
    verticalScrollBar()->setRange(0, std::max(0, int(std::ceil(high)) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(cardSize().height() / (m_painter.hasPictures() ? 2 : 1));
}

void SampleGrid::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitScrollBar();
}

void SampleGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    paintCards(painter, viewport()->rect(), verticalScrollBar()->value(), true);
    if (hasFocus() && m_ring) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme->color(Ink::Accent), 1));
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1.5, 1.5, -1.5, -1.5), m_theme->controlRadius(), m_theme->controlRadius());
    }
}

void SampleGrid::paintFirst(QPainter &painter, const QRectF &area) const { paintCards(painter, area, 0, false); }

void SampleGrid::paintCards(QPainter &painter, const QRectF &area, double scrolled, bool live) const
{
    if (!m_judgement)
        return;
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.setFont(m_theme->font(Type::Caption));
    if (!m_painter.hasPictures() && !m_order.empty())
        paintHead(painter, area);
    painter.setClipRect(area.adjusted(0, head(), 0, 0));
    painter.translate(area.left(), area.top() - scrolled);
    const double width = area.width();
    const int columns = columnsIn(width);
    const double pitch = place(columns, width).top() - head();
    const int64_t first = int64_t(std::max(0.0, scrolled / pitch)) * columns;
    for (int64_t k = first; k < int64_t(m_order.size()); ++k) {
        const QRectF card = place(k, width);
        if (card.top() > scrolled + area.height())
            break;
        const int64_t i = m_order[size_t(k)];
        const bool hovered = live && k == m_hovered, chosen = live && m_judgement->first + i == m_chosen;
        m_painter.hasPictures() ? paintCard(painter, card, i, hovered, chosen) : paintRow(painter, card, i, hovered, chosen);
    }
    painter.restore();
}

void SampleGrid::paintMark(QPainter &painter, const QRectF &box, bool wrong) const
{
    const QPointF c = box.center();
    const double r = std::min(box.width(), box.height()) * 0.26;
    painter.setPen(QPen(m_theme->color(wrong ? Ink::Bad : Ink::Good), std::max(1.5, r / 2.4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (wrong) {
        painter.drawLine(c + QPointF(-r, -r), c + QPointF(r, r));
        painter.drawLine(c + QPointF(-r, r), c + QPointF(r, -r));
    } else {
        const QPointF tick[] = {c + QPointF(-r, 0), c + QPointF(-r / 4, r * 0.8), c + QPointF(r, -r * 0.8)};
        painter.drawPolyline(tick, 3);
    }
}

void SampleGrid::paintCard(QPainter &painter, const QRectF &card, int64_t i, bool hovered, bool chosen) const
{
    const bool wrong = isWrong(*m_judgement, i), judged = m_judgement->classes > 0;
    const double gap = m_theme->space(1), line = QFontMetricsF(painter.font()).height();
    const QColor edge = m_theme->color(chosen ? Ink::Accent : wrong ? Ink::Bad : hovered ? Ink::Muted : Ink::Line);
    painter.setPen(QPen(edge, chosen ? 2 : 1));
    painter.setBrush(m_theme->color(chosen ? Ink::AccentBackground : Ink::Raised));
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), m_theme->controlRadius() / 2.0, m_theme->controlRadius() / 2.0);
    const double side = card.width() - 2 * gap;
    m_painter.paintPicture(painter, {card.left() + gap, card.top() + gap, side, side}, m_judgement->first + i);
    QRectF words(card.left() + gap, card.bottom() - line - gap, side, line);
    if (!judged) {
        const QString says = m_painter.verdict(*m_judgement, i);
        painter.setPen(m_theme->color(Ink::Text));
        painter.drawText(words, Qt::AlignCenter, painter.fontMetrics().elidedText(says.isEmpty() ? QString::number(double(m_judgement->loss[size_t(i)]), 'g', 3) : says, Qt::ElideRight, int(side)));
        return;
    }
    paintMark(painter, {words.left(), words.top(), line, line}, wrong);
    words.setLeft(words.left() + line);
    const QString truth = m_painter.truth(*m_judgement, i);
    painter.setPen(m_theme->color(Ink::Text));
    // What is wrong reads "truth → verdict", half of the room for each.
    const double half = wrong ? (words.width() - line) / 2 : words.width();
    painter.drawText(QRectF(words.left(), words.top(), half, line), Qt::AlignCenter, painter.fontMetrics().elidedText(truth, Qt::ElideRight, int(half)));
    if (!wrong)
        return;
    painter.setPen(m_theme->color(Ink::Muted));
    painter.drawText(QRectF(words.left() + half, words.top(), line, line), Qt::AlignCenter, QStringLiteral("→"));
    painter.setPen(m_theme->color(Ink::Bad));
    painter.drawText(QRectF(words.left() + half + line, words.top(), half, line), Qt::AlignCenter, painter.fontMetrics().elidedText(m_painter.verdict(*m_judgement, i), Qt::ElideRight, int(half)));
}

void SampleGrid::paintRow(QPainter &painter, const QRectF &row, int64_t i, bool hovered, bool chosen) const
{
    if (chosen || hovered) {
        painter.setPen(chosen ? QPen(m_theme->color(Ink::Accent), 1) : QPen(Qt::NoPen));
        painter.setBrush(m_theme->color(Ink::AccentBackground));
        painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    const bool wrong = isWrong(*m_judgement, i);
    const QFontMetrics metrics = painter.fontMetrics();
    if (const double gap = m_theme->space(1); m_judgement->classes > 0)
        paintMark(painter, QRectF(row.left(), row.top(), row.height(), row.height()).adjusted(gap, gap, -gap, -gap), wrong);
    const auto at = rowColumns(row);
    const QString texts[] = {m_painter.truth(*m_judgement, i), m_painter.verdict(*m_judgement, i),
                             QString::number(double(m_judgement->loss[size_t(i)]), 'g', 3), m_painter.numbers(m_judgement->first + i)};
    for (size_t k = 0; k < 4; ++k) {
        const double width = at[k + 1] - at[k] - m_theme->space(2);
        painter.setPen(m_theme->color(k == 1 && wrong ? Ink::Bad : k < 2 ? Ink::Text : Ink::Muted));
        painter.drawText(QRectF(at[k], row.top(), width, row.height()), Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(texts[k], Qt::ElideRight, int(width)));
    }
}

std::array<double, 5> SampleGrid::rowColumns(const QRectF &row) const
{
    // Right answer, verdict and loss a seventh each, or what their names need; what the sample is has the rest.
    const double left = row.left() + (m_judgement->classes > 0 ? row.height() : 0) + m_theme->space(1), room = row.right() - left;
    const double name = QFontMetricsF(m_theme->font(Type::Caption)).horizontalAdvance(tr("right answer")) + m_theme->space(3);
    const double few = std::clamp(name, room / 7, std::max(room / 7, room / 4));
    return {left, left + few, left + 2 * few, left + 3 * few, row.right()};
}

void SampleGrid::paintHead(QPainter &painter, const QRectF &area) const
{
    const QRectF row = place(0, area.width()).translated(area.left(), area.top() - head());
    const auto at = rowColumns(row);
    const QString texts[] = {tr("right answer"), tr("verdict"), tr("loss"), tr("sample")};
    painter.setPen(m_theme->color(Ink::Muted));
    for (size_t k = 0; k < 4; ++k) {
        const double width = at[k + 1] - at[k] - m_theme->space(2);
        painter.drawText(QRectF(at[k], row.top(), width, row.height()), Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(texts[k], Qt::ElideRight, int(width)));
    }
    painter.setPen(QPen(m_theme->color(Ink::Line), 1));
    painter.drawLine(row.bottomLeft(), row.bottomRight());
}

QString SampleGrid::reading(int64_t index) const
{
    return m_judgement && index >= 0 && index < int64_t(m_order.size()) ? m_painter.reading(*m_judgement, m_order[size_t(index)]) : QString();
}

void SampleGrid::hover(int64_t index)
{
    if (index == m_hovered && index < 0)
        return;
    m_hovered = index;
    const QString text = reading(index);
    setAccessibleDescription(text);
    emit readingChanged(text);
    viewport()->update();
}

void SampleGrid::choose(int64_t index)
{
    if (!m_judgement || index < 0 || index >= int64_t(m_order.size()))
        return;
    const double margin = m_theme->space(1);
    const QRectF card = place(index, viewport()->width()).adjusted(0, -margin, 0, margin);
    QScrollBar *bar = verticalScrollBar();
    if (card.top() - head() < bar->value())
        bar->setValue(int(std::floor(card.top() - head())));
    else if (card.bottom() > bar->value() + viewport()->height())
        bar->setValue(int(std::ceil(card.bottom())) - viewport()->height());
    setChosen(m_judgement->first + m_order[size_t(index)]);
    hover(index);
    emit chosen(m_chosen);
}

void SampleGrid::mouseMoveEvent(QMouseEvent *event)
{
    hover(at(event->position()));
    viewport()->setCursor(m_hovered >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void SampleGrid::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(at(event->position()));
}

bool SampleGrid::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover(-1);
    return QAbstractScrollArea::viewportEvent(event);
}

void SampleGrid::keyPressEvent(QKeyEvent *event)
{
    const int columns = columnsIn(viewport()->width());
    const auto last = int64_t(m_order.size()) - 1;
    const auto now = m_judgement ? std::find(m_order.begin(), m_order.end(), m_chosen - m_judgement->first) - m_order.begin() : 0;
    const bool none = now > last;
    const auto go = [&](int64_t step) { choose(none ? 0 : std::clamp<int64_t>(now + step, 0, last)); };
    switch (event->key()) {
    case Qt::Key_Left: return go(-1);
    case Qt::Key_Right: return go(1);
    case Qt::Key_Up: return go(-columns);
    case Qt::Key_Down: return go(columns);
    case Qt::Key_Home: return choose(0);
    case Qt::Key_End: return choose(last);
    default: return QAbstractScrollArea::keyPressEvent(event);
    }
}

void SampleGrid::focusInEvent(QFocusEvent *event)
{
    m_ring = byKeyboard(event->reason());
    QAbstractScrollArea::focusInEvent(event);
}

void SampleGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

} // namespace zhibei
