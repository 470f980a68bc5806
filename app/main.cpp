#include "app/application.h"
#include "app/autosave.h"
#include "app/cli/command_line.h"
#include "app/main_window.h"
#include "widgets/runs/run_shelf.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

#include <memory>

namespace {

using namespace zhibei;

/// The value of --name or --name=value among the raw arguments: what must be known before Qt starts.
QByteArray rawOption(int argc, char **argv, const QByteArray &name)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument = argv[i];
        if (argument == "--" + name && i + 1 < argc)
            return argv[i + 1];
        if (argument.startsWith("--" + name + "="))
            return argument.mid(name.size() + 3);
    }
    return {};
}

bool asksAboutProgram(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        for (const char *word : {"--help", "-h", "--version", "-v"}) {
            if (QByteArray(argv[i]) == word)
                return true;
        }
    }
    return false;
}

/// Drawing without a display makes Qt tell of things a display would have; a command's errors are its own lines.
void onQtMessage(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg)
        printError(message);
}

/// Pictures are drawn without a display, at the wished scale; both must be told before Qt starts.
void prepareDrawing(int argc, char **argv)
{
    qInstallMessageHandler(onQtMessage);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QByteArray scale = rawOption(argc, argv, "scale");
    bool good = false;
    const double factor = scale.toDouble(&good);
    if (good && factor >= 0.5 && factor <= 8)
        qputenv("QT_SCALE_FACTOR", scale);
}

int runCommandLine(int &argc, char **argv, const CommandSpec *command)
{
    std::unique_ptr<QCoreApplication> qt;
    if (command && command->needsGui) {
        prepareDrawing(argc, argv);
        qt = std::make_unique<QApplication>(argc, argv);
    } else {
        qt = std::make_unique<QCoreApplication>(argc, argv);
    }
    Language language;
    const QString wished = QString::fromLocal8Bit(rawOption(argc, argv, "lang"));
    language.set(wished.isEmpty() ? Language::ofEnvironment() : wished);
    QStringList arguments = QCoreApplication::arguments();
    if (!command) {
        const bool version = arguments.contains(QStringLiteral("--version")) || arguments.contains(QStringLiteral("-v"));
        printLine(version ? QStringLiteral("zhibei " ZHIBEI_VERSION) : generalHelp());
        return 0;
    }
    arguments.remove(0);
    arguments[0] = QStringLiteral("zhibei ") + QLatin1String(command->name);
    return runCommand(*command, arguments);
}

int usageError(const QString &what)
{
    printError(what + u' ' + Cli::tr("See: zhibei --help"));
    return 2;
}

/// What can be told without a window, in one line; 0 if the window may open.
int checkBeforeWindow(int argc, char **argv)
{
    const QCoreApplication qt(argc, argv);
    Language language;
    const QString wished = QString::fromLocal8Bit(rawOption(argc, argv, "lang"));
    language.set(wished.isEmpty() ? Language::ofEnvironment() : wished);
    const QString first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const bool word = !first.isEmpty() && !first.startsWith(u'-') && !first.contains(u'.') && !first.contains(u'/');
    if (word && !QFileInfo::exists(first))
        return usageError(Cli::tr("“%1” is neither a command nor a file.").arg(first));
#ifdef Q_OS_LINUX
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && rawOption(argc, argv, "platform").isEmpty()
        && !QCoreApplication::arguments().contains(QStringLiteral("-platform"))) {
        printError(Cli::tr("There is no display to open a window on. These work without one: train, eval, bench, shoot."));
        return 1;
    }
#endif
    return 0;
}

int runWindow(int &argc, char **argv)
{
    QApplication qt(argc, argv);
    Application application;
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("FILE"), QString());
    parser.addOption({QStringLiteral("lang"), QString(), QStringLiteral("zh|en")});
    parser.addOption({QStringLiteral("theme"), QString(), QStringLiteral("light|dark|system")});
    if (!parser.parse(QCoreApplication::arguments()))
        return usageError(parser.errorText());
    if (parser.positionalArguments().size() > 1)
        return usageError(Cli::tr("“%1” is neither a command nor a single file to open.").arg(parser.positionalArguments().join(u' ')));
    if (parser.isSet(QStringLiteral("theme")) || parser.isSet(QStringLiteral("lang"))) {
        try {
            choiceOption(parser, QStringLiteral("lang"), {QStringLiteral("zh"), QStringLiteral("en")});
            choiceOption(parser, QStringLiteral("theme"), {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")});
        } catch (const UsageError &error) {
            return usageError(QString::fromUtf8(error.what()));
        }
    }
    if (parser.isSet(QStringLiteral("lang")))
        application.setLanguage(parser.value(QStringLiteral("lang")));
    if (parser.isSet(QStringLiteral("theme"))) {
        const QString theme = parser.value(QStringLiteral("theme"));
        application.setThemeMode(theme == QLatin1String("dark") ? Theme::Mode::Dark
                                 : theme == QLatin1String("light") ? Theme::Mode::Light : Theme::Mode::System);
    }
    MainWindow window(&application);
    window.protectWork(Autosave::usualFolder());
    window.keepRuns(RunShelf::usualFile());
    window.start(parser.positionalArguments().value(0));
    window.show();
    window.activateWindow(); // where no window manager does it; without the focus no shortcut works, not even F1
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("zhibei"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ZHIBEI_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("zhibei"));
    const QString first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const CommandSpec *command = findCommand(first);
    if (command || asksAboutProgram(argc, argv))
        return runCommandLine(argc, argv, command);
    if (const int status = checkBeforeWindow(argc, argv))
        return status;
    return runWindow(argc, argv);
}
