#include "core/ops/recurrent.h"

#include "core/ops/conv.h"
#include "core/ops/dense_kernels.h"
#include "core/ops/tile_op.h"

#include <algorithm>

namespace zhibei {

namespace {

/// A matrix cut into panels of as many columns as a product block takes, each panel's numbers in the order they are used.
template <class T>
struct Panels {
    static constexpr int N = std::max(1, blockVectors<T> / groups<T>);

    /// to[panel][k][n] = w[k·wk + n·wn]
    static void pack(const T *w, int64_t wk, int64_t wn, int64_t length, int64_t count, T *to)
    {
        for (int64_t n = 0, size = 0; n < count; n += size) {
            size = sizeAt(count - n);
            for (int64_t k = 0; k < length; ++k)
                for (int64_t i = 0; i < size; ++i)
                    *to++ = w[k * wk + (n + i) * wn];
        }
    }

    /// y[n] += Σ_k w[k][n]·x[k]
    static void addProduct(const T *x, int64_t length, const T *panels, T *y, int64_t count)
    {
        for (int64_t n = 0, size = 0; n < count; n += size) {
            size = sizeAt(count - n);
            const auto at = [&](auto block) { block(x, length, panels, size, 1, nullptr, true, y + n * lanes); };
            size == N ? at(productBlock<T, N, true>) : size == 4 ? at(productBlock<T, 4, true>) : at(productBlock<T, 1, true>);
            panels += length * size;
        }
    }

private:
    static int64_t sizeAt(int64_t left) { return left >= N ? N : left >= 4 ? 4 : 1; }
};

/// What a step of a cell reads and writes, one group of samples; every pointer has H numbers unless said.
template <class T>
struct Cell {
    int64_t H;
    const T *x;       ///< [gates·H] what comes from the input
    T *gates;         ///< [gates·H] what comes from the last state; becomes the gates' values
    T *extra;         ///< LSTM: tanh of the new cell; GRU: what the state says to the candidate, before its gate
    const T *h, *c;
    T *nextH, *nextC;
    const T *mask;    ///< one number, or null
    bool relu;

    static Vec<T> &at(T *p, int64_t i) { return vectorAt<T>(p + i * lanes); }
    static const Vec<T> &at(const T *p, int64_t i) { return vectorAt<T>(p + i * lanes); }
    Vec<T> held(Vec<T> fresh, const T *old, int64_t i) const { return mask ? *reinterpret_cast<const Vec<T> *>(mask) * (fresh - at(old, i)) + at(old, i) : fresh; }

    /// h' = tanh(x + W·h), or max(0, ·)
    void rnn() const
    {
        for (int64_t i = 0; i < H; ++i) {
            const Vec<T> a = at(x, i) + at(gates, i);
            const Vec<T> y = relu ? (a < T(0) ? Vec<T>{} : a) : laneTanh(a);
            at(gates, i) = y;
            at(nextH, i) = held(y, h, i);
        }
    }

    /// Hochreiter and Schmidhuber (1997) with forget gates (Gers et al., 2000): gates in the order input, forget, candidate, output.
    /// c' = f·c + i·g; h' = o·tanh(c')
    void lstm() const
    {
        for (int64_t k = 0; k < H; ++k) {
            const Vec<T> i = laneSigmoid<T>(at(x, k) + at(gates, k)), f = laneSigmoid<T>(at(x, H + k) + at(gates, H + k));
            const Vec<T> g = laneTanh(at(x, 2 * H + k) + at(gates, 2 * H + k)), o = laneSigmoid<T>(at(x, 3 * H + k) + at(gates, 3 * H + k));
            const Vec<T> fresh = f * at(c, k) + i * g, bent = laneTanh(fresh);
            at(gates, k) = i;
            at(gates, H + k) = f;
            at(gates, 2 * H + k) = g;
            at(gates, 3 * H + k) = o;
            at(extra, k) = bent;
            at(nextC, k) = held(fresh, c, k);
            at(nextH, k) = held(o * bent, h, k);
        }
    }

