#pragma once

#include "core/data/data_source.h"

namespace zhibei {

/// One constant a source, each in the file of its name. A new source is one file, one line here and one in
/// data_catalogue.cpp.
extern const DataSource digitsSource, inkSource, fashionSource, starsSource;
extern const DataSource circleSource, xorSource, gaussSource, spiralSource, moonsSource, ringsSource, pointsSource;
extern const DataSource twoPointsSource, lineNoiseSource, parabolaSource, tiltedParabolaSource, sineSource,
    curvePointsSource;
extern const DataSource poemsSource, textSource;
extern const DataSource randomSource;
extern const DataSource csvSource, idxSource, folderSource, npySource, wavSource;

} // namespace zhibei
