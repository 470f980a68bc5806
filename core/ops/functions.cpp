#include "core/ops/unary_op.h"

namespace zhibei {

namespace {

/// y = exp x = dy/dx
struct Exp {
    static constexpr const char *gradientId = "exp_gradient";
    static constexpr bool slopeNeedsInput = false;
    template <class T>
    static Vec<T> value(Vec<T> x, T) { return laneExp(x); }
    template <class T>
    static Vec<T> slope(Vec<T>, Vec<T> y, T) { return y; }
};

constexpr double least = 1e-30; // below it the logarithm stays what it is there

/// y = log x; dy/dx = 1 / x
struct Log {
    static constexpr const char *gradientId = "log_gradient";
    static constexpr bool slopeNeedsInput = true;
    template <class T>
    static Vec<T> value(Vec<T> x, T) { return laneLog(x > T(least) ? x : splat(T(least))); }
    template <class T>
    static Vec<T> slope(Vec<T> x, Vec<T>, T) { return x > T(least) ? T(1) / x : Vec<T>{}; }
};

/// y = √max(0, x); dy/dx = 1 / 2y
struct Sqrt {
    static constexpr const char *gradientId = "sqrt_gradient";
    static constexpr bool slopeNeedsInput = false;
    template <class T>
    static Vec<T> value(Vec<T> x, T) { return laneSqrt<T>(x > T(0) ? x : Vec<T>{}); }
    template <class T>
    static Vec<T> slope(Vec<T>, Vec<T> y, T) { return y > T(0) ? T(0.5) / y : Vec<T>{}; }
};

/// y = 1 / x; dy/dx = −y²
struct Reciprocal {
    static constexpr const char *gradientId = "reciprocal_gradient";
    static constexpr bool slopeNeedsInput = false;
    template <class T>
    static Vec<T> value(Vec<T> x, T) { return T(1) / x; }
    template <class T>
    static Vec<T> slope(Vec<T>, Vec<T> y, T) { return -y * y; }
};

/// y = |x|; dy/dx = ±1
struct Magnitude {
    static constexpr const char *gradientId = "magnitude_gradient";
    static constexpr bool slopeNeedsInput = true;
    template <class T>
    static Vec<T> value(Vec<T> x, T) { return x < T(0) ? -x : x; }
    template <class T>
    static Vec<T> slope(Vec<T> x, Vec<T>, T) { return x < T(0) ? splat(T(-1)) : splat(T(1)); }
};

/// y = erf x; dy/dx = 2/√π·exp(−x²)
struct Erf {
    static constexpr const char *gradientId = "erf_gradient";
    static constexpr bool slopeNeedsInput = true;
    template <class T>
    static Vec<T> value(Vec<T> x, T) { return laneErf(x); }
    template <class T>
    static Vec<T> slope(Vec<T> x, Vec<T>, T) { return laneExp(-x * x) * T(1.1283791670955126); }
};

void logOnnx(OnnxExport &e, const OpInstance &op)
{
    e.set(op, e.add("Log", {e.add("Max", {e.in(op), e.number(least)})}));
}

void sqrtOnnx(OnnxExport &e, const OpInstance &op)
{
    e.set(op, e.add("Sqrt", {e.add("Relu", {e.in(op)})}));
}

} // namespace

const Op expOp = UnaryOp<Exp>::make("exp", sameInOnnx<"Exp">);
const Op logOp = UnaryOp<Log>::make("log", logOnnx);
const Op sqrtOp = UnaryOp<Sqrt>::make("sqrt", sqrtOnnx);
const Op reciprocalOp = UnaryOp<Reciprocal>::make("reciprocal", sameInOnnx<"Reciprocal">);
const Op magnitudeOp = UnaryOp<Magnitude>::make("magnitude", sameInOnnx<"Abs">);
const Op erfOp = UnaryOp<Erf>::make("erf", sameInOnnx<"Erf">);

} // namespace zhibei
