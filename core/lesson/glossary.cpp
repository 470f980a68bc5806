#include "core/lesson/glossary.h"

#include "core/io/json.h"
#include "core/lesson/lesson_files.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>

namespace zhibei {

namespace {

using nlohmann::json;

constexpr const char *file = "glossary.json";
constexpr size_t mostBytes = size_t(1) << 20;
constexpr size_t mostTextBytes = 2000;

std::string lower(std::string word)
{
    for (char &c : word)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return word;
}

FileError damaged(const std::string &term, const std::string &field)
{
    return FileError({ZB_TEXT("%1: “%2” of the term “%3” is missing or not what it should be."), {file, field, term}});
}

std::string text(const json &object, const std::string &term, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string() || found->get_ref<const std::string &>().empty()
        || found->get_ref<const std::string &>().size() > mostTextBytes)
        throw damaged(term, key);
    return found->get<std::string>();
}

GlossaryTerm readTerm(const json &object, size_t number)
{
    const std::string place = std::to_string(number + 1);
    if (!object.is_object())
        throw damaged(place, "id");
    GlossaryTerm term;
    term.id = text(object, place, "id");
    for (const auto &[key, value] : object.items())
        if (key != "id" && key != "zh" && key != "en" && key != "also" && key != "zh_text" && key != "en_text")
            throw FileError({ZB_TEXT("%1: the term “%2” holds “%3”, which is unknown here."), {file, term.id, key}});
    term.zh = text(object, term.id, "zh");
    term.en = text(object, term.id, "en");
    term.zhText = text(object, term.id, "zh_text");
    term.enText = text(object, term.id, "en_text");
    const json also = object.value("also", json::array());
    if (!also.is_array() || also.size() > 50)
        throw damaged(term.id, "also");
    for (const json &word : also) {
        if (!word.is_string())
            throw damaged(term.id, "also");
        term.also.push_back(word.get<std::string>());
    }
    return term;
}

} // namespace

std::vector<GlossaryTerm> readGlossary(const std::string &resources)
{
    const std::string folder = resources + "/lessons";
    std::error_code error;
    if (!std::filesystem::exists(folder + "/" + file, error))
        return {};
    const json list = parseJson(lessonFile(folder, file, mostBytes), file, {.bytes = mostBytes, .depth = 4, .values = 20'000});
    if (!list.is_array() || list.size() > 2000)
        throw FileError({ZB_TEXT("%1 must be a list of terms."), {file}});
    std::vector<GlossaryTerm> glossary;
    std::set<std::string> ids;
    for (const json &object : list) {
        glossary.push_back(readTerm(object, glossary.size()));
        if (!ids.insert(glossary.back().id).second)
            throw FileError({ZB_TEXT("%1: the term “%2” is there twice."), {file, glossary.back().id}});
    }
    return glossary;
}

const GlossaryTerm *findTerm(const std::vector<GlossaryTerm> &glossary, const std::string &word)
{
    const std::string wanted = lower(word);
    for (const GlossaryTerm &term : glossary)
        if (term.id == word)
            return &term;
    for (const GlossaryTerm &term : glossary)
        if (lower(term.zh) == wanted || lower(term.en) == wanted || std::ranges::any_of(term.also, [&](const std::string &other) { return lower(other) == wanted; }))
            return &term;
    return nullptr;
}

} // namespace zhibei
