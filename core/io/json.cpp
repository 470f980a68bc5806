#include "core/io/json.h"

#include <set>

namespace zhibei {

using nlohmann::json;

namespace {

/// Watches the parser: throws as soon as a limit is passed, before the rest is read.
class Watch {
public:
    Watch(const std::string &what, const JsonLimits &limits) : m_what(what), m_limits(limits) {}

    void see(int depth, json::parse_event_t event, const json &value)
    {
        if (depth > m_limits.depth)
            throw FileError({ZB_TEXT("%1 is nested more than %2 levels deep: it is damaged or not made by Zhibei."),
                             {m_what, std::to_string(m_limits.depth)}});
        if (++m_values > m_limits.values)
            throw tooLarge();
        if (value.is_string() && value.get_ref<const std::string &>().size() > m_limits.stringBytes)
            throw FileError({ZB_TEXT("%1 holds a text of more than %2 characters: it is damaged or not made by Zhibei."),
                             {m_what, std::to_string(m_limits.stringBytes)}});
        if (event == json::parse_event_t::object_start)
            m_keys.emplace_back();
        else if (event == json::parse_event_t::object_end)
            m_keys.pop_back();
        else if (event == json::parse_event_t::key && !m_keys.back().insert(value.get<std::string>()).second)
            throw FileError({ZB_TEXT("%1 gives “%2” twice: remove one."), {m_what, value.get<std::string>()}});
    }

    FileError tooLarge() const
    {
        return FileError({ZB_TEXT("%1 is too large: it is damaged or not made by Zhibei."), {m_what}});
    }

private:
    const std::string &m_what;
    const JsonLimits &m_limits;
    size_t m_values = 0;
    std::vector<std::set<std::string>> m_keys;
};

std::string word(const std::string &text)
{
    return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string bracketed(const json &value, const std::string &text)
{
    std::string out(1, value.is_object() ? '{' : '[');
    out.append(text);
    out.push_back(value.is_object() ? '}' : ']');
    return out;
}

std::string oneLine(const json &value)
{
    if (!value.is_structured())
        return value.dump(-1, ' ', false, json::error_handler_t::replace);
    std::string text;
    for (const auto &[key, element] : value.items()) {
        if (!text.empty())
            text += ", ";
        text += (value.is_object() ? word(key) + ": " : "") + oneLine(element);
    }
    return bracketed(value, text);
}

std::string indented(const json &value, const std::vector<std::string> &lists, const std::string &key, size_t level)
{
    const bool listed = std::find(lists.begin(), lists.end(), key) != lists.end();
    if (!value.is_structured() || value.empty() || (value.is_array() && !listed))
        return oneLine(value);
    const std::string margin(2 * level + 2, ' ');
    std::string text;
    for (const auto &[name, element] : value.items()) {
        text += (text.empty() ? "\n" : ",\n") + margin;
        text += value.is_array() ? oneLine(element) : word(name) + ": " + indented(element, lists, name, level + 1);
    }
    text += "\n" + std::string(2 * level, ' ');
    return bracketed(value, text);
}

} // namespace

json parseJson(std::string_view text, const std::string &what, const JsonLimits &limits)
{
    Watch watch(what, limits);
    if (text.size() > limits.bytes)
        throw watch.tooLarge();
    try {
        return json::parse(text.begin(), text.end(), [&](int depth, json::parse_event_t event, json &value) {
            watch.see(depth, event, value);
            return true;
        });
    } catch (const json::exception &) {
        throw FileError({ZB_TEXT("%1 is damaged: it is not valid JSON."), {what}});
    }
}

std::string readableJson(const json &object, const std::vector<std::string> &lists)
{
    return indented(object, lists, "", 0) + "\n";
}

} // namespace zhibei
