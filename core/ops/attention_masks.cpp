#include "core/ops/tile_op.h"

namespace zhibei {

namespace {

/// What a masked score becomes: its softmax is zero, and nothing overflows.
constexpr double nothing = -1e9;

/// A step must not look ahead: column > row is masked, in every matrix of the value.
struct CausalMask {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t rows = c.op.integers[0], columns = c.op.integers[1];
        for (int64_t i = 0; i < c.outCount(); ++i)
            c.vout()[i] = i % columns > i / columns % rows ? splat(T(nothing)) : c.vin()[i];
    }
};

struct CausalMaskGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t rows = c.op.integers[0], columns = c.op.integers[1];
        for (int64_t i = 0; i < c.outCount(); ++i)
            c.vout()[i] = i % columns > i / columns % rows ? Vec<T>{} : c.vin()[i];
    }
};

/// Padded steps must not be looked at.
struct KeyMask {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t columns = c.op.integers[1];
        for (int64_t i = 0; i < c.outCount(); ++i)
            c.vout()[i] = c.vin(1)[i % columns] == Vec<T>{} ? splat(T(nothing)) : c.vin(0)[i];
    }
};

struct KeyMaskGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t columns = c.op.integers[1];
        for (int64_t i = 0; i < c.outCount(); ++i)
            c.vout()[i] = c.vin(1)[i % columns] == Vec<T>{} ? Vec<T>{} : c.vin(0)[i];
    }
};

/// 1 for what is there, 0 for a filler
struct Differs {
    template <class T>
    static void run(const Call<T> &c)
    {
        for (int64_t i = 0; i < c.outCount(); ++i)
            c.vout()[i] = c.vin()[i] == splat(T(c.op.reals[0])) ? Vec<T>{} : splat(T(1));
    }
};

const Op causalMaskGradientOp = tileOp<CausalMaskGradient>("causal_mask_gradient", sameAsFirst);
const Op keyMaskGradientOp = tileOp<KeyMaskGradient>("key_mask_gradient", sameAsFirst);

void causalGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(causalMaskGradientOp, {b.gradient(op.outputs[0])}, op.integers));
}

void keyGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(keyMaskGradientOp, {b.gradient(op.outputs[0]), op.inputs[1]}, op.integers));
}

void differsOnnx(OnnxExport &e, const OpInstance &op)
{
    e.set(op, e.add("Cast", {e.add("Not", {e.add("Equal", {e.in(op), e.number(op.reals[0])})})}, {{"to", int64_t(1)}}));
}

/// Added, −1e9 swallows every score.
void causalOnnx(OnnxExport &e, const OpInstance &op)
{
    const int64_t rows = op.integers[0], columns = op.integers[1];
    std::vector<float> mask;
    for (int64_t i = 0; i < rows * columns; ++i)
        mask.push_back(i % columns > i / columns ? float(nothing) : 0.0f);
    e.set(op, e.add("Add", {e.in(op), e.constant(OnnxTensor::of({rows, columns}, mask))}));
}

void keyOnnx(OnnxExport &e, const OpInstance &op)
{
    std::vector<int64_t> shape(size_t(e.shape(op).rank()), 1);
    shape.back() = op.integers[1];
    const std::string filler = e.add("Equal", {e.reshaped(e.in(op, 1), shape), e.number(0)});
    e.set(op, e.add("Where", {filler, e.number(nothing), e.in(op)}));
}

} // namespace

const Op differsOp = tileOp<Differs>("differs", sameAsFirst, nullptr, differsOnnx);
const Op causalMaskOp = tileOp<CausalMask>("causal_mask", sameAsFirst, causalGradient, causalOnnx);
const Op keyMaskOp = tileOp<KeyMask>("key_mask", sameAsFirst, keyGradient, keyOnnx);

} // namespace zhibei
