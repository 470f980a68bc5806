#include "widgets/palette/palette_entry.h"

#include "widgets/theme/core_text.h"

#include <QMimeData>

namespace zhibei {

namespace {

PaletteEntry entryOf(const DataSource &source)
{
    return {QStringLiteral("data:") + QString::fromStdString(source.id), source.text, source.help,
            source.id + ' ' + source.keywords, source.icon, Category::Data, false};
}

PaletteEntry entryOf(const LayerKind &kind)
{
    return {QString::fromStdString(kind.id), kind.text, kind.help, kind.id + ' ' + kind.keywords, kind.icon, kind.category, false};
}

/// Plane and curve sets are many and share one entry, which opens with the first set; points to paint, pictures and
/// tables stand for themselves.
bool sharesEntry(const DataSource &source)
{
    return source.family == DataFamily::Curve || (source.family == DataFamily::Plane && !source.paintable);
}

const char *familyIcon(DataFamily family)
{
    return family == DataFamily::Plane ? "grid-3x3" : "chart-spline";
}

PaletteGroup dataGroup()
{
    PaletteGroup group{categoryText(Category::Data), {}};
    std::vector<DataFamily> seen;
    std::vector<PaletteEntry> sets;
    for (const DataSource *source : dataSources()) {
        PaletteEntry entry = entryOf(*source);
        if (!sharesEntry(*source)) {
            group.entries.push_back(std::move(entry));
            continue;
        }
        if (std::find(seen.begin(), seen.end(), source->family) == seen.end()) {
            seen.push_back(source->family);
            PaletteEntry family = entry;
            family.text = dataFamilyText(source->family);
            family.icon = familyIcon(source->family);
            family.words.clear();
            group.entries.push_back(std::move(family));
        }
        entry.searchOnly = true;
        sets.push_back(std::move(entry));
    }
    group.entries.insert(group.entries.end(), sets.begin(), sets.end());
    return group;
}

} // namespace

bool PaletteEntry::matches(const QString &query) const
{
    const QString text = QStringList{QString::fromStdString(this->text), coreText(this->text), QString::fromStdString(words)}
                             .join(QLatin1Char(' '));
    for (const QString &word : query.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (!text.contains(word, Qt::CaseInsensitive))
            return false;
    return true;
}

std::vector<PaletteGroup> paletteGroups()
{
    std::vector<PaletteGroup> groups{dataGroup()};
    std::vector<std::pair<Category, size_t>> places{{Category::Data, 0}};
    for (const LayerKind *kind : layerKinds()) {
        if (kind->id == "input") // stands on the canvas as one of the data entries
            continue;
        auto place = std::find_if(places.begin(), places.end(), [kind](const auto &p) { return p.first == kind->category; });
        if (place == places.end()) {
            place = places.insert(places.end(), {kind->category, groups.size()});
            groups.push_back({categoryText(kind->category), {}});
        }
        groups[place->second].entries.push_back(entryOf(*kind));
    }
    return groups;
}

QString nodeMimeType()
{
    return QStringLiteral("application/x-zhibei-node;version=1");
}

QMimeData *nodeMimeData(const QString &payload)
{
    auto *data = new QMimeData;
    data->setData(nodeMimeType(), payload.toUtf8());
    return data;
}

} // namespace zhibei
