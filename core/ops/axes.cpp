#include "core/ops/tile_op.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace zhibei {

namespace {

// A value is seen as [outer][extent][inner] around the axis that an op works along; integers: outer, extent, inner.

template <class T>
void copyRun(const T *from, int64_t count, T *to) { std::copy_n(from, count * lanes, to); }

/// y = Σ over the axis, times reals[0]
struct AxisSum {
    template <class T>
    static void run(const Call<T> &c)
    {
        const auto [outer, extent, inner] = std::array{c.op.integers[0], c.op.integers[1], c.op.integers[2]};
        const T scale = T(c.op.reals[0]);
        for (int64_t o = 0; o < outer; ++o)
            for (int64_t i = 0; i < inner; ++i) {
                Vec<T> sum{};
                for (int64_t k = 0; k < extent; ++k)
                    sum += c.vin()[(o * extent + k) * inner + i];
                c.vout()[o * inner + i] = sum * scale;
            }
    }
};

/// y = x for every place along a new axis, times reals[0]: the adjoint of AxisSum
struct AxisRepeat {
    template <class T>
    static void run(const Call<T> &c)
    {
        const auto [outer, extent, inner] = std::array{c.op.integers[0], c.op.integers[1], c.op.integers[2]};
        const T scale = T(c.op.reals[0]);
        for (int64_t o = 0; o < outer; ++o)
            for (int64_t k = 0; k < extent; ++k)
                for (int64_t i = 0; i < inner; ++i)
                    c.vout()[(o * extent + k) * inner + i] = c.vin()[o * inner + i] * scale;
    }
};

/// y = places [begin, begin + count) of the axis; integers[3], [4]: begin, count
struct AxisSlice {
    template <class T>
    static void run(const Call<T> &c)
    {
        const Integers &n = c.op.integers;
        for (int64_t o = 0; o < n[0]; ++o)
            copyRun(c.in() + (o * n[1] + n[3]) * n[2] * lanes, n[4] * n[2], c.out() + o * n[4] * n[2] * lanes);
    }
};

/// Its adjoint: zeros around
struct AxisPaste {
    template <class T>
    static void run(const Call<T> &c)
    {
        const Integers &n = c.op.integers;
        std::fill_n(c.out(), c.outCount() * lanes, T(0));
        for (int64_t o = 0; o < n[0]; ++o)
            copyRun(c.in() + o * n[4] * n[2] * lanes, n[4] * n[2], c.out() + (o * n[1] + n[3]) * n[2] * lanes);
    }
};

/// Puts the inputs one after the other along the axis; integers[0]: outer
struct AxisJoin {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t outer = c.op.integers[0], whole = c.outCount() / outer;
        int64_t at = 0;
        for (int k = 0; k < c.inputCount(); ++k) {
            const int64_t part = c.inCount(k) / outer;
            for (int64_t o = 0; o < outer; ++o)
                copyRun(c.in(k) + o * part * lanes, part, c.out() + (o * whole + at) * lanes);
            at += part;
        }
    }
};

/// The places of the axis in reverse order.
struct AxisReverse {
    template <class T>
    static void run(const Call<T> &c)
    {
        const auto [outer, extent, inner] = std::array{c.op.integers[0], c.op.integers[1], c.op.integers[2]};
        for (int64_t o = 0; o < outer; ++o)
            for (int64_t k = 0; k < extent; ++k)
                copyRun(c.in() + (o * extent + k) * inner * lanes, inner, c.out() + (o * extent + extent - 1 - k) * inner * lanes);
    }
};

/// y[i₀, i₁, …] = x with its axes in the order integers[6 + axis]; integers[0]: rank, [1…]: extents of x
struct Permute {
    template <class T>
    static void run(const Call<T> &c)
    {
        const Integers &n = c.op.integers;
        const int rank = int(n[0]);
        int64_t stride[5] = {}, extent[5] = {1, 1, 1, 1, 1}, step[5] = {};
        for (int64_t axis = rank - 1, size = 1; axis >= 0; size *= n[size_t(1 + axis)], --axis)
            stride[axis] = size;
        for (int axis = 0; axis < rank; ++axis) {
            extent[axis] = n[size_t(1 + n[size_t(6 + axis)])];
            step[axis] = stride[n[size_t(6 + axis)]];
        }
        T *y = c.out();
        for (int64_t a = 0; a < extent[0]; ++a)
            for (int64_t b = 0; b < extent[1]; ++b)
                for (int64_t d = 0; d < extent[2]; ++d)
                    for (int64_t e = 0; e < extent[3]; ++e)
                        for (int64_t f = 0; f < extent[4]; ++f, y += lanes)
                            copyRun(c.in() + (a * step[0] + b * step[1] + d * step[2] + e * step[3] + f * step[4]) * lanes, 1, y);
    }
};

/// The shape that an op's integers cannot tell is put behind them by the gradient rules: [10]: rank, [11…]: extents.
Integers withShape(Integers integers, const Shape &shape)
{
    integers[10] = shape.rank();
    for (int axis = 0; axis < shape.rank(); ++axis)
        integers[size_t(11 + axis)] = shape[axis];
    return integers;
}

std::vector<Shape> givenShape(const Program &, const OpInstance &op)
{
    const auto begin = op.integers.begin() + 11;
    return {Shape(std::vector<int64_t>(begin, begin + op.integers[10]))};
}

std::vector<Shape> permuted(const Program &, const OpInstance &op)
{
    std::vector<int64_t> extents;
    for (int64_t axis = 0; axis < op.integers[0]; ++axis)
        extents.push_back(op.integers[size_t(1 + op.integers[size_t(6 + axis)])]);
    return {Shape(extents)};
}

