#include "core/lesson/markdown.h"

#include "core/io/sha256.h"
#include "core/lesson/lesson_text.h"

#include <algorithm>

namespace zhibei {

namespace {

struct Scan {
    std::vector<Formula> formulas;
    std::vector<std::pair<size_t, size_t>> code; ///< begin and end
    bool open = false;
};

std::string trimmed(const std::string &text)
{
    const size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

Scan scan(const std::string &text)
{
    Scan found;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '`') {
            const size_t end = text.find('`', i + 1);
            if (end == std::string::npos)
                continue;
            found.code.emplace_back(i, end);
            i = end;
        } else if (text[i] == '$') {
            const bool display = text.compare(i, 2, "$$") == 0;
            const size_t width = display ? 2 : 1, begin = i + width;
            const size_t end = text.find(display ? "$$" : "$", begin);
            const std::string tex = end == std::string::npos ? "" : trimmed(text.substr(begin, end - begin));
            if (tex.empty() || tex.find("\n\n") != std::string::npos) {
                found.open = true;
                i += width - 1;
                continue;
            }
            found.formulas.push_back({tex, display, i, end + width - i});
            i = end + width - 1;
        }
    }
    return found;
}

} // namespace

std::vector<Formula> formulasIn(const std::string &markdown) { return scan(markdown).formulas; }
bool hasOpenFormula(const std::string &markdown) { return scan(markdown).open; }

std::string formulaFile(const std::string &tex)
{
    Sha256 hash;
    hash.add(tex.data(), tex.size());
    return "formulas/" + hash.hex().substr(0, 12) + ".svg";
}

std::vector<MarkdownLink> markdownLinks(const std::string &markdown)
{
    std::string text = markdown;
    const Scan scanned = scan(text);
    for (const Formula &formula : scanned.formulas)
        std::fill_n(text.begin() + std::ptrdiff_t(formula.at), formula.length, ' ');
    for (const auto &[begin, end] : scanned.code)
        std::fill(text.begin() + std::ptrdiff_t(begin), text.begin() + std::ptrdiff_t(end), ' ');
    std::vector<MarkdownLink> links;
    for (size_t middle = text.find("]("); middle != std::string::npos; middle = text.find("](", middle + 1)) {
        const size_t open = text.rfind('[', middle), close = text.find(')', middle);
        if (open == std::string::npos || close == std::string::npos)
            continue;
        const bool picture = open > 0 && text[open - 1] == '!';
        links.push_back({text.substr(open + 1, middle - open - 1), text.substr(middle + 2, close - middle - 2), picture});
    }
    return links;
}

std::vector<LessonLink> lessonLinks(const std::string &markdown)
{
    std::vector<LessonLink> links;
    for (const MarkdownLink &link : markdownLinks(markdown)) {
        if (link.picture)
            continue;
        const size_t colon = link.target.find(':');
        const std::string kind = link.target.substr(0, colon == std::string::npos ? 0 : colon);
        const bool ours = kind == "do" || kind == "show" || kind == "view" || kind == "term" || kind == "scene";
        links.push_back({ours ? kind : "", ours ? link.target.substr(colon + 1) : link.target});
    }
    return links;
}

} // namespace zhibei
