#pragma once

#include "core/data/data_source.h"

namespace zhibei {

/// The value of an option of `source`, as given or by default.
int64_t integerOption(const DataSource &source, const DataSpec &spec, const std::string &id);
double realOption(const DataSource &source, const DataSpec &spec, const std::string &id);
bool switchOption(const DataSource &source, const DataSpec &spec, const std::string &id);
const std::string &textOption(const DataSource &source, const DataSpec &spec, const std::string &id);

/// A switch that standardises features and the targets of a regression.
AttributeSpec standardiseOption(bool on);

} // namespace zhibei
