#include "widgets/canvas/faces/face.h"

#include "widgets/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr double largestSide = 112;
constexpr int64_t mapLimit = 12;

bool grey(const FaceQuery &query) { return query.type->shape[0] == 1; }
bool coloured(const FaceQuery &query) { return query.type->shape[0] == 3 && query.kind->category == Category::Data; }

/// Pictures: a sample in ink or colour, or the first maps of many channels side by side, signed.
class PictureFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override { return query.rank() == 3; }

    QSizeF size(const FaceQuery &query) const override
    {
        const Shape &shape = query.type->shape;
        const double height = static_cast<double>(shape[1]), width = static_cast<double>(shape[2]);
        if (grey(query) || coloured(query)) {
            const double factor = std::max(1.0, std::floor(84 / std::max(height, width)));
            const double shrink = std::min(1.0, largestSide / (std::max(height, width) * factor));
            return {width * factor * shrink, height * factor * shrink};
        }
        const int count = shown(query), columns = columnsFor(count);
        const double cell = 44;
        return {columns * (cell + 4) - 4, std::ceil(static_cast<double>(count) / columns) * (cell + 4) - 4};
    }

    void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const override
    {
        const Tensor *output = query.output();
        if (!output) {
            drawEmptyField(painter, area, *query.theme);
            return;
        }
        const int height = static_cast<int>(query.type->shape[1]), width = static_cast<int>(query.type->shape[2]);
        if (coloured(query))
            return drawPixels(painter, area, colours(*output, width, height));
        const float scale = largestMagnitude(output->values());
        if (grey(query)) {
            const bool negative = *std::min_element(output->values().begin(), output->values().end()) < 0;
            return drawPixels(painter, area, negative ? signedImage(*query.theme, output->data(), width, height, scale)
                                                      : magnitudeImage(*query.theme, output->data(), width, height, scale));
        }
        const int count = shown(query), columns = columnsFor(count);
        const double cell = (area.width() + 4) / columns - 4;
        for (int i = 0; i < count; ++i) {
            const QRectF box(area.left() + i % columns * (cell + 4), area.top() + i / columns * (cell + 4), cell, cell);
            drawPixels(painter, box, signedImage(*query.theme, output->row(i).data(), width, height, scale));
        }
    }

private:
    static int shown(const FaceQuery &query) { return static_cast<int>(std::min(mapLimit, query.type->shape[0])); }
    static int columnsFor(int count) { return count <= 3 ? std::max(1, count) : count <= 6 ? 3 : 4; }

    static QImage colours(const Tensor &output, int width, int height)
    {
        QImage image(width, height, QImage::Format_RGB32);
        const int64_t plane = static_cast<int64_t>(width) * height;
        const auto level = [&](int64_t channel, int64_t i) {
            return static_cast<int>(std::lround(std::clamp(output[channel * plane + i], 0.0f, 1.0f) * 255.0f));
        };
        for (int64_t i = 0; i < plane; ++i)
            image.setPixel(static_cast<int>(i % width), static_cast<int>(i / width), qRgb(level(0, i), level(1, i), level(2, i)));
        return image;
    }
};

} // namespace

const FaceStyle &pictureFace()
{
    static const PictureFace face;
    return face;
}

} // namespace zhibei
