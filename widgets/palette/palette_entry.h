#pragma once

#include "core/data/data_source.h"
#include "core/layers/layer_kind.h"

#include <QString>

#include <string>
#include <vector>

class QMimeData;

namespace zhibei {

/// Something that can be put on the canvas: a layer kind, or an input node with its data.
struct PaletteEntry {
    QString payload;         ///< a kind's id, or "data:" and a data source's id
    std::string text, help;  ///< marked English texts
    std::string words;       ///< more that finds it, both languages
    std::string icon;
    Category category = Category::Layer;
    bool searchOnly = false; ///< one of many sets of a family: listed only when searched for

    /// Whether every word of `query` occurs in the name (either language), the id or the keywords.
    bool matches(const QString &query) const;
};

struct PaletteGroup {
    std::string text; ///< marked English heading
    std::vector<PaletteEntry> entries;
};

/// Everything the palette lists, made from dataSources() and layerKinds().
std::vector<PaletteGroup> paletteGroups();

/// The type of what is dragged from the palette; the data are the payload in UTF-8.
QString nodeMimeType();
/// For a drag. The caller owns it.
QMimeData *nodeMimeData(const QString &payload);

} // namespace zhibei