    /// Cho et al. (2014), the reset gate after the product: gates in the order reset, update, candidate.
    /// n = tanh(x_n + r·(W_n·h + b_n)); h' = (1 - z)·n + z·h
    void gru() const
    {
        for (int64_t k = 0; k < H; ++k) {
            const Vec<T> r = laneSigmoid<T>(at(x, k) + at(gates, k)), z = laneSigmoid<T>(at(x, H + k) + at(gates, H + k));
            const Vec<T> said = at(gates, 2 * H + k), n = laneTanh(at(x, 2 * H + k) + r * said);
            at(gates, k) = r;
            at(gates, H + k) = z;
            at(gates, 2 * H + k) = n;
            at(extra, k) = said;
            at(nextH, k) = held(n + z * (at(h, k) - n), h, k);
        }
    }
};

/// outputs: h [steps + 1][H] with the initial state first, gates, c [steps + 1][H], extra, packed weights
struct Recurrent {
    template <class T>
    static void run(const Call<T> &c)
    {
        const RecurrentShape s = RecurrentShape::unpack(c.op.integers);
        const int64_t H = s.units, wide = s.gates() * H;
        int next = 2;
        const T *bias = s.bias ? c.in(next++) : nullptr;
        const T *h0 = s.initial ? c.in(next++) : nullptr;
        const T *c0 = s.initial && s.cell == RecurrentShape::Lstm ? c.in(next++) : nullptr;
        const T *mask = s.masked ? c.in(next) : nullptr;
        T *h = c.out(0), *cells = c.out(2), *panels = c.out(4);
        start(h, h0, H);
        if (s.cell == RecurrentShape::Lstm)
            start(cells, c0, H);
        Panels<T>::pack(c.in(1), wide, 1, H, wide, panels);
        for (int64_t t = 0; t < s.steps; ++t) {
            T *gates = c.out(1) + t * wide * lanes;
            for (int64_t i = 0; i < wide; ++i)
                std::fill_n(gates + i * lanes, lanes, bias ? bias[i] : T(0));
            Panels<T>::addProduct(h + t * H * lanes, H, panels, gates, wide);
            for (int64_t g = 0; g < lanes; g += width<T>) {
                const auto state = [&](T *p, int64_t time) { return s.cell == RecurrentShape::Lstm ? p + time * H * lanes + g : p; };
                const Cell<T> cell{H, c.in(0) + t * wide * lanes + g, gates + g,
                                   s.cell == RecurrentShape::Rnn ? nullptr : c.out(3) + t * H * lanes + g,
                                   h + t * H * lanes + g, state(cells, t), h + (t + 1) * H * lanes + g, state(cells, t + 1),
                                   mask ? mask + t * lanes + g : nullptr, s.relu};
                s.cell == RecurrentShape::Lstm ? cell.lstm() : s.cell == RecurrentShape::Gru ? cell.gru() : cell.rnn();
            }
        }
    }

    template <class T>
    static void start(T *state, const T *initial, int64_t H)
    {
        if (initial)
            std::copy_n(initial, H * lanes, state);
        else
            std::fill_n(state, H * lanes, T(0));
    }
};

std::vector<Shape> recurrentShapes(const Program &, const OpInstance &op)
{
    const RecurrentShape s = RecurrentShape::unpack(op.integers);
    const Shape states({s.steps + 1, s.units}), none({1});
    return {states, Shape({s.steps, s.gates() * s.units}), s.cell == RecurrentShape::Lstm ? states : none,
            s.cell == RecurrentShape::Rnn ? none : Shape({s.steps, s.units}), Shape({tileShare(s.units * s.gates() * s.units)})};
}

/// One step back of a cell: from dh and dc of the new state to those of the old, and the gradients of x and of W·h.
template <class T>
struct CellBack {
    int64_t H;
    const T *gates, *extra, *h, *c;
    T *dh, *dc;       ///< of the new state; become those parts of the old state's that do not go through W
    T *dx, *da;       ///< gradients of x and of what came from the state (the same for RNN and LSTM: da is null)
    const T *mask;
    bool relu;

