#pragma once

#include "core/ops/lane_math.h"
#include "core/ops/onnx_rules.h"
#include "core/ops/ops.h"
#include "core/program/backward.h"

namespace zhibei {

/// Makes an element-by-element op and its gradient from a formula:
///
///     struct Tanh {
///         static constexpr bool slopeNeedsInput = false;
///         template <class T> static Vec<T> value(Vec<T> x, T) { return laneTanh(x); }
///         template <class T> static Vec<T> slope(Vec<T>, Vec<T> y, T) { return T(1) - y * y; }
///     };
///
/// `slope` is dy/dx from x and y; the last argument is the op's first real. Where slopeNeedsInput is false, x is not
/// kept for the backward pass (and `slope` gets y in its place).
template <class F>
struct UnaryOp {
    template <class T>
    static void run(const Call<T> &c)
    {
        const T p = T(c.op.reals[0]);
        const Vec<T> *x = reinterpret_cast<const Vec<T> *>(c.in());
        Vec<T> *y = reinterpret_cast<Vec<T> *>(c.out());
        for (int64_t i = 0, n = c.outCount() * groups<T>; i < n; ++i)
            y[i] = F::template value<T>(x[i], p);
    }

    template <class T>
    static void runGradient(const Call<T> &c)
    {
        const T p = T(c.op.reals[0]);
        const Vec<T> *dy = reinterpret_cast<const Vec<T> *>(c.in(0)), *y = reinterpret_cast<const Vec<T> *>(c.in(1));
        const Vec<T> *x = reinterpret_cast<const Vec<T> *>(c.in(F::slopeNeedsInput ? 2 : 1));
        Vec<T> *dx = reinterpret_cast<Vec<T> *>(c.out());
        for (int64_t i = 0, n = c.outCount() * groups<T>; i < n; ++i)
            dx[i] = dy[i] * F::template slope<T>(x[i], y[i], p);
    }

    static void gradient(Backward &b, const OpInstance &op)
    {
        std::vector<ValueId> inputs{b.gradient(op.outputs[0]), op.outputs[0]};
        if (F::slopeNeedsInput)
            inputs.push_back(op.inputs[0]);
        b.addGradient(op.inputs[0], b.add(gradientOp(), inputs, {}, op.reals));
    }

    static constexpr int weight = 8;

    static const Op &gradientOp()
    {
        static const Op op{F::gradientId, Cut::Tile, sameAsFirst, runGradient<float>, runGradient<double>, nullptr, false, nullptr, nullptr, weight};
        return op;
    }

    static Op make(const char *id, OnnxRule onnx) { return {id, Cut::Tile, sameAsFirst, run<float>, run<double>, gradient, false, nullptr, onnx, weight}; }
};

} // namespace zhibei
