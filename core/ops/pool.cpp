#include "core/ops/conv.h"

#include "core/ops/tile_op.h"

#include <algorithm>

namespace zhibei {

namespace {

/// Goes over the windows of a pooling, channel by channel; the places of padding are left out.
/// `visit(out, in)` is called for every place a window sees, `begin(out)` and `end(out, seen)` around each window.
template <class Begin, class Visit, class End>
void eachWindow(const ConvGeometry &g, const Begin &begin, const Visit &visit, const End &end)
{
    for (int64_t c = 0; c < g.channels; ++c)
        for (int64_t i = 0; i < g.outHeight; ++i)
            for (int64_t j = 0; j < g.outWidth; ++j) {
                const int64_t out = g.sequence ? j * g.channels + c : (c * g.outHeight + i) * g.outWidth + j;
                begin(out);
                int64_t seen = 0;
                for (int64_t u = 0; u < g.kernelHeight; ++u)
                    for (int64_t v = 0; v < g.kernelWidth; ++v) {
                        const int64_t y = i * g.strideY + u * g.dilationY - g.top, x = j * g.strideX + v * g.dilationX - g.left;
                        if (y < 0 || y >= g.height || x < 0 || x >= g.width)
                            continue;
                        visit(out, g.sequence ? x * g.channels + c : (c * g.height + y) * g.width + x);
                        ++seen;
                    }
                end(out, seen);
            }
}

/// y = the largest number of each window; second output: the place it came from (the first, where several are equal)
struct MaxPool {
    template <class T>
    static void run(const Call<T> &c)
    {
        const ConvGeometry g = ConvGeometry::unpack(c.op.integers);
        const auto x = c.vin();
        Vec<T> best, place;
        bool first = true;
        eachWindow(g, [&](int64_t) { first = true; },
                   [&](int64_t, int64_t in) {
                       const Vec<T> v = x[in], here = splat(T(in));
                       const auto better = v > best;
                       best = first ? v : (better ? v : best);
                       place = first ? here : (better ? here : place);
                       best = v != v ? v : best; // NaN stays NaN
                       first = false;
                   },
                   [&](int64_t out, int64_t) {
                       c.vout(0)[out] = first ? Vec<T>{} : best;
                       c.vout(1)[out] = first ? splat(T(-1)) : place;
                   });
    }
};

/// (dy, places) -> dx: each dy goes to where its maximum came from
struct MaxPoolGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const ConvGeometry g = ConvGeometry::unpack(c.op.integers);
        const auto dx = c.vout();
        for (int64_t i = 0; i < c.outCount(); ++i)
            dx[i] = Vec<T>{};
        Vec<T> dy, place;
        eachWindow(g, [&](int64_t out) { dy = c.vin(0)[out]; place = c.vin(1)[out]; },
                   [&](int64_t, int64_t in) { dx[in] += place == splat(T(in)) ? dy : Vec<T>{}; },
                   [](int64_t, int64_t) {});
    }
};

/// What a window's sum is divided by: integers[18] counts the padding too.
template <class T>
T share(const ConvGeometry &g, const OpInstance &op, int64_t seen)
{
    return T(1) / T(op.integers[18] ? g.kernelCount() : std::max<int64_t>(1, seen));
}

/// y = the mean of each window
struct AveragePool {
    template <class T>
    static void run(const Call<T> &c)
    {
        const ConvGeometry g = ConvGeometry::unpack(c.op.integers);
        const auto x = c.vin();
        Vec<T> sum{};
        eachWindow(g, [&](int64_t) { sum = Vec<T>{}; }, [&](int64_t, int64_t in) { sum += x[in]; },
                   [&](int64_t out, int64_t seen) { c.vout()[out] = sum * share<T>(g, c.op, seen); });
    }
};

