#pragma once

#include "core/io/onnx/onnx_model.h"
#include "core/program/model.h"

#include <span>

namespace zhibei {

/// What a primitive op writes its ONNX nodes with (see Op::onnx). Every value of a sample has the batch as its first
/// extent there; names of nodes and constants are made here.
///
///     void tanhOnnx(OnnxExport &e, const OpInstance &op) { e.set(op, e.add("Tanh", {e.in(op)})); }
class OnnxExport {
public:
    OnnxExport(const Model &model, std::span<const float> parameters);

    /// The network's predictions, and what ends at no loss: see exportOnnx.
    OnnxModel finish();
    /// Which of our values the graph's inputs and outputs are.
    const std::map<std::string, ValueId> &ports() const { return m_ports; }

    // What an op asks and says.
    /// The name of what arrives at an input. Throws std::logic_error where nothing was written for it.
    std::string in(const OpInstance &op, size_t input = 0);
    /// The same as whole numbers: for what looks up by index.
    std::string indices(const OpInstance &op, size_t input = 0);
    void set(const OpInstance &op, const std::string &name, size_t output = 0) { setValue(op.outputs.at(output), name); }
    void setValue(ValueId value, const std::string &name) { m_names[value] = name; }
    /// Appends a node, unless there is the very same one; the name of its (first) output.
    std::string add(const std::string &op, std::vector<std::string> inputs, OnnxAttributes attributes = {});
    std::vector<std::string> addMany(const std::string &op, std::vector<std::string> inputs, size_t outputs, OnnxAttributes attributes);

    // Often needed.
    std::string constant(OnnxTensor tensor, const std::string &name = {});
    std::string number(double value) { return constant(OnnxTensor::number(float(value))); }
    std::string row(std::vector<int64_t> numbers) { return constant(OnnxTensor::row(std::move(numbers))); }
    /// Under another shape of one sample; −1 stands for the batch.
    std::string reshaped(const std::string &x, const std::vector<int64_t> &sample);
    std::string transposed(const std::string &x, std::vector<int64_t> order) { return add("Transpose", {x}, {{"perm", std::move(order)}}); }
    /// Places [begin, end) of an axis, the batch being axis 0.
    std::string sliced(const std::string &x, int64_t axis, int64_t begin, int64_t end);
    std::string sum(const std::string &x, std::vector<int64_t> axes, bool keep);
    std::string scaled(const std::string &x, double factor, double offset = 0);
    /// A constant of one sample, once for each sample of the batch.
    std::string batched(const OnnxTensor &sample);
    /// A further input of the graph: numbers that our program draws itself.
    std::string input(ValueId value);

    const Program &program() const { return m_model.program; }
    const Shape &shape(const OpInstance &op, size_t input = 0) const { return program().shape(op.inputs.at(input)); }
    const Shape &result(const OpInstance &op) const { return program().shape(op.outputs.at(0)); }
    /// The op that made an input if it is `wanted`; else null.
    const OpInstance *maker(ValueId value, const Op &wanted) const;
    /// The numbers of a parameter as the ops use them.
    std::span<const float> parameter(ValueId value) const;
    const std::string &nameOf(ValueId value) const { return program().values[size_t(value)].name; }

private:
    void addRoot(ValueId value, const std::string &name, bool whole, const Shape &shape);
    void addOutput(ValueId value, const std::string &name);
    void addOutputs();
    void keepWhatIsUsed();
    /// The name in the graph of what was written for a value. Throws std::logic_error where nothing was.
    const std::string &written(ValueId value) const;

    const Model &m_model;
    std::span<const float> m_parameters;
    OnnxModel m_graph;
    std::map<ValueId, std::string> m_names, m_wholeNames;
    std::map<std::string, ValueId> m_ports;
    int m_count = 0;
};

/// The inference graph of a trained model: dropout off, batch normalisation with its running statistics, the batch an open
/// extent. Its outputs are the predictions that losses judge, every value that goes nowhere else, and, where something is
/// drawn at random, the last value of the part that only it feeds (a generator's picture). Noise is an input.
/// `values`: which of the program's values each input and output is.
OnnxModel exportOnnx(const Model &model, std::span<const float> parameters, std::map<std::string, ValueId> *values = nullptr);

} // namespace zhibei
