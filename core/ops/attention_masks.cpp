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

} // namespace

const Op differsOp = tileOp<Differs>("differs", sameAsFirst);
const Op causalMaskOp = tileOp<CausalMask>("causal_mask", sameAsFirst, causalGradient);
const Op keyMaskOp = tileOp<KeyMask>("key_mask", sameAsFirst, keyGradient);

} // namespace zhibei
