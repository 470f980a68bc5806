#pragma once

#include "app/film_maker.h"

namespace zhibei {

class MainWindow;

/// What a film can be made of at the moment: the canvas, the curves, the stage, every open view, and the whole window.
std::vector<FilmSubject> filmSubjects(MainWindow &window);

} // namespace zhibei
