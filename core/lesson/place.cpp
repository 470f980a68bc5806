#include "core/lesson/place.h"

namespace zhibei {

std::string within(const std::string &outer, const std::string &inner)
{
    return outer + (outer.empty() || inner.empty() ? "" : " › ") + inner;
}

FileError at(const std::string &outer, const Text &mistake)
{
    Text text = mistake;
    if (!text.arguments.empty())
        text.arguments[0] = within(outer, text.arguments[0]);
    return FileError(std::move(text));
}

FileError at(const std::string &outer, const FileError &error) { return at(outer, error.text); }

std::string asArgument(const Text &text) { return text.arguments.empty() ? text.id : text.english(); }

} // namespace zhibei
