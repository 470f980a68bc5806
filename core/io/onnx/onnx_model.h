#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace zhibei {

/// A tensor as ONNX files hold it: the batch, where there is one, is an extent like the others. Numbers are float or
/// whole; narrower types are widened when read.
struct OnnxTensor {
    enum class Type { Float, Integer, Boolean } type = Type::Float;
    std::vector<int64_t> dims;
    std::vector<float> floats;      ///< Type::Float
    std::vector<int64_t> integers;  ///< Type::Integer; Type::Boolean: 0 and 1
    bool operator==(const OnnxTensor &) const = default;

    static OnnxTensor of(std::vector<int64_t> dims, std::vector<float> numbers) { return {Type::Float, std::move(dims), std::move(numbers), {}}; }
    static OnnxTensor number(float value) { return of({}, {value}); }
    /// A row of whole numbers: shapes, axes, places.
    static OnnxTensor row(std::vector<int64_t> numbers) { return {Type::Integer, {int64_t(numbers.size())}, {}, std::move(numbers)}; }

    int64_t count() const;
    bool whole() const { return type != Type::Float; }
    /// Throw std::out_of_range.
    float real(int64_t i) const { return whole() ? float(integers.at(size_t(i))) : floats.at(size_t(i)); }
    int64_t integer(int64_t i) const { return whole() ? integers.at(size_t(i)) : int64_t(floats.at(size_t(i))); }
};

using OnnxAttribute = std::variant<int64_t, float, std::string, std::vector<int64_t>, std::vector<float>, std::vector<std::string>, OnnxTensor>;
using OnnxAttributes = std::map<std::string, OnnxAttribute>;

/// One application of an operator of onnx.ai/onnx/operators, opset 17.
struct OnnxNode {
    std::string op;
    std::vector<std::string> inputs, outputs; ///< an input that is left out is empty
    OnnxAttributes attributes;

    /// An attribute, or what holds without it; of another type than expected: as if it were not there.
    template <class T>
    T attribute(const std::string &id, const T &otherwise) const
    {
        const auto found = attributes.find(id);
        const T *value = found == attributes.end() ? nullptr : std::get_if<T>(&found->second);
        return value ? *value : otherwise;
    }
    bool has(size_t input) const { return input < inputs.size() && !inputs[input].empty(); }
    bool gives(size_t output) const { return output < outputs.size() && !outputs[output].empty(); }
};

/// An input or output of the graph. An extent of −1 is left open: the batch.
struct OnnxPort {
    std::string name;
    OnnxTensor::Type type = OnnxTensor::Type::Float;
    std::vector<int64_t> dims;
    bool operator==(const OnnxPort &) const = default;
};

/// What an .onnx file says, without the words of its encoding. Nodes stand in an order that can be run.
struct OnnxModel {
    std::vector<OnnxPort> inputs, outputs;
    std::map<std::string, OnnxTensor> constants; ///< initializers: the weights
    std::vector<OnnxNode> nodes;
    int64_t opset = 17;
};

/// Product of extents.
int64_t countOf(const std::vector<int64_t> &dims);

} // namespace zhibei
