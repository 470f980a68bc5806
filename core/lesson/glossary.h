#pragma once

#include "core/io/file_error.h"

#include <string>
#include <vector>

namespace zhibei {

/// A word of the field, in one sentence.
struct GlossaryTerm {
    std::string id;                ///< as in term:ID
    std::string zh, en;            ///< the word
    std::vector<std::string> also; ///< other words for it, in both languages
    std::string zhText, enText;    ///< the sentence
};

/// Of `resources`/lessons/glossary.json, in its order. Throws FileError.
std::vector<GlossaryTerm> readGlossary(const std::string &resources);
/// By id or by any of its words, upper or lower case; null where there is none.
const GlossaryTerm *findTerm(const std::vector<GlossaryTerm> &glossary, const std::string &word);

} // namespace zhibei
