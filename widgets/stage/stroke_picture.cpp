#include "widgets/stage/stroke_picture.h"

#include <QImage>
#include <QPainter>

namespace zhibei {

namespace {

constexpr int fineness = 4; ///< samples a pixel and direction: soft edges
constexpr double boxShare = 20.0 / 28.0;

QRectF bounds(const Strokes &strokes)
{
    QRectF box;
    for (const QPolygonF &stroke : strokes) {
        const QRectF one = stroke.boundingRect();
        // QRectF::united ignores a box without area, such as that of a dot or a straight line.
        const QRectF solid = one.adjusted(-1e-3, -1e-3, 1e-3, 1e-3);
        box = box.isNull() ? solid : box.united(solid);
    }
    return box;
}

void draw(QPainter &painter, const Strokes &strokes)
{
    for (const QPolygonF &stroke : strokes) {
        if (stroke.size() == 1)
            painter.drawPoint(stroke.front());
        else
            painter.drawPolyline(stroke);
    }
}

std::vector<float> render(const Strokes &strokes, int height, int width, const QTransform &placed)
{
    Strokes moved;
    for (const QPolygonF &stroke : strokes)
        moved.append(placed.map(stroke));
    QImage fine(width * fineness, height * fineness, QImage::Format_Grayscale8);
    fine.fill(Qt::black);
    QPainter painter(&fine);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(fineness, fineness);
    painter.setPen(QPen(Qt::white, penWidth(height), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    draw(painter, moved);
    painter.end();

    std::vector<float> picture(static_cast<size_t>(width) * static_cast<size_t>(height), 0.0f);
    for (int y = 0; y < height * fineness; ++y) {
        const uchar *line = fine.constScanLine(y);
        for (int x = 0; x < width * fineness; ++x)
            picture[static_cast<size_t>(y / fineness * width + x / fineness)] += static_cast<float>(line[x]);
    }
    for (float &pixel : picture)
        pixel /= 255.0f * fineness * fineness;
    return picture;
}

} // namespace

double penWidth(int height)
{
    return 2.4 * height / 28.0;
}

std::vector<float> drawnPicture(const Strokes &strokes, int height, int width)
{
    return render(strokes, height, width, QTransform());
}

std::vector<float> centredPicture(const Strokes &strokes, int height, int width)
{
    if (strokes.isEmpty())
        return std::vector<float>(static_cast<size_t>(width) * static_cast<size_t>(height), 0.0f);
    const QRectF box = bounds(strokes);
    const double room = boxShare * std::min(height, width) - penWidth(height);
    const double extent = std::max(box.width(), box.height());
    // A dot stays a dot; it is not blown up to a picture.
    const double scale = extent < penWidth(height) ? 1.0 : room / extent;
    QTransform placed;
    placed.translate(width / 2.0, height / 2.0);
    placed.scale(scale, scale);
    placed.translate(-box.center().x(), -box.center().y());
    const std::vector<float> first = render(strokes, height, width, placed);
    double mass = 0, x = 0, y = 0;
    for (int row = 0; row < height; ++row)
        for (int column = 0; column < width; ++column) {
            const double ink = first[static_cast<size_t>(row * width + column)];
            mass += ink;
            x += ink * (column + 0.5);
            y += ink * (row + 0.5);
        }
    if (mass <= 0)
        return first;
    return render(strokes, height, width, placed * QTransform::fromTranslate(width / 2.0 - x / mass, height / 2.0 - y / mass));
}

} // namespace zhibei
