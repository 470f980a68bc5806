#include "widgets/views/saliency_view.h"

#include "widgets/stage/plane_axes.h"
#include "widgets/theme/core_text.h"
#include "widgets/views/sample_painter.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

QString number(float value) { return std::isfinite(value) ? QString::number(double(value), 'g', 3).replace(u'-', u'−') : QStringLiteral("–"); }

/// A character that is itself nothing to see.
QString visible(const QString &character)
{
    return character == QLatin1String("\n") ? QStringLiteral("↵") : character == QLatin1String(" ") ? QStringLiteral("␣") : character;
}

} // namespace

SaliencyView::SaliencyView(Theme *theme, QWidget *parent) : PaintedView(theme, parent)
{
    m_methods = header()->addTexts(2);
    m_box = header()->addBox([this](int index) { setNumber(index - 1); });
    connect(m_methods, &ChoiceTexts::chosen, this, [this](int method) { setMethod(SaliencyMethod(method)); });
    retranslate();
}

SaliencyQuestion SaliencyView::question() const { return {sample(), m_drawn, m_number, m_method}; }

std::vector<std::shared_ptr<const Probe>> SaliencyView::probes() const { return {std::make_shared<SaliencyProbe>(question())}; }

void SaliencyView::setMethod(SaliencyMethod method)
{
    if (method == m_method)
        return;
    m_method = method;
    m_methods->setCurrent(int(method));
    ask();
}

void SaliencyView::setNumber(int number)
{
    if (number == m_number)
        return;
    m_number = number;
    m_box->setCurrentIndex(number + 1);
    ask();
}

void SaliencyView::ask()
{
    m_hovered = -1;
    emit probesChanged();
}

void SaliencyView::onData()
{
    m_saliency.reset();
    m_image = m_colours = {};
    m_drawn.clear();
    m_number = -1;
    m_scrolled = 0;
    retranslate();
    update();
}

void SaliencyView::onSnapshot()
{
    if (!model() || SaliencyProbe::applies(*model()) || !m_saliency)
        return;
    m_saliency.reset();
    showReading();
    update();
}

void SaliencyView::onSample() { m_scrolled = 0; }

void SaliencyView::onObservation()
{
    if (observation()->request.drawn == m_drawn)
        return;
    m_drawn = observation()->request.drawn;
    emit probesChanged();
}

void SaliencyView::onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer)
{
    if (key.toStdString() != SaliencyProbe(question()).key())
        return;
    m_saliency = std::dynamic_pointer_cast<const Saliency>(answer);
    restyle();
    showReading();
    update();
}

void SaliencyView::restyle()
{
    m_image = m_colours = {};
    m_largest = 0;
    if (!m_saliency)
        return;
    for (const float value : m_saliency->places)
        if (std::isfinite(value))
            m_largest = std::max(m_largest, std::abs(value));
    if (data() && data()->featureClasses == 0)
        m_image = pictureImage(*theme(), m_saliency->input, m_saliency->shape);
    if (m_image.isNull())
        return;
    m_colours = QImage(int(m_saliency->columns), int(m_saliency->rows), QImage::Format_ARGB32);
    for (int y = 0; y < m_colours.height(); ++y)
        for (int x = 0; x < m_colours.width(); ++x) {
            const float value = m_saliency->place(y, x);
            const double share = m_largest > 0 && std::isfinite(value) ? double(value / m_largest) : 0;
            QColor ink = theme()->color(share < 0 ? Ink::Negative : Ink::Positive);
            ink.setAlphaF(float(std::min(1.0, std::sqrt(std::abs(share)) * 0.9)));
            m_colours.setPixelColor(x, y, ink);
        }
}

QString SaliencyView::answerName(int number) const
{
    if (data() && data()->classification())
        return size_t(number) < data()->classNames.size() ? visible(coreText(data()->classNames[size_t(number)])) : QString::number(number);
    return data() && data()->targetCount > 1 ? tr("Target %1").arg(number + 1) : data() && !data()->targetName.empty() ? coreText(data()->targetName) : tr("the prediction");
}

void SaliencyView::retranslate()
{
    m_methods->setTexts({tr("Gradient × input"), tr("Occlusion")});
    m_methods->setTip(0, tr("What each number adds to the score, by the slope at this place"));
    m_methods->setTip(1, tr("How much less sure the network is with that place covered"));
    const bool classes = data() && data()->classification();
    QStringList names{classes ? tr("What it says") : tr("The first number")};
    const int64_t count = !data() ? 0 : classes ? int64_t(data()->classNames.size()) : data()->targetCount;
    for (int k = 0; k < std::min(count, SaliencyProbe::mostNumbers); ++k)
        names.append(classes ? tr("Why %1?").arg(answerName(k)) : answerName(k));
    ViewHeader::fill(m_box, names);
    m_box->setCurrentIndex(m_number + 1);
    m_box->setAccessibleName(tr("Which answer to explain"));
    showReading();
}

