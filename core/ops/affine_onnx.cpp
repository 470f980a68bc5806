#include "core/ops/onnx_rules.h"
#include "core/ops/ops.h"

namespace zhibei {

namespace {

std::string vectorOf(OnnxExport &e, ValueId parameter)
{
    const std::span<const float> numbers = e.parameter(parameter);
    return e.constant(OnnxTensor::of({int64_t(numbers.size())}, {numbers.begin(), numbers.end()}), e.nameOf(parameter));
}

/// Channels are the second extent there; a sequence has them last.
std::string batchNorm(OnnxExport &e, const OpInstance &op, const OpInstance &standardise)
{
    const float epsilon = float(e.maker(standardise.inputs[1], batchStatisticsOp)->reals[0]);
    const bool turn = e.shape(op).rank() == 2;
    const std::string x = turn ? e.transposed(e.in(standardise), {0, 2, 1}) : e.in(standardise);
    const std::string y = e.add("BatchNormalization",
                                {x, vectorOf(e, op.inputs[1]), vectorOf(e, op.inputs[2]), vectorOf(e, standardise.inputs[3]), vectorOf(e, standardise.inputs[4])},
                                {{"epsilon", epsilon}});
    return turn ? e.transposed(y, {0, 2, 1}) : y;
}

} // namespace

/// What normalises and its affine part are one operator.
void affineOnnx(OnnxExport &e, const OpInstance &op)
{
    if (const OpInstance *standardise = e.maker(op.inputs[0], standardiseOp)) {
        e.set(op, batchNorm(e, op, *standardise));
        return;
    }
    const OpInstance &normalise = *e.maker(op.inputs[0], normaliseOp);
    rowsInOnnx(e, op, rowsOf(normalise), [&](const std::string &) {
        const Shape &shape = e.shape(op);
        const int64_t length = shape.count() / rowsOf(normalise);
        const std::string x = shape[shape.rank() - 1] == length ? e.in(normalise) : e.reshaped(e.in(normalise), {rowsOf(normalise), length});
        return e.add("LayerNormalization", {x, vectorOf(e, op.inputs[1]), vectorOf(e, op.inputs[2])},
                     {{"axis", int64_t(-1)}, {"epsilon", float(normalise.reals[0])}});
    });
}

} // namespace zhibei
