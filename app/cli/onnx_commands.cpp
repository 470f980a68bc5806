#include "app/cli/metrics_json.h"
#include "app/cli/project_options.h"
#include "core/io/onnx/onnx_export.h"
#include "core/io/onnx/onnx_file.h"
#include "core/io/onnx/onnx_folder.h"
#include "core/io/onnx/onnx_project.h"
#include "core/io/project_file.h"

#include <QCommandLineParser>
#include <QJsonArray>

#include <cmath>

namespace zhibei {

namespace {

constexpr int64_t testSamples = 4;

QJsonArray namesOf(const std::vector<OnnxPort> &ports)
{
    QJsonArray names;
    for (const OnnxPort &port : ports)
        names += QString::fromStdString(port.name);
    return names;
}

void printObject(const QCommandLineParser &parser, const QJsonObject &object, const QString &line)
{
    if (parser.isSet(QStringLiteral("json")))
        printJson(object);
    else
        printLine(line);
}

void writeExport(const QCommandLineParser &parser, const Project &project, const QString &out)
{
    const auto data = datasetOf(project);
    const ReadyModel ready = readyModel(project, data->type());
    if (project.weights.empty())
        printError(Cli::tr("This project has no trained weights; its initial ones are written."));
    const OnnxModel graph = exportOnnx(*ready.model, ready.parameters);
    writeOnnx(graph, out.toStdString());
    if (parser.isSet(QStringLiteral("test-data")))
        writeOnnxFolder(parser.value(QStringLiteral("test-data")).toStdString(), ready.model, ready.parameters, data->features.data(),
                        std::min(testSamples, data->count()));
    printObject(parser, {{QStringLiteral("file"), out}, {QStringLiteral("inputs"), namesOf(graph.inputs)}, {QStringLiteral("outputs"), namesOf(graph.outputs)},
                         {QStringLiteral("operators"), qint64(graph.nodes.size())}, {QStringLiteral("opset"), qint64(graph.opset)}},
                Cli::tr("Written: %1").arg(out));
}

} // namespace

int runImport(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("MODEL.onnx"), Cli::tr("A network in the ONNX format."));
    parser.addOption({QStringLiteral("save"), Cli::tr("Write the project (needed)."), QStringLiteral("OUT.zhibei")});
    parser.addOption({QStringLiteral("data"), Cli::tr("Its data, as for train (default: random numbers of the right shape)."), QStringLiteral("SPEC")});
    parser.addOption({QStringLiteral("json"), Cli::tr("Print a JSON object.")});
    parseArguments(parser, *findCommand(QStringLiteral("import")), arguments, 1, 1);
    if (!parser.isSet(QStringLiteral("save")))
        throw UsageError(Cli::tr("Say where the project goes: --save OUT.zhibei."));
    Project project = projectFromOnnx(parser.positionalArguments().at(0).toStdString());
    if (parser.isSet(QStringLiteral("data")))
        applyDataSpec(project, parser.value(QStringLiteral("data")));
    const QString out = parser.value(QStringLiteral("save"));
    saveProject(project, out.toStdString());
    printObject(parser, {{QStringLiteral("file"), out}, {QStringLiteral("nodes"), qint64(project.network.nodes.size())}, {QStringLiteral("weights"), qint64(project.weights.size())}},
                Cli::tr("Written: %1").arg(out));
    return 0;
}

int runExport(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("PROJECT"), Cli::tr("A .zhibei or .json file, or a template's name."));
    parser.addPositionalArgument(QStringLiteral("OUT"), Cli::tr("The file to write."));
    parser.addOption({QStringLiteral("to"), Cli::tr("The format: onnx."), QStringLiteral("FORMAT")});
    parser.addOption({QStringLiteral("data"), Cli::tr("Its data, as for train: they give the shapes."), QStringLiteral("SPEC")});
    parser.addOption({QStringLiteral("test-data"), Cli::tr("Also write a folder that eval-onnx reads: the model, a few samples and what comes out."), QStringLiteral("FOLDER")});
    parser.addOption({QStringLiteral("json"), Cli::tr("Print a JSON object.")});
    parseArguments(parser, *findCommand(QStringLiteral("export")), arguments, 2, 2);
    choiceOption(parser, QStringLiteral("to"), {QStringLiteral("onnx")});
    Project project = openArgument(parser.positionalArguments().at(0));
    if (parser.isSet(QStringLiteral("data")))
        applyDataSpec(project, parser.value(QStringLiteral("data")));
    writeExport(parser, project, parser.positionalArguments().at(1));
    return 0;
}

int runEvalOnnx(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("FOLDER"), Cli::tr("A folder with model.onnx and test_data_set_0, as the ONNX project has them."));
    parser.addOption({QStringLiteral("rtol"), Cli::tr("How far a number may be off, as a share of it (default: 0.001)."), QStringLiteral("R")});
    parser.addOption({QStringLiteral("atol"), Cli::tr("How far it may be off besides (default: 0.0000001)."), QStringLiteral("A")});
    parser.addOption({QStringLiteral("json"), Cli::tr("Print a JSON object.")});
    parseArguments(parser, *findCommand(QStringLiteral("eval-onnx")), arguments, 1, 1);
    const OnnxTolerance tolerance{realOption(parser, QStringLiteral("rtol"), 1e-3), realOption(parser, QStringLiteral("atol"), 1e-7)};
    QJsonArray sets;
    bool passed = true;
    for (const OnnxVerdict &verdict : evalOnnxFolder(parser.positionalArguments().at(0).toStdString(), tolerance)) {
        const QString set = QString::fromStdString(verdict.set), output = QString::fromStdString(verdict.output);
        passed &= verdict.passed;
        sets += QJsonObject{{QStringLiteral("set"), set}, {QStringLiteral("passed"), verdict.passed}, {QStringLiteral("output"), output},
                            {QStringLiteral("difference"), numberJson(verdict.difference)}};
        const QString differs = std::isfinite(verdict.difference) ? Cli::tr("%1 differs by %2").arg(output).arg(verdict.difference, 0, 'g', 3)
                                                                  : Cli::tr("%1 has another shape").arg(output);
        if (!parser.isSet(QStringLiteral("json")))
            printLine(set + QStringLiteral("  ") + (verdict.passed ? QStringLiteral("pass") : differs));
    }
    if (parser.isSet(QStringLiteral("json")))
        printJson(QJsonObject{{QStringLiteral("passed"), passed}, {QStringLiteral("sets"), sets}});
    return passed ? 0 : 1;
}

} // namespace zhibei
