#include "core/lesson/read_lesson.h"

#include <algorithm>
#include <filesystem>

namespace zhibei {

namespace {

/// "8" for "08" and "08-deep"; empty where there is no number in front.
std::string numberOf(const std::string &name)
{
    const size_t end = std::min(name.size(), name.find_first_not_of("0123456789"));
    const size_t begin = std::min(name.find_first_not_of('0'), end);
    return end == 0 ? "" : begin == end ? "0" : name.substr(begin, end - begin);
}

} // namespace

std::vector<LessonInfo> lessonsIn(const std::string &folder, const std::string &resources, const std::vector<std::string> &views)
{
    std::vector<LessonInfo> lessons;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder, error)) {
        if (!entry.is_directory(error) || entry.path().filename().string().starts_with('.'))
            continue;
        LessonInfo info{.id = entry.path().filename().string(), .folder = entry.path().string(), .texts = {}, .scenes = 0, .problem = {}};
        try {
            const Lesson lesson = readLesson(info.folder, resources, views);
            info.texts = lesson.texts;
            info.scenes = lesson.scenes.size();
        } catch (const FileError &mistake) {
            info.problem = mistake.text;
        }
        lessons.push_back(std::move(info));
    }
    std::ranges::sort(lessons, {}, &LessonInfo::id);
    return lessons;
}

const LessonInfo *findLesson(std::span<const LessonInfo> lessons, const std::string &name)
{
    for (const LessonInfo &lesson : lessons)
        if (lesson.id == name)
            return &lesson;
    const bool isNumber = !name.empty() && name.find_first_not_of("0123456789") == std::string::npos;
    for (const LessonInfo &lesson : lessons)
        if (isNumber && numberOf(lesson.id) == numberOf(name))
            return &lesson;
    return nullptr;
}

std::string shippedLessons(const std::string &resources) { return resources + "/lessons"; }

std::span<const std::string> windowParts()
{
    static const std::vector<std::string> parts{"canvas", "stage", "palette", "inspector", "curves"};
    return parts;
}

std::span<const std::string> windowControls()
{
    static const std::vector<std::string> controls{"play", "step", "reset", "new_seed", "speed", "rate", "data", "training", "palette_search", "scrubber", "samples", "draw"};
    return controls;
}

std::span<const std::string> lockable()
{
    static const std::vector<std::string> parts{"network", "data", "training"};
    return parts;
}

} // namespace zhibei
