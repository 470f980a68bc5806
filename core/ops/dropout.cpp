#include "core/ops/philox.h"
#include "core/ops/tile_op.h"

#include <algorithm>

namespace zhibei {

namespace {

/// y = x·mask, mask = 0 with probability p, else 1/(1 - p) (inverted dropout, Srivastava et al. 2014). The mask is a
/// second output. Random numbers are counted by step, sample of the batch and element, never by thread.
struct Dropout {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t n = c.outCount() * lanes;
        T *mask = c.out(1);
        const double rate = c.op.reals[0];
        if (c.context.training && rate > 0)
            draw(c, mask, rate);
        else
            std::fill_n(mask, n, T(1));
        for (int64_t i = 0; i < n; ++i)
            c.out()[i] = c.in()[i] * mask[i];
    }

    template <class T>
    static void draw(const Call<T> &c, T *mask, double rate)
    {
        const int64_t n = c.outCount() * lanes;
        const T keep = T(1 / (1 - rate));
        const uint64_t key = c.op.key ^ (uint64_t(c.context.step) * 0x9E3779B97F4A7C15ull);
        for (int64_t i = 0; i < n; i += 4) {
            const auto bits = Philox::at(c.context.seed, key, uint64_t((c.tile * n + i) / 4));
            for (int64_t k = 0; k < 4; ++k)
                mask[i + k] = double(uniform(bits[size_t(k)])) < rate ? T(0) : keep;
        }
    }
};

std::vector<Shape> withMask(const Program &program, const OpInstance &op)
{
    return {program.shape(op.inputs[0]), program.shape(op.inputs[0])};
}

void dropoutGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(maskOp, {b.gradient(op.outputs[0]), op.outputs[1]}));
}

/// In use it lets everything through; who trains the graph finds the rate.
void dropoutOnnx(OnnxExport &e, const OpInstance &op)
{
    e.set(op, e.add("Dropout", {e.in(op), e.number(op.reals[0])}));
}

} // namespace

const Op dropoutOp = wholeTileOp<Dropout>("dropout", withMask, dropoutGradient, dropoutOnnx);

} // namespace zhibei
