#include "core/data/options.h"
#include "core/data/prepare.h"

#include <cmath>

namespace zhibei {

namespace {

constexpr double mostTestShare = 0.95;

void checkSpec(const DataSource &source, const DataSpec &spec)
{
    for (const auto &[id, value] : spec.options) {
        const AttributeSpec *option = findAttribute(source.options, id);
        if (!option)
            throw DataError({ZB_TEXT("The data “%1” have no option “%2”."), {source.id, id}});
        if (Text mistake = checkValue(*option, value); !mistake.empty())
            throw DataError(std::move(mistake));
    }
    if (!(spec.testShare >= 0 && spec.testShare <= mostTestShare))
        throw DataError({ZB_TEXT("The share of test samples must be from 0 to 0.95."), {}});
    for (const PaintedPoint &point : spec.points)
        if (!std::isfinite(point.x) || !std::isfinite(point.y))
            throw DataError({ZB_TEXT("A painted point has no place: remove it."), {}});
}

} // namespace

std::shared_ptr<const Dataset> makeDataset(const DataSpec &spec, const std::string &resources)
{
    const DataSource *source = findDataSource(spec.source);
    if (!source)
        throw DataError({ZB_TEXT("There are no data called “%1”."), {spec.source}});
    checkSpec(*source, spec);
    auto data = std::make_shared<Dataset>(source->make(spec, resources));
    if (!source->hasSplit)
        splitSamples(*data, spec, source->paintable);
    if (source->family == DataFamily::Table)
        fillMissing(*data);
    const bool scaled = findAttribute(source->options, "standardise") && switchOption(*source, spec, "standardise");
    addDerivedInputs(*data, spec, source->family, scaled);
    if (scaled)
        standardise(*data);
    return data;
}

} // namespace zhibei
