#pragma once

#include <string>
#include <vector>

namespace zhibei {

/// A link or picture of Markdown: [text](target), ![text](target). In the order of the text.
struct MarkdownLink {
    std::string text, target;
    bool picture = false;
};

/// All links and pictures; those within formulas and code do not count.
std::vector<MarkdownLink> markdownLinks(const std::string &markdown);

/// How many dollars begin a formula that never ends.
bool hasOpenFormula(const std::string &markdown);

} // namespace zhibei
