#include "app/finder_entries.h"

#include "app/actions.h"
#include "app/files.h"
#include "app/main_window.h"
#include "app/resources_path.h"
#include "app/session.h"
#include "app/view_docks.h"
#include "core/io/project_file.h"
#include "widgets/canvas/network_view.h"
#include "widgets/palette/palette_entry.h"
#include "widgets/theme/core_text.h"
#include "widgets/views/view_catalogue.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTranslator>

namespace zhibei {

namespace {

/// Both names of a thing, whatever language is spoken at the moment.
class BothLanguages {
public:
    /// Without its file it knows the English names only.
    BothLanguages() { (void)m_chinese.load(QStringLiteral("zhibei_zh_CN"), QString::fromStdString(translationsPath())); }
    QStringList operator()(const char *context, const char *source) const
    {
        return {Actions::plainText(QString::fromUtf8(source)), Actions::plainText(m_chinese.translate(context, source))};
    }

private:
    QTranslator m_chinese;
};

QString shown(const char *text) { return QCoreApplication::translate("FinderEntries", text); }

class Collector {
public:
    explicit Collector(MainWindow *window) : m_window(window), m_theme(window->theme()) {}

    void addCommands()
    {
        for (const MenuEntry &spec : Actions::table()) {
            if (spec.line != MenuEntry::Line::Item || spec.command == Command::Find)
                continue;
            QAction *action = m_window->actions()[spec.command];
            if (action->isEnabled())
                m_entries.push_back({Actions::plainText(action->text()), shown(QT_TRANSLATE_NOOP("FinderEntries", "Command")),
                                     action->shortcut().toString(QKeySequence::NativeText), action->icon(),
                                     m_names("zhibei::Actions", spec.text), [action] { action->trigger(); }});
        }
    }

    void addLayers()
    {
        for (const PaletteGroup &group : paletteGroups())
            for (const PaletteEntry &entry : group.entries)
                m_entries.push_back({coreText(entry.text), coreText(group.text), {}, m_theme->icon(QString::fromStdString(entry.icon)),
                                     m_names("core", entry.text.c_str()) + QStringList{QString::fromStdString(entry.words)},
                                     [window = m_window, payload = entry.payload] { window->canvas()->insertKind(payload); }});
    }

    void addViews()
    {
        for (const ViewKind &kind : viewKinds())
            m_entries.push_back({kind.name(), shown(QT_TRANSLATE_NOOP("FinderEntries", "View")), {}, m_theme->icon(QLatin1String(kind.icon)),
                                 m_names("View", kind.text) + QStringList{kind.sentence()}, [window = m_window, &kind] { window->views()->open(kind); }});
    }

    void addFiles()
    {
        for (const TemplateInfo &info : templateInfos(resourcesPath()))
            m_entries.push_back({coreText(info.title), shown(QT_TRANSLATE_NOOP("FinderEntries", "Template")), {}, m_theme->icon(QStringLiteral("layout-template")),
                                 m_names("core", info.title.c_str()) + QStringList{QString::fromStdString(info.name)},
                                 [window = m_window, name = QString::fromStdString(info.name)] { window->files()->openTemplate(name); }});
        for (const QString &path : m_window->files()->recentFiles())
            if (QFileInfo::exists(path))
                m_entries.push_back({QFileInfo(path).fileName(), shown(QT_TRANSLATE_NOOP("FinderEntries", "Recent file")), {}, m_theme->icon(QStringLiteral("history")),
                                     {path}, [window = m_window, path] { window->files()->open(path); }});
    }

    void addNodes()
    {
        for (const Node &node : m_window->document()->network().nodes) {
            const LayerKind *kind = findKind(node.kind);
            const QString id = QString::fromStdString(node.id);
            m_entries.push_back({id, shown(QT_TRANSLATE_NOOP("FinderEntries", "In the network")), {}, m_theme->icon(QString::fromStdString(kind->icon)),
                                 {coreText(kind->text)}, [window = m_window, id] {
                                     window->selectNode(id);
                                     window->canvas()->setFocus();
                                 }});
        }
    }

    std::vector<FinderEntry> take() { return std::move(m_entries); }

private:
    MainWindow *m_window;
    Theme *m_theme;
    BothLanguages m_names;
    std::vector<FinderEntry> m_entries;
};

} // namespace

std::vector<FinderEntry> finderEntries(MainWindow *window)
{
    Collector all(window);
    all.addCommands();
    all.addViews();
    all.addLayers();
    all.addFiles();
    all.addNodes();
    return all.take();
}

} // namespace zhibei
