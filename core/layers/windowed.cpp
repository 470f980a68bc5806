#include "core/layers/windowed.h"

#include "core/layers/lowering.h"

#include <algorithm>

namespace zhibei {

AttributeSpec integerAttribute(const char *id, const char *text, const char *help, int64_t standard, double low, double high, bool logarithmic)
{
    return {id, text, help, AttributeType::Integer, standard, low, high, logarithmic};
}

std::vector<AttributeSpec> windowAttributes(int64_t kernel, int64_t stride, const char *padding)
{
    AttributeSpec pad{"padding", ZB_TEXT("Padding"), ZB_TEXT("What happens at the edge: nothing beyond it, zeros so that the size stays, or as many zeros as you say."),
                      AttributeType::Choice, std::string(padding)};
    pad.choices = {{"valid", ZB_TEXT("none")}, {"same", ZB_TEXT("keeps the size")}, {"explicit", ZB_TEXT("as given")}};
    AttributeSpec amount = integerAttribute("pad", ZB_TEXT("Zeros at each edge"), ZB_TEXT("How many zeros are put around on every side."), 1, 0, 64);
    amount.onlyIf = "padding=explicit";
    return {integerAttribute("kernel", ZB_TEXT("Window size"), ZB_TEXT("How many pixels, or steps, the window spans each way."), kernel, 1, 31),
            integerAttribute("stride", ZB_TEXT("Stride"), ZB_TEXT("How far the window moves each time."), stride, 1, 16), pad, amount};
}

namespace {

/// Zeros before and after along one axis.
struct Edge { int64_t before, after; };

Edge edgeOf(const std::string &padding, int64_t pad, int64_t extent, int64_t kernel, int64_t stride, int64_t dilation)
{
    if (padding == "explicit")
        return {pad, pad};
    if (padding == "valid")
        return {0, 0};
    const int64_t wanted = (extent + stride - 1) / stride;
    const int64_t zeros = std::max<int64_t>(0, (wanted - 1) * stride + dilation * (kernel - 1) + 1 - extent);
    return {zeros / 2, zeros - zeros / 2};
}

struct Reader {
    const LayerKind &kind;
    const Attributes &attributes;

