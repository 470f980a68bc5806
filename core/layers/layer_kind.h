#pragma once

#include "core/network/diagnostics.h"

#include <span>

namespace zhibei {

class Lowering;

struct PortSpec {
    std::string id;        ///< "in", "prediction"
    std::string text;      ///< marked English name
    bool variadic = false; ///< an input that takes any number of wires
    bool target = false;   ///< carries or wants the right answer; drawn dotted
    bool optional = false; ///< an input that may stay without a wire
};

enum class Category { Data, Layer, Convolution, Sequence, Capsule, Activation, Arithmetic, Objective };
/// Marked English name of a category, in palette order.
const char *categoryText(Category category);

/// How a node's value is best drawn on its card.
enum class Face { Auto, Picture, Neurons, Bars, LossCurve, None };

struct ShapeQuery;
struct ShapeAnswer;

/// Everything the lab knows about a kind of node, in one constant in one file. The palette, the inspector,
/// validation, lowering, save and load, the command line, the reference and the registry test all read it.
struct LayerKind {
    std::string id;          ///< "dense"; as in files
    std::string text;        ///< marked English name: "Dense"
    std::string help;        ///< marked English sentence: what it computes
    std::string keywords;    ///< more words that find it, in both languages: "fully connected 全连接 线性"
    std::string icon;        ///< resources/icons/<icon>.svg
    Category category = Category::Layer;
    Face face = Face::Auto;
    std::vector<PortSpec> inputs, outputs;
    bool takesIndices = false; ///< understands class indices (the characters of a text), not only quantities
    std::vector<AttributeSpec> attributes;
    /// Output types from input types, or a mistake. Called only with every required input connected and known.
    ShapeAnswer (*inferShape)(const ShapeQuery &);
    /// Appends the ops that compute the outputs. Called only on networks without blocking diagnostics.
    void (*lower)(Lowering &);
    /// Attribute settings and input types that the registry test tries, each with one answer.
    struct Sample {
        Attributes attributes;
        std::vector<ValueType> inputs;
    };
    std::vector<Sample> samples;
};

struct ShapeQuery {
    const Node &node;
    const LayerKind &kind;
    std::span<const ValueType> inputs; ///< wire by wire, port by port; an optional port without a wire has an absent one
    const DataType &data;

    const Value &attribute(const std::string &id) const { return attributeValue(kind.attributes, node.attributes, id); }
    int64_t integer(const std::string &id) const { return std::get<int64_t>(attribute(id)); }
    double real(const std::string &id) const { return std::get<double>(attribute(id)); }
    const std::string &choice(const std::string &id) const { return std::get<std::string>(attribute(id)); }
};

struct ShapeAnswer {
    std::vector<ValueType> outputs;
    Text mistake; ///< empty if all is well
    int64_t wanted = 0; ///< with a mistake: how many numbers the first input should have; 0: another remedy
};

/// All kinds, in palette order. The one list: see core/layers/catalogue.cpp.
std::span<const LayerKind *const> layerKinds();
/// Null for an unknown id.
const LayerKind *findKind(const std::string &id);

} // namespace zhibei
