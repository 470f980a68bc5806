#include "core/ops/dense_kernels.h"
#include "core/ops/onnx_rules.h"
#include "core/ops/tile_op.h"
#include "core/ops/transpose.h"

#include <algorithm>

namespace zhibei {

namespace {

// The weights are packed with the bias as their last row: W[inputs + 1][units], or W[inputs][units] without.

int64_t inputRows(const OpInstance &op, int64_t units, int64_t weights)
{
    return weights / units - op.integers[0];
}

/// y[o] = b[o] + Σ_k W[k][o]·x[k]
struct Dense {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t units = c.outCount(), inputs = inputRows(c.op, units, c.inCount(1));
        const T *bias = c.op.integers[0] ? c.in(1) + inputs * units : nullptr;
        denseForward<T>(c.in(0), inputs, c.in(1), units, bias, c.out());
    }
};

/// dx[k] = Σ_o W[k][o]·dy[o]
struct DenseInputGradient {
    template <class T>
    static void run(const Call<T> &c) { denseBackward<T>(c.in(0), c.inCount(0), c.in(1), c.outCount(), c.out()); }
};

/// Turns a tile so that each sample's numbers stand together: [count][lanes] -> [lanes][count rounded up].
struct ToRows {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t count = c.inCount(), stride = roundUp(count, lanes);
        const T *x = c.in();
        T *y = c.out();
        constexpr int64_t W = width<T>;
        static constexpr T zeros[W] = {};
        for (int64_t i = 0; i < count; i += W) // the product reads whole vectors: beyond the last unit stand zeros
            for (int64_t l = 0; l < lanes; l += W)
                transposeSquare<T>([&](int64_t j) { return i + j < count ? x + (i + j) * lanes + l : zeros; }, y + l * stride + i, stride);
    }
};

/// dW[k][o] = Σ_samples x[k]·dy[o], rows begin to end of W; the bias row has x = 1.
struct DenseWeightsGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t units = c.op.integers[1], inputs = c.inCount(0);
        RowProduct<T> product{c.in(0, 0), c.inputs[0].stride, c.in(1, 0), c.inputs[1].stride, roundUp(units, lanes),
                              units, c.context.batch, c.op.integers[accumulateFlag] != 0};
        product.rows(c.begin, std::min(c.end, inputs), c.out(0, 0));
        if (c.end > inputs)
            product.biasRow(c.out(0, 0) + inputs * units);
    }
};

std::vector<Shape> denseShape(const Program &program, const OpInstance &op)
{
    return {Shape({program.shape(op.inputs[1])[1]})};
}

std::vector<Shape> denseInputShape(const Program &, const OpInstance &op)
{
    return {Shape({op.integers[0]})};
}

std::vector<Shape> rowsShape(const Program &program, const OpInstance &op)
{
    return {Shape({roundUp(program.count(op.inputs[0]), lanes)})};
}

void denseGradient(Backward &b, const OpInstance &op)
{
    const ValueId x = op.inputs[0], weights = op.inputs[1], dy = b.gradient(op.outputs[0]);
    if (b.wants(weights))
        b.addParameterGradient(weights, denseWeightsGradientOp, {x, b.add(toRowsOp, {dy})},
                               {op.integers[0], b.program().count(op.outputs[0])});
    if (b.wants(x))
        b.addGradient(x, b.add(denseInputGradientOp, {dy, weights}, {b.program().count(x)}));
}

int64_t weightCount(const Program &program, const OpInstance &op)
{
    return program.count(op.inputs[1]);
}

int64_t inputTimesUnits(const Program &program, const OpInstance &op)
{
    return op.integers[0] * program.count(op.inputs[0]);
}

int64_t unitCount(const Program &, const OpInstance &op)
{
    return op.integers[1];
}

void denseOnnx(OnnxExport &e, const OpInstance &op)
{
    const std::span<const float> packed = e.parameter(op.inputs[1]);
    const int64_t units = e.result(op).count(), inputs = inputRows(op, units, int64_t(packed.size()));
    const std::string &name = e.nameOf(op.inputs[1]);
    const std::string x = e.shape(op).rank() == 1 ? e.in(op) : e.reshaped(e.in(op), {inputs});
    const auto bias = packed.begin() + inputs * units;
    std::vector<std::string> arguments{x, e.constant(OnnxTensor::of({inputs, units}, {packed.begin(), bias}), name)};
    if (op.integers[0])
        arguments.push_back(e.constant(OnnxTensor::of({units}, {bias, packed.end()}), name + ".bias"));
    e.set(op, e.add("Gemm", arguments));
}

} // namespace

const Op denseOp{"dense", Cut::Tile, denseShape, Dense::run<float>, Dense::run<double>, denseGradient, false, weightCount, denseOnnx};
const Op denseInputGradientOp{"dense_input_gradient", Cut::Tile, denseInputShape, DenseInputGradient::run<float>,
                              DenseInputGradient::run<double>, nullptr, false, inputTimesUnits};
const Op toRowsOp = wholeTileOp<ToRows>("to_rows", rowsShape);
const Op denseWeightsGradientOp{"dense_weights_gradient", Cut::Parameter, nullptr, DenseWeightsGradient::run<float>,
                                DenseWeightsGradient::run<double>, nullptr, false, unitCount};

} // namespace zhibei
