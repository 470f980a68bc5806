#include "widgets/views/distribution_chart.h"

#include "widgets/views/number_picture.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zhibei {

QString numberText(double number)
{
    if (!std::isfinite(number))
        return std::isnan(number) ? QStringLiteral("NaN") : number > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    return QLocale::c().toString(number, 'g', 4).replace(u'-', QChar(0x2212));
}

QRectF DistributionChart::bars(const Theme &theme, const QRectF &area) const
{
    return area.adjusted(0, 0, 0, -QFontMetricsF(theme.font(Type::Caption)).height() - 2);
}

void DistributionChart::paint(QPainter &painter, const Theme &theme, const QRectF &area, bool logarithmic, int marked) const
{
    const QRectF field = bars(theme, area);
    if (of.bins.empty() || field.height() < 4)
        return;
    const auto height = [&](int64_t count) { return logarithmic ? std::log1p(double(count)) : double(count); };
    const double most = height(*std::max_element(of.bins.begin(), of.bins.end())), width = field.width() / double(of.bins.size());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    for (size_t i = 0; i < of.bins.size(); ++i) {
        const double middle = double(of.least) + (double(i) + 0.5) * of.binWidth();
        const double high = of.bins[i] > 0 ? std::max(1.0, field.height() * height(of.bins[i]) / most) : 0;
        const bool chosen = int(i) == marked;
        painter.setBrush(theme.color(chosen ? Ink::Mark : middle < 0 ? Ink::Negative : Ink::Positive));
        painter.drawRect(QRectF(field.left() + double(i) * width, field.bottom() - high, std::max(1.0, width - (width > 4 ? 1 : 0)), high));
    }
    painter.setPen(theme.color(Ink::Line));
    painter.drawLine(field.bottomLeft(), field.bottomRight());
    const double zero = of.least < 0 && of.greatest > 0 ? -double(of.least) / (double(of.greatest) - double(of.least)) : -1;
    if (zero >= 0) {
        painter.setPen(QPen(theme.color(Ink::Muted), 1, Qt::DotLine));
        painter.drawLine(QPointF(field.left() + zero * field.width(), field.top()), QPointF(field.left() + zero * field.width(), field.bottom()));
    }
    painter.restore();
    painter.setFont(theme.font(Type::Caption));
    painter.setPen(theme.color(Ink::Muted));
    const QRectF below(area.left(), field.bottom() + 2, area.width(), area.bottom() - field.bottom() - 2);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, numberText(double(of.least)));
    if (of.greatest > of.least)
        painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, numberText(double(of.greatest)));
    if (zero > 0.3 && zero < 0.7)
        painter.drawText(QRectF(field.left() + zero * field.width() - 20, below.top(), 40, below.height()), Qt::AlignCenter, QStringLiteral("0"));
}

int DistributionChart::at(const Theme &theme, const QRectF &area, const QPointF &place) const
{
    const QRectF field = bars(theme, area);
    if (of.bins.empty() || !field.contains(place))
        return -1;
    return std::min(int(of.bins.size()) - 1, int((place.x() - field.left()) / field.width() * double(of.bins.size())));
}

QString DistributionChart::reading(int bin) const
{
    const double from = double(of.least) + bin * of.binWidth();
    return QCoreApplication::translate("DistributionChart", "%1 to %2: %3 of %4")
        .arg(numberText(from), numberText(from + of.binWidth()), QLocale().toString(qlonglong(of.bins[size_t(bin)])), QLocale().toString(qlonglong(of.count)));
}

void paintFacts(QPainter &painter, const Theme &theme, const QRectF &area, const QList<Fact> &facts)
{
    painter.setFont(theme.font(Type::Caption));
    const QFontMetricsF metrics(painter.font());
    double y = area.top();
    for (const Fact &fact : facts) {
        const QRectF line(area.left(), y, area.width(), metrics.height());
        if (line.bottom() > area.bottom() + 1)
            break;
        painter.setPen(theme.color(Ink::Text));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, fact.value);
        const double room = area.width() - metrics.horizontalAdvance(fact.value) - theme.space(2);
        painter.setPen(theme.color(Ink::Muted));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(fact.name, Qt::ElideRight, room));
        y += metrics.height() + theme.space(1) / 2.0;
    }
}

double factsHeight(const Theme &theme, qsizetype count)
{
    return double(count) * (QFontMetricsF(theme.font(Type::Caption)).height() + theme.space(1) / 2.0);
}

void paintScale(QPainter &painter, const Theme &theme, const QRectF &area, double scale, bool logarithmic, bool ink, const QString &text)
{
    painter.setFont(theme.font(Type::Caption));
    painter.setPen(theme.color(Ink::Muted));
    const QFontMetricsF metrics(painter.font());
    const QString most = text.isEmpty() ? numberText(scale) : text, least = ink ? QStringLiteral("0") : text.isEmpty() ? numberText(-scale) : QString(QChar(0x2212)) + text;
    const double left = metrics.horizontalAdvance(least), right = metrics.horizontalAdvance(most), gap = theme.space(1);
    const double length = std::min(area.width() - left - right - 2 * gap, double(theme.space(30)));
    if (length < theme.space(4))
        return;
    painter.drawText(QRectF(area.left(), area.top(), left + 1, area.height()), Qt::AlignLeft | Qt::AlignVCenter, least);
    const QRectF strip(area.left() + left + gap, area.center().y() - theme.space(1), length, theme.space(2));
    QImage colours(256, 1, QImage::Format_RGB32);
    for (int x = 0; x < 256; ++x) {
        const double v = ink ? x / 255.0 : x / 127.5 - 1, strength = NumberPicture::strength(v, 1, logarithmic);
        colours.setPixel(x, 0, ink ? theme.magnitudeColor(strength) : theme.signedColor(strength));
    }
    painter.drawImage(strip, colours);
    painter.drawText(QRectF(strip.right() + gap, area.top(), right + 1, area.height()), Qt::AlignLeft | Qt::AlignVCenter, most);
}

} // namespace zhibei
