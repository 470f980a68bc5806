#include "core/ops/tile_op.h"
#include "core/ops/dense_kernels.h"

namespace zhibei {

namespace {

// Products of two values of each sample: y[b] = op(a[b])·op(c[b]) for b batches of matrices.
// integers: batches, rows, columns, length, first turned, second turned.

struct Product {
    int64_t batches, rows, columns, length;
    bool turnA, turnB;

    explicit Product(const Integers &n) : batches(n[0]), rows(n[1]), columns(n[2]), length(n[3]), turnA(n[4] != 0), turnB(n[5] != 0) {}
};

template <class T, int R, int C>
void block(const Product &p, const T *a, int64_t ai, int64_t ak, const T *b, int64_t bk, int64_t bj, T *y)
{
    Vec<T> sum[R][C] = {};
    for (int64_t k = 0; k < p.length; ++k) {
        Vec<T> right[C];
        for (int j = 0; j < C; ++j)
            right[j] = vectorAt<T>(b + (k * bk + j * bj) * lanes);
        for (int i = 0; i < R; ++i) {
            const Vec<T> left = vectorAt<T>(a + (i * ai + k * ak) * lanes);
            for (int j = 0; j < C; ++j)
                sum[i][j] += left * right[j];
        }
    }
    for (int i = 0; i < R; ++i)
        for (int j = 0; j < C; ++j)
            vectorAt<T>(y + (i * p.columns + j) * lanes) = sum[i][j];
}

struct Matmul {
    template <class T>
    static void run(const Call<T> &c)
    {
        const Product p(c.op.integers);
        const int64_t ai = p.turnA ? 1 : p.length, ak = p.turnA ? p.rows : 1, bk = p.turnB ? 1 : p.columns, bj = p.turnB ? p.length : 1;
        for (int64_t n = 0; n < p.batches; ++n) {
            const T *a = c.in(0) + c.group * width<T> + n * p.rows * p.length * lanes;
            const T *b = c.in(1) + c.group * width<T> + n * p.length * p.columns * lanes;
            T *y = c.out() + c.group * width<T> + n * p.rows * p.columns * lanes;
            for (int64_t i = 0; i < p.rows;) {
                const int64_t r = p.rows - i >= 4 ? 4 : 1;
                for (int64_t j = 0; j < p.columns;) {
                    const int64_t w = p.columns - j >= 4 ? 4 : 1;
                    const auto at = [&](auto f) { f(p, a + i * ai * lanes, ai, ak, b + j * bj * lanes, bk, bj, y + (i * p.columns + j) * lanes); };
                    if (r == 4)
                        w == 4 ? at(block<T, 4, 4>) : at(block<T, 4, 1>);
                    else
                        w == 4 ? at(block<T, 1, 4>) : at(block<T, 1, 1>);
                    j += w;
                }
                i += r;
            }
        }
    }
};

std::vector<Shape> productShape(const Program &, const OpInstance &op)
{
    const Product p(op.integers);
    return {p.batches == 1 ? Shape({p.rows, p.columns}) : Shape({p.batches, p.rows, p.columns})};
}

/// y = a·b: da = dy·bᵀ, db = aᵀ·dy, and so on for turned factors. A gradient has the shape its factor is stored in.
void productGradient(Backward &b, const OpInstance &op)
{
    const Product p(op.integers);
    const ValueId dy = b.gradient(op.outputs[0]), left = op.inputs[0], right = op.inputs[1];
    const auto viewed = [&](ValueId made, ValueId like) { return b.viewAs(made, b.program().shape(like)); };
    const int64_t ta = p.turnA, tb = p.turnB;
    if (b.wants(left))
        b.addGradient(left, viewed(p.turnA ? b.add(matmulOp, {right, dy}, {p.batches, p.length, p.rows, p.columns, tb, 1})
                                           : b.add(matmulOp, {dy, right}, {p.batches, p.rows, p.length, p.columns, 0, 1 - tb}), left));
    if (b.wants(right))
        b.addGradient(right, viewed(p.turnB ? b.add(matmulOp, {dy, left}, {p.batches, p.columns, p.length, p.rows, 1, ta})
                                            : b.add(matmulOp, {left, dy}, {p.batches, p.length, p.columns, p.rows, 1 - ta, 0}), right));
}

int64_t productCost(const Program &, const OpInstance &op)
{
    const Product p(op.integers);
    return p.batches * p.rows * p.columns * p.length;
}

void productOnnx(OnnxExport &e, const OpInstance &op)
{
    const Product p(op.integers);
    const auto factor = [&](size_t input, int64_t rows, int64_t columns, bool turned) {
        std::vector<int64_t> stored = turned ? std::vector{columns, rows} : std::vector{rows, columns};
        if (p.batches > 1)
            stored.insert(stored.begin(), p.batches);
        const std::string x = e.shape(op, input).extents() == stored ? e.in(op, input) : e.reshaped(e.in(op, input), stored);
        return !turned ? x : e.transposed(x, p.batches > 1 ? std::vector<int64_t>{0, 1, 3, 2} : std::vector<int64_t>{0, 2, 1});
    };
    e.set(op, e.add("MatMul", {factor(0, p.rows, p.length, p.turnA), factor(1, p.length, p.columns, p.turnB)}));
}

} // namespace

const Op matmulOp{"matmul", Cut::Tile, productShape, eachGroup<Matmul, float>, eachGroup<Matmul, double>, productGradient, false, productCost, productOnnx};

} // namespace zhibei