template <const Op &adjoint>
void adjointGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(adjoint, {b.gradient(op.outputs[0])}, withShape(op.integers, b.program().shape(op.inputs[0])), op.reals));
}

void joinGradient(Backward &b, const OpInstance &op)
{
    const int64_t outer = op.integers[0], whole = b.program().count(op.outputs[0]) / outer;
    int64_t at = 0;
    for (ValueId in : op.inputs) {
        const int64_t part = b.program().count(in) / outer;
        if (b.wants(in))
            b.addGradient(in, b.add(axisSliceOp, {b.gradient(op.outputs[0])}, withShape({outer, whole, 1, at, part}, b.program().shape(in))));
        at += part;
    }
}

void permuteGradient(Backward &b, const OpInstance &op)
{
    Integers back{op.integers[0]};
    for (int64_t axis = 0; axis < op.integers[0]; ++axis) {
        const int64_t from = op.integers[size_t(6 + axis)];
        back[size_t(1 + axis)] = op.integers[size_t(1 + from)];
        back[size_t(6 + from)] = axis;
    }
    b.addGradient(op.inputs[0], b.add(permuteOp, {b.gradient(op.outputs[0])}, back));
}

/// Which axis of a value of `shape` has `outer` numbers before it and, unless 0, this extent; as ONNX counts, the batch being 0.
int64_t axisIn(const Shape &shape, int64_t outer, int64_t extent)
{
    int64_t before = 1;
    for (int axis = 0; axis < shape.rank(); before *= shape[axis], ++axis)
        if (before == outer && (extent == 0 || shape[axis] == extent))
            return axis + 1;
    throw std::logic_error("no axis with " + std::to_string(outer) + " before it in " + shape.text());
}

std::string shapedLikeResult(OnnxExport &e, const OpInstance &op, const std::string &y)
{
    return e.reshaped(y, e.result(op).extents());
}

void axisSumOnnx(OnnxExport &e, const OpInstance &op)
{
    const int64_t axis = axisIn(e.shape(op), op.integers[0], op.integers[1]);
    const std::string total = e.scaled(e.sum(e.in(op), {axis}, false), op.reals[0]);
    e.set(op, e.shape(op).rank() - 1 == e.result(op).rank() ? total : shapedLikeResult(e, op, total));
}

void axisRepeatOnnx(OnnxExport &e, const OpInstance &op)
{
    const int64_t axis = axisIn(e.result(op), op.integers[0], op.integers[1]);
    std::vector<int64_t> once = e.result(op).extents(), times(size_t(e.result(op).rank()) + 1, 1);
    once[size_t(axis - 1)] = 1;
    times[size_t(axis)] = op.integers[1];
    e.set(op, e.scaled(e.add("Expand", {e.reshaped(e.in(op), once), e.row(times)}), op.reals[0]));
}

void axisSliceOnnx(OnnxExport &e, const OpInstance &op)
{
    const int64_t axis = axisIn(e.shape(op), op.integers[0], op.integers[1]), begin = op.integers[3];
    const std::string part = e.sliced(e.in(op), axis, begin, begin + op.integers[4]);
    e.set(op, e.shape(op).rank() == e.result(op).rank() ? part : shapedLikeResult(e, op, part));
}

void axisJoinOnnx(OnnxExport &e, const OpInstance &op)
{
    std::vector<std::string> parts;
    for (size_t k = 0; k < op.inputs.size(); ++k)
        parts.push_back(e.in(op, k));
    e.set(op, e.add("Concat", parts, {{"axis", axisIn(e.result(op), op.integers[0], 0)}}));
}

void axisReverseOnnx(OnnxExport &e, const OpInstance &op)
{
    const int64_t axis = axisIn(e.shape(op), op.integers[0], op.integers[1]);
    e.set(op, e.add("Slice", {e.in(op), e.row({-1}), e.row({std::numeric_limits<int64_t>::min()}), e.row({axis}), e.row({-1})}));
}

void permuteOnnx(OnnxExport &e, const OpInstance &op)
{
    std::vector<int64_t> order{0};
    for (int64_t axis = 0; axis < op.integers[0]; ++axis)
        order.push_back(1 + op.integers[size_t(6 + axis)]);
    e.set(op, e.transposed(e.in(op), order));
}

} // namespace

Integers alongAxis(const Shape &shape, int axis, const Shape &result)
{
    Integers n{1, shape[axis], 1};
    for (int a = 0; a < shape.rank(); ++a)
        (a < axis ? n[0] : n[2]) *= a == axis ? 1 : shape[a];
    return withShape(n, result);
}

const Op axisSumOp = tileOp<AxisSum>("axis_sum", givenShape, adjointGradient<axisRepeatOp>, axisSumOnnx);
const Op axisRepeatOp = tileOp<AxisRepeat>("axis_repeat", givenShape, adjointGradient<axisSumOp>, axisRepeatOnnx);
const Op axisSliceOp = wholeTileOp<AxisSlice>("axis_slice", givenShape, adjointGradient<axisPasteOp>, axisSliceOnnx);
const Op axisPasteOp = wholeTileOp<AxisPaste>("axis_paste", givenShape, adjointGradient<axisSliceOp>);
const Op axisJoinOp = wholeTileOp<AxisJoin>("axis_join", givenShape, joinGradient, axisJoinOnnx);
const Op axisReverseOp = wholeTileOp<AxisReverse>("axis_reverse", sameAsFirst, adjointGradient<axisReverseOp>, axisReverseOnnx);
const Op permuteOp = wholeTileOp<Permute>("permute", permuted, permuteGradient, permuteOnnx);

} // namespace zhibei
