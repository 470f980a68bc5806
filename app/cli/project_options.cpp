#include "app/cli/project_options.h"

#include "app/resources_path.h"
#include "core/io/project_file.h"
#include "core/layers/layer_kind.h"
#include "core/train/training_settings.h"
#include "widgets/theme/core_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace zhibei {

namespace {

QString idList(const std::vector<AttributeSpec> &schema)
{
    QStringList ids;
    for (const AttributeSpec &spec : schema)
        ids += QString::fromStdString(spec.id);
    return ids.join(QStringLiteral(", "));
}

void setValue(Attributes &attributes, const std::vector<AttributeSpec> &schema, const QString &owner, const QString &id,
              const QString &text)
{
    const AttributeSpec *spec = findAttribute(schema, id.toStdString());
    if (!spec)
        throw UsageError(Cli::tr("“%1” has no setting “%2”; it has: %3.").arg(owner, id, idList(schema)));
    const ParsedValue parsed = parseValue(*spec, text.toStdString());
    if (!parsed.value)
        throw UsageError(owner + u'.' + id + QStringLiteral(": ") + coreText(parsed.error));
    const Text mistake = checkValue(*spec, *parsed.value);
    if (!mistake.empty())
        throw UsageError(owner + u'.' + id + QStringLiteral(": ") + coreText(mistake));
    attributes[spec->id] = *parsed.value;
}

QString nodeList(const Network &network)
{
    QStringList ids;
    for (const Node &node : network.nodes)
        ids += QString::fromStdString(node.id);
    return ids.join(QStringLiteral(", "));
}

} // namespace

Project openArgument(const QString &nameOrPath)
{
    return openProject(nameOrPath.toStdString(), resourcesPath());
}

void applyDataSpec(Project &project, const QString &text)
{
    DataSpec spec = parseDataSpec(text.toStdString());
    const DataSource *before = findDataSource(project.data.source), *after = findDataSource(spec.source);
    if (before && after && before->family == after->family)
        spec.derived = project.data.derived;
    spec.seed = project.data.seed;
    project.data = std::move(spec);
}

void applySetting(Project &project, const QString &setting)
{
    const qsizetype equals = setting.indexOf(u'='), dot = setting.indexOf(u'.');
    if (equals < 0 || dot <= 0 || dot > equals)
        throw UsageError(Cli::tr("--set wants NODE.ATTRIBUTE=VALUE, not “%1”.").arg(setting));
    const QString owner = setting.left(dot), id = setting.mid(dot + 1, equals - dot - 1), text = setting.mid(equals + 1);
    if (Node *node = project.network.find(owner.toStdString())) {
        if (const LayerKind *kind = findKind(node->kind))
            setValue(node->attributes, kind->attributes, owner, id, text);
        return;
    }
    if (owner != QLatin1String("training"))
        throw UsageError(Cli::tr("There is no node “%1”; there are: %2, training.").arg(owner, nodeList(project.network)));
    setValue(project.training, trainingSchema(), owner, id, text);
}

std::shared_ptr<const Dataset> datasetOf(const Project &project)
{
    return makeDataset(project.data, resourcesPath());
}

void requireTrainable(const Project &project, const Dataset &data)
{
    const Analysis analysis = analyse(project.network, data.type());
    if (analysis.trainable())
        return;
    QStringList mistakes;
    for (const Diagnostic &diagnostic : analysis.diagnostics) {
        if (diagnostic.blocks)
            mistakes += QString::fromStdString(diagnostic.node) + QStringLiteral(": ") + coreText(diagnostic.text);
    }
    if (mistakes.isEmpty())
        throw CommandError(Cli::tr("The network has no loss, so there is nothing to train."));
    throw CommandError(Cli::tr("The network cannot train on these data. %1").arg(mistakes.join(QStringLiteral("; "))));
}

void printJson(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    printLine(QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
}

} // namespace zhibei
