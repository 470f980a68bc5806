#include "app/cli/command_line.h"

#include "core/data/data_source.h"
#include "core/io/project_file.h"
#include "widgets/theme/core_text.h"

#include <QCommandLineParser>

#include <array>
#include <cstdio>

namespace zhibei {

namespace {

constexpr auto table = std::to_array<CommandSpec>({
    {"train", QT_TRANSLATE_NOOP("Cli", "train a project and print how it goes"), false, runTrain},
    {"eval", QT_TRANSLATE_NOOP("Cli", "measure a trained project on data"), false, runEval},
    {"predict", QT_TRANSLATE_NOOP("Cli", "write what a project says about data into a file"), false, runPredict},
    {"sweep", QT_TRANSLATE_NOOP("Cli", "train a project with every combination of some settings and compare"), false, runSweep},
    {"bench", QT_TRANSLATE_NOOP("Cli", "measure how fast this machine trains"), true, runBench},
    {"shoot", QT_TRANSLATE_NOOP("Cli", "draw the window into a picture file"), true, runShoot},
    {"import", QT_TRANSLATE_NOOP("Cli", "make a project of an ONNX file"), false, runImport},
    {"export", QT_TRANSLATE_NOOP("Cli", "write a trained project as ONNX"), false, runExport},
    {"eval-onnx", QT_TRANSLATE_NOOP("Cli", "run an ONNX file on its test data and compare"), false, runEvalOnnx},
    {"lessons", QT_TRANSLATE_NOOP("Cli", "list, check and pack lessons"), false, runLessons},
    {"templates", QT_TRANSLATE_NOOP("Cli", "list the templates"), false, runTemplates},
    {"layers", QT_TRANSLATE_NOOP("Cli", "list the kinds of layers"), false, runLayers},
    {"views", QT_TRANSLATE_NOOP("Cli", "list the views"), false, runViews},
    {"data", QT_TRANSLATE_NOOP("Cli", "list the built-in data"), false, runData},
});

void write(FILE *stream, const QString &line)
{
    const QByteArray bytes = (line + u'\n').toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

std::span<const CommandSpec> commandSpecs() { return table; }

const CommandSpec *findCommand(const QString &name)
{
    for (const CommandSpec &command : table) {
        if (name == QLatin1String(command.name))
            return &command;
    }
    return nullptr;
}

void printLine(const QString &line) { write(stdout, line); }
void printError(const QString &line) { write(stderr, QStringLiteral("zhibei: ") + line); }

int runCommand(const CommandSpec &command, const QStringList &arguments)
{
    try {
        return command.run(arguments);
    } catch (const UsageError &error) {
        printError(QString::fromUtf8(error.what()) + u' '
                   + Cli::tr("See: zhibei %1 --help").arg(QLatin1String(command.name)));
        return 2;
    } catch (const FileError &error) {
        printError(coreText(error.text));
    } catch (const DataError &error) {
        printError(coreText(error.text));
    } catch (const std::exception &error) {
        printError(QString::fromUtf8(error.what()));
    }
    return 1;
}

QString generalHelp()
{
    QString text = Cli::tr("Zhibei, a lab for deep learning: build networks, train them, watch them learn.") + QStringLiteral("\n\n");
    text += Cli::tr("zhibei [FILE]") + QStringLiteral("\n    ") + Cli::tr("open the window, on FILE if there is one") + u'\n';
    for (const CommandSpec &command : table)
        text += QStringLiteral("zhibei %1 …\n    %2\n").arg(QLatin1String(command.name), Cli::tr(command.summary));
    text += u'\n' + Cli::tr("--lang zh|en   the language (otherwise that of LANG)") + u'\n';
    text += Cli::tr("--theme light|dark|system   how the window looks") + u'\n';
    text += Cli::tr("--version      the version") + u'\n';
    text += Cli::tr("--help         this text; after a command: its options");
    return text;
}

void parseArguments(QCommandLineParser &parser, const CommandSpec &command, const QStringList &arguments, int minimum,
                    int maximum)
{
    QString summary = Cli::tr(command.summary);
    summary[0] = summary[0].toUpper();
    parser.setApplicationDescription(Cli::tr("%1.", "a sentence").arg(summary));
    parser.addOption({QStringLiteral("lang"), Cli::tr("Language: zh or en."), QStringLiteral("zh|en")});
    parser.addHelpOption();
    if (!parser.parse(arguments))
        throw UsageError(parser.errorText());
    if (parser.isSet(QStringLiteral("help"))) {
        printLine(parser.helpText().trimmed());
        std::exit(0);
    }
    choiceOption(parser, QStringLiteral("lang"), {QStringLiteral("zh"), QStringLiteral("en")});
    const auto given = parser.positionalArguments().size();
    if (given < minimum)
        throw UsageError(Cli::tr("Something is missing."));
    if (maximum >= 0 && given > maximum)
        throw UsageError(Cli::tr("“%1” is too much.").arg(parser.positionalArguments().at(maximum)));
}

int64_t integerOption(const QCommandLineParser &parser, const QString &option, int64_t fallback, int64_t minimum)
{
    if (!parser.isSet(option))
        return fallback;
    bool good = false;
    const qlonglong value = parser.value(option).toLongLong(&good);
    if (!good || value < minimum)
        throw UsageError(Cli::tr("--%1 wants a whole number from %2 up, not “%3”.")
                             .arg(option, QString::number(minimum), parser.value(option)));
    return value;
}

double realOption(const QCommandLineParser &parser, const QString &option, double fallback)
{
    if (!parser.isSet(option))
        return fallback;
    bool good = false;
    const double value = parser.value(option).toDouble(&good);
    if (!good || !(value > 0) || value > 1e12)
        throw UsageError(Cli::tr("--%1 wants a number greater than 0, not “%2”.").arg(option, parser.value(option)));
    return value;
}

QString choiceOption(const QCommandLineParser &parser, const QString &option, const QStringList &choices)
{
    const QString value = parser.isSet(option) ? parser.value(option) : choices.first();
    if (!choices.contains(value))
        throw UsageError(Cli::tr("--%1 wants one of %2, not “%3”.").arg(option, choices.join(QStringLiteral(", ")), value));
    return value;
}

} // namespace zhibei
