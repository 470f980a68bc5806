#include "core/data/class_folders.h"

#include "core/data/data_file.h"
#include "core/data/sample_writer.h"

#include <algorithm>
#include <filesystem>

namespace zhibei {

namespace {

namespace fs = std::filesystem;

constexpr size_t mostClasses = 1000;
constexpr size_t mostFiles = 1'000'000;

/// The names in a folder, sorted, that are folders or files (links to such too).
std::vector<std::string> namesIn(const std::string &folder, bool folders)
{
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        std::error_code unknown;
        if (name.starts_with('.') || (folders ? !entry->is_directory(unknown) : entry->is_directory(unknown)))
            continue;
        if (names.size() == mostFiles)
            throw DataError({ZB_TEXT("“%1” holds too many files: at most %2 can be loaded."), {folder, std::to_string(mostFiles)}});
        names.push_back(name);
    }
    if (error)
        throw unreadable(folder);
    std::sort(names.begin(), names.end());
    return names;
}

void checkFolder(const std::string &folder)
{
    if (folder.empty())
        throw DataError({ZB_TEXT("No folder is chosen yet: choose one."), {}});
    std::error_code error;
    const auto status = fs::status(folder, error);
    if (status.type() == fs::file_type::not_found)
        throw DataError({ZB_TEXT("There is no folder “%1”: choose another."), {folder}});
    if (error || status.type() != fs::file_type::directory)
        throw DataError({ZB_TEXT("“%1” is not a folder: choose the one that holds a subfolder for each class."), {folder}});
}

} // namespace

Dataset readClassFolders(const std::string &folder, const Shape &shape,
                         const std::function<std::vector<float>(const std::string &path)> &read)
{
    checkFolder(folder);
    const std::vector<std::string> classes = namesIn(folder, true);
    if (classes.size() < 2)
        throw DataError({ZB_TEXT("“%1” needs a subfolder for each class, and two at least."), {folder}});
    if (classes.size() > mostClasses)
        throw DataError({ZB_TEXT("“%1” has %2 subfolders; at most %3 classes can be told apart."),
                         {folder, std::to_string(classes.size()), std::to_string(mostClasses)}});
    Dataset data;
    data.featureShape = shape;
    SampleWriter features;
    std::vector<float> targets;
    size_t files = 0;
    for (const std::string &name : classes) {
        const size_t before = targets.size();
        for (const std::string &file : namesIn(folder + "/" + name, false)) {
            if (++files > mostFiles)
                throw DataError({ZB_TEXT("“%1” holds too many files: at most %2 can be loaded."), {folder, std::to_string(mostFiles)}});
            const std::vector<float> numbers = read(folder + "/" + name + "/" + file);
            if (numbers.empty())
                continue;
            features.append(numbers);
            targets.push_back(float(data.classNames.size()));
        }
        if (targets.size() > before)
            data.classNames.push_back(name);
    }
    if (data.classNames.size() < 2)
        throw DataError({ZB_TEXT("“%1” has files that can be read in fewer than two of its subfolders (%2 cannot be read)."),
                         {folder, std::to_string(files - targets.size())}});
    const auto count = static_cast<int64_t>(targets.size());
    std::vector<int64_t> extents{count};
    extents.insert(extents.end(), shape.extents().begin(), shape.extents().end());
    data.features = features.finish(Shape(extents));
    data.targets = Tensor({count, 1});
    std::copy(targets.begin(), targets.end(), data.targets.data());
    if (files > targets.size())
        data.note = {ZB_TEXT("Files that could not be read: %1. Files read: %2."),
                     {std::to_string(files - targets.size()), std::to_string(targets.size())}};
    return data;
}

} // namespace zhibei
