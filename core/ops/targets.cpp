#include "core/ops/tile_op.h"

namespace zhibei {

namespace {

struct OneHot {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t classes = c.op.integers[0];
        for (int64_t i = 0; i < c.outCount(); ++i)
            c.vout()[i] = c.vin()[i / classes] == splat(T(i % classes)) ? splat(T(1)) : Vec<T>{};
    }
};

std::vector<Shape> oneHotShape(const Program &program, const OpInstance &op)
{
    const int64_t rows = program.count(op.inputs[0]);
    return {rows == 1 ? Shape({op.integers[0]}) : Shape({rows, op.integers[0]})};
}

struct SignedClass {
    template <class T>
    static void run(const Call<T> &c) { *c.vout() = *c.vin() * T(2) - T(1); }
};

void oneHotOnnx(OnnxExport &e, const OpInstance &op)
{
    const std::string values = e.constant(OnnxTensor::of({2}, {0, 1}));
    const std::string rows = e.add("OneHot", {e.indices(op), e.row({op.integers[0]}), values});
    e.set(op, e.reshaped(rows, e.result(op).extents()));
}

void signedClassOnnx(OnnxExport &e, const OpInstance &op)
{
    e.set(op, e.scaled(e.in(op), 2, -1));
}

} // namespace

const Op oneHotOp = tileOp<OneHot>("one_hot", oneHotShape, nullptr, oneHotOnnx);
const Op signedClassOp = tileOp<SignedClass>("signed_class", sameAsFirst, nullptr, signedClassOnnx);

} // namespace zhibei
