#include "app/files.h"

#include "app/preferences.h"
#include "app/session.h"
#include "core/data/data_source.h"
#include "core/io/onnx/onnx_export.h"
#include "core/io/onnx/onnx_file.h"
#include "core/io/onnx/onnx_project.h"
#include "core/io/project_file.h"
#include "widgets/document/document.h"
#include "widgets/theme/core_text.h"

#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>

namespace zhibei {

namespace {

const QString suffix = QStringLiteral(".zhibei");

std::vector<unsigned char> png(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return {bytes.begin(), bytes.end()};
}

} // namespace

Files::Files(Session *session, Preferences *preferences, QWidget *window)
    : QObject(window), m_session(session), m_document(session->document()), m_preferences(preferences), m_window(window)
{
}

bool Files::attempt(const std::function<void()> &work)
{
    try {
        work();
        return true;
    } catch (const FileError &error) {
        emit failed(coreText(error.text));
    } catch (const DataError &error) {
        emit failed(coreText(error.text));
    } catch (const std::exception &error) {
        emit failed(tr("That did not work: %1").arg(QString::fromUtf8(error.what())));
    }
    return false;
}

bool Files::isLesson(const QString &path)
{
    return path.endsWith(QLatin1String(".zhicourse"), Qt::CaseInsensitive) || QFileInfo(path).fileName() == QLatin1String("lesson.json")
        || QFileInfo::exists(path + QStringLiteral("/lesson.json"));
}

bool Files::canOpen(const QString &path)
{
    if (isLesson(path))
        return true;
    const QString kind = QFileInfo(path).suffix().toLower();
    return kind == QLatin1String("zhibei") || kind == QLatin1String("json") || kind == QLatin1String("csv") || kind == QLatin1String("onnx");
}

bool Files::open(const QString &path)
{
    if (isLesson(path)) {
        emit lessonWanted(path);
        return true;
    }
    if (QFileInfo(path).suffix().toLower() == QLatin1String("csv"))
        return takeData(path);
    if (QFileInfo(path).suffix().toLower() == QLatin1String("onnx"))
        return mayLeave() && attempt([&] { m_document->setProject(projectFromOnnx(path.toStdString()), {}); });
    return mayLeave() && read(QFileInfo(path).absoluteFilePath(), false);
}

bool Files::recover(const QString &copy, const QString &path)
{
    if (!mayLeave())
        return false;
    return attempt([&] {
        m_document->setProject(loadProject(copy.toStdString()), path, true);
        emit told(tr("Restored. Save it to keep it."));
    });
}

bool Files::openUnsaved(Project project)
{
    if (!mayLeave())
        return false;
    return attempt([&] { m_document->setProject(std::move(project), {}); });
}

bool Files::openTemplate(const QString &name) { return mayLeave() && read(name, true); }

bool Files::read(const QString &nameOrPath, bool isTemplate)
{
    return attempt([&] {
        Project project = isTemplate ? openProject(nameOrPath.toStdString(), m_document->resources())
                                     : loadProject(nameOrPath.toStdString());
        m_document->setProject(std::move(project), isTemplate ? QString() : nameOrPath);
        if (!isTemplate)
            m_preferences->addRecentFile(nameOrPath);
    });
}

bool Files::takeData(const QString &path)
{
    return attempt([&] {
        DataSpec spec = parseDataSpec("csv:" + QFileInfo(path).absoluteFilePath().toStdString());
        spec.seed = m_document->project().data.seed;
        // Read once here, so that a bad file changes nothing.
        makeDataset(spec, m_document->resources());
        m_document->edit(QT_TRANSLATE_NOOP("Undo", "Use a table"), [&](Project &project) { project.data = spec; });
        emit told(tr("The data now come from %1.").arg(QFileInfo(path).fileName()));
    });
}

void Files::newProject()
{
    if (!mayLeave())
        return;
    Project project;
    project.network.addNode("input");
    m_document->setProject(std::move(project), {});
}

void Files::chooseAndOpen()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open"), m_preferences->lastFolder(),
                                                      tr("Projects, tables and lessons (*.zhibei *.json *.csv *.zhicourse);;All files (*)"));
    if (!path.isEmpty())
        open(path);
}

void Files::chooseAndImport()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Import ONNX"), m_preferences->lastFolder(), tr("ONNX networks (*.onnx);;All files (*)"));
    if (!path.isEmpty())
        open(path);
}

void Files::chooseAndExport()
{
    const QString start = QDir(m_preferences->lastFolder()).filePath(m_document->title() + QStringLiteral(".onnx"));
    const QString path = QFileDialog::getSaveFileName(m_window, tr("Export as ONNX"), start, tr("ONNX networks (*.onnx);;All files (*)"));
    if (path.isEmpty())
        return;
    attempt([&] {
        const Project project = m_session->projectWithWeights();
        const ReadyModel ready = readyModel(project, makeDataset(project.data, m_document->resources())->type());
        writeOnnx(exportOnnx(*ready.model, ready.parameters), path.toStdString());
        emit told(tr("Saved as %1.").arg(QFileInfo(path).fileName()));
    });
}

bool Files::save()
{
    return m_document->path().isEmpty() ? saveAs() : write(m_document->path());
}

bool Files::saveAs()
{
    const QString start = m_document->path().isEmpty() ? QDir(m_preferences->lastFolder()).filePath(m_document->title() + suffix)
                                                       : m_document->path();
    QString path = QFileDialog::getSaveFileName(m_window, tr("Save as"), start, tr("Zhibei projects (*.zhibei)"));
    if (path.isEmpty())
        return false;
    if (!path.endsWith(suffix))
        path += suffix;
    return write(path);
}

bool Files::write(const QString &path)
{
    return attempt([&] {
        Project project = m_session->projectWithWeights();
        if (m_arrangement)
            project.view = m_arrangement();
        saveProject(project, path.toStdString(), m_preview ? png(m_preview()) : std::vector<unsigned char>());
        m_document->setSaved(path);
        m_preferences->addRecentFile(path);
        emit told(tr("Saved as %1.").arg(QFileInfo(path).fileName()));
    });
}

bool Files::mayLeave()
{
    if (!m_document->isModified() || (m_disposable && m_disposable()))
        return true;
    QMessageBox question(QMessageBox::NoIcon, tr("Zhibei"), tr("Save the changes to “%1”?").arg(m_document->title()),
                         QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    question.setInformativeText(tr("What you do not save is lost."));
    question.setDefaultButton(QMessageBox::Save);
    const int answer = question.exec();
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save());
}

QStringList Files::recentFiles() const { return m_preferences->recentFiles(); }

void Files::fillTemplates(QMenu *menu)
{
    menu->clear();
    attempt([&] {
        for (const TemplateInfo &info : templateInfos(m_document->resources())) {
            const QString id = QString::fromStdString(info.name);
            QAction *action = menu->addAction(coreText(info.title), this, [this, id] { openTemplate(id); });
            action->setToolTip(coreText(info.description));
        }
    });
}

void Files::fillRecent(QMenu *menu)
{
    menu->clear();
    for (const QString &path : m_preferences->recentFiles()) {
        QAction *action = menu->addAction(QFileInfo(path).fileName().replace(u'&', QStringLiteral("&&")), this, [this, path] { open(path); });
        action->setToolTip(QDir::toNativeSeparators(path));
        action->setEnabled(QFileInfo::exists(path));
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("Nothing yet"))->setEnabled(false);
        return;
    }
    menu->addSeparator();
    menu->addAction(tr("Clear this list"), this, [this] { m_preferences->clearRecentFiles(); });
}

} // namespace zhibei
