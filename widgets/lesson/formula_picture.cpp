#include "widgets/lesson/formula_picture.h"

#include <QFileInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr double unitsPerEm = 100;
constexpr double magnification = 1.15; // small letters as high as those of the text around

/// What stands above and below the line of the text, in pixels.
struct Extent {
    double width = 0, above = 0, below = 0;
};

/// A text centres its pictures half the height of an x above its line: room is added above or below until the
/// line of the picture falls on that of the text.
QPixmap onTheLine(const Extent &extent, const QFontMetricsF &metrics, qreal devicePixelRatio, const std::function<void(QPainter &, double line)> &paint)
{
    const double axis = metrics.xHeight();
    const double spare = extent.above - extent.below - axis;
    const double top = std::max(0.0, -spare), bottom = std::max(0.0, spare);
    const QSizeF size(extent.width, extent.above + extent.below + top + bottom);
    QPixmap picture((size * devicePixelRatio).toSize() + QSize(1, 1));
    picture.setDevicePixelRatio(devicePixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, top + extent.above);
    return picture;
}

void tint(QPainter &painter, const QColor &color)
{
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(painter.window(), color);
}

} // namespace

QPixmap formulaPicture(const QString &file, const QString &tex, const QFont &font, const QColor &color, qreal devicePixelRatio)
{
    const QFontMetricsF metrics(font);
    QSvgRenderer svg;
    if (QFileInfo::exists(file) && svg.load(file)) {
        const QRectF box = svg.viewBoxF();
        const double unit = magnification * font.pixelSize() / unitsPerEm;
        return onTheLine({box.width() * unit, -box.top() * unit, box.bottom() * unit}, metrics, devicePixelRatio, [&](QPainter &painter, double line) {
            svg.render(&painter, QRectF(0, line + box.top() * unit, box.width() * unit, box.height() * unit));
            tint(painter, color);
        });
    }
    QFont italic = font;
    italic.setItalic(true);
    return onTheLine({QFontMetricsF(italic).horizontalAdvance(tex) + 2, metrics.ascent(), metrics.descent()}, metrics, devicePixelRatio,
                     [&](QPainter &painter, double line) {
                         painter.setFont(italic);
                         painter.setPen(color);
                         painter.drawText(QPointF(1, line), tex);
                     });
}

} // namespace zhibei
