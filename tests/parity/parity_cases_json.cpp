#include "core/train/training_settings.h"
#include "tests/parity/parity_cases.h"

#include <nlohmann/json.hpp>

#include <iostream>

using namespace zhibei;
using nlohmann::json;

namespace {

json settings(const std::vector<AttributeSpec> &schema, const Attributes &attributes)
{
    json all = json::object();
    for (const AttributeSpec &spec : schema)
        std::visit([&](const auto &value) { all[spec.id] = value; }, attributeValue(schema, attributes, spec.id));
    return all;
}

json inputs(const std::vector<ValueType> &types)
{
    json all = json::array();
    for (const ValueType &type : types)
        all.push_back(type.absent() ? json() : json{{"shape", type.shape.extents()}, {"classes", type.classes}});
    return all;
}

} // namespace

/// Prints every case, with all settings said, for make_expected.py.
int main()
{
    json all{{"kinds", json::array()}, {"trajectories", json::array()}};
    for (const ParityCase &parity : parityCases())
        all["kinds"].push_back({{"name", parity.name}, {"kind", parity.kind->id}, {"batch", parity.batch}, {"training", parity.training},
                                {"attributes", settings(parity.kind->attributes, parity.sample.attributes)},
                                {"inputs", inputs(parity.sample.inputs)}});
    for (const TrajectoryCase &trajectory : trajectoryCases())
        all["trajectories"].push_back({{"name", trajectory.name}, {"net", trajectory.net},
                                       {"objective", settings(findKind("cross_entropy")->attributes, trajectory.objective)}});
    std::cout << all.dump() << '\n';
}
