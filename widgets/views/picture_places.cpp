#include "widgets/views/picture_places.h"

#include "widgets/views/distribution_chart.h"

#include <QFontMetricsF>

#include <algorithm>

namespace zhibei {

PicturePlaces PicturePlaces::in(const QRectF &area, const Theme &theme, qsizetype factCount, bool pages)
{
    const double gap = theme.space(4), line = QFontMetricsF(theme.font(Type::Caption)).height(), list = factsHeight(theme, factCount);
    QRectF picture = area, side;
    if (area.width() > area.height() * 0.9) {
        const double wide = std::min(area.width() * 0.42, double(theme.space(80)));
        side = QRectF(area.right() - wide, area.top(), wide, area.height());
        picture.setRight(side.left() - gap);
    } else {
        const double high = std::min(area.height() * 0.5, list + theme.space(24));
        side = QRectF(area.left(), area.bottom() - high, area.width(), high);
        picture.setBottom(side.top() - gap);
    }
    PicturePlaces at;
    at.scale = QRectF(picture.left(), picture.bottom() - line, picture.width(), line);
    picture.setBottom(at.scale.top() - gap / 2);
    if (pages) {
        at.page = QRectF(picture.left(), picture.top(), picture.width(), line);
        picture.setTop(at.page.bottom() + 2);
    }
    at.picture = picture;
    const double chart = std::max(2 * line, std::min(side.height() - list - gap / 2, double(theme.space(48))));
    at.chart = QRectF(side.left(), side.top(), side.width(), chart);
    at.facts = QRectF(side.left(), at.chart.bottom() + gap / 2, side.width(), std::max(0.0, side.bottom() - at.chart.bottom() - gap / 2));
    return at;
}

} // namespace zhibei
