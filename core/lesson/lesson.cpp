#include "core/lesson/lesson.h"

#include <algorithm>

namespace zhibei {

const Scene *Lesson::find(const std::string &scene) const
{
    const auto found = std::ranges::find(scenes, scene, &Scene::id);
    return found == scenes.end() ? nullptr : &*found;
}

} // namespace zhibei
