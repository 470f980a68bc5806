#include "core/ops/tile_op.h"

namespace zhibei {

namespace {

constexpr double tiny = 1e-5; // keeps constant samples finite

// Row by row; integers[0]: rows, 0 for one.

/// y = (x - mean) / sqrt(variance + ε), over the numbers of a row; second output 1 / sqrt(…) of each; reals[0]: ε
struct Normalise {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t rows = rowsOf(c.op), n = c.outCount() / rows;
        for (int64_t r = 0; r < rows; ++r) {
            const auto x = c.vin() + r * n;
            Vec<T> mean{}, variance{};
            for (int64_t i = 0; i < n; ++i)
                mean += x[i];
            mean /= T(n);
            for (int64_t i = 0; i < n; ++i)
                variance += (x[i] - mean) * (x[i] - mean);
            const Vec<T> scale = T(1) / laneSqrt<T>(variance / T(n) + T(c.op.reals[0]));
            for (int64_t i = 0; i < n; ++i)
                c.vout()[r * n + i] = (x[i] - mean) * scale;
            c.vout(1)[r] = scale;
        }
    }
};

/// (dy, y, scale) -> dx = scale·(dy - mean(dy) - y·mean(dy·y))
struct NormaliseGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t rows = rowsOf(c.op), n = c.outCount() / rows;
        for (int64_t r = 0; r < rows; ++r) {
            const auto dy = c.vin(0) + r * n, y = c.vin(1) + r * n;
            Vec<T> mean{}, along{};
            for (int64_t i = 0; i < n; ++i) {
                mean += dy[i];
                along += dy[i] * y[i];
            }
            mean /= T(n);
            along /= T(n);
            for (int64_t i = 0; i < n; ++i)
                c.vout()[r * n + i] = c.vin(2)[r] * (dy[i] - mean - y[i] * along);
        }
    }
};

/// y = x / sqrt(Σ x² + tiny); second output 1 / sqrt(…)
struct UnitLength {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.outCount();
        Vec<T> square{};
        for (int64_t i = 0; i < n; ++i)
            square += c.vin()[i] * c.vin()[i];
        const Vec<T> scale = T(1) / laneSqrt<T>(square + T(tiny));
        for (int64_t i = 0; i < n; ++i)
            c.vout()[i] = c.vin()[i] * scale;
        *c.vout(1) = scale;
    }
};

/// (dy, y, scale) -> dx = scale·(dy - y·Σ(dy·y))
struct UnitLengthGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.outCount();
        Vec<T> along{};
        for (int64_t i = 0; i < n; ++i)
            along += c.vin(0)[i] * c.vin(1)[i];
        for (int64_t i = 0; i < n; ++i)
            c.vout()[i] = *c.vin(2) * (c.vin(0)[i] - c.vin(1)[i] * along);
    }
};

std::vector<Shape> withRowScales(const Program &program, const OpInstance &op)
{
    return {program.shape(op.inputs[0]), Shape({rowsOf(op)})};
}

std::vector<Shape> withScale(const Program &program, const OpInstance &op)
{
    return {program.shape(op.inputs[0]), Shape({1})};
}

template <const Op &gradientOp>
void gradientFromScale(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(gradientOp, {b.gradient(op.outputs[0]), op.outputs[0], op.outputs[1]}, op.integers));
}

void normaliseOnnx(OnnxExport &e, const OpInstance &op)
{
    const int64_t rows = rowsOf(op), n = e.shape(op).count() / rows;
    const std::string gain = e.constant(OnnxTensor::of({n}, std::vector<float>(size_t(n), 1)));
    rowsInOnnx(e, op, rows, [&](const std::string &x) {
        return e.add("LayerNormalization", {x, gain}, {{"axis", int64_t(-1)}, {"epsilon", float(op.reals[0])}});
    });
}

void unitLengthOnnx(OnnxExport &e, const OpInstance &op)
{
    std::vector<int64_t> axes;
    for (int axis = 1; axis <= e.shape(op).rank(); ++axis)
        axes.push_back(axis);
    const std::string square = e.sum(e.add("Mul", {e.in(op), e.in(op)}), axes, true);
    e.set(op, e.add("Div", {e.in(op), e.add("Sqrt", {e.scaled(square, 1, tiny)})}));
}

} // namespace

const Op normaliseOp = tileOp<Normalise>("normalise", withRowScales, gradientFromScale<normaliseGradientOp>, normaliseOnnx);
const Op normaliseGradientOp = tileOp<NormaliseGradient>("normalise_gradient", sameAsFirst);
const Op unitLengthOp = tileOp<UnitLength>("unit_length", withScale, gradientFromScale<unitLengthGradientOp>, unitLengthOnnx);
const Op unitLengthGradientOp = tileOp<UnitLengthGradient>("unit_length_gradient", sameAsFirst);

} // namespace zhibei
