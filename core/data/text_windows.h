#pragma once

#include "core/data/data_source.h"

#include <string_view>

namespace zhibei {

/// The options of every source of running text: unit, length, vocabulary, stride.
std::vector<AttributeSpec> textOptions();

/// A running text (UTF-8) as samples for predicting what comes next.
///
/// The text is cut into units: characters, or words (what stands between spaces; each punctuation mark, each Chinese
/// character and each end of a line is a unit of its own). The most frequent units are the vocabulary, classNames; all
/// others become "□". A sample is a window of `length` units: features [length] are their numbers, targets [length] the
/// numbers of the units that follow each. Windows start every `stride` units (0: every `length`). The last tenth of the
/// text tests; no window reaches across. An end of a line is the unit "\n". Throws DataError for a text that is too
/// short, or for too many windows.
Dataset textDataset(std::string_view text, const DataSource &source, const DataSpec &spec);

/// The units of a text, in order: see textDataset.
std::vector<std::string_view> textUnits(std::string_view text, bool words);

} // namespace zhibei
