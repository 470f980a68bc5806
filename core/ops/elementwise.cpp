#include "core/ops/tile_op.h"

#include <algorithm>

namespace zhibei {

namespace {

struct Add {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.outCount();
        for (int64_t i = 0; i < n; ++i)
            c.vout()[i] = c.vin(0)[i];
        for (int k = 1; k < c.inputCount(); ++k)
            for (int64_t i = 0; i < n; ++i)
                c.vout()[i] += c.vin(k)[i];
    }
};

/// The product of all inputs. As a gradient, dy is one of them and the factor itself is left out.
struct Multiply {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.outCount();
        for (int64_t i = 0; i < n; ++i)
            c.vout()[i] = c.vin(0)[i];
        for (int k = 1; k < c.inputCount(); ++k)
            for (int64_t i = 0; i < n; ++i)
                c.vout()[i] *= c.vin(k)[i];
    }
};

void addGradient(Backward &b, const OpInstance &op)
{
    for (ValueId in : op.inputs)
        b.addGradient(in, b.gradient(op.outputs[0]));
}

void multiplyGradient(Backward &b, const OpInstance &op)
{
    for (size_t k = 0; k < op.inputs.size(); ++k) {
        if (!b.wants(op.inputs[k]))
            continue;
        std::vector<ValueId> factors = op.inputs;
        factors[k] = b.gradient(op.outputs[0]);
        std::swap(factors[0], factors[k]);
        b.addGradient(op.inputs[k], b.add(productGradientOp, factors));
    }
}

} // namespace

const Op addOp = tileOp<Add>("add", sameAsFirst, addGradient, foldedInOnnx<"Add">);
const Op multiplyOp = tileOp<Multiply>("multiply", sameAsFirst, multiplyGradient, foldedInOnnx<"Mul">);
const Op productGradientOp = tileOp<Multiply>("product_gradient", sameAsFirst);
const Op maskOp = tileOp<Multiply>("mask", sameAsFirst);

} // namespace zhibei
