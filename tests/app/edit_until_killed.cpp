// Edits, saves and keeps copies without end, as fast as it can; told in steps on standard output. For tst_autosave.
#include "app/autosave.h"
#include "app/session.h"
#include "core/io/project_file.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace zhibei;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString file = QString::fromLocal8Bit(argv[1]), folder = QString::fromLocal8Bit(argv[2]);
    Document document(ZHIBEI_RESOURCES);
    Session session(&document, 1);
    document.setProject(openProject("spiral", ZHIBEI_RESOURCES), file);
    Autosave autosave(&session, folder, {.rest = 20, .atMost = 50, .training = 40});
    session.play();
    QTimer edits;
    int64_t count = 0;
    QObject::connect(&edits, &QTimer::timeout, [&] {
        ++count;
        document.edit("Edit", [&](Project &project) { project.network.notes = {{"note", std::to_string(count), {}, {}}}; });
        if (count % 40 == 0) { // among them during saving
            saveProject(session.projectWithWeights(), file.toStdString());
            document.setSaved(file);
        }
        std::printf("%lld\n", static_cast<long long>(count));
        std::fflush(stdout);
    });
    edits.start(2);
    return QCoreApplication::exec();
}
