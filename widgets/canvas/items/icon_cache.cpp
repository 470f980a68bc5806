#include "widgets/canvas/items/icon_cache.h"

#include "widgets/theme/theme.h"

#include <QPixmapCache>

#include <cmath>

namespace zhibei {

QPixmap cachedIcon(const Theme &theme, const QString &name, int size, const QColor &color, double scale)
{
    const double step = std::clamp(std::ceil(scale * 4) / 4, 0.5, 6.0); // few sizes, so that zooming finds them again
    const QString key = QStringLiteral("canvas/%1/%2/%3/%4").arg(name).arg(size).arg(color.name()).arg(step);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = theme.pixmap(name, size, color, step);
    pixmap.setDevicePixelRatio(1);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace zhibei
