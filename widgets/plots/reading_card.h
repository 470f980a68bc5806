#pragma once

#include "widgets/theme/theme.h"

#include <QRectF>

class QPainter;

namespace zhibei {

/// The small card beside the pointer that reads a figure's values, line by line.
struct ReadingCard {
    struct Line {
        QString text;
        QColor color;
    };
    QList<Line> lines;

    /// To the right of `anchor` (its top left corner), or to the left where it would leave `bounds`.
    void paint(QPainter &painter, const Theme &theme, const QPointF &anchor, const QRectF &bounds) const;
};

} // namespace zhibei
