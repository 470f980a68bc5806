#pragma once

#include "core/text.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace zhibei {

/// One setting's value.
using Value = std::variant<int64_t, double, bool, std::string, std::vector<int64_t>>;

enum class AttributeType { Integer, Real, Switch, Choice, Text, Integers };

struct Choice {
    std::string id;   ///< as stored in files
    std::string text; ///< marked English text
};

/// Describes one setting of a layer kind, a data source, an optimizer or the training itself. Everything
/// that edits, checks, saves, documents or parses settings iterates these; nothing else lists them.
struct AttributeSpec {
    std::string id;                ///< "units"; as in files and in --set NODE.units=64
    std::string text;              ///< marked English name: "Neurons"
    std::string help;              ///< marked English sentence, shown as the tooltip and in the help
    AttributeType type = AttributeType::Integer;
    Value defaultValue;
    double minimum = 0;
    double maximum = 0;
    bool logarithmic = false;      ///< a slider for it moves in factors (learning rates)
    std::vector<Choice> choices;   ///< for AttributeType::Choice
    std::string onlyIf;            ///< "optimizer=sgd,momentum": shown only while that setting has one of these values
};

/// Settings by attribute id. An absent one has its default.
using Attributes = std::map<std::string, Value>;

const AttributeSpec *findAttribute(const std::vector<AttributeSpec> &schema, const std::string &id);

/// The value of `id`, or the schema's default. Throws std::out_of_range for an id the schema does not have.
const Value &attributeValue(const std::vector<AttributeSpec> &schema, const Attributes &attributes, const std::string &id);

/// True while `spec` applies, given the other settings (see AttributeSpec::onlyIf).
bool attributeApplies(const std::vector<AttributeSpec> &schema, const Attributes &attributes, const AttributeSpec &spec);

/// Reads a value as typed on the command line or in a file; the error says what was expected.
struct ParsedValue {
    std::optional<Value> value;
    Text error;
};
ParsedValue parseValue(const AttributeSpec &spec, const std::string &text);

/// Checks type, range and choices; an empty text means the value is good.
Text checkValue(const AttributeSpec &spec, const Value &value);

/// As typed: parseValue(spec, valueText(v)) gives v back.
std::string valueText(const Value &value);

} // namespace zhibei
