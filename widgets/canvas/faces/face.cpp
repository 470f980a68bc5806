#include "widgets/canvas/faces/face.h"

#include "widgets/theme/theme.h"

#include <array>
#include <cmath>

namespace zhibei {

const Tensor *FaceQuery::output() const
{
    if (!observation || !type)
        return nullptr;
    const auto found = observation->outputs.find({node->id, 0});
    return found != observation->outputs.end() && found->second.count() == count() ? &found->second : nullptr;
}

const Tensor *FaceQuery::further(int port) const
{
    if (!observation)
        return nullptr;
    const auto found = observation->outputs.find({node->id, port});
    return found != observation->outputs.end() ? &found->second : nullptr;
}

const Tensor *FaceQuery::map(int rank) const
{
    if (!observation || !type)
        return nullptr;
    const auto found = observation->planes.find({node->id, 0});
    const bool fits = found != observation->planes.end() && found->second.shape().rank() == rank && found->second.shape()[0] == count();
    return fits ? &found->second : nullptr;
}

const Tensor *FaceQuery::plane() const { return map(3); }
const Tensor *FaceQuery::along() const { return map(2); }

const Objective *FaceQuery::objective() const
{
    const Model *model = answers && observation && observation->snapshot ? observation->snapshot->model.get() : nullptr;
    if (!model || model->objectives.empty())
        return nullptr;
    const Objective &first = model->objectives.front();
    const std::vector<Wire> into = model->network.wiresInto(PortRef{first.node, 0});
    return !into.empty() && into.front().from.node == node->id ? &first : nullptr;
}

const Tensor *FaceQuery::surface() const { return objective() && !observation->surface.empty() ? &observation->surface : nullptr; }
std::vector<float> FaceQuery::prediction() const { return objective() ? observation->prediction : std::vector<float>(); }

Decision FaceQuery::decision() const
{
    const Objective *known = objective();
    return known ? known->decision : Decision::None;
}

const FaceStyle *faceStyle(const FaceQuery &query)
{
    const std::array<const FaceStyle *, 14> styles = {
        &lossCurveFace(), &featuresFace(), &fittedCurveFace(), &decisionFace(), &pictureFace(),
        &textFace(), &attentionFace(), &capsulesFace(), &barsFace(), &heatMapsFace(), &unitCurvesFace(), &numberFace(), &stripFace(), &mosaicFace()};
    if (query.kind->face == Face::None)
        return nullptr;
    for (const FaceStyle *style : styles)
        if (style->suits(query))
            return style;
    return nullptr;
}

QFont canvasFont(const Theme &theme, Type type)
{
    QFont font = theme.font(type);
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(1, static_cast<int>(std::lround(font.pixelSize() / theme.textScale()))));
    else
        font.setPointSizeF(font.pointSizeF() / theme.textScale());
    return font;
}

QImage signedImage(const Theme &theme, const float *values, int width, int height, float scale)
{
    QImage image(width, height, QImage::Format_RGB32);
    const double factor = scale > 0 ? 1.0 / static_cast<double>(scale) : 0;
    for (int y = 0; y < height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < width; ++x)
            line[x] = theme.signedColor(static_cast<double>(values[y * width + x]) * factor);
    }
    return image;
}

QImage magnitudeImage(const Theme &theme, const float *values, int width, int height, float scale)
{
    QImage image(width, height, QImage::Format_RGB32);
    const double factor = scale > 0 ? 1.0 / static_cast<double>(scale) : 0;
    for (int y = 0; y < height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < width; ++x)
            line[x] = theme.magnitudeColor(static_cast<double>(values[y * width + x]) * factor);
    }
    return image;
}

float largestMagnitude(std::span<const float> values)
{
    float largest = 0;
    for (float value : values)
        if (std::isfinite(value))
            largest = std::max(largest, std::abs(value));
    return largest;
}

void drawPixels(QPainter &painter, const QRectF &area, const QImage &image)
{
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(area, image);
}

void drawEmptyField(QPainter &painter, const QRectF &area, const Theme &theme)
{
    QColor color = theme.color(Ink::Line);
    color.setAlphaF(0.35f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(area, 4, 4);
}

} // namespace zhibei
