#include "core/layers/kinds.h"
#include "core/layers/lowering.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const Shape &a = query.inputs[0].shape, &b = query.inputs[1].shape;
    if (a.rank() == 3 && b.rank() == 3 && a[0] == b[0] && a[2] == b[1])
        return {{{Shape({a[0], a[1], b[2]}), 0}}, {}};
    if (a.rank() != 2 || b.rank() != 2 || a[1] != b[0])
        return {{}, {ZB_TEXT("%1 times %2 is no matrix product: the columns of the first must be the rows of the second."), {a.text(), b.text()}}};
    return {{{Shape({a[0], b[1]}), 0}}, {}};
}

void lower(Lowering &l)
{
    const Shape &a = l.shape(l.input(0)), &b = l.shape(l.input(1));
    if (a.rank() == 3) { // pairs of matrices; a single pair loses its axis in the op
        const Shape out({a[0], a[1], b[2]});
        l.output(l.view(l.add(matmulOp, {l.input(0), l.input(1)}, {a[0], a[1], b[2], a[2], 0, 0}), out));
        return;
    }
    l.output(l.add(matmulOp, {l.input(0), l.input(1)}, {1, a[0], b[1], a[1], 0, 0}));
}


} // namespace

const LayerKind matrixProductKind{
    .id = "matrix_product",
    .text = ZB_TEXT("Matrix product"),
    .help = ZB_TEXT("Rows of the first input times columns of the second."),
    .keywords = "matmul dot 矩阵乘法 矩阵积",
    .icon = "grid-3x3",
    .category = Category::Arithmetic,
    .inputs = {{"a", ZB_TEXT("first")}, {"b", ZB_TEXT("second")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .attributes = {},
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{}, {{Shape({3, 4})}, {Shape({4, 2})}}}, {{}, {{Shape({2, 3, 2})}, {Shape({2, 2, 4})}}},
                {{}, {{Shape({5, 2})}, {Shape({2, 6})}}}},
};

} // namespace zhibei
