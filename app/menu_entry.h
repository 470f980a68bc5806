#pragma once

#include "app/command.h"

#include <QKeySequence>

namespace zhibei {

/// One line of a menu, in menu order.
struct MenuEntry {
    enum class Line { Item, Submenu, Separator };
    enum Kind { Plain, Switch, Radio /* one of its menu */ };
    Line line = Line::Item;
    MenuId menu{};             ///< the menu it stands in
    Command command{};         ///< Item
    MenuId submenu{};          ///< Submenu
    const char *text = "";     ///< source text with its access key, context zhibei::Actions
    const char *help = "";     ///< one sentence for the tooltip and the reference; may be empty
    const char *icon = "";     ///< resources/icons/<icon>.svg; may be empty
    QKeySequence::StandardKey standardKey = QKeySequence::UnknownKey;
    const char *keys = "";     ///< where the platform has no standard key: "F5"; several are separated by "; "
    Kind kind = Plain;
};

} // namespace zhibei
