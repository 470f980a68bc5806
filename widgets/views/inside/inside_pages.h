#pragma once

#include "widgets/views/inside/inside_page.h"

#include <span>

namespace zhibei {

/// A way to open a layer: one line in inside_pages.cpp. A layer gets every page that suits what it computes, whatever its
/// kind; the first is shown first.
struct InsidePageKind {
    const char *id;   ///< in files: "window"
    const char *text; ///< its name, source text of the translation context "InsidePage"
    bool (*suits)(const Inside &inside);
    InsidePage *(*make)(Theme *theme, QWidget *parent);

    QString name() const; ///< in the language of the moment
};

std::span<const InsidePageKind> insidePageKinds();

} // namespace zhibei
