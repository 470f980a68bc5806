#pragma once

#include "core/io/onnx/onnx_import.h"

#include <set>

namespace zhibei {

/// Turns operators into nodes, one after the other. What an operator becomes is written in import_*.cpp; each is a
/// function (OnnxImporter &, const OnnxNode &) in the table of onnx_operators.cpp.
class OnnxImporter {
public:
    using Dims = std::vector<int64_t>;

    /// `inputs`: those that become features; the others are bound or missing.
    OnnxImporter(const OnnxModel &model, const OnnxBindings &bindings, int batchAxis, std::set<std::string> inputs);
    OnnxNetwork run();
    /// Imports one more node, as if it stood in the graph: an operator told by simpler ones.
    void import(const OnnxNode &node);
    void importAll(const std::vector<OnnxNode> &nodes);

    /// After a run: the inputs that were wanted as features, and what indices among them count.
    const std::set<std::string> &used() const { return m_used; }
    int vocabulary() const { return m_vocabulary; }
    /// Says that this run is the one that counts.
    void setVocabulary(int vocabulary) { m_vocabulary = vocabulary; m_looking = false; }
    int64_t opset() const { return m_model.opset; }

    // Asking for what arrives.
    bool isConstant(const std::string &name) const;
    /// Known numbers: a constant, or an input that is bound. Throws where there are none.
    OnnxTensor constant(const std::string &name);
    /// Anything; constants stay constants.
    OnnxFlow flow(const std::string &name);
    /// The value of a port; a constant becomes nodes, the same for every sample and so without a batch.
    OnnxFlow value(const std::string &name);
    /// A constant spread over one sample of a value with these dims.
    OnnxFlow materialised(const OnnxTensor &tensor, const Dims &dims, int batchAxis);
    /// The values of these names with the batch in one place, where any has it.
    std::vector<OnnxFlow> values(const std::vector<std::string> &names);

    // Saying what goes on.
    void set(const std::string &name, OnnxFlow flow) { m_flows.insert_or_assign(name, std::move(flow)); }
    void setConstant(const std::string &name, OnnxTensor tensor);

    // Making nodes. Dims and axes are ONNX's, the batch included.
    NodeId node(const std::string &kind, Attributes attributes, const std::vector<PortRef> &inputs);
    /// A node with one input whose result has the same dims.
    OnnxFlow mapped(const OnnxFlow &x, const std::string &kind, Attributes attributes = {});
    OnnxFlow scaled(const OnnxFlow &x, double factor, double offset);
    OnnxFlow activated(const OnnxFlow &x, const std::string &function) { return mapped(x, "activation", {{"function", function}}); }
    OnnxFlow reshaped(const OnnxFlow &x, const Dims &dims);
    OnnxFlow transposed(const OnnxFlow &x, const Dims &order);
    OnnxFlow broadcast(const OnnxFlow &x, const Dims &dims);
    OnnxFlow joined(const std::vector<OnnxFlow> &parts, int64_t axis);
    OnnxFlow sliced(const OnnxFlow &x, int64_t axis, int64_t begin, int64_t count);
    /// Any places of an axis, in any order.
    OnnxFlow selected(const OnnxFlow &x, int64_t axis, const Dims &places);
    OnnxFlow summed(const OnnxFlow &x, Dims axes, bool mean, bool keep);
    OnnxFlow product(const OnnxFlow &a, const OnnxFlow &b);
    /// y = x·W (+ b) along the last extent; W is [inputs][units].
    OnnxFlow dense(const OnnxFlow &x, const OnnxTensor &w, const std::vector<float> *bias, const std::string &key);

    /// Makes numbers the bias of the layer without one that made x; false where there is none, or it shares its weights.
    bool addBias(const OnnxFlow &x, const OnnxTensor &numbers);

    /// The axis of one sample. Throws where it is the batch.
    int64_t sampleAxis(const OnnxFlow &x, int64_t axis) const;
    /// A value {sample…} at a port, with the batch where x has it.
    OnnxFlow at(const PortRef &port, Dims dims, int batchAxis) const { return {std::move(dims), batchAxis, port, {}}; }
    void weight(const NodeId &node, const std::string &name, const Dims &shape, std::vector<float> numbers);
    /// Whether a node with this key (its constants' names) was made before: then the new one shares its weights.
    bool shares(const NodeId &node, const std::string &key);
    void setVocabularyOf(const OnnxFlow &x, int64_t count);
    Node *nodeOf(const OnnxFlow &x) { return m_out.network.find(x.port.node); }
    /// Whether dims begin with the batch of a graph whose inputs do.
    bool batched(const Dims &dims) const { return m_batchAxis == 0 && !dims.empty() && dims[0] == m_batch; }
    bool usedOnce(const std::string &name) const;
    std::string fresh() { return "#" + std::to_string(++m_fresh); }

    /// The operator at hand is used in a way that no layer has; `what` in ONNX's words.
    [[noreturn]] void cannot(const std::string &what) const;

private:
    void addInputs();
    OnnxFlow inputFlow(const OnnxPort &port);
    OnnxFlow throughNode(const OnnxFlow &x);
    void dropUnused();

    const OnnxModel &m_model;
    const OnnxBindings &m_bindings;
    int m_batchAxis;
    std::set<std::string> m_inputs, m_used;
    int64_t m_batch = 1;
    int m_vocabulary = 0, m_fresh = 0;
    bool m_looking = true;
    std::string m_op;
    OnnxNetwork m_out;
    std::map<std::string, OnnxFlow> m_flows;
    std::map<std::string, NodeId> m_owners;
    std::map<std::string, int> m_uses;
    struct Turned { OnnxFlow from; Dims order; };
    std::map<PortRef, Turned> m_turned;   ///< transposes made, so that one back undoes both
    std::map<PortRef, OnnxFlow> m_reshaped;
};

using OnnxOperator = void (*)(OnnxImporter &, const OnnxNode &);
/// Null for an operator that we do not know. The one list: onnx_operators.cpp.
OnnxOperator onnxOperator(const std::string &name);
/// Computes an operator whose inputs are all known; false: it is none that can be computed beforehand.
bool foldOnnx(OnnxImporter &importer, const OnnxNode &node);

/// The most numbers that one sample of a value may have.
constexpr int64_t mostSample = int64_t(1) << 24;

/// An axis from the end counts back.
int64_t axisOf(int64_t axis, size_t rank);
/// A value seen as one sample without a batch.
OnnxFlow insideOf(const OnnxFlow &x);
/// The order that puts an axis first, and what undoes an order.
std::vector<int64_t> axisFirst(size_t rank, int64_t axis);
std::vector<int64_t> inverse(const std::vector<int64_t> &order);
/// Row-major strides.
std::vector<int64_t> stridesOf(const std::vector<int64_t> &dims);
/// The dims of two broadcast together; empty optional where they do not fit.
std::optional<std::vector<int64_t>> broadcastDims(const std::vector<int64_t> &a, const std::vector<int64_t> &b);

} // namespace zhibei
