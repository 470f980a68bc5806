#pragma once

#include "core/text.h"

#include <stdexcept>

namespace zhibei {

/// A file that cannot be read or written: what happened and what to do. `what()` is English; `text` can be translated.
class FileError : public std::runtime_error {
public:
    explicit FileError(Text message) : std::runtime_error(message.english()), text(std::move(message)) {}
    Text text;
};

} // namespace zhibei
