#include "core/ops/tile_op.h"

#include <algorithm>

namespace zhibei {

namespace {

// x: indices [steps]; W: [vocabulary][size]

int64_t entry(double index, int64_t vocabulary)
{
    return std::clamp<int64_t>(int64_t(index), 0, vocabulary - 1);
}

/// y[t] = W[x[t]]
struct Embedding {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t size = c.op.integers[0], vocabulary = c.inCount(1) / size;
        for (int64_t t = 0; t < c.inCount(0); ++t)
            for (int64_t l = 0; l < lanes; ++l) {
                const T *row = c.in(1) + entry(double(c.in(0)[t * lanes + l]), vocabulary) * size;
                for (int64_t e = 0; e < size; ++e)
                    c.out()[(t * size + e) * lanes + l] = row[e];
            }
    }
};

/// (x, dy) -> a tile's share of dW
struct EmbeddingGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t size = c.op.integers[0], vocabulary = c.op.integers[1];
        std::fill_n(c.out(), vocabulary * size, T(0));
        for (int64_t t = 0; t < c.inCount(0); ++t)
            for (int64_t l = 0; l < lanes; ++l) {
                T *row = c.out() + entry(double(c.in(0)[t * lanes + l]), vocabulary) * size;
                for (int64_t e = 0; e < size; ++e)
                    row[e] += c.in(1)[(t * size + e) * lanes + l];
            }
    }
};

std::vector<Shape> embedded(const Program &program, const OpInstance &op)
{
    std::vector<int64_t> extents = program.shape(op.inputs[0]).extents();
    extents.push_back(op.integers[0]);
    return {Shape(extents)};
}

std::vector<Shape> tableShare(const Program &, const OpInstance &op)
{
    return {Shape({tileShare(op.integers[0] * op.integers[1])})};
}

void embeddingGradient(Backward &b, const OpInstance &op)
{
    if (b.wants(op.inputs[1]))
        b.addParameterShares(op.inputs[1], b.add(embeddingGradientOp, {op.inputs[0], b.gradient(op.outputs[0])},
                                                 {op.integers[0], b.program().shape(op.inputs[1])[0]}));
}

void embeddingOnnx(OnnxExport &e, const OpInstance &op)
{
    const std::span<const float> table = e.parameter(op.inputs[1]);
    const int64_t size = op.integers[0];
    const std::string w = e.constant(OnnxTensor::of({int64_t(table.size()) / size, size}, {table.begin(), table.end()}), e.nameOf(op.inputs[1]));
    e.set(op, e.add("Gather", {w, e.indices(op)}));
}

} // namespace

const Op embeddingOp = wholeTileOp<Embedding>("embedding", embedded, embeddingGradient, embeddingOnnx);
const Op embeddingGradientOp = wholeTileOp<EmbeddingGradient>("embedding_gradient", tableShare);

} // namespace zhibei