    int64_t integer(const char *id, int64_t otherwise) const
    {
        return findAttribute(kind.attributes, id) ? std::get<int64_t>(attributeValue(kind.attributes, attributes, id)) : otherwise;
    }
    std::string choice(const char *id) const { return std::get<std::string>(attributeValue(kind.attributes, attributes, id)); }
};

Text wrongRank(const Shape &in, bool sequence)
{
    if (sequence)
        return {ZB_TEXT("A sequence is needed (steps × numbers), but %1 arrives. Put a Reshape layer in between."), {in.text()}};
    return {ZB_TEXT("A picture is needed, but %1 arrives. Put a Reshape layer in between."), {in.text()}};
}

} // namespace

Windows windowsOver(const Shape &in, bool sequence, int64_t outputs, const LayerKind &kind, const Attributes &attributes)
{
    Windows w;
    if (in.rank() != (sequence ? 2 : 3))
        return {{}, wrongRank(in, sequence)};
    const Reader read{kind, attributes};
    ConvGeometry &g = w.geometry;
    g.sequence = sequence;
    g.channels = in[sequence ? 1 : 0];
    g.height = sequence ? 1 : in[1];
    g.width = in[sequence ? 0 : 2];
    g.outputs = outputs > 0 ? outputs : g.channels;
    g.kernelWidth = read.integer("kernel", 2);
    g.strideX = read.integer("stride", 1);
    g.dilationX = read.integer("dilation", 1);
    g.groups = read.integer("groups", 1);
    const Edge x = edgeOf(read.choice("padding"), read.integer("pad", 0), g.width, g.kernelWidth, g.strideX, g.dilationX);
    g.left = x.before;
    g.right = x.after;
    if (!sequence) {
        g.kernelHeight = g.kernelWidth;
        g.strideY = g.strideX;
        g.dilationY = g.dilationX;
        const Edge y = edgeOf(read.choice("padding"), read.integer("pad", 0), g.height, g.kernelHeight, g.strideY, g.dilationY);
        g.top = y.before;
        g.bottom = y.after;
    }
    g.outHeight = g.positionsDown();
    g.outWidth = g.positionsAcross();
    if (g.outHeight < 1 || g.outWidth < 1)
        w.mistake = {ZB_TEXT("The window of %1 is larger than what arrives (%2). Make it smaller, or choose the padding that keeps the size."),
                     {std::to_string(g.kernelWidth), in.text()}};
    else if (g.channels % g.groups != 0 || g.outputs % g.groups != 0)
        w.mistake = {ZB_TEXT("%1 channels in and %2 out cannot be split into %3 groups. Choose a number that divides both."),
                     {std::to_string(g.channels), std::to_string(g.outputs), std::to_string(g.groups)}};
    return w;
}

Windows transposedWindows(const Shape &in, int64_t outputs, const LayerKind &kind, const Attributes &attributes)
{
    Windows w;
    if (in.rank() != 3)
        return {{}, wrongRank(in, false)};
    const Reader read{kind, attributes};
    ConvGeometry &g = w.geometry;
    g.channels = outputs;
    g.outputs = in[0];
    g.outHeight = in[1];
    g.outWidth = in[2];
    g.kernelHeight = g.kernelWidth = read.integer("kernel", 4);
    g.strideY = g.strideX = read.integer("stride", 2);
    const std::string padding = read.choice("padding");
    const auto extent = [&](int64_t n) { // as large as without padding, less what is cut off
        const int64_t whole = (n - 1) * g.strideX + g.kernelWidth;
        return padding == "same" ? n * g.strideX : padding == "valid" ? whole : whole - 2 * read.integer("pad", 0);
    };
    g.height = extent(g.outHeight);
    g.width = extent(g.outWidth);
    const auto edges = [&](int64_t n, int64_t small, int64_t &before, int64_t &after) {
        const int64_t cut = (small - 1) * g.strideX + g.kernelWidth - n;
        before = std::max<int64_t>(0, cut) / 2;
        after = std::max<int64_t>(0, cut) - before;
    };
    edges(g.height, g.outHeight, g.top, g.bottom);
    edges(g.width, g.outWidth, g.left, g.right);
    if (g.height < 1 || g.width < 1)
        w.mistake = {ZB_TEXT("Nothing is left of the picture: choose fewer zeros at the edges, or a larger window."), {}};
    return w;
}

int convolve(Lowering &l, int x, const ConvGeometry &g, bool transposed, const std::string &activation)
{
    const int64_t inputs = g.channels / g.groups, elements = inputs * g.kernelCount();
    const Initial initial = l.initial(double(transposed ? g.outputs * g.kernelCount() / (g.strideX * g.strideY) : elements),
                                      double(transposed ? elements : g.outputs * g.kernelCount()), activation);
    // packed [elements][outputs]; people know [outputs, inputs, height, width], and [inputs, outputs, …] where it is turned round
    const Shape known = g.sequence ? Shape({g.outputs, inputs, g.kernelWidth}) : Shape({g.outputs, inputs, g.kernelHeight, g.kernelWidth});
    const ValueId w = l.parameter("weights", Shape({elements, g.outputs}), {{{}, "weights", known, 0, 1, g.outputs, initial, true}});
    std::vector<ValueId> inputsOfOp{x, w};
    if (l.flag("bias")) {
        const Shape each({transposed ? g.channels : g.outputs});
        inputsOfOp.push_back(l.parameter("bias", each, {{{}, "bias", each, 0, 0, 1, {Initial::Scheme::Zero, 1, 1, false}, false}}));
    }
    return l.add(transposed ? convTransposeOp : convOp, inputsOfOp, g.pack());
}

} // namespace zhibei
