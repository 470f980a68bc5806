#pragma once

#include "core/layers/layer_kind.h"
#include "core/ops/conv.h"

namespace zhibei {

class Lowering;

/// What kinds have in common that move a window over a picture {channels, height, width} or a sequence {time, features}.

/// The attributes kernel, stride and padding ("same", "valid", "explicit" with `pad`, "edges" with `edges`); for pictures also
/// those of a window that is not square.
std::vector<AttributeSpec> windowAttributes(int64_t kernel, int64_t stride, const char *padding, bool pictures = true);
AttributeSpec integerAttribute(const char *id, const char *text, const char *help, int64_t standard, double low, double high, bool logarithmic = false);
AttributeSpec dilationAttribute();

/// How the windows of a node lie for an input of this shape: a 2-D kind wants a picture, a 1-D kind a sequence.
/// `outputs`: channels that come out; `mistake` says what is wrong with the input.
struct Windows {
    ConvGeometry geometry;
    Text mistake;
};
Windows windowsOver(const Shape &in, bool sequence, int64_t outputs, const LayerKind &kind, const Attributes &attributes);
/// The same for a transposed convolution: the geometry of the convolution that it turns round.
Windows transposedWindows(const Shape &in, int64_t outputs, const LayerKind &kind, const Attributes &attributes);

/// Adds the weights of a convolution (bias included, if the node has one) and the op; `transposed`: convTransposeOp.
int convolve(Lowering &l, int x, const ConvGeometry &geometry, bool transposed, const std::string &activation);

} // namespace zhibei
