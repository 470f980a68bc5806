#include "core/io/onnx/onnx_importer.h"
#include "core/io/onnx/onnx_operators.h"

namespace zhibei::onnx_import {

namespace {

OnnxTensor turned(const OnnxTensor &w)
{
    OnnxTensor t = OnnxTensor::of({w.dims[1], w.dims[0]}, {});
    for (int64_t column = 0; column < w.dims[1]; ++column)
        for (int64_t row = 0; row < w.dims[0]; ++row)
            t.floats.push_back(w.real(row * w.dims[1] + column));
    return t;
}

} // namespace

/// α·A·B + β·C: a dense layer where B is known, and C its bias where it is the same for all rows.
void gemm(OnnxImporter &i, const OnnxNode &node)
{
    const float alpha = node.attribute("alpha", 1.0f), beta = node.attribute("beta", 1.0f);
    OnnxFlow a = i.value(node.inputs.at(0));
    if (a.dims.size() != 2)
        i.cannot("A");
    if (node.attribute("transA", int64_t(0)))
        a = i.transposed(a, {1, 0});
    OnnxTensor w = i.constant(node.inputs.at(1));
    if (w.dims.size() != 2 || w.whole())
        i.cannot("B");
    if (node.attribute("transB", int64_t(0)))
        w = turned(w);
    for (float &number : w.floats)
        number *= alpha;
    std::string key = node.inputs[1];
    std::vector<float> bias;
    const bool rows = node.has(2) && !i.isConstant(node.inputs[2]) && i.flow(node.inputs[2]).batchAxis >= 0 && i.flow(node.inputs[2]).batchAxis == a.batchAxis
                      && i.flow(node.inputs[2]).dims == std::vector<int64_t>{a.dims[0], w.dims[1]} && a.dims[0] > 1;
    if (node.has(2) && !rows) {
        const OnnxTensor c = i.constant(node.inputs[2]);
        if (c.count() != 1 && (c.count() != w.dims[1] || c.dims.back() != w.dims[1]))
            i.cannot("C");
        for (int64_t unit = 0; unit < w.dims[1]; ++unit)
            bias.push_back(beta * c.real(c.count() == 1 ? 0 : unit));
        key += " " + node.inputs[2];
    }
    const OnnxFlow y = i.dense(a, w, bias.empty() ? nullptr : &bias, key + std::to_string(alpha) + std::to_string(beta));
    i.set(node.outputs.at(0), y);
    if (rows) {
        const std::string sum = i.fresh();
        i.set(sum, y);
        const std::string c = i.fresh();
        i.set(c, i.scaled(i.flow(node.inputs[2]), beta, 0));
        i.import({"Add", {sum, c}, {node.outputs[0]}, {}});
    }
}

void product(OnnxImporter &i, const OnnxNode &node)
{
    const std::string &left = node.inputs.at(0), &right = node.inputs.at(1);
    const bool known = i.isConstant(right);
    if (known && i.constant(right).dims.size() == 2 && !i.isConstant(left)) {
        OnnxTensor w = i.constant(right);
        if (w.whole())
            i.cannot("B");
        i.set(node.outputs.at(0), i.dense(i.flow(left), w, nullptr, right));
        return;
    }
    i.set(node.outputs.at(0), i.product(i.value(left), i.value(right)));
}

} // namespace zhibei::onnx_import
