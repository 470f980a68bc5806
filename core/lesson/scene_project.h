#pragma once

#include "core/io/file_error.h"
#include "core/lesson/lesson.h"

#include <memory>
#include <stop_token>

namespace zhibei {

class Training;

/// The project that a scene begins with: its start (a template, a file of the lesson, an earlier scene's project) and its
/// changes; untrained. An empty project for a scene of words only. Throws FileError.
Project sceneProject(const Lesson &lesson, const Scene &scene, const std::string &resources);

/// applyChange() for an action of a lesson: files of data are those in the lesson's folder. Throws FileError.
void applyInLesson(const Lesson &lesson, Project &project, const LessonAction &action);

/// The same project after `steps` steps more, trained here and now: with its weights and steps. The same bits for any
/// number of threads (0: all). Ends early where `stop` asks for it. Throws FileError for a network that cannot train or
/// whose training fails, DataError for data that cannot be made.
Project pretrained(Project project, int64_t steps, const std::string &resources, int threads = 0, const std::stop_token &stop = {});

/// A training of a project, where its weights and steps stand. Throws as pretrained() does.
std::unique_ptr<Training> trainingOf(const Project &project, const std::string &resources, int threads = 0);

} // namespace zhibei
