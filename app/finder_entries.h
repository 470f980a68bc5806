#pragma once

#include "widgets/finder/finder_entry.h"

namespace zhibei {

class MainWindow;

/// Everything Ctrl+K finds: commands, layers, data, views, templates, nodes of the network, recent files. Each by its
/// name in both languages.
std::vector<FinderEntry> finderEntries(MainWindow *window);

} // namespace zhibei
