#include "core/ops/tile_op.h"

#include <algorithm>

namespace zhibei {

namespace {

/// Puts the inputs one after the other along the first axis.
struct Concatenate {
    template <class T>
    static void run(const Call<T> &c)
    {
        T *y = c.out();
        for (int k = 0; k < c.inputCount(); ++k)
            y = std::copy_n(c.in(k), c.inCount(k) * lanes, y);
    }
};

std::vector<Shape> concatenated(const Program &program, const OpInstance &op)
{
    std::vector<int64_t> extents = program.shape(op.inputs[0]).extents();
    for (size_t k = 1; k < op.inputs.size(); ++k)
        extents[0] += program.shape(op.inputs[k])[0];
    return {Shape(extents)};
}

void concatenateGradient(Backward &b, const OpInstance &op)
{
    int64_t begin = 0;
    for (ValueId in : op.inputs) {
        const int64_t count = b.program().count(in);
        if (b.wants(in))
            b.addGradient(in, b.add(sliceOp, {b.gradient(op.outputs[0])}, {begin, count}));
        begin += count;
    }
}

struct Slice {
    template <class T>
    static void run(const Call<T> &c) { std::copy_n(c.in() + c.op.integers[0] * lanes, c.outCount() * lanes, c.out()); }
};

std::vector<Shape> sliced(const Program &, const OpInstance &op)
{
    return {Shape({op.integers[1]})};
}

void sliceGradient(Backward &b, const OpInstance &op)
{
    const int64_t whole = b.program().count(op.inputs[0]);
    b.addGradient(op.inputs[0], b.add(unsliceOp, {b.gradient(op.outputs[0])}, {op.integers[0], whole}));
}

struct Unslice {
    template <class T>
    static void run(const Call<T> &c)
    {
        std::fill_n(c.out(), c.outCount() * lanes, T(0));
        std::copy_n(c.in(), c.inCount() * lanes, c.out() + c.op.integers[0] * lanes);
    }
};

struct View {
    template <class T>
    static void run(const Call<T> &c) { std::copy_n(c.in(), c.outCount() * lanes, c.out()); }
};

std::vector<Shape> viewed(const Program &, const OpInstance &op)
{
    return {Shape(std::vector<int64_t>(op.integers.begin(), op.integers.begin() + op.integers[7]))};
}

void viewGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.viewAs(b.gradient(op.outputs[0]), b.program().shape(op.inputs[0])));
}

void concatenateOnnx(OnnxExport &e, const OpInstance &op)
{
    std::vector<std::string> parts;
    for (size_t k = 0; k < op.inputs.size(); ++k)
        parts.push_back(e.in(op, k));
    e.set(op, e.add("Concat", parts, {{"axis", int64_t(1)}}));
}

void sliceOnnx(OnnxExport &e, const OpInstance &op)
{
    const std::string x = e.shape(op).rank() == 1 ? e.in(op) : e.reshaped(e.in(op), {e.shape(op).count()});
    e.set(op, e.sliced(x, 1, op.integers[0], op.integers[0] + op.integers[1]));
}

void viewOnnx(OnnxExport &e, const OpInstance &op)
{
    e.set(op, e.reshaped(e.in(op), e.result(op).extents()));
}

} // namespace

Integers viewIntegers(const Shape &shape)
{
    Integers extents{};
    std::copy(shape.extents().begin(), shape.extents().end(), extents.begin());
    extents[7] = shape.rank();
    return extents;
}

const Op concatenateOp = wholeTileOp<Concatenate>("concatenate", concatenated, concatenateGradient, concatenateOnnx);
const Op sliceOp = wholeTileOp<Slice>("slice", sliced, sliceGradient, sliceOnnx);
const Op unsliceOp = wholeTileOp<Unslice>("unslice", sliced);
const Op viewOp{"view", Cut::Tile, viewed, View::run<float>, View::run<double>, viewGradient, true, nullptr, viewOnnx};
const Op stopOp{"stop_gradient", Cut::Tile, sameAsFirst, View::run<float>, View::run<double>, nullptr, true, nullptr, sameInOnnx<"Identity">};

} // namespace zhibei
