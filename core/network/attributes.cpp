#include "core/network/attributes.h"

#include <charconv>
#include <cmath>
#include <stdexcept>

namespace zhibei {

namespace {

std::string number(double value)
{
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return {buffer, end};
}

template <class T>
std::optional<T> parseNumber(std::string_view text)
{
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::vector<std::string> split(const std::string &text, char separator)
{
    std::vector<std::string> parts{""};
    for (char c : text) {
        if (c == separator)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

std::optional<Value> parseIntegers(const std::string &text)
{
    std::vector<int64_t> numbers;
    for (const std::string &part : split(text, text.find(',') != std::string::npos ? ',' : 'x')) {
        const auto value = parseNumber<int64_t>(part);
        if (!value)
            return std::nullopt;
        numbers.push_back(*value);
    }
    return Value(numbers);
}

std::optional<Value> parseByType(const AttributeSpec &spec, const std::string &text)
{
    switch (spec.type) {
    case AttributeType::Integer:
        if (auto v = parseNumber<int64_t>(text))
            return Value(*v);
        return std::nullopt;
    case AttributeType::Real:
        if (auto v = parseNumber<double>(text))
            return Value(*v);
        return std::nullopt;
    case AttributeType::Switch:
        if (text == "true" || text == "on" || text == "1" || text == "yes")
            return Value(true);
        if (text == "false" || text == "off" || text == "0" || text == "no")
            return Value(false);
        return std::nullopt;
    case AttributeType::Choice:
    case AttributeType::Text:
        return Value(text);
    case AttributeType::Integers:
        return parseIntegers(text);
    }
    return std::nullopt;
}

Text expected(const AttributeSpec &spec, const std::string &got)
{
    switch (spec.type) {
    case AttributeType::Integer:
        return {ZB_TEXT("%1 must be a whole number from %2 to %3, not “%4”."),
                {spec.id, number(spec.minimum), number(spec.maximum), got}};
    case AttributeType::Real:
        return {ZB_TEXT("%1 must be a number from %2 to %3, not “%4”."),
                {spec.id, number(spec.minimum), number(spec.maximum), got}};
    case AttributeType::Switch:
        return {ZB_TEXT("%1 must be true or false, not “%2”."), {spec.id, got}};
    case AttributeType::Choice: {
        std::string known;
        for (const Choice &choice : spec.choices)
            known += (known.empty() ? "" : ", ") + choice.id;
        return {ZB_TEXT("%1 must be one of %2, not “%3”."), {spec.id, known, got}};
    }
    case AttributeType::Integers:
        return {ZB_TEXT("%1 must be whole numbers such as 4,7,7, not “%2”."), {spec.id, got}};
    case AttributeType::Text:
        break;
    }
    return {ZB_TEXT("%1 must be a text."), {spec.id}};
}

bool inRange(const AttributeSpec &spec, double value)
{
    return std::isfinite(value) && value >= spec.minimum && value <= spec.maximum;
}

} // namespace

const AttributeSpec *findAttribute(const std::vector<AttributeSpec> &schema, const std::string &id)
{
    for (const AttributeSpec &spec : schema)
        if (spec.id == id)
            return &spec;
    return nullptr;
}

const Value &attributeValue(const std::vector<AttributeSpec> &schema, const Attributes &attributes, const std::string &id)
{
    const AttributeSpec *spec = findAttribute(schema, id);
    if (!spec)
        throw std::out_of_range("no attribute " + id);
    const auto found = attributes.find(id);
    return found != attributes.end() ? found->second : spec->defaultValue;
}

bool attributeApplies(const std::vector<AttributeSpec> &schema, const Attributes &attributes, const AttributeSpec &spec)
{
    if (spec.onlyIf.empty())
        return true;
    const auto parts = split(spec.onlyIf, '=');
    const std::string value = valueText(attributeValue(schema, attributes, parts[0]));
    for (const std::string &wanted : split(parts.at(1), ','))
        if (wanted == value)
            return true;
    return false;
}

ParsedValue parseValue(const AttributeSpec &spec, const std::string &text)
{
    std::optional<Value> value = parseByType(spec, text);
    if (!value)
        return {std::nullopt, expected(spec, text)};
    if (Text mistake = checkValue(spec, *value); !mistake.empty())
        return {std::nullopt, mistake};
    return {value, {}};
}

Text checkValue(const AttributeSpec &spec, const Value &value)
{
    bool good = false;
    switch (spec.type) {
    case AttributeType::Integer:
        good = std::holds_alternative<int64_t>(value) && inRange(spec, double(std::get<int64_t>(value)));
        break;
    case AttributeType::Real:
        good = std::holds_alternative<double>(value) && inRange(spec, std::get<double>(value));
        break;
    case AttributeType::Switch:
        good = std::holds_alternative<bool>(value);
        break;
    case AttributeType::Text:
        good = std::holds_alternative<std::string>(value);
        break;
    case AttributeType::Choice:
        if (const auto *id = std::get_if<std::string>(&value))
            for (const Choice &choice : spec.choices)
                good = good || choice.id == *id;
        break;
    case AttributeType::Integers:
        if (const auto *numbers = std::get_if<std::vector<int64_t>>(&value)) {
            good = numbers->size() <= 6;
            for (int64_t n : *numbers)
                good = good && inRange(spec, double(n));
        }
        break;
    }
    return good ? Text{} : expected(spec, valueText(value));
}

std::string valueText(const Value &value)
{
    struct Visitor {
        std::string operator()(int64_t v) const { return std::to_string(v); }
        std::string operator()(double v) const { return number(v); }
        std::string operator()(bool v) const { return v ? "true" : "false"; }
        std::string operator()(const std::string &v) const { return v; }
        std::string operator()(const std::vector<int64_t> &v) const
        {
            std::string text;
            for (int64_t n : v)
                text += (text.empty() ? "" : ",") + std::to_string(n);
            return text;
        }
    };
    return std::visit(Visitor{}, value);
}

} // namespace zhibei
