#include "core/ops/tile_op.h"

namespace zhibei {

namespace {

/// A loss that compares number with number: the mean over the outputs of F::value(p, t). F::slope is its derivative by p.
/// Two more arguments: the op's first real, and how many outputs there are.
template <class F>
struct PairLoss {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.inCount(0);
        Vec<T> sum{};
        for (int64_t i = 0; i < n; ++i)
            sum += F::template value<T>(c.vin(0)[i], c.vin(1)[i], T(c.op.reals[0]));
        *c.vout() = sum / T(n);
    }
};

/// (p, t, dl) -> dp
template <class F>
struct PairLossGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.outCount();
        for (int64_t i = 0; i < n; ++i)
            c.vout()[i] = F::template slope<T>(c.vin(0)[i], c.vin(1)[i], T(c.op.reals[0])) * (*c.vin(2) / T(n));
    }
};

template <const Op &gradientOp>
void pairGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(gradientOp, {op.inputs[0], op.inputs[1], b.gradient(op.outputs[0])}, op.integers, op.reals));
}

/// The same where only the difference counts: the target may be learned too, (t, p) swapped.
template <const Op &gradientOp>
void differenceGradient(Backward &b, const OpInstance &op)
{
    const ValueId dl = b.gradient(op.outputs[0]);
    for (size_t k : {size_t(0), size_t(1)})
        if (b.wants(op.inputs[k]))
            b.addGradient(op.inputs[k], b.add(gradientOp, {op.inputs[k], op.inputs[1 - k], dl}, op.integers, op.reals));
}

template <class T>
Vec<T> size(Vec<T> x) { return x < T(0) ? -x : x; }
template <class T>
Vec<T> sign(Vec<T> x) { return x > T(0) ? splat(T(1)) : (x < T(0) ? splat(T(-1)) : Vec<T>{}); }

/// |p - t|
struct Absolute {
    template <class T>
    static Vec<T> value(Vec<T> p, Vec<T> t, T) { return size<T>(p - t); }
    template <class T>
    static Vec<T> slope(Vec<T> p, Vec<T> t, T) { return sign<T>(p - t); }
};

/// ½·e² for |e| ≤ δ, else δ·(|e| - ½·δ), e = p - t (Huber, 1964)
struct Huber {
    template <class T>
    static Vec<T> value(Vec<T> p, Vec<T> t, T delta)
    {
        const Vec<T> e = size<T>(p - t);
        return e <= delta ? T(0.5) * e * e : delta * (e - T(0.5) * delta);
    }
    template <class T>
    static Vec<T> slope(Vec<T> p, Vec<T> t, T delta)
    {
        const Vec<T> e = p - t;
        return size<T>(e) <= delta ? e : delta * sign<T>(e);
    }
};

/// max(0, 1 - t·p), t = -1 or +1
struct Hinge {
    template <class T>
    static Vec<T> value(Vec<T> p, Vec<T> t, T) { return t * p < T(1) ? T(1) - t * p : Vec<T>{}; }
    template <class T>
    static Vec<T> slope(Vec<T> p, Vec<T> t, T) { return t * p < T(1) ? -t : Vec<T>{}; }
};

/// (scores, class) -> Σ over the others of max(0, 1 - x[class] + x[k]) / n (Crammer and Singer, 2001)
struct MultiHinge {
    template <class T>
    static Vec<T> chosenScore(const Call<T> &c, int64_t n)
    {
        Vec<T> score{};
        for (int64_t k = 0; k < n; ++k)
            score = *c.vin(1) == splat(T(k)) ? c.vin(0)[k] : score;
        return score;
    }

    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.inCount(0);
        const Vec<T> score = chosenScore(c, n);
        Vec<T> sum{};
        for (int64_t k = 0; k < n; ++k) {
            const Vec<T> miss = T(1) - score + c.vin(0)[k];
            sum += miss > T(0) && *c.vin(1) != splat(T(k)) ? miss : Vec<T>{};
        }
        *c.vout() = sum / T(n);
    }
};

/// (scores, class, dl) -> dscores
struct MultiHingeGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.outCount();
        const Vec<T> score = MultiHinge::chosenScore(c, n), step = *c.vin(2) / T(n);
        Vec<T> pushed{};
        for (int64_t k = 0; k < n; ++k) {
            const Vec<T> d = T(1) - score + c.vin(0)[k] > T(0) && *c.vin(1) != splat(T(k)) ? step : Vec<T>{};
            c.vout()[k] = d;
            pushed += d;
        }
        for (int64_t k = 0; k < n; ++k)
            c.vout()[k] -= *c.vin(1) == splat(T(k)) ? pushed : Vec<T>{};
    }
};

/// (lengths, class) -> Σ [class = k]·max(0, 0.9 - x)² + ½·[class ≠ k]·max(0, x - 0.1)² (Sabour et al., 2017)
struct Margin {
    template <class T>
    static void run(const Call<T> &c)
    {
        Vec<T> sum{};
        for (int64_t k = 0; k < c.inCount(0); ++k) {
            const Vec<T> x = c.vin(0)[k], low = T(0.9) - x, high = x - T(0.1);
            const Vec<T> present = low > T(0) ? low * low : Vec<T>{}, absent = high > T(0) ? T(0.5) * high * high : Vec<T>{};
            sum += *c.vin(1) == splat(T(k)) ? present : absent;
        }
        *c.vout() = sum;
    }
};

