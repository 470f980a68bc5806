#pragma once

#include "widgets/views/view.h"

#include <span>

namespace zhibei {

/// A kind of view: one line in view_catalogue.cpp. Menus, the command `zhibei views`, saved layouts and the tests that
/// every view must pass all go through this list.
struct ViewKind {
    const char *id;    ///< in files and commands: "confusion"
    const char *text;  ///< its name, source text of the translation context "View"
    const char *help;  ///< one sentence: what it shows
    const char *icon;
    bool ofNode;       ///< it looks at one node: the selected one, or the one it is pinned to
    /// Whether there is something to show; a view opened in spite of it says what is missing.
    bool (*applies)(const Model &model, const Dataset &data);
    View *(*make)(Theme *theme);

    QString name() const;     ///< in the language of the moment
    QString sentence() const;
};

std::span<const ViewKind> viewKinds();
const ViewKind *findViewKind(const QString &id);

} // namespace zhibei
