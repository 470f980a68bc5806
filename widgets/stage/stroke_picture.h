#pragma once

#include <QPolygonF>

#include <vector>

namespace zhibei {

/// What a pen left on a picture, stroke by stroke, in the picture's pixels.
using Strokes = QList<QPolygonF>;

/// The width of the pen on a picture of that height: that of the strokes in handwritten digits.
double penWidth(int height);

/// The strokes where they were drawn, as a picture [height × width] of ink from 0 to 1.
std::vector<float> drawnPicture(const Strokes &strokes, int height, int width);

/// The strokes as the samples of MNIST were prepared: scaled to fit 20/28 of the picture, their centre of mass in the
/// middle. The pen keeps its width at any scale. (LeCun, Cortes, Burges: The MNIST database.)
std::vector<float> centredPicture(const Strokes &strokes, int height, int width);

} // namespace zhibei
