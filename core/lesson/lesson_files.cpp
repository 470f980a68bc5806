#include "core/lesson/lesson_files.h"

#include "core/io/file_error.h"
#include "core/lesson/place.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace zhibei {

namespace fs = std::filesystem;

bool staysInside(const std::string &name)
{
    return !name.empty() && name[0] != '/' && name.find('\\') == std::string::npos && name.find(':') == std::string::npos
           && name.find('\0') == std::string::npos && ("/" + name + "/").find("/../") == std::string::npos;
}

bool isLessonId(const std::string &id)
{
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

void requireLessonFile(const std::string &folder, const std::string &name, const std::string &place)
{
    if (!staysInside(name))
        throw FileError({ZB_TEXT("%1: “%2” leaves the lesson's folder."), {place, name}});
    std::error_code error;
    const fs::path path = fs::path(folder) / name;
    if (!fs::is_regular_file(path, error))
        throw FileError({ZB_TEXT("%1: there is no file “%2” in the lesson's folder."), {place, name}});
    requireInside(folder, name, place);
}

void requireInside(const std::string &folder, const std::string &name, const std::string &place)
{
    std::error_code error;
    const std::string root = fs::canonical(folder, error).string() + "/"; // a symbolic link may lead out
    if (error || !fs::canonical(fs::path(folder) / name, error).string().starts_with(root) || error)
        throw FileError({ZB_TEXT("%1: “%2” leaves the lesson's folder."), {place, name}});
}

std::string lessonFile(const std::string &folder, const std::string &name, size_t mostBytes)
{
    requireLessonFile(folder, name, name);
    std::error_code error;
    const fs::path path = fs::path(folder) / name;
    if (fs::file_size(path, error) > mostBytes || error)
        throw FileError({ZB_TEXT("%1 is larger than %2 bytes."), {name, std::to_string(mostBytes)}});
    std::ifstream file(path, std::ios::binary);
    std::string text(mostBytes + 1, '\0');
    if (!file)
        throw FileError({ZB_TEXT("“%1” cannot be read: check its permissions."), {path.string()}});
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<size_t>(file.gcount()));
    try {
        static_cast<void>(nlohmann::json(text).dump()); // says whether it is UTF-8
    } catch (const nlohmann::json::exception &) {
        throw FileError({ZB_TEXT("%1 is not text in UTF-8."), {name}});
    }
    return text;
}

} // namespace zhibei
