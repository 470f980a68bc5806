#pragma once

#include "core/program/model.h"
#include "core/tensor/tensor.h"
#include "widgets/theme/theme.h"

#include <QImage>

namespace zhibei {

/// How the numbers of a network over the plane become colours.
struct SurfaceStyle {
    Decision decision = Decision::Half; ///< how the numbers become a class; None: a regression, drawn signed
    double largest = 1;      ///< regression: the magnitude that gets the full colour
    bool discretise = false; ///< only which class or sign, no shades
};

/// The colour of one place. `outputs`: one number (see Decision), or one a class.
QRgb surfaceColor(const Theme &theme, const SurfaceStyle &style, std::span<const float> outputs);

/// What a surface [outputs, n, n] says at (u, v) in [0, 1]², v = 0 at row 0; bilinear between its cells' centres.
std::vector<float> surfaceAt(const Tensor &surface, double u, double v);

/// The surface as a picture of `side`² pixels; null if the tensor is no surface.
QImage surfaceImage(const Theme &theme, const SurfaceStyle &style, const Tensor &surface, int side);

} // namespace zhibei
