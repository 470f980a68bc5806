#include "core/ops/tile_op.h"

namespace zhibei {

namespace {

constexpr double tiny = 1e-5; // keeps constant samples finite

/// y = (x - mean) / sqrt(variance + tiny), over the numbers of one sample; second output 1 / sqrt(…)
struct Normalise {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.outCount();
        const auto x = c.vin();
        Vec<T> mean{}, variance{};
        for (int64_t i = 0; i < n; ++i)
            mean += x[i];
        mean /= T(n);
        for (int64_t i = 0; i < n; ++i)
            variance += (x[i] - mean) * (x[i] - mean);
        const Vec<T> scale = T(1) / laneSqrt<T>(variance / T(n) + T(tiny));
        for (int64_t i = 0; i < n; ++i)
            c.vout()[i] = (x[i] - mean) * scale;
        *c.vout(1) = scale;
    }
};

/// (dy, y, scale) -> dx = scale·(dy - mean(dy) - y·mean(dy·y))
struct NormaliseGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.outCount();
        const auto dy = c.vin(0), y = c.vin(1);
        Vec<T> mean{}, along{};
        for (int64_t i = 0; i < n; ++i) {
            mean += dy[i];
            along += dy[i] * y[i];
        }
        mean /= T(n);
        along /= T(n);
        for (int64_t i = 0; i < n; ++i)
            c.vout()[i] = *c.vin(2) * (dy[i] - mean - y[i] * along);
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

std::vector<Shape> withScale(const Program &program, const OpInstance &op)
{
    return {program.shape(op.inputs[0]), Shape({1})};
}

template <const Op &gradientOp>
void gradientFromScale(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(gradientOp, {b.gradient(op.outputs[0]), op.outputs[0], op.outputs[1]}));
}

} // namespace

const Op normaliseOp = tileOp<Normalise>("normalise", withScale, gradientFromScale<normaliseGradientOp>);
const Op normaliseGradientOp = tileOp<NormaliseGradient>("normalise_gradient", sameAsFirst);
const Op unitLengthOp = tileOp<UnitLength>("unit_length", withScale, gradientFromScale<unitLengthGradientOp>);
const Op unitLengthGradientOp = tileOp<UnitLengthGradient>("unit_length_gradient", sameAsFirst);

} // namespace zhibei
