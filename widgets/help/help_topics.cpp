#include "widgets/help/help_topics.h"

#include "core/layers/layer_kind.h"
#include "widgets/theme/core_text.h"
#include "widgets/views/view_catalogue.h"

#include <QCoreApplication>

namespace zhibei {

namespace {

struct WindowPart {
    const char *id, *text, *icon;
};

constexpr WindowPart windowParts[] = {
    {"canvas", QT_TRANSLATE_NOOP("HelpTopics", "Canvas"), "workflow"},
    {"palette", QT_TRANSLATE_NOOP("HelpTopics", "Palette"), "boxes"},
    {"curves", QT_TRANSLATE_NOOP("HelpTopics", "Learning curves"), "chart-line"},
    {"time_machine", QT_TRANSLATE_NOOP("HelpTopics", "Looking back"), "history"},
    {"draw_pad", QT_TRANSLATE_NOOP("HelpTopics", "Draw pad and samples"), "brush"},
    {"surface", QT_TRANSLATE_NOOP("HelpTopics", "Decision surface"), "blend"},
    {"training", QT_TRANSLATE_NOOP("HelpTopics", "Training settings"), "trending-down"},
    {"writing_lessons", QT_TRANSLATE_NOOP("HelpTopics", "Writing lessons"), "square-pen"},
};

QString inWords(const QStringList &words) { return words.join(u' '); }

} // namespace

QString helpGroupName(HelpGroup group)
{
    switch (group) {
    case HelpGroup::Window: return QCoreApplication::translate("HelpTopics", "The window");
    case HelpGroup::Views: return QCoreApplication::translate("HelpTopics", "Views");
    case HelpGroup::Layers: return QCoreApplication::translate("HelpTopics", "Layers");
    }
    return {};
}

std::vector<HelpTopic> helpTopics(const Theme &theme)
{
    std::vector<HelpTopic> topics;
    for (const WindowPart &part : windowParts) {
        const QString id = QLatin1String(part.id), name = QCoreApplication::translate("HelpTopics", part.text);
        topics.push_back({QStringLiteral("window/") + id, HelpGroup::Window, name, inWords({id, name, QLatin1String(part.text)}),
                          QLatin1String(part.icon), theme.color(Ink::Muted)});
    }
    for (const ViewKind &kind : viewKinds()) {
        const QString id = QLatin1String(kind.id);
        topics.push_back({QStringLiteral("views/") + id, HelpGroup::Views, kind.name(), inWords({id, kind.name(), QLatin1String(kind.text), kind.sentence()}),
                          QLatin1String(kind.icon), theme.color(Ink::Accent)});
    }
    for (const LayerKind *kind : layerKinds()) {
        const QString id = QString::fromStdString(kind->id), name = coreText(kind->text);
        topics.push_back({id, HelpGroup::Layers, name, inWords({id, name, QString::fromStdString(kind->text), QString::fromStdString(kind->keywords)}),
                          QString::fromStdString(kind->icon), theme.color(kind->category)});
    }
    return topics;
}

} // namespace zhibei
