#include "core/data/data_source.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace zhibei {

namespace {

DataError badSpec(const std::string &text)
{
    return DataError({ZB_TEXT("“%1” does not name data: use %2."), {text, "builtin:NAME, idx:IMAGES,LABELS, csv:FILE?target=COLUMN, text:FILE, folder:DIR, wav:DIR, npy:FEATURES,TARGETS, npz:FILE"}});
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

/// How the file of a source is given: `scheme:FILE` or, where there is a second option, `scheme:FILE,FILE`.
struct FileScheme {
    const char *scheme, *source, *option, *second;
};
constexpr FileScheme fileSchemes[] = {
    {"csv", "csv", "path", nullptr},       {"text", "text", "path", nullptr},       {"folder", "folder", "folder", nullptr},
    {"idx", "idx", "images", "labels"},    {"npy", "npy", "features", "targets"},   {"npz", "npy", "features", nullptr},
    {"wav", "wav", "folder", nullptr},
};

std::string sourceNames()
{
    std::string names;
    for (const DataSource *source : dataSources())
        if (std::none_of(std::begin(fileSchemes), std::end(fileSchemes), [&](const FileScheme &s) { return source->id == s.source; }))
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
    const auto files = std::find_if(std::begin(fileSchemes), std::end(fileSchemes), [&](const FileScheme &s) { return scheme == s.scheme; });
    if (files == std::end(fileSchemes) && scheme != "builtin")
        throw badSpec(text);
    if (scheme == "builtin") {
        spec.source = name;
    } else {
        const size_t comma = files->second ? name.find(',') : name.size();
        if (comma == std::string::npos || comma == 0 || comma + 1 == name.size())
            throw badSpec(text);
        spec.source = files->source;
        spec.options[files->option] = name.substr(0, comma);
        if (files->second)
            spec.options[files->second] = name.substr(comma + 1);
    }
    const DataSource *source = findDataSource(spec.source);
    if (!source)
        throw DataError({ZB_TEXT("There are no data called “%1”; there are %2."), {spec.source, sourceNames()}});
    if (question != std::string::npos)
        setOptions(spec, *source, text.substr(question + 1));
    return spec;
}

} // namespace zhibei