QString SaliencyView::placeName(int64_t place) const
{
    const Dataset &set = *data();
    if (picture())
        return tr("row %1, column %2").arg(place / m_saliency->columns + 1).arg(place % m_saliency->columns + 1);
    if (set.featureClasses > 0) {
        const auto index = size_t(m_saliency->input[size_t(place)]);
        const bool named = size_t(set.featureClasses) == set.classNames.size() && index < set.classNames.size();
        return named ? visible(coreText(set.classNames[index])) : QString::number(index);
    }
    return size_t(place) < set.featureNames.size() ? coreText(set.featureNames[size_t(place)]) : tr("number %1").arg(place + 1);
}

void SaliencyView::showReading()
{
    QString text;
    if (m_saliency && data()) {
        const QString answer = answerName(m_saliency->number);
        if (m_hovered >= 0 && m_hovered < int64_t(m_saliency->places.size()))
            text = tr("%1: %2").arg(placeName(m_hovered), number(m_saliency->places[size_t(m_hovered)]));
        else if (data()->classification())
            text = tr("It says %1; %2 has %3 %").arg(answerName(m_saliency->predicted), answer, QString::number(100 * double(m_saliency->says), 'f', 1));
        else
            text = tr("It predicts %1").arg(number(data()->targetInUnits(m_saliency->says, m_saliency->number)));
    }
    header()->setReading(text);
    setAccessibleDescription(text);
    m_methods->setVisible(m_saliency != nullptr);
    m_box->setVisible(m_saliency && m_box->count() > 2);
}

SaliencyView::Places SaliencyView::places(const QRectF &area) const
{
    const double gap = theme()->space(3), line = QFontMetricsF(theme()->font(Type::Caption)).height();
    const QRectF room = area.adjusted(gap, gap / 2, -gap, -gap / 2 - 2 * line);
    Places at;
    const bool both = room.width() > 1.5 * room.height() * m_image.width() / std::max(1, m_image.height());
    const QSizeF most(both ? (room.width() - gap) / 2 : room.width(), std::max(1.0, room.height()));
    const QSizeF size = QSizeF(m_image.size()).scaled(most, Qt::KeepAspectRatio);
    const double left = room.left() + (room.width() - (both ? 2 * size.width() + gap : size.width())) / 2;
    if (both)
        at.plain = QRectF(QPointF(left, room.top()), size);
    at.covered = QRectF(QPointF(both ? left + size.width() + gap : left, room.top()), size);
    at.scale = QRectF(area.left() + gap, room.bottom() + gap / 2, area.width() - 2 * gap, 2 * line);
    return at;
}

void SaliencyView::paint(QPainter &painter, const QRectF &area, bool live) const
{
    if (!m_saliency || !data())
        return paintMessage(painter, area, tr("This asks for a network that answers with a class or a few numbers."));
    picture() ? paintPicture(painter, area, live) : text() ? paintText(painter, area, live) : paintBars(painter, area, live);
}

void SaliencyView::paintPicture(QPainter &painter, const QRectF &area, bool live) const
{
    const Places at = places(area);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    if (!at.plain.isEmpty())
        painter.drawImage(at.plain, m_image);
    // Under the colours the picture is pale, so that they are read and it is still recognised.
    painter.fillRect(at.covered, theme()->color(Ink::Raised));
    painter.setOpacity(0.3);
    painter.drawImage(at.covered, m_image);
    painter.setOpacity(1);
    painter.drawImage(at.covered, m_colours);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme()->color(Ink::Line), 1));
    for (const QRectF &frame : {at.plain, at.covered})
        if (!frame.isEmpty())
            painter.drawRect(frame);
    if (live && m_hovered >= 0) {
        const double w = at.covered.width() / double(m_saliency->columns), h = at.covered.height() / double(m_saliency->rows);
        painter.setPen(QPen(theme()->color(Ink::Text), 1.5));
        painter.drawRect(QRectF(at.covered.left() + double(m_hovered % m_saliency->columns) * w, at.covered.top() + double(m_hovered / m_saliency->columns) * h, w, h));
    }
    paintScale(painter, at.scale);
}

