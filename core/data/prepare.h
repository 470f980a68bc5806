#pragma once

#include "core/data/data_source.h"

namespace zhibei {

/// The steps from a source's raw samples to a dataset, in the order `makeDataset` takes them.

/// An empty dataset with room for `count` samples of a vector of named features and one target.
Dataset vectorDataset(int64_t count, std::vector<std::string> featureNames);

/// Orders the samples: training part first, the rest for testing. Painted samples keep their part when more are
/// painted; all others are shuffled by the seed. At least one sample trains.
void splitSamples(Dataset &data, const DataSpec &spec, bool painted);

/// Replaces NaN (a missing number) by the mean of its feature over the training part.
void fillMissing(Dataset &data);

/// Appends the derived inputs that are switched on. Throws DataError for one that `family` does not have.
void addDerivedInputs(Dataset &data, const DataSpec &spec, DataFamily family, bool standardise);

/// Makes every feature, and the targets of a regression, mean 0 and variance 1 over the training part and keeps how.
/// Features that are only ever 0 or 1 (yes or no) stay.
void standardise(Dataset &data);

} // namespace zhibei
