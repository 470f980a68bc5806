#include "core/lesson/course_file.h"

#include "core/io/archive.h"
#include "core/io/atomic_file.h"
#include "core/lesson/lesson_files.h"
#include "core/lesson/read_lesson.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

namespace zhibei {

namespace fs = std::filesystem;

namespace {

constexpr size_t mostFileBytes = size_t(16) << 20, mostCourseBytes = size_t(128) << 20, mostFiles = 1000;

/// What a lesson may consist of; other files beside it are not packed, and refused in a course.
bool belongsToLesson(const std::string &name)
{
    static constexpr std::array endings{".json", ".md", ".svg", ".png", ".csv"};
    return std::ranges::any_of(endings, [&](const char *ending) { return name.ends_with(ending); });
}

bool isLesson(const fs::path &folder)
{
    std::error_code error;
    return fs::is_regular_file(folder / "lesson.json", error);
}

std::vector<fs::path> lessonFolders(const std::string &folder)
{
    std::error_code error;
    const fs::path root = fs::canonical(folder, error);
    if (error)
        throw FileError({ZB_TEXT("“%1” is not a folder."), {folder}});
    if (isLesson(root))
        return {root};
    std::vector<fs::path> found;
    for (const auto &entry : fs::directory_iterator(root, error))
        if (entry.is_directory(error) && isLesson(entry.path()))
            found.push_back(entry.path());
    std::ranges::sort(found);
    if (found.empty())
        throw FileError({ZB_TEXT("“%1” holds no lesson: there is no lesson.json in it."), {folder}});
    return found;
}

Bytes contents(const fs::path &path)
{
    std::error_code error;
    if (fs::file_size(path, error) > mostFileBytes || error)
        throw FileError({ZB_TEXT("%1 is larger than %2 bytes."), {path.string(), std::to_string(mostFileBytes)}});
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw FileError({ZB_TEXT("“%1” cannot be read: check its permissions."), {path.string()}});
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The files of a lesson, by their names within its folder.
std::vector<std::string> filesOf(const fs::path &folder)
{
    std::vector<std::string> names;
    std::error_code error;
    for (const auto &entry : fs::recursive_directory_iterator(folder, error)) {
        const std::string name = fs::relative(entry.path(), folder, error).generic_string();
        if (entry.is_regular_file(error) && !entry.is_symlink(error) && belongsToLesson(name) && staysInside(name))
            names.push_back(name);
    }
    std::ranges::sort(names);
    return names;
}

/// A folder beside the lessons that is gone when this is, unless all went well.
class Workshop {
public:
    explicit Workshop(const std::string &into)
    {
        std::error_code error;
        fs::create_directories(into, error);
        std::string pattern = into + "/.unpacking-XXXXXX";
        if (error || !mkdtemp(pattern.data()))
            throw FileError({ZB_TEXT("“%1” cannot be written: check its permissions."), {into}});
        m_path = pattern;
    }
    ~Workshop()
    {
        std::error_code error;
        fs::remove_all(m_path, error);
    }
    Workshop(const Workshop &) = delete;
    Workshop &operator=(const Workshop &) = delete;
    const fs::path &path() const { return m_path; }

private:
    fs::path m_path;
};

/// "08-deep/zh.md" → "08-deep"
std::string lessonOf(const std::string &entry) { return entry.substr(0, entry.find('/')); }

void checkEntries(const std::string &path, const std::vector<std::string> &entries)
{
    if (entries.size() > mostFiles)
        throw FileError({ZB_TEXT("“%1” holds too many files: at most %2."), {path, std::to_string(mostFiles)}});
    for (const std::string &entry : entries)
        if (!entry.ends_with('/') && (!staysInside(entry) || entry.find('/') == std::string::npos || !isLessonId(lessonOf(entry)) || !belongsToLesson(entry)))
            throw FileError({ZB_TEXT("“%1” holds “%2”, which belongs to no lesson: do not trust this file."), {path, entry}});
}

void unpack(const std::string &path, const std::vector<std::string> &entries, const fs::path &into)
{
    size_t left = mostCourseBytes;
    for (const std::string &entry : entries) { // one by one: all together may be larger than memory
        if (entry.ends_with('/'))
            continue;
        const Bytes bytes = readArchive(path, {{entry, std::min(left, mostFileBytes)}})[entry];
        left -= bytes.size();
        std::error_code error;
        fs::create_directories((into / entry).parent_path(), error);
        std::ofstream file(into / entry, std::ios::binary);
        file.write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        file.close();
        if (!file)
            throw FileError({ZB_TEXT("“%1” cannot be written: check its permissions."), {(into / entry).string()}});
    }
}

/// In place of an older one, which is gone only when the new one stands there.
void install(const fs::path &made, const fs::path &place, const fs::path &workshop)
{
    std::error_code error;
    const fs::path old = workshop / ("old-" + place.filename().string());
    if (fs::exists(place, error))
        fs::rename(place, old, error);
    if (!error)
        fs::rename(made, place, error);
    if (!error)
        return;
    std::error_code again;
    if (fs::exists(old, again) && !fs::exists(place, again))
        fs::rename(old, place, again);
    throw FileError({ZB_TEXT("“%1” cannot be written: check its permissions."), {place.string()}});
}

} // namespace

std::vector<std::string> packCourse(const std::string &folder, const std::string &path)
{
    std::vector<NewEntry> entries;
    std::vector<std::string> ids;
    size_t bytes = 0;
    for (const fs::path &lesson : lessonFolders(folder)) {
        ids.push_back(lesson.filename().string());
        for (const std::string &name : filesOf(lesson)) {
            entries.push_back({ids.back() + "/" + name, contents(lesson / name), !name.ends_with(".png")});
            bytes += entries.back().bytes.size();
            if (entries.size() > mostFiles)
                throw FileError({ZB_TEXT("“%1” holds too many files: at most %2."), {folder, std::to_string(mostFiles)}});
            if (bytes > mostCourseBytes)
                throw FileError({ZB_TEXT("%1 is larger than %2 bytes."), {folder, std::to_string(mostCourseBytes)}});
        }
    }
    writeFileAtomically(path, makeArchive(entries));
    return ids;
}

std::vector<std::string> unpackCourse(const std::string &path, const std::string &into, const std::string &resources,
                                      const std::vector<std::string> &views)
{
    std::error_code error;
    if (!fs::is_regular_file(path, error))
        throw FileError({ZB_TEXT("There is no file “%1”."), {path}});
    const std::vector<std::string> entries = archiveNames(path);
    checkEntries(path, entries);
    std::set<std::string> lessons;
    for (const std::string &entry : entries)
        lessons.insert(lessonOf(entry));
    if (lessons.empty())
        throw FileError({ZB_TEXT("“%1” holds no lesson: there is no lesson.json in it."), {path}});
    const Workshop workshop(into);
    unpack(path, entries, workshop.path());
    for (const std::string &lesson : lessons)
        readLesson((workshop.path() / lesson).string(), resources, views);
    std::vector<std::string> made;
    for (const std::string &lesson : lessons) {
        install(workshop.path() / lesson, fs::path(into) / lesson, workshop.path());
        made.push_back((fs::path(into) / lesson).string());
    }
    return made;
}

} // namespace zhibei