void SaliencyView::paintScale(QPainter &painter, const QRectF &area) const
{
    painter.setFont(theme()->font(Type::Caption));
    const QFontMetricsF metrics(painter.font());
    const QString names[] = {tr("against it"), tr("for it")};
    const QString ends[] = {number(-m_largest), number(m_largest)};
    const double wide = std::min<double>(area.width() * 0.4, theme()->space(40)), high = metrics.height() * 0.5;
    const QRectF bar(area.center().x() - wide / 2, area.top() + metrics.height() * 0.25, wide, high);
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    gradient.setColorAt(0, theme()->color(Ink::Negative));
    gradient.setColorAt(0.5, theme()->color(Ink::Raised));
    gradient.setColorAt(1, theme()->color(Ink::Positive));
    painter.fillRect(bar, gradient);
    const double gap = theme()->space(2), side = bar.left() - gap - area.left();
    painter.setPen(theme()->color(Ink::Muted));
    painter.drawText(QRectF(area.left(), area.top(), side, metrics.height()), Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(names[0], Qt::ElideLeft, side));
    painter.drawText(QRectF(bar.right() + gap, area.top(), side, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(names[1], Qt::ElideRight, side));
    painter.drawText(QRectF(bar.left() - gap, bar.bottom(), bar.width() / 2 + gap, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, ends[0]);
    painter.drawText(QRectF(bar.center().x(), bar.bottom(), bar.width() / 2 + gap, metrics.height()), Qt::AlignRight | Qt::AlignVCenter, ends[1]);
}

QRectF SaliencyView::character(int64_t place, const QRectF &area) const
{
    const double gap = theme()->space(3), line = QFontMetricsF(theme()->font(Type::Text)).height();
    const double room = area.width() - 2 * gap, high = area.height() - 2.5 * line;
    // As large as the whole text allows, between what is read and what is pleasant.
    const double count = double(std::max<size_t>(1, m_saliency->places.size()));
    const double side = std::clamp(std::sqrt(std::max(1.0, room * high) / count) * 0.9, 1.25 * line, 2.2 * line);
    const auto columns = std::max<int64_t>(1, int64_t(room / side));
    return {area.left() + gap + double(place % columns) * side, area.top() + double(place / columns) * side, side - 2, side - 2};
}

void SaliencyView::paintText(QPainter &painter, const QRectF &area, bool live) const
{
    const double line = QFontMetricsF(theme()->font(Type::Text)).height();
    painter.setFont(theme()->font(Type::Text));
    for (int64_t i = 0; i < int64_t(m_saliency->places.size()); ++i) {
        const QRectF box = character(i, area);
        if (box.bottom() > area.bottom() - 2 * line)
            break;
        const float value = m_saliency->places[size_t(i)];
        const double share = m_largest > 0 && std::isfinite(value) ? double(value / m_largest) : 0;
        QColor ground = theme()->color(share < 0 ? Ink::Negative : Ink::Positive);
        ground.setAlphaF(float(std::sqrt(std::abs(share)) * 0.75));
        painter.setPen(live && i == m_hovered ? QPen(theme()->color(Ink::Text), 1.5) : QPen(theme()->color(Ink::Line), 1));
        painter.setBrush(ground);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(theme()->color(Ink::Text));
        painter.drawText(box, Qt::AlignCenter, QFontMetricsF(painter.font()).elidedText(placeName(i), Qt::ElideRight, box.width()));
    }
    paintScale(painter, {area.left() + theme()->space(3), area.bottom() - 2 * line, area.width() - 2 * theme()->space(3), 2 * line});
}

double SaliencyView::barHeight() const { return QFontMetricsF(theme()->font(Type::Caption)).height() + theme()->space(1); }
int SaliencyView::barsIn(const QRectF &area) const { return std::max(1, int((area.height() - theme()->space(2)) / barHeight())); }

void SaliencyView::paintBars(QPainter &painter, const QRectF &area, bool live) const
{
    painter.setFont(theme()->font(Type::Caption));
    const QFontMetricsF metrics(painter.font());
    const double gap = theme()->space(3), high = barHeight(), names = std::min(area.width() * 0.3, double(theme()->space(40)));
    const double figures = metrics.horizontalAdvance(QStringLiteral("−0.00123")) + gap;
    const double left = area.left() + gap + names + gap, right = area.right() - gap - figures, middle = (left + right) / 2, half = std::max(1.0, (right - left) / 2);
    const int rows = barsIn(area), count = int(m_saliency->places.size()), first = std::clamp(m_scrolled, 0, std::max(0, count - rows));
    double y = area.top() + theme()->space(1);
    painter.setPen(QPen(theme()->color(Ink::Line), 1));
    painter.drawLine(QPointF(middle, y), QPointF(middle, y + high * std::min(rows, count)));
    for (int i = first; i < std::min(count, first + rows); ++i, y += high) {
        const float value = m_saliency->places[size_t(i)];
        if (live && i == m_hovered)
            painter.fillRect(QRectF(area.left() + gap / 2, y, area.width() - gap, high), theme()->color(Ink::AccentBackground));
        painter.setPen(theme()->color(Ink::Text));
        painter.drawText(QRectF(area.left() + gap, y, names, high), Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(placeName(i), Qt::ElideRight, names));
        if (std::isfinite(value) && m_largest > 0) {
            const double wide = half * double(value / m_largest);
            painter.fillRect(QRectF(std::min(middle, middle + wide), y + high * 0.2, std::abs(wide), high * 0.6), theme()->color(value < 0 ? Ink::Negative : Ink::Positive));
        }
        painter.setPen(theme()->color(Ink::Muted));
        painter.drawText(QRectF(right + gap / 2, y, figures, high), Qt::AlignRight | Qt::AlignVCenter, number(value));
    }
}

int64_t SaliencyView::placeAt(const QPointF &at) const
{
    if (!m_saliency || !data())
        return -1;
    if (text()) {
        for (int64_t i = 0; i < int64_t(m_saliency->places.size()); ++i)
            if (character(i, body()).contains(at))
                return i;
        return -1;
    }
    if (!picture()) {
        const int count = int(m_saliency->places.size()), first = std::clamp(m_scrolled, 0, std::max(0, count - barsIn(body())));
        const int i = first + int(std::floor((at.y() - body().top() - theme()->space(1)) / barHeight()));
        return i >= first && i < std::min(count, first + barsIn(body())) ? i : -1;
    }
    const QRectF box = places(body()).covered;
    if (!box.contains(at))
        return -1;
    const auto part = [](double offset, double extent, int64_t count) { return std::clamp<int64_t>(int64_t(offset / extent * double(count)), 0, count - 1); };
    return part(at.y() - box.top(), box.height(), m_saliency->rows) * m_saliency->columns + part(at.x() - box.left(), box.width(), m_saliency->columns);
}

void SaliencyView::hover(int64_t place)
{
    if (place == m_hovered)
        return;
    m_hovered = place;
    showReading();
    update();
}

void SaliencyView::mouseMoveEvent(QMouseEvent *event) { hover(placeAt(event->position())); }
void SaliencyView::leaveEvent(QEvent *) { hover(-1); }

void SaliencyView::wheelEvent(QWheelEvent *event)
{
    if (!m_saliency || picture() || text())
        return event->ignore();
    m_scrolled = std::clamp(m_scrolled - event->angleDelta().y() / 60, 0, std::max(0, int(m_saliency->places.size()) - barsIn(body())));
    update();
}

void SaliencyView::keyPressEvent(QKeyEvent *event)
{
    const int down = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const int right = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (!m_saliency || !data() || (down == 0 && right == 0))
        return PaintedView::keyPressEvent(event);
    const int64_t columns = picture() ? m_saliency->columns : 1;
    const auto last = int64_t(m_saliency->places.size()) - 1;
    hover(m_hovered < 0 ? 0 : std::clamp<int64_t>(m_hovered + down * columns + right, 0, last));
    if (picture())
        return;
    const int rows = barsIn(body());
    m_scrolled = std::clamp(m_scrolled, std::max(0, int(m_hovered) - rows + 1), int(m_hovered));
}

QJsonObject SaliencyView::choices() const
{
    return {{QStringLiteral("method"), int(m_method)}, {QStringLiteral("number"), m_number}};
}

void SaliencyView::setChoices(const QJsonObject &choices)
{
    setMethod(choices[QStringLiteral("method")].toInt() == 1 ? SaliencyMethod::Occlusion : SaliencyMethod::Gradient);
    setNumber(std::clamp<int>(choices[QStringLiteral("number")].toInt(-1), -1, int(SaliencyProbe::mostNumbers) - 1));
}

QString SaliencyView::csv() const
{
    QString text = QStringLiteral("row,column,value\n");
    for (int64_t i = 0; m_saliency && i < int64_t(m_saliency->places.size()); ++i)
        text += QStringLiteral("%1,%2,%3\n").arg(i / m_saliency->columns).arg(i % m_saliency->columns).arg(double(m_saliency->places[size_t(i)]));
    return text;
}

Figure SaliencyView::figure() const
{
    return figureOf(tr("Which pixels mattered"), m_methods->current() == 0 ? tr("Gradient × input") : tr("Occlusion"), [this] { return csv(); });
}

} // namespace zhibei
