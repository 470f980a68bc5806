#include "widgets/runs/run_text.h"

#include "core/layers/layer_kind.h"
#include "core/train/training_settings.h"
#include "widgets/theme/core_text.h"

#include <QCoreApplication>

namespace zhibei {

namespace {

struct RunText {
    Q_DECLARE_TR_FUNCTIONS(RunText)
};

/// The setting that says how large a layer is.
QString sizeOf(const LayerKind &kind, const Node &node)
{
    for (const char *id : {"units", "filters", "channels", "heads"})
        if (findAttribute(kind.attributes, id))
            return u' ' + QString::fromStdString(valueText(attributeValue(kind.attributes, node.attributes, id)));
    return {};
}

QString choiceText(const AttributeSpec &spec, const Value &value)
{
    for (const Choice &choice : spec.choices)
        if (Value(choice.id) == value)
            return coreText(choice.text);
    return QString::fromStdString(valueText(value));
}

} // namespace

QString dataText(const Project &project)
{
    const DataSource *source = findDataSource(project.data.source);
    return source ? coreText(source->text) : QString::fromStdString(project.data.source);
}

QString networkText(const Project &project)
{
    constexpr qsizetype mostLayers = 6;
    QStringList layers;
    for (const NodeId &id : project.network.sorted()) {
        const Node *node = project.network.find(id);
        const LayerKind *kind = node ? findKind(node->kind) : nullptr;
        if (kind && kind->category != Category::Objective && !kind->inputs.empty() && node->group.empty())
            layers += coreText(kind->text) + sizeOf(*kind, *node);
    }
    if (layers.size() > mostLayers)
        layers = layers.mid(0, mostLayers - 2) + QStringList{QStringLiteral("…"), layers.back()};
    return layers.join(QStringLiteral(" → "));
}

QString settingsText(const Project &project)
{
    QStringList parts;
    for (const Node &node : project.network.nodes) {
        const LayerKind *kind = findKind(node.kind);
        const AttributeSpec *optimizer = kind ? findAttribute(kind->attributes, "optimizer") : nullptr;
        if (!optimizer || !parts.isEmpty())
            continue;
        parts += choiceText(*optimizer, attributeValue(kind->attributes, node.attributes, "optimizer")) + u' '
               + QString::fromStdString(valueText(attributeValue(kind->attributes, node.attributes, "rate")));
    }
    const auto training = [&](const char *id) { return QString::fromStdString(valueText(attributeValue(trainingSchema(), project.training, id))); };
    parts += RunText::tr("batch %1").arg(training("batch"));
    parts += RunText::tr("seed %1").arg(training("seed"));
    return parts.join(QStringLiteral(" · "));
}

QString durationText(const RunRecord &run)
{
    if (run.seconds < 60)
        return RunText::tr("%1 s").arg(run.seconds, 0, 'f', run.seconds < 1 ? 2 : run.seconds < 10 ? 1 : 0);
    const int whole = int(run.seconds);
    const QString rest = QStringLiteral("%1:%2").arg(whole / 60 % 60, whole >= 3600 ? 2 : 1, 10, QLatin1Char('0')).arg(whole % 60, 2, 10, QLatin1Char('0'));
    return whole >= 3600 ? QStringLiteral("%1:%2").arg(whole / 3600).arg(rest) : rest;
}

QString runName(const RunRecord &run)
{
    const QString number = QStringLiteral("#%1").arg(run.id);
    return number + u' ' + (run.note.isEmpty() ? run.title : run.note);
}

} // namespace zhibei
