#pragma once

#include "widgets/theme/theme.h"

#include <QColor>
#include <QString>

#include <vector>

namespace zhibei {

enum class HelpGroup { Window, Views, Layers };

/// Something that has a page of its own in the help.
struct HelpTopic {
    QString id;      ///< its page is resources/help/<id>.<language>.md: "dense", "views/confusion", "window/curves"
    HelpGroup group;
    QString name;    ///< in the language of the moment
    QString words;   ///< all that finds it, its name included
    QString icon;
    QColor ink;
};

/// The parts of the window, the views of the catalogue, the kinds of layers, in this order.
std::vector<HelpTopic> helpTopics(const Theme &theme);
/// The heading above a group.
QString helpGroupName(HelpGroup group);

} // namespace zhibei
