#include "widgets/canvas/faces/face.h"

#include "widgets/theme/theme.h"

#include <algorithm>

namespace zhibei {

namespace {

QRgb blended(const QColor &paper, const QColor &ink, double strength)
{
    const auto part = [&](int a, int b) { return static_cast<int>(a + (b - a) * std::clamp(strength, 0.0, 1.0)); };
    return qRgb(part(paper.red(), ink.red()), part(paper.green(), ink.green()), part(paper.blue(), ink.blue()));
}

/// Data on a plane: which class the network says where, stronger where it is surer.
class DecisionFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override
    {
        return query.answers && query.data && query.data->planar && query.rank() <= 1;
    }
    QSizeF size(const FaceQuery &) const override { return {96, 96}; }

    void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const override
    {
        const Tensor *surface = query.surface();
        if (!surface || surface->shape().rank() != 3 || surface->shape()[1] < 1) {
            drawEmptyField(painter, area, *query.theme);
            return;
        }
        drawPixels(painter, area, query.data->classification() ? classes(query, *surface) : numbers(query, *surface));
    }

private:
    static QImage numbers(const FaceQuery &query, const Tensor &surface)
    {
        const int side = static_cast<int>(surface.shape()[1]);
        return signedImage(*query.theme, surface.data(), side, side, largestMagnitude(surface.row(0)));
    }

    static QImage classes(const FaceQuery &query, const Tensor &surface)
    {
        const int64_t outputs = surface.shape()[0];
        const int side = static_cast<int>(surface.shape()[1]);
        const int classCount = static_cast<int>(query.data->classNames.size());
        const int64_t area = static_cast<int64_t>(side) * side;
        const QColor paper = query.theme->color(Ink::Middle);
        const bool half = query.decision() == Decision::Half;
        std::vector<QColor> inks;
        for (int i = 0; i < classCount; ++i)
            inks.push_back(query.theme->classColor(i, classCount));
        QImage image(side, side, QImage::Format_RGB32);
        for (int64_t i = 0; i < area; ++i) {
            QRgb color = 0;
            if (outputs == 1) { // the probability of the second class, or −1 and +1
                const double value = static_cast<double>(surface[i]);
                color = query.theme->signedColor(half ? 2 * value - 1 : value);
            } else {
                int64_t best = 0;
                for (int64_t k = 1; k < outputs; ++k)
                    if (surface[k * area + i] > surface[best * area + i])
                        best = k;
                const double floor = 1.0 / static_cast<double>(outputs);
                const double sure = (static_cast<double>(surface[best * area + i]) - floor) / (1 - floor);
                color = blended(paper, inks[static_cast<size_t>(best) % inks.size()], 0.15 + 0.85 * sure);
            }
            reinterpret_cast<QRgb *>(image.scanLine(static_cast<int>(i / side)))[i % side] = color;
        }
        return image;
    }
};

} // namespace

const FaceStyle &decisionFace()
{
    static const DecisionFace face;
    return face;
}

} // namespace zhibei