/// (lengths, class, dl) -> dlengths
struct MarginGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        for (int64_t k = 0; k < c.outCount(); ++k) {
            const Vec<T> x = c.vin(0)[k], low = T(0.9) - x, high = x - T(0.1);
            const Vec<T> present = low > T(0) ? T(-2) * low : Vec<T>{}, absent = high > T(0) ? high : Vec<T>{};
            c.vout()[k] = (*c.vin(1) == splat(T(k)) ? present : absent) * *c.vin(2);
        }
    }
};

/// (scores, wished probabilities) -> Σ t·(log t - log softmax(x)), and the softmax (Kullback and Leibler, 1951)
struct Divergence {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.inCount(0);
        const auto x = c.vin(0), t = c.vin(1);
        const auto p = c.vout(1);
        Vec<T> top = x[0], sum{}, loss{}, whole{};
        for (int64_t i = 1; i < n; ++i)
            top = x[i] > top ? x[i] : top;
        for (int64_t i = 0; i < n; ++i)
            sum += p[i] = laneExp(x[i] - top);
        const Vec<T> logSum = laneLog(sum);
        for (int64_t i = 0; i < n; ++i) {
            p[i] /= sum;
            whole += t[i] > T(0) ? t[i] : Vec<T>{};
            loss += t[i] > T(0) ? t[i] * (laneLog(t[i]) - (x[i] - top - logSum)) : Vec<T>{};
        }
        *c.vout(0) = loss;
        *c.vout(2) = whole;
    }
};

/// (probabilities, wished, their sum, dl) -> (p·Σt - t)·dl
struct DivergenceGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        for (int64_t i = 0; i < c.outCount(); ++i) {
            const Vec<T> t = c.vin(1)[i] > T(0) ? c.vin(1)[i] : Vec<T>{};
            c.vout()[i] = (c.vin(0)[i] * *c.vin(2) - t) * *c.vin(3);
        }
    }
};

/// (scores, wished, dl) -> (log t - log softmax(x) + 1)·dl: the wished probabilities may be learned too
struct DivergenceTargetGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const auto x = c.vin(0), t = c.vin(1);
        Vec<T> top = x[0], sum{};
        for (int64_t i = 1; i < c.outCount(); ++i)
            top = x[i] > top ? x[i] : top;
        for (int64_t i = 0; i < c.outCount(); ++i)
            sum += laneExp(x[i] - top);
        const Vec<T> logSum = laneLog(sum);
        for (int64_t i = 0; i < c.outCount(); ++i)
            c.vout()[i] = t[i] > T(0) ? (laneLog(t[i]) - (x[i] - top - logSum) + T(1)) * *c.vin(2) : Vec<T>{};
    }
};

std::vector<Shape> sameAsSecond(const Program &program, const OpInstance &op)
{
    return {program.shape(op.inputs[1])};
}

const Op divergenceTargetGradientOp = tileOp<DivergenceTargetGradient>("divergence_target_gradient", sameAsSecond);

std::vector<Shape> divergenceShapes(const Program &program, const OpInstance &op)
{
    return {Shape({1}), program.shape(op.inputs[0]), Shape({1})};
}

void divergenceGradient(Backward &b, const OpInstance &op)
{
    const ValueId dl = b.gradient(op.outputs[0]);
    b.addGradient(op.inputs[0], b.add(divergenceGradientOp, {op.outputs[1], op.inputs[1], op.outputs[2], dl}));
    if (b.wants(op.inputs[1]))
        b.addGradient(op.inputs[1], b.add(divergenceTargetGradientOp, {op.inputs[0], op.inputs[1], dl}));
}

/// In use there is no loss, only what was predicted.
void divergenceOnnx(OnnxExport &e, const OpInstance &op)
{
    rowsInOnnx(e, op, 1, [&](const std::string &x) { return e.add("Softmax", {x}, {{"axis", int64_t(-1)}}); }, 1);
}

} // namespace

const Op absoluteLossOp = tileOp<PairLoss<Absolute>>("absolute_loss", oneNumber, differenceGradient<absoluteLossGradientOp>);
const Op absoluteLossGradientOp = tileOp<PairLossGradient<Absolute>>("absolute_loss_gradient", sameAsFirst);
const Op huberLossOp = tileOp<PairLoss<Huber>>("huber_loss", oneNumber, differenceGradient<huberLossGradientOp>);
const Op huberLossGradientOp = tileOp<PairLossGradient<Huber>>("huber_loss_gradient", sameAsFirst);
const Op hingeLossOp = tileOp<PairLoss<Hinge>>("hinge_loss", oneNumber, pairGradient<hingeLossGradientOp>);
const Op hingeLossGradientOp = tileOp<PairLossGradient<Hinge>>("hinge_loss_gradient", sameAsFirst);
const Op multiHingeLossOp = tileOp<MultiHinge>("multi_hinge_loss", oneNumber, pairGradient<multiHingeLossGradientOp>);
const Op multiHingeLossGradientOp = tileOp<MultiHingeGradient>("multi_hinge_loss_gradient", sameAsFirst);
const Op marginLossOp = tileOp<Margin>("margin_loss", oneNumber, pairGradient<marginLossGradientOp>);
const Op marginLossGradientOp = tileOp<MarginGradient>("margin_loss_gradient", sameAsFirst);
const Op divergenceOp = tileOp<Divergence>("divergence", divergenceShapes, divergenceGradient, divergenceOnnx);
const Op divergenceGradientOp = tileOp<DivergenceGradient>("divergence_gradient", sameAsFirst);

} // namespace zhibei
