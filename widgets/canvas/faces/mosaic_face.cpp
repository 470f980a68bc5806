#include "widgets/canvas/faces/face.h"

#include "widgets/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr double fullWidth = 116;
constexpr int64_t cellLimit = 2048;

struct Grid {
    int columns = 1, rows = 1;
    double cell = 12;
    bool square = false;
};

/// Columns for a wide field, so that the last row is full where that is possible.
int fullRows(int count)
{
    const double ideal = std::ceil(std::sqrt(count * 3.2));
    for (int columns = static_cast<int>(ideal); columns <= ideal * 1.4; ++columns)
        if (count % columns == 0)
            return columns;
    return static_cast<int>(ideal);
}

/// Wide rather than high; a layer as large as a picture is drawn as a square.
Grid gridFor(int64_t count)
{
    const double shown = static_cast<double>(std::clamp<int64_t>(count, 1, cellLimit));
    const double side = std::floor(std::sqrt(shown) + 0.5);
    Grid grid;
    grid.square = side * side == shown && shown >= 196;
    if (grid.square)
        grid.columns = static_cast<int>(side);
    else // few stand in one row
        grid.columns = shown <= 12 ? static_cast<int>(shown) : fullRows(static_cast<int>(shown));
    grid.rows = static_cast<int>(std::ceil(shown / grid.columns));
    grid.cell = std::min(14.0, (grid.square ? 84 : fullWidth) / grid.columns);
    return grid;
}

/// One cell a neuron, coloured by its value.
class MosaicFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override { return query.type && query.count() > 1; }

    bool stretches(const FaceQuery &query) const override { return !gridFor(query.count()).square; }
    QSizeF size(const FaceQuery &query) const override
    {
        const Grid grid = gridFor(query.count());
        return {grid.columns * grid.cell, grid.rows * grid.cell};
    }

    void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const override
    {
        const Grid grid = gridFor(query.count());
        const Tensor *output = query.output();
        if (!output) {
            drawEmptyField(painter, area, *query.theme);
            return;
        }
        std::vector<float> cells(static_cast<size_t>(grid.columns * grid.rows), 0.0f);
        const auto shown = std::min(cells.size(), static_cast<size_t>(output->count()));
        std::copy_n(output->data(), shown, cells.begin());
        drawPixels(painter, area, signedImage(*query.theme, cells.data(), grid.columns, grid.rows, largestMagnitude(output->values())));
    }
};

} // namespace

const FaceStyle &mosaicFace()
{
    static const MosaicFace face;
    return face;
}

} // namespace zhibei
