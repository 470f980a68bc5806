#pragma once

#include "core/data/data_source.h"

namespace zhibei {

/// The Tang poems in the file of the package fortunes-zh: poems between lines of "%", each with a coloured line of its
/// title and one of its author, which are kept if `titles`. Poems are separated by an empty line. Where there is no
/// such file, the text of `ownFile` stands in and `note` says how to get the poems. Throws DataError.
std::string poemText(const std::string &fortuneFile, const std::string &ownFile, bool titles, Text &note);

} // namespace zhibei
