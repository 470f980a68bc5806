#pragma once

#include <QString>

namespace zhibei {

/// All that a lesson.json may say, as Markdown made from the tables that read it: parts and controls of the window, actions,
/// measures and events. In the language of the moment.
QString lessonReference();

} // namespace zhibei
