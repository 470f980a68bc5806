#pragma once

#include "core/io/file_error.h"

#include <nlohmann/json.hpp>

namespace zhibei {

/// How much JSON is taken before it is refused.
struct JsonLimits {
    size_t bytes = size_t(32) << 20;
    int depth = 32;
    size_t values = 3'000'000;
    size_t stringBytes = 65536;
};

/// Parses a hostile text. Throws FileError for what is not JSON, is nested too deeply, is too large or gives one key of
/// an object twice; `what` names the text in the message ("project.json").
nlohmann::json parseJson(std::string_view text, const std::string &what, const JsonLimits &limits = {});

/// Indented and with sorted keys, but with the elements of the lists named in `lists` on one line each.
std::string readableJson(const nlohmann::json &object, const std::vector<std::string> &lists);

} // namespace zhibei
