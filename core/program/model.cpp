#include "core/program/model.h"

#include "core/io/sha256.h"
#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/network/name_list.h"
#include "core/ops/philox.h"
#include "core/train/training_settings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace zhibei {

const ParameterView *Model::parameter(const NodeId &node, const std::string &name) const
{
    const Node *user = network.find(node);
    const NodeId &owner = user ? weightOwner(network, *user).id : node;
    for (const ParameterView &view : parameters)
        if (view.node == owner && view.name == name)
            return &view;
    return nullptr;
}

const Node &weightOwner(const Network &network, const Node &node)
{
    const auto share = node.attributes.find("share");
    const std::string *owner = share == node.attributes.end() ? nullptr : std::get_if<std::string>(&share->second);
    const Node *other = owner && !owner->empty() ? network.find(*owner) : nullptr;
    return other && other->kind == node.kind ? *other : node;
}

namespace {

/// Lowers the nodes of one network in order.
class Builder {
public:
    explicit Builder(Model &model) : m_model(model) {}

    void build()
    {
        for (const NodeId &id : m_model.analysis.order) {
            const Node &node = *m_model.network.find(id);
            if (m_model.program.ports.contains({id, 0}))
                continue; // a neuron that was lowered with its siblings
            if (node.kind == neuronKind.id)
                lowerSiblings(node);
            else
                lowerNode(node);
        }
        for (Objective &objective : m_model.objectives)
            readTurn(objective, *m_model.network.find(objective.node));
    }

private:
    Lowering lowering(const Node &node)
    {
        const LayerKind &kind = *findKind(node.kind);
        std::vector<ValueId> inputs;
        std::vector<ValueType> types;
        for (size_t port = 0; port < kind.inputs.size(); ++port) {
            const std::vector<Wire> wires = m_model.network.wiresInto(PortRef{node.id, static_cast<int>(port)});
            for (const Wire &wire : wires) {
                inputs.push_back(m_model.program.ports.at(wire.from));
                types.push_back(*m_model.analysis.type(wire.from));
            }
            if (wires.empty()) { // an optional port
                inputs.push_back(noValue);
                types.emplace_back();
            }
        }
        return Lowering(m_model, node, kind, std::move(inputs), std::move(types));
    }

    void lowerNode(const Node &node)
    {
        Lowering l = lowering(node);
        findKind(node.kind)->lower(l);
    }

    /// Neurons with the same sources and settings are columns of one matrix: drawing by hand costs no speed.
    void lowerSiblings(const Node &first)
    {
        std::vector<const Node *> siblings;
        const std::vector<PortRef> sources = sourcesOf(first);
        for (const NodeId &id : m_model.analysis.order) {
            const Node &node = *m_model.network.find(id);
            if (node.kind == first.kind && node.attributes == first.attributes && sourcesOf(node) == sources)
                siblings.push_back(&node);
        }
        Lowering l = lowering(first);
        lowerNeurons(l, siblings);
    }

    /// What a loss node says about its turn: which parameters move, how often, with which other loss.
    void readTurn(Objective &objective, const Node &node)
    {
        const auto &schema = findKind(node.kind)->attributes;
        const auto text = [&](const char *id) { return std::get<std::string>(attributeValue(schema, node.attributes, id)); };
        objective.weight = std::get<double>(attributeValue(schema, node.attributes, "weight"));
        objective.every = std::get<int64_t>(attributeValue(schema, node.attributes, "every"));
        objective.joins = text("joins");
        const std::string trains = text("trains");
        for (const ParameterView &view : m_model.parameters)
            if (view.frozen || !listMeans(trains, view.node))
                objective.fixed.insert(view.value);
    }

    std::vector<PortRef> sourcesOf(const Node &node) const
    {
        std::vector<PortRef> sources;
        for (const Wire &wire : m_model.network.wiresInto(node.id))
            sources.push_back(wire.from);
        return sources;
    }

