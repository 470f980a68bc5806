#pragma once

#include "core/io/onnx/onnx_export.h"
#include "core/ops/op.h"

#include <algorithm>

namespace zhibei {

/// Rules for Op::onnx that several ops share.
using OnnxRule = void (*)(OnnxExport &, const OpInstance &);

/// An operator's name as a template argument.
template <size_t N>
struct OnnxName {
    char text[N];
    constexpr OnnxName(const char (&name)[N]) { std::copy_n(name, N, text); }
};

/// An op that ONNX has too.
template <OnnxName name>
void sameInOnnx(OnnxExport &e, const OpInstance &op)
{
    e.set(op, e.add(name.text, {e.in(op)}));
}

/// The same where the op's first real is an attribute there.
template <OnnxName name>
void alphaInOnnx(OnnxExport &e, const OpInstance &op)
{
    e.set(op, e.add(name.text, {e.in(op)}, {{"alpha", float(op.reals[0])}}));
}

/// The same for any number of inputs, two at a time.
template <OnnxName name>
void foldedInOnnx(OnnxExport &e, const OpInstance &op)
{
    std::string all = e.in(op);
    for (size_t k = 1; k < op.inputs.size(); ++k)
        all = e.add(name.text, {all, e.in(op, k)});
    e.set(op, all);
}

/// Row by row along the last extent: `write` gets x with the rows as ONNX wants them, the result has the shape of x again.
template <class Write>
void rowsInOnnx(OnnxExport &e, const OpInstance &op, int64_t rows, const Write &write, size_t output = 0)
{
    const Shape &shape = e.shape(op);
    const int64_t length = shape.count() / rows;
    const bool asTheyAre = shape.rank() > 0 && shape[shape.rank() - 1] == length;
    const std::string y = write(asTheyAre ? e.in(op) : e.reshaped(e.in(op), {rows, length}));
    e.set(op, asTheyAre ? y : e.reshaped(y, shape.extents()), output);
}

} // namespace zhibei