    static Vec<T> &at(T *p, int64_t i) { return vectorAt<T>(p + i * lanes); }
    static const Vec<T> &at(const T *p, int64_t i) { return vectorAt<T>(p + i * lanes); }
    /// Splits a gradient between the fresh value and the one that was held.
    Vec<T> taken(T *d, int64_t i, Vec<T> &kept) const
    {
        const Vec<T> all = at(d, i);
        if (!mask) {
            kept = Vec<T>{};
            return all;
        }
        const Vec<T> fresh = *reinterpret_cast<const Vec<T> *>(mask) * all;
        kept = all - fresh;
        return fresh;
    }

    void rnn() const
    {
        for (int64_t i = 0; i < H; ++i) {
            Vec<T> kept;
            const Vec<T> d = taken(dh, i, kept), y = at(gates, i);
            at(dx, i) = d * (relu ? (y > T(0) ? splat(T(1)) : Vec<T>{}) : T(1) - y * y);
            at(dh, i) = kept;
        }
    }

    void lstm() const
    {
        for (int64_t k = 0; k < H; ++k) {
            Vec<T> keptH, keptC;
            const Vec<T> i = at(gates, k), f = at(gates, H + k), g = at(gates, 2 * H + k), o = at(gates, 3 * H + k), bent = at(extra, k);
            const Vec<T> d = taken(dh, k, keptH), dCell = taken(dc, k, keptC) + d * o * (T(1) - bent * bent);
            at(dx, k) = dCell * g * i * (T(1) - i);
            at(dx, H + k) = dCell * at(c, k) * f * (T(1) - f);
            at(dx, 2 * H + k) = dCell * i * (T(1) - g * g);
            at(dx, 3 * H + k) = d * bent * o * (T(1) - o);
            at(dc, k) = keptC + dCell * f;
            at(dh, k) = keptH;
        }
    }

    void gru() const
    {
        for (int64_t k = 0; k < H; ++k) {
            Vec<T> kept;
            const Vec<T> r = at(gates, k), z = at(gates, H + k), n = at(gates, 2 * H + k), said = at(extra, k);
            const Vec<T> d = taken(dh, k, kept);
            const Vec<T> dn = d * (T(1) - z) * (T(1) - n * n);
            at(dx, k) = at(da, k) = dn * said * r * (T(1) - r);
            at(dx, H + k) = at(da, H + k) = d * (at(h, k) - n) * z * (T(1) - z);
            at(dx, 2 * H + k) = dn;
            at(da, 2 * H + k) = dn * r;
            at(dh, k) = kept + d * z;
        }
    }
};

/// inputs: W, h, gates, c, extra, then dh [steps + 1][H] and dc where they are known, then the mask.
/// outputs: dx, da (GRU), dh0, dc0, packed weights. integers as forward; [10]: dh known, [11]: dc known
struct RecurrentGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const RecurrentShape s = RecurrentShape::unpack(c.op.integers);
        const int64_t H = s.units, wide = s.gates() * H;
        const bool lstm = s.cell == RecurrentShape::Lstm, gru = s.cell == RecurrentShape::Gru;
        int next = 5;
        const T *dhAll = c.op.integers[10] ? c.in(next++) : nullptr, *dcAll = c.op.integers[11] ? c.in(next++) : nullptr;
        const T *mask = s.masked ? c.in(next) : nullptr;
        T *dh = c.out(2), *dc = c.out(3), *panels = c.out(4);
        Panels<T>::pack(c.in(0), 1, wide, wide, H, panels);
        std::fill_n(dh, H * lanes, T(0));
        std::fill_n(dc, c.outCount(3) * lanes, T(0));
        for (int64_t t = s.steps - 1; t >= 0; --t) {
            add(dh, dhAll, t + 1, H);
            if (lstm)
                add(dc, dcAll, t + 1, H);
            T *dx = c.out(0) + t * wide * lanes, *da = gru ? c.out(1) + t * wide * lanes : dx;
            for (int64_t g = 0; g < lanes; g += width<T>) {
                const CellBack<T> cell{H, c.in(2) + t * wide * lanes + g, s.cell == RecurrentShape::Rnn ? nullptr : c.in(4) + t * H * lanes + g,
                                       c.in(1) + t * H * lanes + g, lstm ? c.in(3) + t * H * lanes + g : nullptr, dh + g, dc + g, dx + g, da + g,
                                       mask ? mask + t * lanes + g : nullptr, s.relu};
                lstm ? cell.lstm() : gru ? cell.gru() : cell.rnn();
            }
            Panels<T>::addProduct(da, wide, panels, dh, H);
        }
        add(dh, dhAll, 0, H);
        if (lstm)
            add(dc, dcAll, 0, H);
    }

