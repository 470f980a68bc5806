#include "core/ops/philox.h"
#include "core/ops/tile_op.h"

#include <cmath>
#include <numbers>

namespace zhibei {

namespace {

/// Random numbers that come out of nothing, counted by step, sample and element: normal (reals: mean, standard deviation) or,
/// with integers[0] = 1, uniform (reals: low, high). integers[10…]: the shape.
struct Noise {
    template <class T>
    static void run(const Call<T> &c)
    {
        const uint64_t key = c.op.key ^ (uint64_t(c.context.step) * 0x9E3779B97F4A7C15ull);
        const int64_t n = c.outCount() * lanes;
        const bool even = c.op.integers[0] != 0;
        const double a = c.op.reals[0], b = c.op.reals[1];
        for (int64_t i = 0; i < n; i += 4) {
            const auto bits = Philox::at(c.context.seed, key, uint64_t((c.tile * n + i) / 4));
            for (size_t k = 0; k < 4; k += 2) {
                const float u = uniform(bits[k]), v = uniform(bits[k + 1]);
                if (even) {
                    c.out()[i + int64_t(k)] = T(a + (b - a) * double(u));
                    c.out()[i + int64_t(k) + 1] = T(a + (b - a) * double(v));
                } else { // Box and Muller (1958)
                    const double radius = b * std::sqrt(-2 * std::log(1 - double(u))), angle = 2 * std::numbers::pi * double(v);
                    c.out()[i + int64_t(k)] = T(a + radius * std::cos(angle));
                    c.out()[i + int64_t(k) + 1] = T(a + radius * std::sin(angle));
                }
            }
        }
    }
};

/// The same number everywhere: reals[0].
struct Constant {
    template <class T>
    static void run(const Call<T> &c)
    {
        for (int64_t i = 0; i < c.outCount() * lanes; ++i)
            c.out()[i] = T(c.op.reals[0]);
    }
};

/// sin and cos of t / 10000^(2i/size), in turns (Vaswani et al., 2017)
double placeCode(int64_t t, int64_t e, int64_t size)
{
    const double angle = double(t) / std::pow(10000.0, double(e / 2 * 2) / double(size));
    return e % 2 ? std::cos(angle) : std::sin(angle);
}

/// Adds to x [time][size] where each step stands.
struct PositionalEncoding {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t size = c.op.integers[0], steps = c.outCount() / size;
        for (int64_t t = 0; t < steps; ++t)
            for (int64_t e = 0; e < size; ++e) {
                const Vec<T> place = splat(T(placeCode(t, e, size)));
                for (int g = 0; g < groups<T>; ++g) {
                    const int64_t at = (t * size + e) * lanes + g * width<T>;
                    *reinterpret_cast<Vec<T> *>(c.out() + at) = *reinterpret_cast<const Vec<T> *>(c.in() + at) + place;
                }
            }
    }
};

std::vector<Shape> givenShape(const Program &, const OpInstance &op)
{
    const auto begin = op.integers.begin() + 11;
    return {Shape(std::vector<int64_t>(begin, begin + op.integers[10]))};
}

void passGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.gradient(op.outputs[0]));
}

/// Whoever runs the graph draws the numbers.
void noiseOnnx(OnnxExport &e, const OpInstance &op)
{
    e.set(op, e.input(op.outputs[0]));
}

void constantOnnx(OnnxExport &e, const OpInstance &op)
{
    const Shape &shape = e.result(op);
    e.set(op, e.batched(OnnxTensor::of(shape.extents(), std::vector<float>(size_t(shape.count()), float(op.reals[0])))));
}

void placesOnnx(OnnxExport &e, const OpInstance &op)
{
    const int64_t size = op.integers[0], steps = e.shape(op).count() / size;
    std::vector<float> places;
    for (int64_t i = 0; i < steps * size; ++i)
        places.push_back(float(placeCode(i / size, i % size, size)));
    e.set(op, e.add("Add", {e.in(op), e.constant(OnnxTensor::of({1, steps, size}, places))}));
}

} // namespace

const Op noiseOp = wholeTileOp<Noise>("noise", givenShape, nullptr, noiseOnnx);
const Op constantOp = wholeTileOp<Constant>("constant", givenShape, nullptr, constantOnnx);
const Op positionalEncodingOp = wholeTileOp<PositionalEncoding>("positional_encoding", sameAsFirst, passGradient, placesOnnx);

} // namespace zhibei
