#include "app/cli/project_options.h"
#include "app/resources_path.h"
#include "core/data/data_source.h"
#include "core/io/project_file.h"
#include "core/layers/layer_kind.h"
#include "widgets/theme/core_text.h"
#include "widgets/views/view_catalogue.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonObject>

namespace zhibei {

namespace {

QJsonValue toJson(const Value &value)
{
    struct Visitor {
        QJsonValue operator()(int64_t v) const { return static_cast<qint64>(v); }
        QJsonValue operator()(double v) const { return v; }
        QJsonValue operator()(bool v) const { return v; }
        QJsonValue operator()(const std::string &v) const { return QString::fromStdString(v); }
        QJsonValue operator()(const std::vector<int64_t> &v) const
        {
            QJsonArray array;
            for (const int64_t number : v)
                array += static_cast<qint64>(number);
            return array;
        }
    };
    return std::visit(Visitor{}, value);
}

QString typeName(AttributeType type)
{
    static constexpr std::array names = {"integer", "real", "switch", "choice", "text", "integers"};
    return QLatin1String(names[static_cast<size_t>(type)]);
}

QJsonArray toJson(const std::vector<AttributeSpec> &schema)
{
    QJsonArray array;
    for (const AttributeSpec &spec : schema) {
        QJsonObject object{{QStringLiteral("id"), QString::fromStdString(spec.id)},
                           {QStringLiteral("name"), coreText(spec.text)},
                           {QStringLiteral("help"), coreText(spec.help)},
                           {QStringLiteral("type"), typeName(spec.type)},
                           {QStringLiteral("default"), toJson(spec.defaultValue)}};
        if (spec.minimum < spec.maximum) {
            object[QStringLiteral("minimum")] = spec.minimum;
            object[QStringLiteral("maximum")] = spec.maximum;
        }
        QJsonArray choices;
        for (const Choice &choice : spec.choices)
            choices += QString::fromStdString(choice.id);
        if (!choices.isEmpty())
            object[QStringLiteral("choices")] = choices;
        array += object;
    }
    return array;
}

QJsonArray toJson(const std::vector<PortSpec> &ports)
{
    QJsonArray array;
    for (const PortSpec &port : ports)
        array += QJsonObject{{QStringLiteral("id"), QString::fromStdString(port.id)},
                             {QStringLiteral("name"), coreText(port.text)},
                             {QStringLiteral("variadic"), port.variadic}};
    return array;
}

/// Prints the entries one a line, or all as JSON with --json.
int printList(const QStringList &arguments, const char *name, const QJsonArray &entries)
{
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("json"), Cli::tr("Print everything as JSON.")});
    parseArguments(parser, *findCommand(QLatin1String(name)), arguments, 0, 0);
    if (parser.isSet(QStringLiteral("json"))) {
        printJson(entries);
        return 0;
    }
    for (const QJsonValue &entry : entries)
        printLine(QStringLiteral("%1  %2").arg(entry[QStringLiteral("id")].toString(), -16).arg(entry[QStringLiteral("name")].toString()));
    return 0;
}

} // namespace

int runTemplates(const QStringList &arguments)
{
    QJsonArray entries;
    const std::string resources = resourcesPath();
    for (const TemplateInfo &info : templateInfos(resources)) {
        const Project project = openProject(info.name, resources);
        entries += QJsonObject{{QStringLiteral("id"), QString::fromStdString(info.name)},
                               {QStringLiteral("name"), coreText(info.title)},
                               {QStringLiteral("help"), coreText(info.description)},
                               {QStringLiteral("data"), QString::fromStdString(project.data.source)},
                               {QStringLiteral("nodes"), static_cast<qint64>(project.network.nodes.size())}};
    }
    return printList(arguments, "templates", entries);
}

int runLayers(const QStringList &arguments)
{
    QJsonArray entries;
    for (const LayerKind *kind : layerKinds())
        entries += QJsonObject{{QStringLiteral("id"), QString::fromStdString(kind->id)},
                               {QStringLiteral("name"), coreText(kind->text)},
                               {QStringLiteral("help"), coreText(kind->help)},
                               {QStringLiteral("category"), coreText(categoryText(kind->category))},
                               {QStringLiteral("inputs"), toJson(kind->inputs)},
                               {QStringLiteral("outputs"), toJson(kind->outputs)},
                               {QStringLiteral("attributes"), toJson(kind->attributes)}};
    return printList(arguments, "layers", entries);
}

int runViews(const QStringList &arguments)
{
    QJsonArray entries;
    for (const ViewKind &kind : viewKinds())
        entries += QJsonObject{{QStringLiteral("id"), QLatin1String(kind.id)},
                               {QStringLiteral("name"), kind.name()},
                               {QStringLiteral("help"), kind.sentence()},
                               {QStringLiteral("of_node"), kind.ofNode}};
    return printList(arguments, "views", entries);
}

int runData(const QStringList &arguments)
{
    QJsonArray entries;
    for (const DataSource *source : dataSources())
        entries += QJsonObject{{QStringLiteral("id"), QString::fromStdString(source->id)},
                               {QStringLiteral("name"), coreText(source->text)},
                               {QStringLiteral("help"), coreText(source->help)},
                               {QStringLiteral("family"), coreText(dataFamilyText(source->family))},
                               {QStringLiteral("options"), toJson(source->options)}};
    return printList(arguments, "data", entries);
}

} // namespace zhibei
