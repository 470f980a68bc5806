#include "core/layers/windowed.h"

#include "core/layers/lowering.h"

#include <algorithm>

namespace zhibei {

AttributeSpec integerAttribute(const char *id, const char *text, const char *help, int64_t standard, double low, double high, bool logarithmic)
{
    return {id, text, help, AttributeType::Integer, standard, low, high, logarithmic};
}

AttributeSpec dilationAttribute()
{
    return integerAttribute("dilation", ZB_TEXT("Dilation"), ZB_TEXT("How far apart the window's points are; 1: side by side."), 1, 1, 16);
}

std::vector<AttributeSpec> windowAttributes(int64_t kernel, int64_t stride, const char *padding, bool pictures)
{
    AttributeSpec pad{"padding", ZB_TEXT("Padding"), ZB_TEXT("What happens at the edge: nothing beyond it, zeros so that the size stays, or as many zeros as you say."),
                      AttributeType::Choice, std::string(padding)};
    pad.choices = {{"valid", ZB_TEXT("none")}, {"same", ZB_TEXT("keeps the size")}, {"explicit", ZB_TEXT("as given")}, {"edges", ZB_TEXT("edge by edge")}};
    AttributeSpec amount = integerAttribute("pad", ZB_TEXT("Zeros at each edge"), ZB_TEXT("How many zeros are put around on every side."), 1, 0, 64);
    amount.onlyIf = "padding=explicit";
    AttributeSpec edges{"edges", ZB_TEXT("Zeros edge by edge"), ZB_TEXT("How many zeros are put at the top, left, bottom and right."),
                        AttributeType::Integers, std::vector<int64_t>{0, 0, 0, 0}, -16, 64};
    edges.onlyIf = "padding=edges";
    std::vector<AttributeSpec> all{integerAttribute("kernel", ZB_TEXT("Window size"), ZB_TEXT("How many pixels, or steps, the window spans each way."), kernel, 1, 31),
            integerAttribute("stride", ZB_TEXT("Stride"), ZB_TEXT("How far the window moves each time."), stride, 1, 16), pad, amount, edges};
    if (pictures) {
        all.push_back(integerAttribute("kernel_height", ZB_TEXT("Window height"), ZB_TEXT("How many pixels the window is tall. 0: as many as it is wide."), 0, 0, 31));
        all.push_back(integerAttribute("stride_down", ZB_TEXT("Stride down"), ZB_TEXT("How far the window moves down each time. 0: as far as across."), 0, 0, 16));
    }
    return all;
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

    /// `edges` counts top, left, bottom, right; along one axis they are two apart. Missing ones are 0.
    Edge edge(bool across, int64_t extent, int64_t kernel, int64_t stride, int64_t dilation) const
    {
        if (choice("padding") != "edges")
            return edgeOf(choice("padding"), integer("pad", 0), extent, kernel, stride, dilation);
        auto all = std::get<std::vector<int64_t>>(attributeValue(kind.attributes, attributes, "edges"));
        all.resize(4);
        return {all[across ? 1 : 0], all[across ? 3 : 2]};
    }
    int64_t heightOr(const char *id, int64_t across) const
    {
        const int64_t down = integer(id, 0);
        return down > 0 ? down : across;
    }

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
    const Edge x = read.edge(true, g.width, g.kernelWidth, g.strideX, g.dilationX);
    g.left = x.before;
    g.right = x.after;
    if (!sequence) {
        g.kernelHeight = read.heightOr("kernel_height", g.kernelWidth);
        g.strideY = read.heightOr("stride_down", g.strideX);
        g.dilationY = g.dilationX;
        const Edge y = read.edge(false, g.height, g.kernelHeight, g.strideY, g.dilationY);
        g.top = y.before;
        g.bottom = y.after;
    }
    g.outHeight = g.positionsDown();
    g.outWidth = g.positionsAcross();
    if (g.top < 0 || g.left < 0 || g.bottom < 0 || g.right < 0)
        w.mistake = {ZB_TEXT("Nothing can be cut off here: give 0 or more zeros for each edge."), {}};
    else if (g.outHeight < 1 || g.outWidth < 1)
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
    g.kernelWidth = read.integer("kernel", 4);
    g.kernelHeight = read.heightOr("kernel_height", g.kernelWidth);
    g.strideX = read.integer("stride", 2);
    g.strideY = read.heightOr("stride_down", g.strideX);
    g.dilationX = g.dilationY = read.integer("dilation", 1);
    g.groups = read.integer("groups", 1);
    const std::string padding = read.choice("padding");
    // As large as without padding, less what is cut off; edge by edge, a negative number adds to the end.
    const auto axis = [&](bool across, int64_t small, int64_t kernel, int64_t stride, int64_t &extent, int64_t &before, int64_t &after) {
        const int64_t whole = (small - 1) * stride + g.dilationX * (kernel - 1) + 1;
        const Edge given = read.edge(across, small, kernel, stride, g.dilationX);
        extent = padding == "same" ? small * stride : whole - given.before - given.after;
        const int64_t cut = std::max<int64_t>(0, whole - extent);
        before = padding == "edges" ? given.before : cut / 2;
        after = padding == "edges" ? std::max<int64_t>(0, given.after) : cut - before;
    };
    axis(false, g.outHeight, g.kernelHeight, g.strideY, g.height, g.top, g.bottom);
    axis(true, g.outWidth, g.kernelWidth, g.strideX, g.width, g.left, g.right);
    if (g.channels % g.groups != 0 || g.outputs % g.groups != 0)
        w.mistake = {ZB_TEXT("%1 channels in and %2 out cannot be split into %3 groups. Choose a number that divides both."),
                     {std::to_string(g.outputs), std::to_string(g.channels), std::to_string(g.groups)}};
    else if (g.height < 1 || g.width < 1 || g.top < 0 || g.left < 0)
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
