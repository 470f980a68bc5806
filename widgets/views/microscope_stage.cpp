#include "widgets/views/microscope_stage.h"

#include "widgets/views/short_number.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zhibei {

MicroscopeStage::MicroscopeStage(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setMouseTracking(true);
    connect(theme, &Theme::changed, this, qOverload<>(&MicroscopeStage::update));
}

void MicroscopeStage::setScene(MicroScene scene)
{
    m_scene = std::move(scene);
    m_reading.clear();
    setAccessibleDescription(m_scene.description());
    update();
}

double MicroscopeStage::wordsHeight(const QSize &size) const
{
    const double wide = size.width() - 2 * m_theme->space(3);
    const QRectF sentence = QFontMetricsF(m_theme->font(Type::Caption)).boundingRect(QRectF(0, 0, wide, 400), Qt::TextWordWrap, m_scene.sentence);
    return QFontMetricsF(m_theme->font(Type::Strong)).height() + sentence.height() + m_theme->space(1);
}

QRectF MicroscopeStage::body(const QSize &size) const
{
    const double margin = m_theme->space(3), line = QFontMetricsF(m_theme->font(Type::Caption)).height();
    return QRectF(QPointF(margin, m_theme->space(1) + wordsHeight(size) + m_theme->space(2)), QPointF(size.width() - margin, size.height() - line - m_theme->space(1)));
}

double MicroscopeStage::arrowWidth(size_t column, const QRectF &body) const
{
    if (column >= m_scene.arrows.size())
        return 0;
    const double words = QFontMetricsF(m_theme->font(Type::Caption)).horizontalAdvance(m_scene.arrows[column]);
    return std::clamp(words + m_theme->space(2), double(m_theme->space(7)), body.width() / 4);
}

QRectF MicroscopeStage::columnRect(size_t column, const QRectF &body) const
{
    double arrows = 0, before = 0;
    for (size_t i = 0; i + 1 < m_scene.columns.size(); ++i) {
        arrows += arrowWidth(i, body);
        before += i < column ? arrowWidth(i, body) : 0;
    }
    const double wide = (body.width() - arrows) / double(std::max<size_t>(1, m_scene.columns.size()));
    return {body.left() + wide * double(column) + before, body.top(), wide, body.height()};
}

std::vector<MicroscopeStage::Place> MicroscopeStage::places(const QRectF &body) const
{
    constexpr size_t mostPanels = 6;
    std::vector<Place> places;
    const double line = QFontMetricsF(m_theme->font(Type::Caption)).height(), gap = m_theme->space(1);
    for (size_t c = 0; c < m_scene.columns.size(); ++c) {
        const QRectF column = columnRect(c, body);
        const size_t count = std::min(m_scene.columns[c].size(), mostPanels);
        // A column of biases beside one of weights: what has more numbers gets more room.
        std::vector<double> shares;
        double all = 0;
        for (size_t i = 0; i < count; ++i)
            all += shares.emplace_back(std::clamp(std::sqrt(double(m_scene.columns[c][i].picture.numbers().size())), 2.0, 8.0));
        double top = column.top();
        for (size_t i = 0; i < count; ++i) {
            const MicroPanel &panel = m_scene.columns[c][i];
            const double high = column.height() * shares[i] / all;
            const double below = panel.caption.isEmpty() ? 0 : line;
            const QRectF whole(column.left(), top, column.width(), high - gap);
            places.push_back({&panel, QRectF(whole.left(), whole.top(), whole.width(), line),
                              QRectF(whole.left(), whole.top() + line + 2, whole.width(), std::max(0.0, whole.height() - line - below - 4)),
                              QRectF(whole.left(), whole.bottom() - below, whole.width(), below)});
            top += high;
        }
    }
    return places;
}

void MicroscopeStage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, size());
    painter.setFont(m_theme->font(Type::Caption));
    painter.setPen(m_theme->color(Ink::Muted));
    const double line = QFontMetricsF(painter.font()).height();
    painter.drawText(QRectF(m_theme->space(3), height() - line - 2, width() - 2 * m_theme->space(3), line), Qt::AlignLeft | Qt::AlignVCenter, m_reading);
}

void MicroscopeStage::paint(QPainter &painter, const QSize &size) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const double margin = m_theme->space(3), wide = size.width() - 2 * margin;
    const double line = QFontMetricsF(m_theme->font(Type::Strong)).height();
    painter.setFont(m_theme->font(Type::Strong));
    painter.setPen(m_theme->color(Ink::Text));
    painter.drawText(QRectF(margin, m_theme->space(1), wide, line), Qt::AlignLeft | Qt::AlignVCenter, m_scene.title);
    painter.setFont(m_theme->font(Type::Caption));
    painter.setPen(m_theme->color(Ink::Muted));
    painter.drawText(QRectF(margin, m_theme->space(1) + line, wide, wordsHeight(size)), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_scene.sentence);
    const QRectF area = body(size);
    if (area.height() < 8 || area.width() < 8)
        return;
    if (m_scene.isBatch)
        return m_scene.batch.paint(painter, area, *m_theme);
    const QFontMetricsF metrics(m_theme->font(Type::Caption));
    for (const Place &place : places(area)) {
        painter.setFont(m_theme->font(Type::Caption));
        painter.setPen(m_theme->color(Ink::Text));
        painter.drawText(place.title, Qt::AlignCenter, metrics.elidedText(place.panel->title, Qt::ElideMiddle, place.title.width()));
        painter.setPen(m_theme->color(Ink::Muted));
        painter.drawText(place.caption, Qt::AlignCenter, metrics.elidedText(place.panel->caption, Qt::ElideRight, place.caption.width()));
        if (place.panel->names.isEmpty())
            place.panel->picture.paint(painter, place.picture, *m_theme);
        else
            paintBars(painter, place.picture, *place.panel);
    }
    for (size_t i = 0; i + 1 < m_scene.columns.size(); ++i) {
        const QRectF column = columnRect(i, area);
        paintArrow(painter, QRectF(column.right(), area.top(), arrowWidth(i, area), area.height()), i < m_scene.arrows.size() ? m_scene.arrows[i] : QString());
    }
}

