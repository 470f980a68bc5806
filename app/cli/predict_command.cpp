#include "app/cli/project_options.h"
#include "core/data/npy_file.h"
#include "core/io/atomic_file.h"
#include "core/io/onnx/onnx_project.h"
#include "core/program/inference.h"

#include <QCommandLineParser>
#include <QJsonObject>

#include <algorithm>

namespace zhibei {

namespace {

struct Samples { int64_t first, count; };

Samples samplesOf(const QCommandLineParser &parser, const Dataset &data, bool needsData)
{
    const QString part = parser.isSet(QStringLiteral("part")) ? parser.value(QStringLiteral("part")) : QStringLiteral("all");
    Samples samples{0, data.count()};
    if (part == QLatin1String("train"))
        samples.count = data.trainCount;
    else if (part == QLatin1String("test"))
        samples = {data.trainCount, data.testCount()};
    else if (part != QLatin1String("all"))
        throw UsageError(Cli::tr("--part wants train, test or all, not “%1”.").arg(part));
    const int64_t wanted = integerOption(parser, QStringLiteral("samples"), samples.count, 1);
    // What comes out of noise alone has no end.
    samples.count = needsData ? std::min(wanted, samples.count) : wanted;
    if (samples.count == 0)
        throw CommandError(Cli::tr("There are no samples in the part “%1” of these data.").arg(part));
    return samples;
}

/// The value to write: a node's first output, or what the network predicts.
ValueId valueOf(const Model &model, const QString &node)
{
    if (node.isEmpty() && !model.objectives.empty())
        return model.objectives.front().prediction;
    const auto port = model.program.ports.find({node.toStdString(), 0});
    if (port == model.program.ports.end())
        throw UsageError(node.isEmpty() ? Cli::tr("The network has no loss: name the node with --node.") : Cli::tr("There is no node “%1”.").arg(node));
    return port->second;
}

bool dependsOnData(const Program &program, ValueId value)
{
    std::vector<bool> reached(program.values.size(), false);
    if (program.features != noValue)
        reached[size_t(program.features)] = true;
    for (const OpInstance &op : program.ops)
        if (std::any_of(op.inputs.begin(), op.inputs.end(), [&](ValueId in) { return reached[size_t(in)]; }))
            for (const ValueId out : op.outputs)
                reached[size_t(out)] = true;
    return reached[size_t(value)];
}

} // namespace

int runPredict(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("PROJECT"), Cli::tr("A .zhibei or .json file, or a template's name."));
    const auto option = [&](const char *name, const QString &help, const char *value) { parser.addOption({QLatin1String(name), help, QLatin1String(value)}); };
    option("out", Cli::tr("The file to write, one row a sample, as NumPy reads it."), "FILE.npy");
    option("node", Cli::tr("Write what this node puts out (default: what the network predicts)."), "NODE");
    option("data", Cli::tr("The data: builtin:NAME, csv:FILE?target=COLUMN, idx:IMAGES,LABELS, npy:FEATURES,TARGETS, npz:FILE, folder:DIR, wav:DIR or text:FILE."), "SPEC");
    option("part", Cli::tr("Which samples: train, test or all (default)."), "PART");
    option("samples", Cli::tr("At most so many samples; a generator makes as many as are wanted."), "N");
    option("seed", Cli::tr("Which random numbers a noise source gives (default: 0)."), "N");
    parseArguments(parser, *findCommand(QStringLiteral("predict")), arguments, 1, 1);
    const QString out = parser.value(QStringLiteral("out"));
    if (out.isEmpty())
        throw UsageError(Cli::tr("--out FILE.npy is missing."));
    Project project = openArgument(parser.positionalArguments().at(0));
    if (parser.isSet(QStringLiteral("data")))
        applyDataSpec(project, parser.value(QStringLiteral("data")));
    const auto data = datasetOf(project);
    const ReadyModel ready = readyModel(project, data->type());
    if (project.weights.empty())
        printError(Cli::tr("This project has no trained weights; its initial ones are used."));

    const ValueId value = valueOf(*ready.model, parser.value(QStringLiteral("node")));
    const bool needsData = dependsOnData(ready.model->program, value);
    const Samples samples = samplesOf(parser, *data, needsData);
    const int64_t seed = integerOption(parser, QStringLiteral("seed"), 0, 0);
    std::vector<int64_t> extents = ready.model->program.shape(value).extents();
    extents.insert(extents.begin(), samples.count);
    Tensor rows{Shape(extents)};
    Inference network(ready.model, std::min<int64_t>(64, samples.count));
    for (int64_t begin = 0, draw = 0; begin < samples.count; begin += network.capacity(), ++draw) {
        const int64_t count = std::min(network.capacity(), samples.count - begin);
        // Where only noise counts, any sample will do.
        const int64_t first = needsData ? samples.first + begin : 0;
        network.run(ready.parameters, data->features.row(first).data(), needsData ? count : std::min(count, data->count()), nullptr, (seed << 32) + draw);
        for (int64_t i = 0; i < count; ++i) {
            const std::vector<float> numbers = network.value(value, i);
            std::copy(numbers.begin(), numbers.end(), rows.row(begin + i).begin());
        }
    }
    writeFileAtomically(out.toStdString(), npyBytes(rows));
    printLine(out);
    return 0;
}

} // namespace zhibei
