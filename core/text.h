#pragma once

#include <string>
#include <vector>

/// Marks an English source text of core for translation. The text itself is its id: core hands it out
/// untranslated and widgets translate it (context "core") when they paint.
#define ZB_TEXT(text) ZB_CORE_TEXT("core", text)
#define ZB_CORE_TEXT(context, text) text

namespace zhibei {

/// A sentence for people: a source text marked with ZB_TEXT whose %1, %2 … stand for the arguments.
/// An argument that is itself a marked text is translated too.
struct Text {
    std::string id;
    std::vector<std::string> arguments;

    bool empty() const { return id.empty(); }
    bool operator==(const Text &) const = default;
    /// In English, for the command line and logs.
    std::string english() const;
};

} // namespace zhibei