    template <class T>
    static void add(T *d, const T *all, int64_t time, int64_t H)
    {
        for (int64_t i = 0; all && i < H * lanes; ++i)
            d[i] += all[time * H * lanes + i];
    }
};

std::vector<Shape> recurrentGradientShapes(const Program &, const OpInstance &op)
{
    const RecurrentShape s = RecurrentShape::unpack(op.integers);
    const Shape rows({s.steps, s.gates() * s.units}), none({1}), state({s.units});
    return {rows, s.cell == RecurrentShape::Gru ? rows : none, state, s.cell == RecurrentShape::Lstm ? state : none,
            Shape({tileShare(s.units * s.gates() * s.units)})};
}

void recurrentGradient(Backward &b, const OpInstance &op)
{
    const RecurrentShape s = RecurrentShape::unpack(op.integers);
    const bool gru = s.cell == RecurrentShape::Gru, lstm = s.cell == RecurrentShape::Lstm;
    const ValueId dh = b.gradient(op.outputs[0]), dc = lstm ? b.gradient(op.outputs[2]) : noValue;
    std::vector<ValueId> inputs{op.inputs[1], op.outputs[0], op.outputs[1], op.outputs[2], op.outputs[3]};
    Integers integers = op.integers;
    integers[10] = dh != noValue;
    integers[11] = dc != noValue;
    for (ValueId known : {dh, dc})
        if (known != noValue)
            inputs.push_back(known);
    if (s.masked)
        inputs.push_back(op.inputs.back());
    const ValueId dx = b.add(recurrentGradientOp, inputs, integers), da = gru ? dx + 1 : dx;
    b.addGradient(op.inputs[0], dx);
    size_t next = 2;
    if (b.wants(op.inputs[1])) {
        ConvGeometry g; // each step's gates from the state before it: the last state is not read
        g.channels = s.units;
        g.width = s.steps + 1;
        g.outputs = s.gates() * s.units;
        g.outWidth = s.steps;
        g.sequence = true;
        b.addParameterShares(op.inputs[1], b.add(convWeightsOp, {op.outputs[0], da}, g.pack()));
    }
    if (s.bias) {
        if (b.wants(op.inputs[next]))
            b.addParameterShares(op.inputs[next], b.add(channelSumOp, {da}, {s.gates() * s.units, 1}));
        ++next;
    }
    if (s.initial) {
        b.addGradient(op.inputs[next], dx + 2);
        if (lstm)
            b.addGradient(op.inputs[next + 1], dx + 3);
    }
}

constexpr int cellWeight = 60; // the gates' functions, per number of the state

int64_t stateProducts(const Program &, const OpInstance &op)
{
    const RecurrentShape s = RecurrentShape::unpack(op.integers);
    return s.steps * s.units * s.gates() * s.units;
}

} // namespace

const Op recurrentOp{"recurrent", Cut::Tile, recurrentShapes, Recurrent::run<float>, Recurrent::run<double>, recurrentGradient, false, stateProducts, recurrentOnnx, cellWeight};
const Op recurrentGradientOp{"recurrent_gradient", Cut::Tile, recurrentGradientShapes, RecurrentGradient::run<float>,
                             RecurrentGradient::run<double>, nullptr, false, stateProducts, nullptr, cellWeight};

} // namespace zhibei
