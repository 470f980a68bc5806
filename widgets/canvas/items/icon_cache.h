#pragma once

#include <QColor>
#include <QPixmap>

namespace zhibei {

class Theme;

/// An icon of `size` canvas pixels at the screen's resolution, kept for the next painting. The pixmap's own device
/// pixel ratio is 1: draw it into a rectangle.
QPixmap cachedIcon(const Theme &theme, const QString &name, int size, const QColor &color, double scale);

} // namespace zhibei
