#pragma once

#include "core/io/json.h"
#include "core/io/project.h"

namespace zhibei {

/// The version of project.json this program writes. Older ones are read too, newer ones say so.
constexpr int projectVersion = 1;

/// Makes a project from parsed JSON, checking everything. Throws FileError.
Project readProject(const nlohmann::json &object);

/// The parts of it, each with its own checks.
Network readNetwork(const nlohmann::json &object);
DataSpec readDataSpec(const nlohmann::json &object);

/// What all parts need. `where` names the place in messages ("network.nodes").
FileError wrongPart(const std::string &where);
/// Throws unless `object` is an object that has only these members.
void checkMembers(const nlohmann::json &object, const std::string &where, std::initializer_list<const char *> known);
/// The member if it is there and a list of at most `most` elements; an empty list if it is absent.
const nlohmann::json &listMember(const nlohmann::json &object, const char *key, const std::string &where, size_t most);
/// A text of at most `mostBytes`; `fallback` where absent, which must not be if that is null.
std::string textMember(const nlohmann::json &object, const char *key, const std::string &where, size_t mostBytes,
                       const char *fallback = nullptr);
/// A number within ±limit; 0 where absent.
double numberMember(const nlohmann::json &object, const char *key, const std::string &where, double limit);
/// A JSON value as the setting's type wants it; throws `mistake` if it is not that, or out of range.
Value readValue(const AttributeSpec &spec, const nlohmann::json &value, const FileError &mistake);

} // namespace zhibei
