#include "widgets/canvas/faces/face.h"

#include "widgets/theme/theme.h"

#include <algorithm>

namespace zhibei {

namespace {

/// Rows of numbers (a sequence of vectors): time downwards, signed.
class MatrixFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override { return query.rank() == 2; }

    QSizeF size(const FaceQuery &query) const override
    {
        const double rows = static_cast<double>(query.type->shape[0]), columns = static_cast<double>(query.type->shape[1]);
        const double cell = std::clamp(112 / std::max(rows, columns), 0.5, 14.0);
        return {std::clamp(columns * cell, 24.0, 128.0), std::clamp(rows * cell, 16.0, 112.0)};
    }

    void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const override
    {
        const Tensor *output = query.output();
        if (!output) {
            drawEmptyField(painter, area, *query.theme);
            return;
        }
        const int rows = static_cast<int>(query.type->shape[0]), columns = static_cast<int>(query.type->shape[1]);
        drawPixels(painter, area, signedImage(*query.theme, output->data(), columns, rows, largestMagnitude(output->values())));
    }
};

} // namespace

const FaceStyle &matrixFace()
{
    static const MatrixFace face;
    return face;
}

} // namespace zhibei
