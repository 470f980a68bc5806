#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <span>
#include <stdexcept>

class QCommandLineParser;

namespace zhibei {

/// The command was typed wrongly: what is wrong, in the user's language. Exit status 2.
class UsageError : public std::runtime_error {
public:
    explicit UsageError(const QString &message) : std::runtime_error(message.toStdString()) {}
};

/// The command was right and the work failed: what happened, in the user's language. Exit status 1.
class CommandError : public std::runtime_error {
public:
    explicit CommandError(const QString &message) : std::runtime_error(message.toStdString()) {}
};

/// Texts of the command line, translated.
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// One command of the command line: `zhibei <name> …`.
struct CommandSpec {
    const char *name;
    const char *summary;       ///< QT_TRANSLATE_NOOP("Cli", …)
    bool needsGui = false;     ///< draws: wants a QApplication
    int (*run)(const QStringList &arguments); ///< arguments[0] is "zhibei <name>"
};

std::span<const CommandSpec> commandSpecs();
/// Null for what is not a command.
const CommandSpec *findCommand(const QString &name);

/// Runs a command and turns every failure into one clear line on standard error and its exit status.
int runCommand(const CommandSpec &command, const QStringList &arguments);

/// What `zhibei --help` prints.
QString generalHelp();

/// Parses `arguments`; prints the help of the command and exits for --help; throws UsageError. Adds --help and
/// --lang, which every command has, and checks the number of positional arguments (-1: any).
void parseArguments(QCommandLineParser &parser, const CommandSpec &command, const QStringList &arguments, int minimum,
                    int maximum);

/// The commands' work, one file each.
int runTrain(const QStringList &arguments);
int runEval(const QStringList &arguments);
int runSweep(const QStringList &arguments);
int runBench(const QStringList &arguments);
int runShoot(const QStringList &arguments);
int runTemplates(const QStringList &arguments);
int runLayers(const QStringList &arguments);
int runImport(const QStringList &arguments);
int runExport(const QStringList &arguments);
int runEvalOnnx(const QStringList &arguments);
int runPredict(const QStringList &arguments);
int runLessons(const QStringList &arguments);
int runViews(const QStringList &arguments);
int runData(const QStringList &arguments);

/// Writes a line to standard output, at once.
void printLine(const QString &line);
/// Writes a line to standard error.
void printError(const QString &line);

/// The option's value as a whole number ≥ minimum; throws UsageError.
int64_t integerOption(const QCommandLineParser &parser, const QString &option, int64_t fallback, int64_t minimum);
/// The option's value, the first choice where it is not given; throws UsageError.
QString choiceOption(const QCommandLineParser &parser, const QString &option, const QStringList &choices);
/// The option's value as a number > 0; throws UsageError.
double realOption(const QCommandLineParser &parser, const QString &option, double fallback);

} // namespace zhibei
