#include "core/ops/tile_op.h"

namespace zhibei {

namespace {

/// yᵢ = exp(xᵢ - max) / Σ exp(xⱼ - max)
struct Softmax {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.outCount();
        const auto x = c.vin();
        const auto y = c.vout();
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
        const int64_t n = c.outCount();
        const auto dy = c.vin(0), y = c.vin(1);
        Vec<T> dot{};
        for (int64_t i = 0; i < n; ++i)
            dot += dy[i] * y[i];
        for (int64_t i = 0; i < n; ++i)
            c.vout()[i] = y[i] * (dy[i] - dot);
    }
};

void softmaxGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(softmaxGradientOp, {b.gradient(op.outputs[0]), op.outputs[0]}));
}

} // namespace

const Op softmaxOp = tileOp<Softmax>("softmax", sameAsFirst, softmaxGradient);
const Op softmaxGradientOp = tileOp<SoftmaxGradient>("softmax_gradient", sameAsFirst);

} // namespace zhibei
