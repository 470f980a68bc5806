#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/layers/activations.h"
#include "core/layers/windowed.h"

namespace zhibei {

namespace {

ShapeAnswer inferShape(const ShapeQuery &query)
{
    const ValueType &in = query.inputs[0];
    if (!in.classes)
        return {{}, {ZB_TEXT("An embedding looks up characters or words, but quantities arrive. Use a Dense layer."), {}}};
    std::vector<int64_t> extents = in.shape.extents();
    extents.push_back(query.integer("size"));
    return {{{Shape(extents), 0}}, {}};
}

void lower(Lowering &l)
{
    const int64_t vocabulary = l.inputType().classes, size = l.integer("size");
    const Shape table({vocabulary, size});
    Initial initial = l.initial(1, 1);
    if (initial.automatic)
        initial = {Initial::Scheme::Fixed, 1, 1, false, 1};
    const ValueId w = l.parameter("weights", table, {{{}, "weights", table, 0, size, 1, initial, true}});
    l.output(l.add(embeddingOp, {l.input(), w}, {size}));
}

std::vector<AttributeSpec> attributes()
{
    std::vector<AttributeSpec> all = weightAttributes();
    std::erase_if(all, [](const AttributeSpec &spec) { return spec.id == "bias"; });
    all.insert(all.begin(), integerAttribute("size", ZB_TEXT("Numbers each"), ZB_TEXT("How many numbers stand for one character or word."), 32, 1, 4096, true));
    return all;
}


} // namespace

const LayerKind embeddingKind{
    .id = "embedding",
    .text = ZB_TEXT("Embedding"),
    .help = ZB_TEXT("Looks up a row of learned numbers for each character or word, so that like ones can come to lie close together."),
    .keywords = "word vector lookup table 嵌入层 词嵌入 词向量 查表",
    .icon = "book-open",
    .category = Category::Sequence,
    .inputs = {{"in", ZB_TEXT("input")}},
    .outputs = {{"out", ZB_TEXT("output")}},
    .takesIndices = true,
    .attributes = attributes(),
    .inferShape = inferShape,
    .lower = lower,
    .samples = {{{{"size", int64_t(3)}}, {{Shape({4}), 5}}},
                {{{"size", int64_t(2)}}, {{Shape({1}), 3}}}},
};

} // namespace zhibei
