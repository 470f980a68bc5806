#include "app/autosave.h"

#include "app/session.h"
#include "core/io/file_error.h"
#include "core/io/project_file.h"
#include "widgets/theme/core_text.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

namespace zhibei {

namespace {

const QString copySuffix = QStringLiteral(".zhibei"), noteSuffix = QStringLiteral(".json"), lockSuffix = QStringLiteral(".lock");

/// What the copy does not say itself. Throws FileError.
void writeNote(const QString &file, const QJsonObject &note)
{
    QSaveFile out(file);
    const QByteArray bytes = QJsonDocument(note).toJson();
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        throw FileError({"%1: %2", {file.toStdString(), out.errorString().toStdString()}});
}

/// The project with the weights of a moment; made on the writing thread.
Project withWeights(Project project, const Snapshot &snapshot)
{
    if (snapshot.model && snapshot.parameters && snapshot.step > 0) {
        project.weights = exportParameters(*snapshot.model, *snapshot.parameters);
        project.steps = snapshot.step;
    }
    return project;
}

} // namespace

Autosave::Autosave(Session *session, const QString &folder, const Pace &pace, QObject *parent)
    : QObject(parent), m_session(session), m_folder(folder), m_name(QUuid::createUuid().toString(QUuid::WithoutBraces)), m_pace(pace)
{
    QDir().mkpath(folder);
    m_alive = std::make_unique<QLockFile>(QDir(folder).filePath(m_name + lockSuffix));
    m_alive->setStaleLockTime(0); // as long as the process lives
    m_alive->tryLock(0);
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::save);
    m_training.setInterval(pace.training);
    connect(&m_training, &QTimer::timeout, this, [this] {
        if (m_session->isPlaying())
            save();
    });
    m_training.start();
    Document *document = session->document();
    for (const auto change : {&Document::networkChanged, &Document::arranged, &Document::dataChanged, &Document::trainingChanged})
        connect(document, change, this, &Autosave::onEdited);
    connect(document, &Document::titleChanged, this, &Autosave::onTitle);
    connect(document, &Document::opened, this, &Autosave::onTitle);
}

Autosave::~Autosave()
{
    m_pool.waitForDone();
    removeCopy();
}

QString Autosave::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/recovery");
}

QString Autosave::copyFile() const { return QDir(m_folder).filePath(m_name + copySuffix); }

void Autosave::onEdited()
{
    if (!m_dirty)
        m_sinceEdit.start();
    m_dirty = true;
    const auto left = std::max<qint64>(0, m_pace.atMost - m_sinceEdit.elapsed());
    m_timer.start(static_cast<int>(std::min<qint64>(m_pace.rest, left)));
}

/// Saved or replaced: the copy holds nothing that the document's file does not.
void Autosave::onTitle()
{
    if (m_session->document()->isModified())
        return;
    m_dirty = false;
    m_timer.stop();
    m_pool.start([file = copyFile(), note = QDir(m_folder).filePath(m_name + noteSuffix)] {
        QFile::remove(file);
        QFile::remove(note);
    });
}

void Autosave::save()
{
    if (m_writing) {
        m_again = true;
        return;
    }
    m_writing = true;
    m_dirty = false;
    const Document *document = m_session->document();
    const std::shared_ptr<const Snapshot> snapshot = m_session->snapshot();
    const QJsonObject note{{QStringLiteral("path"), document->path()}, {QStringLiteral("title"), document->title()}, {QStringLiteral("steps"), static_cast<qint64>(snapshot->step)}};
    m_pool.start([this, note, snapshot, project = document->project(), folder = m_folder, name = m_name] {
        QString error;
        try {
            QDir().mkpath(folder);
            writeNote(QDir(folder).filePath(name + noteSuffix), note);
            saveProject(withWeights(project, *snapshot), QDir(folder).filePath(name + copySuffix).toStdString());
        } catch (const FileError &failure) {
            error = QString::fromUtf8(failure.what());
        }
        QMetaObject::invokeMethod(this, [this, error] { onWritten(error); }, Qt::QueuedConnection);
    });
}

void Autosave::onWritten(const QString &error)
{
    m_writing = false;
    if (!error.isEmpty()) {
        m_dirty = true;
        m_timer.start(m_pace.atMost);
        if (!std::exchange(m_told, true))
            emit failed(error);
    } else {
        m_told = false;
        emit written();
    }
    if (std::exchange(m_again, false))
        save();
}

void Autosave::removeCopy()
{
    QFile::remove(copyFile());
    QFile::remove(QDir(m_folder).filePath(m_name + noteSuffix));
}

std::vector<Autosave::Left> Autosave::left(const QString &folder)
{
    std::vector<Left> copies;
    const QDir place(folder);
    for (const QFileInfo &info : place.entryInfoList({QLatin1Char('*') + copySuffix}, QDir::Files)) {
        QLockFile lock(place.filePath(info.completeBaseName() + lockSuffix));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0)) // its program still runs
            continue;
        QFile noteFile(place.filePath(info.completeBaseName() + noteSuffix));
        QJsonObject note;
        if (noteFile.open(QIODevice::ReadOnly))
            note = QJsonDocument::fromJson(noteFile.readAll()).object();
        copies.push_back({info.filePath(), note[QStringLiteral("path")].toString(), note[QStringLiteral("title")].toString(), info.lastModified(),
                          static_cast<qint64>(note[QStringLiteral("steps")].toDouble())});
    }
    std::sort(copies.begin(), copies.end(), [](const Left &a, const Left &b) { return a.when > b.when; });
    return copies;
}

void Autosave::discard(const Left &copy)
{
    const QFileInfo info(copy.file);
    for (const QString &suffix : {copySuffix, noteSuffix, lockSuffix})
        QFile::remove(info.dir().filePath(info.completeBaseName() + suffix));
}

} // namespace zhibei
