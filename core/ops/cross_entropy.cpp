#include "core/ops/tile_op.h"

namespace zhibei {

namespace {

/// How one row of scores is judged: reals[0]: label smoothing ε; the table: a weight per class, or empty.
/// What is wished for is q = weight·((1 - ε)·onehot(class) + ε / n), class by class; the loss of a row is Σ q·(-log softmax).
/// With a mask, rows are averaged by it; else evenly. Samples are averaged evenly whatever their weights, so that each
/// has a loss of its own. integers[0]: rows, [1]: masked.
template <class T>
struct Judge {
    int64_t rows, n;
    T smooth;
    const std::vector<float> &weights;

    Judge(const Call<T> &c, int64_t count)
        : rows(rowsOf(c.op)), n(count / rows), smooth(T(c.op.reals[0])), weights(c.op.table) {}

    Vec<T> wished(Vec<T> chosen, int64_t k) const
    {
        const Vec<T> q = (chosen == splat(T(k)) ? splat(T(1) - smooth) : Vec<T>{}) + smooth / T(n);
        return weights.empty() ? q : q * T(weights[size_t(k)]);
    }
    /// Σ q
    Vec<T> total(Vec<T> chosen) const
    {
        Vec<T> sum = splat(T(weights.empty() ? 1 : 0));
        for (int64_t k = 0; k < int64_t(weights.size()); ++k)
            sum += wished(chosen, k);
        return sum;
    }
    /// What each row counts: mask / Σ mask, or 1 / rows.
    Vec<T> share(const LaneView<const T> *mask, int64_t row) const
    {
        if (!mask)
            return splat(T(1) / T(rows));
        Vec<T> sum{};
        for (int64_t r = 0; r < rows; ++r)
            sum += (*mask)[r];
        return sum > T(0) ? (*mask)[row] / sum : Vec<T>{};
    }
};

/// (scores, classes[, mask]) -> loss, and the probabilities. With the scores at hand the logarithm never meets a zero.
struct SoftmaxCrossEntropy {
    template <class T>
    static void run(const Call<T> &c)
    {
        const Judge<T> judge(c, c.inCount(0));
        const LaneView<const T> mask = c.op.integers[1] ? c.vin(2) : LaneView<const T>{nullptr};
        Vec<T> loss{};
        for (int64_t r = 0; r < judge.rows; ++r) {
            const auto x = c.vin(0) + r * judge.n;
            const auto p = c.vout(1) + r * judge.n;
            const Vec<T> chosen = c.vin(1)[r];
            Vec<T> top = x[0], sum{}, wished{};
            for (int64_t i = 1; i < judge.n; ++i)
                top = x[i] > top ? x[i] : top;
            for (int64_t i = 0; i < judge.n; ++i) {
                sum += p[i] = laneExp(x[i] - top);
                wished += judge.wished(chosen, i) * (x[i] - top);
            }
            for (int64_t i = 0; i < judge.n; ++i)
                p[i] /= sum;
            loss += (judge.total(chosen) * laneLog(sum) - wished) * judge.share(mask.base ? &mask : nullptr, r);
        }
        *c.vout(0) = loss;
    }
};

/// (probabilities, classes, dl[, mask]) -> (p·Σq - q)·dl, weighted as the loss
struct SoftmaxCrossEntropyGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const Judge<T> judge(c, c.outCount());
        const LaneView<const T> mask = c.op.integers[1] ? c.vin(3) : LaneView<const T>{nullptr};
        for (int64_t r = 0; r < judge.rows; ++r) {
            const Vec<T> chosen = c.vin(1)[r];
            const Vec<T> total = judge.total(chosen), scale = *c.vin(2) * judge.share(mask.base ? &mask : nullptr, r);
            for (int64_t i = r * judge.n; i < (r + 1) * judge.n; ++i)
                c.vout()[i] = (c.vin(0)[i] * total - judge.wished(chosen, i - r * judge.n)) * scale;
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

void softmaxGradient(Backward &b, const OpInstance &op)
{
    std::vector<ValueId> inputs{op.outputs[1], op.inputs[1], b.gradient(op.outputs[0])};
    inputs.insert(inputs.end(), op.inputs.begin() + 2, op.inputs.end());
    b.addGradient(op.inputs[0], b.add(softmaxCrossEntropyGradientOp, inputs, op.integers, op.reals, op.table));
}

void sigmoidGradient(Backward &b, const OpInstance &op)
{
    const ValueId dl = b.gradient(op.outputs[0]);
    b.addGradient(op.inputs[0], b.add(sigmoidCrossEntropyGradientOp, {op.outputs[1], op.inputs[1], dl}));
    if (b.wants(op.inputs[1])) { // the target may be learned too: -x·dl / n
        const Shape row({b.program().count(op.inputs[0])});
        const ValueId each = b.add(axisRepeatOp, {dl}, alongAxis(row, 0, row), {-1.0 / double(row.count())});
        b.addGradient(op.inputs[1], b.viewAs(b.add(multiplyOp, {op.inputs[0], each}), b.program().shape(op.inputs[1])));
    }
}

// In use there is no loss, only what was predicted.

void softmaxOnnx(OnnxExport &e, const OpInstance &op)
{
    rowsInOnnx(e, op, rowsOf(op), [&](const std::string &x) { return e.add("Softmax", {x}, {{"axis", int64_t(-1)}}); }, 1);
}

void sigmoidOnnx(OnnxExport &e, const OpInstance &op)
{
    e.set(op, e.add("Sigmoid", {e.in(op)}), 1);
}

} // namespace

const Op softmaxCrossEntropyOp = tileOp<SoftmaxCrossEntropy>(
    "softmax_cross_entropy", lossAndProbabilities, softmaxGradient, softmaxOnnx);
const Op softmaxCrossEntropyGradientOp = tileOp<SoftmaxCrossEntropyGradient>("softmax_cross_entropy_gradient", sameAsFirst);
const Op sigmoidCrossEntropyOp = tileOp<SigmoidCrossEntropy>(
    "sigmoid_cross_entropy", lossAndProbabilities, sigmoidGradient, sigmoidOnnx);
const Op sigmoidCrossEntropyGradientOp = tileOp<SigmoidCrossEntropyGradient>("sigmoid_cross_entropy_gradient", sameAsFirst);

} // namespace zhibei
