#include "widgets/canvas/faces/face.h"

#include "widgets/theme/theme.h"

#include <cmath>

namespace zhibei {

namespace {

constexpr int64_t mapLimit = 36;
constexpr double gap = 4;

struct Grid {
    int columns;
    double cell;
};

Grid gridFor(int64_t count)
{
    if (count <= 1)
        return {1, 72};
    if (count <= 4)
        return {2, 46};
    if (count == 7 || count == 8) // two full rows rather than a hole
        return {4, 30};
    if (count <= 9)
        return {3, 36};
    if (count <= 16)
        return {4, 30};
    return {6, 24};
}

/// Planar data: what every neuron makes of every place of the plane.
class HeatMapsFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override
    {
        return query.data && query.data->planar && query.rank() <= 1 && query.count() >= 1 && query.count() <= mapLimit
               && query.type->classes == 0;
    }

    QSizeF size(const FaceQuery &query) const override
    {
        const Grid grid = gridFor(query.count());
        const double rows = std::ceil(static_cast<double>(query.count()) / grid.columns);
        return {grid.columns * (grid.cell + gap) - gap, rows * (grid.cell + gap) - gap};
    }

    void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const override
    {
        const Tensor *plane = query.plane();
        const Grid grid = gridFor(query.count());
        for (int64_t i = 0; i < query.count(); ++i) {
            const double column = static_cast<double>(i % grid.columns), row = static_cast<double>(i / grid.columns);
            const QRectF box(area.left() + column * (grid.cell + gap), area.top() + row * (grid.cell + gap), grid.cell, grid.cell);
            if (!plane) {
                drawEmptyField(painter, box, *query.theme);
                continue;
            }
            const int side = static_cast<int>(plane->shape()[1]);
            drawPixels(painter, box, signedImage(*query.theme, plane->row(i).data(), side, side, largestMagnitude(plane->row(i))));
        }
    }
};

} // namespace

const FaceStyle &heatMapsFace()
{
    static const HeatMapsFace face;
    return face;
}

} // namespace zhibei
