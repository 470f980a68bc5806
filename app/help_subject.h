#pragma once

#include <QString>

class QWidget;

namespace zhibei {

/// What F1 explains: a page of the help, and on it a setting.
struct HelpSubject {
    QString page;    ///< HelpTopic::id, or one of the two below; empty: nothing there has a page
    QString setting; ///< its name in the language of the moment; empty: the page as a whole
};

/// Pages that depend on the network: that of the selected node's kind, that of the loss whose settings are shown.
inline constexpr char selectionPage[] = "selection", objectivePage[] = "objective";

/// The page of the widget or of what it stands in.
HelpSubject helpSubject(const QWidget *focus);

} // namespace zhibei
