#include "core/data/data_sources.h"

namespace zhibei {

namespace {

const DataSource *const sources[] = {
    &digitsSource, &fashionSource, &starsSource,
    &circleSource, &xorSource, &gaussSource, &spiralSource, &moonsSource, &ringsSource, &pointsSource,
    &twoPointsSource, &lineNoiseSource, &parabolaSource, &tiltedParabolaSource, &sineSource, &curvePointsSource,
    &poemsSource, &textSource,
    &inkSource, &randomSource, &csvSource, &npySource,
    &idxSource, &folderSource, &wavSource,
};

} // namespace

std::span<const DataSource *const> dataSources()
{
    return sources;
}

const DataSource *findDataSource(const std::string &id)
{
    for (const DataSource *source : sources)
        if (source->id == id)
            return source;
    return nullptr;
}

const char *dataFamilyText(DataFamily family)
{
    switch (family) {
    case DataFamily::Pictures:
        return ZB_TEXT("Pictures");
    case DataFamily::Plane:
        return ZB_TEXT("Points in the plane");
    case DataFamily::Curve:
        return ZB_TEXT("Curves");
    case DataFamily::Text:
        return ZB_TEXT("Texts");
    case DataFamily::Table:
        break;
    }
    return ZB_TEXT("Tables");
}

} // namespace zhibei
