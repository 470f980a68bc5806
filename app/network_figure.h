#pragma once

#include "widgets/plots/figure_export.h"

namespace zhibei {

class NetworkScene;

/// The whole network as a picture on the canvas's ground, without selection; its numbers are the wires' strengths.
Figure networkFigure(NetworkScene &scene, const QString &name);

} // namespace zhibei