void MicroscopeStage::paintBars(QPainter &painter, const QRectF &area, const MicroPanel &panel) const
{
    const std::vector<float> &numbers = panel.picture.numbers();
    const QFontMetricsF metrics(m_theme->font(Type::Caption));
    const bool named = !panel.names.first().isEmpty();
    const double slot = std::min(area.width() / double(numbers.size()), double(m_theme->space(12)));
    const double left = area.center().x() - slot * double(numbers.size()) / 2, room = std::min(area.height(), double(m_theme->space(40))) - (named ? metrics.height() : 0) - metrics.height();
    const double floor = area.center().y() + (room + metrics.height()) / 2 - (named ? metrics.height() / 2 : 0);
    for (size_t i = 0; i < numbers.size(); ++i) {
        const bool right = int(i) == panel.truth, shown = int(i) == panel.shown;
        const double share = std::isfinite(numbers[i]) ? std::clamp(double(numbers[i]) / std::max(1e-9, double(panel.truth >= 0 ? 1 : panel.picture.scale())), 0.0, 1.0) : 0;
        const QRectF bar(left + slot * double(i) + slot * 0.12, floor - std::max(1.5, room * share), slot * 0.76, std::max(1.5, room * share));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme->color(right ? Ink::Good : shown ? Ink::Accent : Ink::Muted));
        painter.drawRoundedRect(bar, 2, 2);
        painter.setFont(m_theme->font(Type::Caption));
        const QString figures = shortNumber(double(numbers[i]), 2);
        if (metrics.horizontalAdvance(figures) <= slot - 2 || right || shown) {
            painter.setPen(m_theme->color(right || shown ? Ink::Text : Ink::Muted));
            painter.drawText(QRectF(bar.center().x() - 40, bar.top() - metrics.height(), 80, metrics.height()), Qt::AlignCenter, figures);
        }
        if (named) {
            painter.setPen(m_theme->color(right ? Ink::Good : Ink::Text));
            painter.drawText(QRectF(left + slot * double(i), floor + 2, slot, metrics.height()), Qt::AlignCenter, metrics.elidedText(panel.names[qsizetype(i)], Qt::ElideRight, slot));
        }
    }
}

void MicroscopeStage::paintArrow(QPainter &painter, const QRectF &area, const QString &words) const
{
    const QColor color = m_theme->color(m_scene.backwards ? Ink::Mark : Ink::Accent);
    if (words == QStringLiteral("+") || words == QStringLiteral("=")) {
        painter.setFont(m_theme->font(Type::Title));
        painter.setPen(color);
        painter.drawText(area, Qt::AlignCenter, words);
        return;
    }
    const double y = area.center().y(), inset = m_theme->space(1), head = m_theme->space(2);
    double from = area.left() + inset, to = area.right() - inset;
    if (m_scene.backwards)
        std::swap(from, to);
    const double way = to > from ? 1 : -1;
    painter.setPen(QPen(color, 2.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(from, y), QPointF(to - way * head / 2, y));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({QPointF(to, y), QPointF(to - way * head, y - head * 0.6), QPointF(to - way * head, y + head * 0.6)}));
    painter.setFont(m_theme->font(Type::Caption));
    painter.setPen(m_theme->color(Ink::Text));
    const QFontMetricsF metrics(painter.font());
    painter.drawText(QRectF(area.left(), y - head - metrics.height(), area.width(), metrics.height()), Qt::AlignCenter, metrics.elidedText(words, Qt::ElideRight, area.width()));
}

QString MicroscopeStage::readingAt(const QPointF &at) const
{
    const QRectF area = body(size());
    if (m_scene.isBatch)
        return m_scene.batch.reading(m_scene.batch.at(area, at, *m_theme));
    for (const Place &place : places(area)) {
        if (!place.picture.contains(at) || !place.panel->names.isEmpty())
            continue;
        const int64_t k = place.panel->picture.at(place.picture, at, *m_theme);
        if (k < 0)
            return {};
        const Shape &shape = place.panel->picture.shape();
        QStringList index;
        int64_t rest = k;
        for (int axis = shape.rank(); axis-- > 0; rest /= std::max<int64_t>(1, shape[axis]))
            index.prepend(QString::number(rest % std::max<int64_t>(1, shape[axis]) + 1));
        return QStringLiteral("%1 [%2] = %3").arg(place.panel->title, index.join(QStringLiteral(", ")), shortNumber(double(place.panel->picture.numbers()[size_t(k)]), 5));
    }
    return {};
}

void MicroscopeStage::mouseMoveEvent(QMouseEvent *event)
{
    m_reading = readingAt(event->position());
    setCursor(m_scene.isBatch && !m_reading.isEmpty() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void MicroscopeStage::mousePressEvent(QMouseEvent *event)
{
    if (m_scene.isBatch)
        if (const int64_t place = m_scene.batch.at(body(size()), event->position(), *m_theme); place >= 0)
            emit batchPlaceChosen(place);
}

void MicroscopeStage::leaveEvent(QEvent *)
{
    m_reading.clear();
    update();
}

} // namespace zhibei
