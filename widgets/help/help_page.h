#pragma once

#include "core/layers/layer_kind.h"

#include <QString>

class QWidget;

namespace zhibei {

/// A page on settings that many kinds have, shown below their own pages.
struct SharedPage {
    QString id;                            ///< resources/help/<id>.<language>.md
    std::vector<AttributeSpec> attributes; ///< what it explains
};
const std::vector<SharedPage> &sharedPages();

/// The shared page that explains the setting; null where the kind's own page does.
const SharedPage *sharedPageOf(const AttributeSpec &spec);

/// One page as Markdown; empty if there is none. `language` is "zh" or "en".
QString pageText(const QString &resources, const QString &id, const QString &language);

/// All that the help says of a topic: its own page, for a kind of layer then the shared pages on its other settings.
QString helpOn(const QString &id, const QString &resources, const QString &language);

/// Which page explains this widget and what is in it, unless something in it has a page of its own.
void setHelpPage(QWidget *widget, const QString &id);
QString helpPageOf(const QWidget *widget); ///< empty: none was set

} // namespace zhibei
