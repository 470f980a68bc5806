#include "widgets/canvas/faces/face.h"

#include "widgets/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr int64_t curveLimit = 36;
constexpr double gap = 4;

struct Grid {
    int columns;
    QSizeF cell;
};

Grid gridFor(int64_t count)
{
    if (count <= 1)
        return {1, {92, 48}};
    if (count <= 4)
        return {2, {56, 36}};
    if (count <= 16)
        return {4, {32, 28}};
    return {6, {24, 22}};
}

/// One input: what every neuron makes of every x, as a little curve about zero.
class UnitCurvesFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override
    {
        return query.data && query.data->curve && query.rank() <= 1 && query.count() >= 1 && query.count() <= curveLimit
               && query.type->classes == 0;
    }

    bool stretches(const FaceQuery &) const override { return true; }

    QSizeF size(const FaceQuery &query) const override
    {
        const Grid grid = gridFor(query.count());
        const double rows = std::ceil(static_cast<double>(query.count()) / grid.columns);
        return {grid.columns * (grid.cell.width() + gap) - gap, rows * (grid.cell.height() + gap) - gap};
    }

    void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const override
    {
        const Tensor *along = query.along();
        const int64_t count = query.count(), columns = std::min<int64_t>(gridFor(count).columns, count);
        const int64_t rows = (count + columns - 1) / columns;
        const double width = (area.width() + gap) / static_cast<double>(columns) - gap;
        const double height = (area.height() + gap) / static_cast<double>(rows) - gap;
        painter.setRenderHint(QPainter::Antialiasing);
        for (int64_t i = 0; i < count; ++i) {
            const QRectF box(area.left() + static_cast<double>(i % columns) * (width + gap),
                             area.top() + static_cast<double>(i / columns) * (height + gap), width, height);
            drawEmptyField(painter, box, *query.theme);
            if (along)
                drawCurve(painter, box, along->row(i), *query.theme);
        }
    }

private:
    /// Above zero in the positive colour, below in the negative one, over a hairline at zero.
    static void drawCurve(QPainter &painter, const QRectF &box, std::span<const float> values, const Theme &theme)
    {
        const double largest = std::max(static_cast<double>(largestMagnitude(values)), 1e-6);
        const double zero = box.center().y(), reach = box.height() / 2 - 2;
        QPolygonF line;
        for (size_t i = 0; i < values.size(); ++i)
            if (std::isfinite(values[i]))
                line << QPointF(box.left() + box.width() * (static_cast<double>(i) + 0.5) / static_cast<double>(values.size()),
                                zero - reach * static_cast<double>(values[i]) / largest);
        painter.setPen(QPen(theme.color(Ink::Line), 1));
        painter.drawLine(QPointF(box.left(), zero), QPointF(box.right(), zero));
        painter.setBrush(Qt::NoBrush);
        const QRectF above(box.left(), box.top(), box.width(), zero - box.top());
        for (const auto &[half, ink] : {std::pair(above, Ink::Positive), std::pair(above.translated(0, above.height()), Ink::Negative)}) {
            painter.save();
            painter.setClipRect(half, Qt::IntersectClip);
            painter.setPen(QPen(theme.color(ink), 1.6));
            painter.drawPolyline(line);
            painter.restore();
        }
    }
};

} // namespace

const FaceStyle &unitCurvesFace()
{
    static const UnitCurvesFace face;
    return face;
}

} // namespace zhibei
