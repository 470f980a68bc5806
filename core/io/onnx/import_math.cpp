#include "core/io/onnx/onnx_importer.h"
#include "core/io/onnx/onnx_operators.h"

#include <algorithm>

namespace zhibei::onnx_import {

namespace {

/// Two values of the same dims as inputs of one node; the same value twice goes through another node once.
OnnxFlow joinedBy(OnnxImporter &i, const char *kind, const OnnxFlow &a, const OnnxFlow &b)
{
    const auto dims = broadcastDims(a.dims, b.dims);
    if (!dims)
        i.cannot("shape");
    const OnnxFlow x = i.broadcast(a, *dims), y = i.broadcast(b, *dims);
    if (x.batchAxis != y.batchAxis)
        i.cannot("batch");
    PortRef second = y.port;
    if (x.port == second)
        second = {i.node("scale", {}, {second}), 0};
    return i.at({i.node(kind, {}, {x.port, second}), 0}, *dims, x.batchAxis);
}

/// A value and known numbers: one number is a scale, more are a value of their own.
OnnxFlow withNumbers(OnnxImporter &i, bool product, const OnnxFlow &x, const OnnxTensor &numbers)
{
    constexpr double most = 1e6; // a scale's settings go no further
    if (numbers.count() == 1 && numbers.dims.size() <= x.dims.size() && std::abs(double(numbers.real(0))) <= most)
        return product ? i.scaled(x, numbers.real(0), 0) : i.scaled(x, 1, numbers.real(0));
    const auto dims = broadcastDims(x.dims, numbers.dims);
    if (!dims)
        i.cannot("shape");
    const OnnxFlow whole = i.broadcast(x, *dims);
    return joinedBy(i, product ? "multiply" : "add", whole, i.materialised(numbers, whole.dims, whole.batchAxis));
}

OnnxFlow combined(OnnxImporter &i, bool product, const OnnxFlow &a, const OnnxFlow &b)
{
    if (a.constant)
        return withNumbers(i, product, b, *a.constant);
    if (b.constant)
        return withNumbers(i, product, a, *b.constant);
    return joinedBy(i, product ? "multiply" : "add", a, b);
}

/// A row that is added to what a layer without a bias made is its bias.
bool addedAsBias(OnnxImporter &i, const OnnxNode &node)
{
    for (size_t k : {0, 1}) {
        if (node.inputs.size() != 2 || !i.isConstant(node.inputs[1 - k]) || i.isConstant(node.inputs[k]) || !i.usedOnce(node.inputs[k]))
            continue;
        const OnnxFlow x = i.flow(node.inputs[k]);
        if (i.addBias(x, i.constant(node.inputs[1 - k]))) {
            i.set(node.outputs.at(0), x);
            return true;
        }
    }
    return false;
}

OnnxFlow negative(OnnxImporter &i, const OnnxFlow &x)
{
    if (!x.constant)
        return i.scaled(x, -1, 0);
    OnnxTensor numbers = *x.constant;
    for (float &number : numbers.floats)
        number = -number;
    for (int64_t &number : numbers.integers)
        number = -number;
    return {numbers.dims, -1, {}, numbers};
}

/// max(a, b) = a + max(0, b − a); with sign −1 the smaller one: a − max(0, a − b).
OnnxFlow extreme(OnnxImporter &i, const OnnxFlow &a, const OnnxFlow &b, double sign)
{
    const OnnxFlow &x = a.constant ? b : a, &other = a.constant ? a : b;
    const OnnxFlow over = i.activated(i.scaled(combined(i, false, x, negative(i, other)), sign, 0), "relu");
    return combined(i, false, i.scaled(over, sign, 0), other);
}

void extremes(OnnxImporter &i, const OnnxNode &node, double sign)
{
    OnnxFlow all = i.flow(node.inputs.at(0));
    for (size_t k = 1; k < node.inputs.size(); ++k)
        all = extreme(i, all, i.flow(node.inputs[k]), sign);
    i.set(node.outputs.at(0), all);
}

} // namespace

void add(OnnxImporter &i, const OnnxNode &node)
{
    if (addedAsBias(i, node))
        return;
    OnnxFlow all = i.flow(node.inputs.at(0));
    for (size_t k = 1; k < node.inputs.size(); ++k)
        all = combined(i, false, all, i.flow(node.inputs[k]));
    i.set(node.outputs.at(0), all);
}

void subtract(OnnxImporter &i, const OnnxNode &node)
{
    i.set(node.outputs.at(0), combined(i, false, i.flow(node.inputs.at(0)), negative(i, i.flow(node.inputs.at(1)))));
}

void multiply(OnnxImporter &i, const OnnxNode &node)
{
    i.set(node.outputs.at(0), combined(i, true, i.flow(node.inputs.at(0)), i.flow(node.inputs.at(1))));
}

/// a / b = a · (1 / b)
void divide(OnnxImporter &i, const OnnxNode &node)
{
    OnnxFlow below = i.flow(node.inputs.at(1));
    if (!below.constant)
        below = i.mapped(below, "function", {{"function", std::string("reciprocal")}});
    else {
        OnnxTensor numbers = OnnxTensor::of(below.dims, {});
        for (int64_t k = 0; k < below.constant->count(); ++k)
            numbers.floats.push_back(1 / below.constant->real(k));
        below.constant = numbers;
    }
    i.set(node.outputs.at(0), combined(i, true, i.flow(node.inputs.at(0)), below));
}

void negate(OnnxImporter &i, const OnnxNode &node)
{
    i.set(node.outputs.at(0), negative(i, i.flow(node.inputs.at(0))));
}

void power(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow x = i.flow(node.inputs.at(0));
    const OnnxTensor exponent = i.constant(node.inputs.at(1));
    if (exponent.count() != 1 || (exponent.real(0) != 2 && exponent.real(0) != 0.5f))
        i.cannot("exponent");
    i.set(node.outputs.at(0), exponent.real(0) == 2 ? joinedBy(i, "multiply", x, x) : i.mapped(x, "function", {{"function", std::string("sqrt")}}));
}

void largest(OnnxImporter &i, const OnnxNode &node) { extremes(i, node, 1); }
void smallest(OnnxImporter &i, const OnnxNode &node) { extremes(i, node, -1); }

void clip(OnnxImporter &i, const OnnxNode &node)
{
    OnnxFlow x = i.flow(node.inputs.at(0));
    const auto bound = [&](size_t input, const char *id, double sign) {
        if (node.has(input))
            x = extreme(i, x, i.flow(node.inputs[input]), sign);
        else if (node.attributes.contains(id))
            x = extreme(i, x, {{}, -1, {}, OnnxTensor::number(node.attribute(id, 0.0f))}, sign);
    };
    bound(1, "min", 1);
    bound(2, "max", -1);
    i.set(node.outputs.at(0), x);
}

/// Yes is 1, no is 0: one less what a padding mask says.
void equal(OnnxImporter &i, const OnnxNode &node)
{
    const size_t number = i.isConstant(node.inputs.at(0)) ? 0 : 1;
    const OnnxFlow x = i.flow(node.inputs.at(1 - number));
    const OnnxTensor wanted = i.constant(node.inputs.at(number));
    const auto filler = int64_t(wanted.count() == 1 ? wanted.real(0) : -2);
    if (float(filler) != wanted.real(0))
        i.cannot("B");
    const OnnxFlow row = i.at(x.port, {x.sample().count()}, -1);
    const OnnxFlow flat = x.sample().rank() == 1 ? row : i.reshaped(i.at(x.port, x.sample().extents(), -1), row.dims);
    const OnnxFlow differs = i.mapped(flat, "padding_mask", {{"filler", filler}});
    i.set(node.outputs.at(0), i.scaled(i.at(i.reshaped(differs, x.sample().extents()).port, x.dims, x.batchAxis), -1, 1));
}

void negation(OnnxImporter &i, const OnnxNode &node)
{
    i.set(node.outputs.at(0), i.scaled(i.flow(node.inputs.at(0)), -1, 1));
}

/// Where yes a, where no b: c·a + (1 − c)·b
void choose(OnnxImporter &i, const OnnxNode &node)
{
    const OnnxFlow yes = i.value(node.inputs.at(0));
    OnnxFlow a = i.flow(node.inputs.at(1)), b = i.flow(node.inputs.at(2));
    const auto part = [&](const OnnxFlow &mask, const OnnxFlow &x) { // large numbers in two steps
        if (!x.constant || x.constant->count() != 1 || std::abs(x.constant->real(0)) <= 1e6f)
            return combined(i, true, mask, x);
        return i.mapped(i.mapped(mask, "scale", {{"factor", 1e6}}), "scale", {{"factor", double(x.constant->real(0)) / 1e6}});
    };
    const OnnxFlow first = part(yes, a), second = part(i.scaled(yes, -1, 1), b);
    i.set(node.outputs.at(0), joinedBy(i, "add", first, second));
}

} // namespace zhibei::onnx_import
