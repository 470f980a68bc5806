#pragma once

#include "core/text.h"

#include <QString>

namespace zhibei {

/// A marked text of core in the language of the moment (translation context "core").
QString coreText(const std::string &id);
/// A sentence of core with its arguments, which are translated too where they are marked texts.
QString coreText(const Text &text);

} // namespace zhibei
