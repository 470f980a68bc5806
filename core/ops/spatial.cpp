#include "core/ops/tile_op.h"

#include <algorithm>

namespace zhibei {

namespace {

// Pictures {channels, height, width}. Pad: integers: channels, height, width, top, left, new height, new width; negative
// top or left crop. Upsample: channels, height, width, factor.

struct Pad {
    template <class T>
    static void run(const Call<T> &c)
    {
        const auto &n = c.op.integers;
        std::fill_n(c.out(), c.outCount() * lanes, T(0));
        for (int64_t ch = 0; ch < n[0]; ++ch)
            for (int64_t i = std::max<int64_t>(0, -n[3]); i < std::min(n[1], n[5] - n[3]); ++i) {
                const int64_t begin = std::max<int64_t>(0, -n[4]), end = std::min(n[2], n[6] - n[4]);
                if (begin < end)
                    std::copy_n(c.in() + ((ch * n[1] + i) * n[2] + begin) * lanes, (end - begin) * lanes,
                                c.out() + ((ch * n[5] + i + n[3]) * n[6] + begin + n[4]) * lanes);
            }
    }
};

std::vector<Shape> padded(const Program &, const OpInstance &op)
{
    return {Shape({op.integers[0], op.integers[5], op.integers[6]})};
}

void padGradient(Backward &b, const OpInstance &op)
{
    const Integers &n = op.integers;
    b.addGradient(op.inputs[0], b.add(padOp, {b.gradient(op.outputs[0])}, {n[0], n[5], n[6], -n[3], -n[4], n[1], n[2]}));
}

/// Every pixel becomes factor × factor equal ones.
struct UpsampleNearest {
    template <class T>
    static void run(const Call<T> &c)
    {
        const auto [channels, height, width, f] = std::array{c.op.integers[0], c.op.integers[1], c.op.integers[2], c.op.integers[3]};
        for (int64_t i = 0; i < channels * height * f; ++i)
            for (int64_t j = 0; j < width * f; ++j)
                c.vout()[i * width * f + j] = c.vin()[i / f * width + j / f];
    }
};

struct UpsampleNearestGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const auto [channels, height, width, f] = std::array{c.op.integers[0], c.op.integers[1], c.op.integers[2], c.op.integers[3]};
        for (int64_t i = 0; i < channels * height; ++i)
            for (int64_t j = 0; j < width; ++j) {
                Vec<T> sum{};
                for (int64_t u = 0; u < f; ++u)
                    for (int64_t v = 0; v < f; ++v)
                        sum += c.vin()[(i * f + u) * width * f + j * f + v];
                c.vout()[i * width + j] = sum;
            }
    }
};

/// Where a pixel of the large picture lies in the small one, pixel centres at halves: between low and low + 1.
struct Between {
    int64_t low, high;
    double weight; ///< of high
    Between(int64_t i, int64_t factor, int64_t extent)
    {
        const double at = std::max(0.0, (double(i) + 0.5) / double(factor) - 0.5);
        low = std::min(int64_t(at), extent - 1);
        high = std::min(low + 1, extent - 1);
        weight = at - double(low);
    }
};

template <class Visit>
void eachBilinear(const Integers &n, const Visit &visit)
{
    const int64_t channels = n[0], height = n[1], width = n[2], f = n[3];
    for (int64_t i = 0; i < height * f; ++i)
        for (int64_t j = 0; j < width * f; ++j) {
            const Between y(i, f, height), x(j, f, width);
            for (int64_t ch = 0; ch < channels; ++ch) {
                const int64_t out = (ch * height * f + i) * width * f + j, base = ch * height * width;
                visit(out, base + y.low * width + x.low, (1 - y.weight) * (1 - x.weight));
                visit(out, base + y.low * width + x.high, (1 - y.weight) * x.weight);
                visit(out, base + y.high * width + x.low, y.weight * (1 - x.weight));
                visit(out, base + y.high * width + x.high, y.weight * x.weight);
            }
        }
}

struct UpsampleBilinear {
    template <class T>
    static void run(const Call<T> &c)
    {
        for (int64_t i = 0; i < c.outCount(); ++i)
            c.vout()[i] = Vec<T>{};
        eachBilinear(c.op.integers, [&](int64_t big, int64_t small, double w) { c.vout()[big] += c.vin()[small] * T(w); });
    }
};

struct UpsampleBilinearGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        for (int64_t i = 0; i < c.outCount(); ++i)
            c.vout()[i] = Vec<T>{};
        eachBilinear(c.op.integers, [&](int64_t big, int64_t small, double w) { c.vout()[small] += c.vin()[big] * T(w); });
    }
};

std::vector<Shape> enlarged(const Program &, const OpInstance &op)
{
    const auto &n = op.integers;
    return {Shape({n[0], n[1] * n[3], n[2] * n[3]})};
}

std::vector<Shape> original(const Program &, const OpInstance &op)
{
    return {Shape({op.integers[0], op.integers[1], op.integers[2]})};
}

template <const Op &gradientOp>
void upsampleGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(gradientOp, {b.gradient(op.outputs[0])}, op.integers));
}

/// Negative zeros crop.
void padOnnx(OnnxExport &e, const OpInstance &op)
{
    const auto &n = op.integers;
    const int64_t bottom = n[5] - n[1] - n[3], right = n[6] - n[2] - n[4];
    if (n[3] >= 0 && n[4] >= 0 && bottom >= 0 && right >= 0)
        e.set(op, e.add("Pad", {e.in(op), e.row({0, 0, n[3], n[4], 0, 0, bottom, right})}));
    else
        e.set(op, e.sliced(e.sliced(e.in(op), 2, -n[3], n[1] + bottom), 3, -n[4], n[2] + right));
}

void resizeOnnx(OnnxExport &e, const OpInstance &op, OnnxAttributes attributes)
{
    const auto factor = float(op.integers[3]);
    e.set(op, e.add("Resize", {e.in(op), "", e.constant(OnnxTensor::of({4}, {1, 1, factor, factor}))}, std::move(attributes)));
}

void nearestOnnx(OnnxExport &e, const OpInstance &op)
{
    resizeOnnx(e, op, {{"mode", "nearest"}, {"coordinate_transformation_mode", "asymmetric"}, {"nearest_mode", "floor"}});
}

void bilinearOnnx(OnnxExport &e, const OpInstance &op)
{
    resizeOnnx(e, op, {{"mode", "linear"}, {"coordinate_transformation_mode", "half_pixel"}});
}

} // namespace

const Op padOp = wholeTileOp<Pad>("pad", padded, padGradient, padOnnx);
const Op upsampleNearestOp = tileOp<UpsampleNearest>("upsample_nearest", enlarged, upsampleGradient<upsampleNearestGradientOp>, nearestOnnx);
const Op upsampleNearestGradientOp = tileOp<UpsampleNearestGradient>("upsample_nearest_gradient", original);
const Op upsampleBilinearOp = tileOp<UpsampleBilinear>("upsample_bilinear", enlarged, upsampleGradient<upsampleBilinearGradientOp>, bilinearOnnx);
const Op upsampleBilinearGradientOp = tileOp<UpsampleBilinearGradient>("upsample_bilinear_gradient", original);

} // namespace zhibei