struct AveragePoolGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const ConvGeometry g = ConvGeometry::unpack(c.op.integers);
        const auto dx = c.vout();
        for (int64_t i = 0; i < c.outCount(); ++i)
            dx[i] = Vec<T>{};
        int64_t seen = 0;
        Vec<T> dy;
        eachWindow(g, [&](int64_t) { seen = 0; }, [&](int64_t, int64_t) { ++seen; },
                   [&](int64_t out, int64_t n) {
                       dy = c.vin()[out] * share<T>(g, c.op, n);
                       spread(g, out, dy, dx);
                   });
    }

    template <class T>
    static void spread(const ConvGeometry &g, int64_t out, Vec<T> dy, const LaneView<T> &dx)
    {
        const int64_t c = g.sequence ? out % g.channels : out / (g.outHeight * g.outWidth);
        const int64_t place = g.sequence ? out / g.channels : out % (g.outHeight * g.outWidth);
        const int64_t i = place / g.outWidth, j = place % g.outWidth;
        for (int64_t u = 0; u < g.kernelHeight; ++u)
            for (int64_t v = 0; v < g.kernelWidth; ++v) {
                const int64_t y = i * g.strideY + u * g.dilationY - g.top, x = j * g.strideX + v * g.dilationX - g.left;
                if (y >= 0 && y < g.height && x >= 0 && x < g.width)
                    dx[g.sequence ? x * g.channels + c : (c * g.height + y) * g.width + x] += dy;
            }
    }
};

std::vector<Shape> pooled(const Program &, const OpInstance &op)
{
    return {ConvGeometry::unpack(op.integers).smallShape()};
}

std::vector<Shape> pooledAndPlaces(const Program &, const OpInstance &op)
{
    const Shape shape = ConvGeometry::unpack(op.integers).smallShape();
    return {shape, shape};
}

std::vector<Shape> unpooled(const Program &, const OpInstance &op)
{
    return {ConvGeometry::unpack(op.integers).bigShape()};
}

void maxPoolGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(maxPoolGradientOp, {b.gradient(op.outputs[0]), op.outputs[1]}, op.integers));
}

void averagePoolGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(averagePoolGradientOp, {b.gradient(op.outputs[0])}, op.integers));
}

bool seesAll(const ConvGeometry &g)
{
    return g.kernelHeight == g.height && g.kernelWidth == g.width && !g.padded();
}

void maxPoolOnnx(OnnxExport &e, const OpInstance &op)
{
    const ConvGeometry g = ConvGeometry::unpack(op.integers);
    if (seesAll(g)) {
        e.set(op, windowsInOnnx(e, "GlobalMaxPool", {e.in(op)}, g, {}));
        return;
    }
    OnnxAttributes settings = poolingOnnx(g);
    settings["dilations"] = g.sequence ? std::vector{g.dilationX} : std::vector{g.dilationY, g.dilationX};
    e.set(op, windowsInOnnx(e, "MaxPool", {e.in(op)}, g, settings));
}

void averagePoolOnnx(OnnxExport &e, const OpInstance &op)
{
    const ConvGeometry g = ConvGeometry::unpack(op.integers);
    if (seesAll(g)) {
        e.set(op, windowsInOnnx(e, "GlobalAveragePool", {e.in(op)}, g, {}));
        return;
    }
    OnnxAttributes settings = poolingOnnx(g);
    settings["count_include_pad"] = op.integers[18];
    e.set(op, windowsInOnnx(e, "AveragePool", {e.in(op)}, g, settings));
}

} // namespace

const Op maxPoolOp = tileOp<MaxPool>("max_pool", pooledAndPlaces, maxPoolGradient, maxPoolOnnx);
const Op maxPoolGradientOp = tileOp<MaxPoolGradient>("max_pool_gradient", unpooled);
const Op averagePoolOp = tileOp<AveragePool>("average_pool", pooled, averagePoolGradient, averagePoolOnnx);
const Op averagePoolGradientOp = tileOp<AveragePoolGradient>("average_pool_gradient", unpooled);

} // namespace zhibei