    Model &m_model;
};

using Drawn = std::array<float, PhiloxRow::width>;

/// Numbers k, k + 1 …: twelve uniform ones added up, less six: mean 0, variance 1, near enough to the normal distribution
/// and exact arithmetic.
Drawn normalNumbers(uint64_t seed, uint64_t key, uint64_t k)
{
    Drawn drawn{};
    for (uint64_t i = 0; i < 3; ++i) {
        const PhiloxRow row(seed, key, 3 * k + i, 3);
        for (const auto &bits : row.numbers)
            for (size_t c = 0; c < drawn.size(); ++c)
                drawn[c] += uniform(bits[c]);
    }
    for (float &number : drawn)
        number -= 6.0f;
    return drawn;
}

/// Numbers k, k + 1 … in [-1, 1); k is a multiple of four.
Drawn uniformNumbers(uint64_t seed, uint64_t key, uint64_t k)
{
    const PhiloxRow row(seed, key, k / 4);
    Drawn drawn;
    for (size_t c = 0; c < drawn.size(); ++c)
        drawn[c] = 2 * uniform(row.numbers[c % 4][c / 4]) - 1;
    return drawn;
}

Initial::Scheme schemeOf(const Initial &initial, const std::string &setting)
{
    if (!initial.automatic || setting == "auto")
        return initial.scheme;
    if (setting == "normal")
        return Initial::Scheme::Normal;
    if (setting == "xavier")
        return Initial::Scheme::Xavier;
    return setting == "he" ? Initial::Scheme::He : Initial::Scheme::Zero;
}

double spreadOf(const Initial &initial, Initial::Scheme scheme, double normalSpread)
{
    switch (scheme) {
    case Initial::Scheme::Zero: return 0;
    case Initial::Scheme::One: return 0;
    case Initial::Scheme::Uniform: return 1 / std::sqrt(initial.fanIn);
    case Initial::Scheme::Fixed: return initial.spread;
    case Initial::Scheme::Normal: return normalSpread;
    case Initial::Scheme::Xavier: return std::sqrt(2 / (initial.fanIn + initial.fanOut)); // Glorot and Bengio (2010)
    case Initial::Scheme::He: return std::sqrt(2 / initial.fanIn);                        // He et al. (2015)
    }
    return 0;
}

/// Copies the block that both shapes have.
void copyFitting(const Tensor &from, const ParameterView &view, std::span<float> arena)
{
    const Shape &wide = view.shape;
    if (from.shape().rank() != wide.rank())
        return;
    for (int64_t k = 0; k < from.count(); ++k) {
        int64_t rest = k, place = 0, step = 1;
        bool fits = true;
        for (int axis = wide.rank() - 1; axis >= 0; --axis) {
            const int64_t i = rest % from.shape()[axis];
            fits = fits && i < wide[axis];
            place += i * step;
            step *= wide[axis];
            rest /= from.shape()[axis];
        }
        if (fits)
            arena[size_t(view.index(place))] = from[k];
    }
}

} // namespace

std::shared_ptr<const Model> buildModel(const Network &network, const DataType &data)
{
    auto model = std::make_shared<Model>();
    model->network = network;
    model->data = data;
    model->analysis = analyse(network, data);
    for (const Diagnostic &diagnostic : model->analysis.diagnostics)
        if (diagnostic.blocks && !diagnostic.node.empty()) // without a loss it can still compute
            throw std::logic_error("buildModel: " + diagnostic.node + ": " + diagnostic.text.english());
    Builder(*model).build();
    return model;
}

void initialiseParameters(const Model &model, const Attributes &settings, uint64_t seed, std::span<float> arena)
{
    const std::string scheme = std::get<std::string>(attributeValue(trainingSchema(), settings, "init"));
    const double normalSpread = std::get<double>(attributeValue(trainingSchema(), settings, "init_spread"));
    std::fill(arena.begin(), arena.end(), 0.0f);
    for (const ParameterView &view : model.parameters) {
        const Initial::Scheme chosen = schemeOf(view.initial, scheme);
        const auto spread = float(spreadOf(view.initial, chosen, normalSpread));
        const uint64_t key = keyOf(view.fullName());
        Drawn drawn{};
        for (int64_t k = 0; chosen != Initial::Scheme::Zero && k < view.shape.count(); ++k) {
            const auto place = size_t(k) % drawn.size();
            if (place == 0 && chosen != Initial::Scheme::One)
                drawn = chosen == Initial::Scheme::Uniform ? uniformNumbers(seed, key, uint64_t(k)) : normalNumbers(seed, key, uint64_t(k));
            arena[size_t(view.index(k))] = chosen == Initial::Scheme::One ? 1.0f : spread * drawn[place];
        }
    }
}

std::map<std::string, Tensor> exportParameters(const Model &model, std::span<const float> arena)
{
    std::map<std::string, Tensor> all;
    for (const ParameterView &view : model.parameters) {
        Tensor tensor(view.shape);
        for (int64_t k = 0; k < tensor.count(); ++k)
            tensor[k] = arena[size_t(view.index(k))];
        all.emplace(view.fullName(), std::move(tensor));
    }
    return all;
}

void importParameters(const Model &model, const std::map<std::string, Tensor> &from, std::span<float> arena)
{
    for (const ParameterView &view : model.parameters)
        if (const auto found = from.find(view.fullName()); found != from.end())
            copyFitting(found->second, view, arena);
}

std::string parametersSha256(const Model &model, std::span<const float> arena)
{
    Sha256 hash;
    for (const auto &[name, tensor] : exportParameters(model, arena)) {
        hash.add(name.data(), name.size());
        hash.add(tensor.shape().text().data(), tensor.shape().text().size());
        hash.add(tensor.data(), size_t(tensor.count()) * sizeof(float));
    }
    return hash.hex();
}

} // namespace zhibei
