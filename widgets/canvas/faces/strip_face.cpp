#include "widgets/canvas/faces/face.h"

#include "widgets/theme/theme.h"

#include <algorithm>

namespace zhibei {

namespace {

/// A sequence as a strip over time: steps across, units down, signed.
class StripFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override { return query.rank() == 2; }
    bool stretches(const FaceQuery &query) const override { return query.type->shape[0] >= 12; }

    QSizeF size(const FaceQuery &query) const override
    {
        const double steps = static_cast<double>(query.type->shape[0]), units = static_cast<double>(query.type->shape[1]);
        return {std::clamp(steps * 6, 24.0, 132.0), std::clamp(units * 6, 12.0, 72.0)};
    }

    void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const override
    {
        const Tensor *output = query.output();
        if (!output) {
            drawEmptyField(painter, area, *query.theme);
            return;
        }
        const int steps = static_cast<int>(query.type->shape[0]), units = static_cast<int>(query.type->shape[1]);
        // No more rows than can be told apart: of many units, every so-manieth.
        const int shown = std::min(units, 96);
        std::vector<float> turned(static_cast<size_t>(steps) * static_cast<size_t>(shown));
        for (int unit = 0; unit < shown; ++unit)
            for (int step = 0; step < steps; ++step)
                turned[static_cast<size_t>(unit * steps + step)] = (*output)[static_cast<int64_t>(step) * units + static_cast<int64_t>(unit) * units / shown];
        drawPixels(painter, area, signedImage(*query.theme, turned.data(), steps, shown, largestMagnitude(output->values())));
    }
};

} // namespace

const FaceStyle &stripFace()
{
    static const StripFace face;
    return face;
}

} // namespace zhibei
