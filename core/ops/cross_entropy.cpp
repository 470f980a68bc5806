#include "core/ops/tile_op.h"

namespace zhibei {

namespace {

/// (scores, class) -> -log softmax(scores)[class], and the probabilities. With the scores at hand the logarithm never
/// meets a zero.
struct SoftmaxCrossEntropy {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.inCount(0);
        const auto x = c.vin(0);
        const auto p = c.vout(1);
        Vec<T> top = x[0], sum{}, chosen{};
        for (int64_t i = 1; i < n; ++i)
            top = x[i] > top ? x[i] : top;
        for (int64_t i = 0; i < n; ++i) {
            sum += p[i] = laneExp(x[i] - top);
            chosen = *c.vin(1) == splat(T(i)) ? x[i] - top : chosen;
        }
        for (int64_t i = 0; i < n; ++i)
            p[i] /= sum;
        *c.vout(0) = laneLog(sum) - chosen;
    }
};

/// (probabilities, class, dl) -> (p - onehot(class))·dl
struct SoftmaxCrossEntropyGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        for (int64_t i = 0; i < c.outCount(); ++i) {
            const Vec<T> hit = *c.vin(1) == splat(T(i)) ? splat(T(1)) : Vec<T>{};
            c.vout()[i] = (c.vin(0)[i] - hit) * *c.vin(2);
        }
    }
};

/// (scores, targets in [0, 1]) -> mean over the outputs of softplus(x) - x·t, and the probabilities
struct SigmoidCrossEntropy {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.inCount(0);
        Vec<T> sum{};
        for (int64_t i = 0; i < n; ++i) {
            const Vec<T> x = c.vin(0)[i];
            sum += laneSoftplus<T>(x) - x * c.vin(1)[i];
            c.vout(1)[i] = laneSigmoid<T>(x);
        }
        *c.vout(0) = sum / T(n);
    }
};

/// (probabilities, targets, dl) -> (p - t)·dl / n
struct SigmoidCrossEntropyGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.outCount();
        for (int64_t i = 0; i < n; ++i)
            c.vout()[i] = (c.vin(0)[i] - c.vin(1)[i]) * (*c.vin(2) / T(n));
    }
};

std::vector<Shape> lossAndProbabilities(const Program &program, const OpInstance &op)
{
    return {Shape({1}), program.shape(op.inputs[0])};
}

template <const Op &gradientOp>
void crossEntropyGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(gradientOp, {op.outputs[1], op.inputs[1], b.gradient(op.outputs[0])}));
}

} // namespace

const Op softmaxCrossEntropyOp = tileOp<SoftmaxCrossEntropy>(
    "softmax_cross_entropy", lossAndProbabilities, crossEntropyGradient<softmaxCrossEntropyGradientOp>);
const Op softmaxCrossEntropyGradientOp = tileOp<SoftmaxCrossEntropyGradient>("softmax_cross_entropy_gradient", sameAsFirst);
const Op sigmoidCrossEntropyOp = tileOp<SigmoidCrossEntropy>(
    "sigmoid_cross_entropy", lossAndProbabilities, crossEntropyGradient<sigmoidCrossEntropyGradientOp>);
const Op sigmoidCrossEntropyGradientOp = tileOp<SigmoidCrossEntropyGradient>("sigmoid_cross_entropy_gradient", sameAsFirst);

} // namespace zhibei
