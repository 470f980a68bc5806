#pragma once

#include "widgets/theme/theme.h"

#include <QRectF>

namespace zhibei {

/// Where a picture of numbers, the scale of its colours, their histogram and their facts go: side by side, or below each
/// other where it is narrow.
struct PicturePlaces {
    QRectF picture, page /* which part is shown */, scale, chart, facts;

    static PicturePlaces in(const QRectF &area, const Theme &theme, qsizetype factCount, bool pages);
};

} // namespace zhibei
