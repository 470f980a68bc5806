#include "core/ops/tile_op.h"

namespace zhibei {

namespace {

// Row by row; integers[0]: rows, 0 for one.

/// yᵢ = exp(xᵢ - max) / Σ exp(xⱼ - max)
struct Softmax {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t rows = rowsOf(c.op), n = c.outCount() / rows;
        for (int64_t r = 0; r < rows; ++r)
            runRow<T>(c.vin() + r * n, c.vout() + r * n, n);
    }

    template <class T>
    static void runRow(const LaneView<const T> &x, const LaneView<T> &y, int64_t n)
    {
        Vec<T> top = x[0], sum{};
        for (int64_t i = 1; i < n; ++i)
            top = x[i] > top ? x[i] : top;
        for (int64_t i = 0; i < n; ++i)
            sum += y[i] = laneExp(x[i] - top);
        for (int64_t i = 0; i < n; ++i)
            y[i] /= sum;
    }
};

/// (dy, y) -> dxᵢ = yᵢ·(dyᵢ - Σ dyⱼ·yⱼ)
struct SoftmaxGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t rows = rowsOf(c.op), n = c.outCount() / rows;
        for (int64_t r = 0; r < rows; ++r) {
            const auto dy = c.vin(0) + r * n, y = c.vin(1) + r * n;
            Vec<T> dot{};
            for (int64_t i = 0; i < n; ++i)
                dot += dy[i] * y[i];
            for (int64_t i = 0; i < n; ++i)
                c.vout()[r * n + i] = y[i] * (dy[i] - dot);
        }
    }
};

void softmaxGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(softmaxGradientOp, {b.gradient(op.outputs[0]), op.outputs[0]}, op.integers));
}

void softmaxOnnx(OnnxExport &e, const OpInstance &op)
{
    rowsInOnnx(e, op, rowsOf(op), [&](const std::string &x) { return e.add("Softmax", {x}, {{"axis", int64_t(-1)}}); });
}

} // namespace

const Op softmaxOp = tileOp<Softmax>("softmax", sameAsFirst, softmaxGradient, softmaxOnnx);
const Op softmaxGradientOp = tileOp<SoftmaxGradient>("softmax_gradient", sameAsFirst);

} // namespace zhibei
