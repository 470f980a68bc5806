#include "core/io/project_differences.h"

#include "core/layers/layer_kind.h"
#include "core/train/training_settings.h"

#include <algorithm>

namespace zhibei {

namespace {

std::string shown(const AttributeSpec &spec, const Value &value)
{
    for (const Choice &choice : spec.choices)
        if (const auto *id = std::get_if<std::string>(&value); id && *id == choice.id)
            return choice.text;
    if (spec.type == AttributeType::Switch)
        return std::get<bool>(value) ? ZB_TEXT("on") : ZB_TEXT("off");
    return valueText(value);
}

const char *const nothing = "–";

/// Nothing where the setting does not apply.
using Reading = std::optional<std::string>;

Reading setting(const std::vector<AttributeSpec> &schema, const Attributes &attributes, const AttributeSpec &spec)
{
    return attributeApplies(schema, attributes, spec) ? Reading(shown(spec, attributeValue(schema, attributes, spec.id))) : std::nullopt;
}

std::string wiring(const Network &network)
{
    std::vector<Wire> wires = network.wires;
    std::sort(wires.begin(), wires.end());
    std::string text;
    for (const Wire &wire : wires)
        text += wire.from.node + ':' + std::to_string(wire.from.port) + '>' + wire.to.node + ':' + std::to_string(wire.to.port) + ' ';
    return text;
}

class Comparison {
public:
    explicit Comparison(std::span<const Project *const> projects) : m_projects(projects) {}

    template <class Read>
    void compare(const std::string &owner, const std::string &what, const Read &read)
    {
        ProjectDifference difference{owner, what, {}};
        std::vector<std::string> given;
        for (const Project *project : m_projects) {
            const Reading value = read(*project);
            difference.values.push_back(value.value_or(nothing));
            if (value)
                given.push_back(*value);
        }
        if (std::any_of(given.begin(), given.end(), [&](const std::string &value) { return value != given.front(); }))
            found.push_back(std::move(difference));
    }

    void compareData()
    {
        compare({}, ZB_TEXT("Data"), [](const Project &p) {
            const DataSource *source = findDataSource(p.data.source);
            return source ? source->text : p.data.source;
        });
        std::vector<const DataSource *> seen;
        for (const Project *project : m_projects)
            if (const DataSource *source = findDataSource(project->data.source); source && std::find(seen.begin(), seen.end(), source) == seen.end())
                seen.push_back(source);
        for (const DataSource *source : seen)
            for (const AttributeSpec &spec : source->options)
                compare({}, spec.text, [&](const Project &p) {
                    return p.data.source == source->id ? setting(source->options, p.data.options, spec) : std::nullopt;
                });
        compare({}, ZB_TEXT("Derived inputs"), [](const Project &p) {
            std::string list;
            for (const std::string &id : p.data.derived)
                list += (list.empty() ? "" : ", ") + id;
            return list.empty() ? std::string(nothing) : list;
        });
        compare({}, ZB_TEXT("Share for testing"), [](const Project &p) { return valueText(p.data.testShare); });
        compare({}, ZB_TEXT("Seed of the data"), [](const Project &p) { return std::to_string(p.data.seed); });
        compare({}, ZB_TEXT("Painted points"), [](const Project &p) { return std::to_string(p.data.points.size()); });
    }

    void compareNetwork()
    {
        std::vector<NodeId> ids;
        for (const Project *project : m_projects)
            for (const Node &node : project->network.nodes)
                if (std::find(ids.begin(), ids.end(), node.id) == ids.end())
                    ids.push_back(node.id);
        for (const NodeId &id : ids)
            compareNode(id);
        const bool sameWires = std::all_of(m_projects.begin(), m_projects.end(), [&](const Project *p) { return wiring(p->network) == wiring(m_projects.front()->network); });
        if (!sameWires)
            compare({}, ZB_TEXT("Wires"), [this](const Project &p) { return wiresText(p); });
    }

    void compareNode(const NodeId &id)
    {
        compare(id, ZB_TEXT("Layer"), [&](const Project &p) {
            const Node *node = p.network.find(id);
            const LayerKind *kind = node ? findKind(node->kind) : nullptr;
            return kind ? kind->text : std::string(nothing);
        });
        std::vector<const LayerKind *> seen;
        for (const Project *project : m_projects)
            if (const Node *node = project->network.find(id))
                if (const LayerKind *kind = findKind(node->kind); kind && std::find(seen.begin(), seen.end(), kind) == seen.end())
                    seen.push_back(kind);
        for (const LayerKind *kind : seen)
            for (const AttributeSpec &spec : kind->attributes)
                compare(id, spec.text, [&](const Project &p) {
                    const Node *node = p.network.find(id);
                    return node && node->kind == kind->id ? setting(kind->attributes, node->attributes, spec) : std::nullopt;
                });
    }

    void compareTraining()
    {
        for (const AttributeSpec &spec : trainingSchema())
            compare({}, spec.text, [&](const Project &p) { return setting(trainingSchema(), p.training, spec); });
    }

    std::vector<ProjectDifference> found;

private:
    /// How many there are; where the number is the same, the wires themselves.
    std::string wiresText(const Project &project) const
    {
        const bool byCount = std::any_of(m_projects.begin(), m_projects.end(), [&](const Project *p) { return p->network.wires.size() != m_projects.front()->network.wires.size(); });
        return byCount ? std::to_string(project.network.wires.size()) : wiring(project.network);
    }

    std::span<const Project *const> m_projects;
};

} // namespace

std::vector<ProjectDifference> projectDifferences(std::span<const Project *const> projects)
{
    if (projects.size() < 2)
        return {};
    Comparison comparison(projects);
    comparison.compareData();
    comparison.compareNetwork();
    comparison.compareTraining();
    return std::move(comparison.found);
}

} // namespace zhibei
