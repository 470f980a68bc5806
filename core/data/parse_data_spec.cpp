#include "core/data/data_source.h"

#include <charconv>

namespace zhibei {

namespace {

DataError badSpec(const std::string &text)
{
    return DataError({ZB_TEXT("“%1” does not name data: use builtin:NAME, idx:IMAGES,LABELS or csv:FILE?target=COLUMN."), {text}});
}

double number(const std::string &id, const std::string &text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        throw DataError({ZB_TEXT("%1 must be a number, not “%2”."), {id, text}});
    return value;
}

void setOption(DataSpec &spec, const DataSource &source, const std::string &id, const std::string &text)
{
    const AttributeSpec *option = findAttribute(source.options, id);
    if (option) {
        ParsedValue parsed = parseValue(*option, text);
        if (!parsed.value)
            throw DataError(parsed.error);
        spec.options[id] = *parsed.value;
    } else if (id == "test_share") {
        spec.testShare = number(id, text);
    } else {
        throw DataError({ZB_TEXT("The data “%1” have no option “%2”."), {source.id, id}});
    }
}

/// "target=price&header=no". A `&` that no known option follows belongs to the value.
void setOptions(DataSpec &spec, const DataSource &source, const std::string &query)
{
    size_t at = 0;
    while (at < query.size()) {
        size_t end = query.find('&', at);
        while (end != std::string::npos) {
            const size_t equals = query.find('=', end);
            const std::string id = equals == std::string::npos ? "" : query.substr(end + 1, equals - end - 1);
            if (findAttribute(source.options, id) || id == "test_share")
                break;
            end = query.find('&', end + 1);
        }
        const std::string pair = query.substr(at, end == std::string::npos ? end : end - at);
        const size_t equals = pair.find('=');
        if (equals == std::string::npos)
            throw badSpec(query);
        setOption(spec, source, pair.substr(0, equals), pair.substr(equals + 1));
        at = end == std::string::npos ? query.size() : end + 1;
    }
}

std::string sourceNames()
{
    std::string names;
    for (const DataSource *source : dataSources())
        if (source->id != "csv" && source->id != "idx")
            names += (names.empty() ? "" : ", ") + source->id;
    return names;
}

} // namespace

DataSpec parseDataSpec(const std::string &text)
{
    const size_t colon = text.find(':');
    if (colon == std::string::npos)
        throw badSpec(text);
    const std::string scheme = text.substr(0, colon);
    const size_t question = text.rfind('?');
    const std::string name = text.substr(colon + 1, question == std::string::npos ? question : question - colon - 1);
    if (name.empty())
        throw badSpec(text);

    DataSpec spec;
    spec.source = scheme == "builtin" ? name : scheme;
    if (scheme == "csv") {
        spec.options["path"] = name;
    } else if (scheme == "idx") {
        const size_t comma = name.find(',');
        if (comma == std::string::npos || comma == 0 || comma + 1 == name.size())
            throw badSpec(text);
        spec.options["images"] = name.substr(0, comma);
        spec.options["labels"] = name.substr(comma + 1);
    } else if (scheme != "builtin") {
        throw badSpec(text);
    }
    const DataSource *source = findDataSource(spec.source);
    if (!source)
        throw DataError({ZB_TEXT("There are no data called “%1”; there are %2."), {spec.source, sourceNames()}});
    if (question != std::string::npos)
        setOptions(spec, *source, text.substr(question + 1));
    return spec;
}

} // namespace zhibei
