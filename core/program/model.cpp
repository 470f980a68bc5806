#include "core/program/model.h"

#include "core/io/sha256.h"
#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/ops/philox.h"
#include "core/train/training_settings.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace zhibei {

const ParameterView *Model::parameter(const NodeId &node, const std::string &name) const
{
    for (const ParameterView &view : parameters)
        if (view.node == node && view.name == name)
            return &view;
    return nullptr;
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
    }

private:
    Lowering lowering(const Node &node)
    {
        const LayerKind &kind = *findKind(node.kind);
        std::vector<ValueId> inputs;
        std::vector<ValueType> types;
        for (size_t port = 0; port < kind.inputs.size(); ++port)
            for (const Wire &wire : m_model.network.wiresInto(PortRef{node.id, static_cast<int>(port)})) {
                inputs.push_back(m_model.program.ports.at(wire.from));
                types.push_back(*m_model.analysis.type(wire.from));
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

    std::vector<PortRef> sourcesOf(const Node &node) const
    {
        std::vector<PortRef> sources;
        for (const Wire &wire : m_model.network.wiresInto(node.id))
            sources.push_back(wire.from);
        return sources;
    }

    Model &m_model;
};

/// Twelve uniform numbers added up, less six: mean 0, variance 1, near enough to the normal distribution and exact arithmetic.
float normalNumber(uint64_t seed, uint64_t key, uint64_t k)
{
    float sum = 0;
    for (uint64_t i = 0; i < 3; ++i)
        for (uint32_t bits : Philox::at(seed, key, 3 * k + i))
            sum += uniform(bits);
    return sum - 6.0f;
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
    case Initial::Scheme::Normal: return normalSpread;
    case Initial::Scheme::Xavier: return std::sqrt(2 / (initial.fanIn + initial.fanOut)); // Glorot and Bengio (2010)
    case Initial::Scheme::He: return std::sqrt(2 / initial.fanIn);                        // He et al. (2015)
    }
    return 0;
}

/// Copies the block that both shapes have.
void copyFitting(const Tensor &from, const ParameterView &view, std::span<float> arena)
{
    const auto rows = [](const Shape &s) { return s.rank() == 2 ? s[0] : 1; };
    const auto columns = [](const Shape &s) { return s.rank() == 2 ? s[1] : s.count(); };
    if (from.shape().rank() != view.shape.rank())
        return;
    const int64_t r = std::min(rows(from.shape()), rows(view.shape)), c = std::min(columns(from.shape()), columns(view.shape));
    for (int64_t i = 0; i < r; ++i)
        for (int64_t j = 0; j < c; ++j)
            arena[size_t(view.index(i * columns(view.shape) + j))] = from[i * columns(from.shape()) + j];
}

} // namespace

std::shared_ptr<const Model> buildModel(const Network &network, const DataType &data)
{
    auto model = std::make_shared<Model>();
    model->network = network;
    model->data = data;
    model->analysis = analyse(network, data);
    for (const Diagnostic &diagnostic : model->analysis.diagnostics)
        if (diagnostic.blocks)
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
        const auto spread = float(spreadOf(view.initial, schemeOf(view.initial, scheme), normalSpread));
        const uint64_t key = keyOf(view.fullName());
        for (int64_t k = 0; spread > 0 && k < view.shape.count(); ++k)
            arena[size_t(view.index(k))] = spread * normalNumber(seed, key, uint64_t(k));
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
