#include "core/data/data_file.h"

#include <filesystem>

namespace zhibei {

void checkRegularFile(const std::string &path, int64_t mostBytes)
{
    if (path.empty())
        throw DataError({ZB_TEXT("No file is chosen yet: choose one."), {}});
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        throw DataError({ZB_TEXT("There is no file “%1”: choose another."), {path}});
    if (error || status.type() != std::filesystem::file_type::regular)
        throw DataError({ZB_TEXT("“%1” is not a file that can be read: choose another."), {path}});
    const auto size = std::filesystem::file_size(path, error);
    if (error)
        throw unreadable(path);
    if (size > static_cast<uintmax_t>(mostBytes))
        throw DataError({ZB_TEXT("“%1” is too large: at most %2 MB can be loaded."),
                         {path, std::to_string(mostBytes >> 20)}});
}

DataError unreadable(const std::string &path)
{
    return DataError({ZB_TEXT("“%1” cannot be read: check its permissions."), {path}});
}

} // namespace zhibei
