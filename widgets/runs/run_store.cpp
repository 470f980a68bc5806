#include "widgets/runs/run_store.h"

#include "core/io/project_file.h"

#include <QAtomicInteger>
#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QIODevice>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <cmath>

namespace zhibei {

namespace {

constexpr int format = 1;       // PRAGMA user_version
constexpr size_t curvePoints = 2048;
constexpr quint32 mostCurvePoints = 1 << 20; // what a file may claim

const char *const schema = "CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY AUTOINCREMENT, ended INTEGER NOT NULL, title TEXT, project TEXT NOT NULL,"
                           " steps INTEGER, epochs REAL, seconds REAL, measured INTEGER, train_loss REAL, test_loss REAL, train_accuracy REAL, test_accuracy REAL,"
                           " train_r2 REAL, test_r2 REAL, best_loss REAL, best_accuracy REAL, weights_sha256 TEXT, repeatable INTEGER,"
                           " star INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '', curves BLOB)";

void run(QSqlQuery &query)
{
    if (!query.exec())
        throw RunStoreError(query.lastError().text());
}

void run(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement))
        throw RunStoreError(query.lastError().text());
}

void prepare(QSqlQuery &query, const char *statement)
{
    if (!query.prepare(QLatin1String(statement)))
        throw RunStoreError(query.lastError().text());
}

QVariant number(const std::optional<double> &value) { return value && std::isfinite(*value) ? QVariant(*value) : QVariant(QMetaType::fromType<double>()); }

std::optional<double> number(const QVariant &value) { return value.isNull() ? std::nullopt : std::optional(value.toDouble()); }

void write(QDataStream &stream, const Metrics &metrics)
{
    for (const auto &value : {metrics.loss, metrics.accuracy, metrics.r2})
        stream << value.value_or(std::nan(""));
}

void read(QDataStream &stream, Metrics &metrics)
{
    for (std::optional<double> *value : {&metrics.loss, &metrics.accuracy, &metrics.r2}) {
        double number = 0;
        stream >> number;
        *value = std::isnan(number) ? std::nullopt : std::optional(number);
    }
}

QByteArray packed(const History::Curves &curves)
{
    History thin(curvePoints);
    thin.append(curves.points, curves.evaluations);
    const History::Curves kept = thin.curves();
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << quint32(kept.points.size()) << quint32(kept.evaluations.size());
    for (const CurvePoint &point : kept.points)
        stream << qint64(point.step) << point.loss << qint64(point.steps);
    for (const Evaluation &evaluation : kept.evaluations) {
        stream << qint64(evaluation.step);
        write(stream, evaluation.train);
        write(stream, evaluation.test);
    }
    return qCompress(bytes);
}

History::Curves unpacked(const QByteArray &blob)
{
    const QByteArray bytes = qUncompress(blob);
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 points = 0, evaluations = 0;
    stream >> points >> evaluations;
    History::Curves curves;
    if (points > mostCurvePoints || evaluations > mostCurvePoints)
        return curves;
    const auto whole = [&] {
        qint64 value = 0;
        stream >> value;
        return value;
    };
    for (quint32 i = 0; i < points && stream.status() == QDataStream::Ok; ++i) {
        CurvePoint point;
        point.step = whole();
        stream >> point.loss;
        point.steps = whole();
        curves.points.push_back(point);
    }
    for (quint32 i = 0; i < evaluations && stream.status() == QDataStream::Ok; ++i) {
        Evaluation evaluation;
        evaluation.step = whole();
        read(stream, evaluation.train);
        read(stream, evaluation.test);
        curves.evaluations.push_back(evaluation);
    }
    return stream.status() == QDataStream::Ok ? curves : History::Curves();
}

void bind(QSqlQuery &query, const RunRecord &record, const History::Curves &curves)
{
    Project bare = record.project;
    bare.weights.clear();
    bare.steps = 0;
    bare.view.clear();
    const Metrics &train = record.result.train, &test = record.result.test;
    const QVariant values[] = {record.when.toMSecsSinceEpoch(), record.title, QString::fromStdString(projectToJson(bare)), record.steps, record.epochs, record.seconds,
                               qint64(record.result.step), number(train.loss), number(test.loss), number(train.accuracy), number(test.accuracy), number(train.r2),
                               number(test.r2), number(record.bestLoss), number(record.bestAccuracy), record.weightsSha256, record.repeatable, packed(curves)};
    for (const QVariant &value : values)
        query.addBindValue(value);
}

/// False: what is stored is not a project of ours.
bool fill(RunRecord &record, const QSqlQuery &row)
{
    record.id = row.value(0).toLongLong();
    record.when = QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong());
    record.title = row.value(2).toString();
    try {
        record.project = projectFromJson(row.value(3).toString().toStdString());
    } catch (const FileError &) {
        return false;
    }
    record.steps = row.value(4).toLongLong();
    record.epochs = row.value(5).toDouble();
    record.seconds = row.value(6).toDouble();
    record.result.step = row.value(7).toLongLong();
    record.result.train = {number(row.value(8)), number(row.value(10)), number(row.value(12))};
    record.result.test = {number(row.value(9)), number(row.value(11)), number(row.value(13))};
    record.bestLoss = number(row.value(14));
    record.bestAccuracy = number(row.value(15));
    record.weightsSha256 = row.value(16).toString();
    record.repeatable = row.value(17).toBool();
    record.star = row.value(18).toBool();
    record.note = row.value(19).toString();
    return true;
}

void makeSchema(QSqlDatabase &database)
{
    QSqlQuery version(database);
    if (!version.exec(QStringLiteral("PRAGMA user_version")) || !version.next())
        throw RunStoreError(version.lastError().text());
    const int found = version.value(0).toInt();
    version.finish();
    if (found > format)
        throw RunStoreError(RunStore::tr("it was written by a newer Zhibei"));
    if (found == format)
        return;
    run(database, QStringLiteral("BEGIN IMMEDIATE"));
    run(database, QLatin1String(schema));
    run(database, QStringLiteral("PRAGMA user_version = %1").arg(format));
    run(database, QStringLiteral("COMMIT"));
}

} // namespace

void RunStore::use(const std::function<void(QSqlDatabase &)> &work) const
{
    static QAtomicInteger<quint64> counter;
    const QString name = QStringLiteral("runs%1").arg(counter.fetchAndAddRelaxed(1));
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QString problem;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(m_file);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        try {
            if (!database.open())
                throw RunStoreError(database.lastError().text());
            makeSchema(database);
            work(database);
        } catch (const RunStoreError &error) {
            problem = QString::fromUtf8(error.what());
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
    if (!problem.isEmpty())
        throw RunStoreError(tr("%1: %2", "file, problem").arg(QDir::toNativeSeparators(m_file), problem.simplified()));
}

qint64 RunStore::put(const RunRecord &record, const History::Curves &curves) const
{
    qint64 id = record.id;
    use([&](QSqlDatabase &database) {
        QSqlQuery query(database);
        if (id > 0) {
            prepare(query, "UPDATE runs SET ended=?, title=?, project=?, steps=?, epochs=?, seconds=?, measured=?, train_loss=?, test_loss=?, train_accuracy=?,"
                           " test_accuracy=?, train_r2=?, test_r2=?, best_loss=?, best_accuracy=?, weights_sha256=?, repeatable=?, curves=? WHERE id=?");
            bind(query, record, curves);
            query.addBindValue(id);
            run(query);
            if (query.numRowsAffected() > 0)
                return;
        }
        prepare(query, "INSERT INTO runs (ended, title, project, steps, epochs, seconds, measured, train_loss, test_loss, train_accuracy, test_accuracy, train_r2,"
                       " test_r2, best_loss, best_accuracy, weights_sha256, repeatable, curves, star, note) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        bind(query, record, curves);
        query.addBindValue(record.star ? 1 : 0);
        query.addBindValue(record.note.isNull() ? QStringLiteral("") : record.note);
        run(query);
        id = query.lastInsertId().toLongLong();
        run(database, QStringLiteral("DELETE FROM runs WHERE star=0 AND note='' AND id NOT IN"
                                     " (SELECT id FROM runs WHERE star=0 AND note='' ORDER BY ended DESC, id DESC LIMIT %1)").arg(mostPlainRuns));
    });
    return id;
}

std::vector<RunRecord> RunStore::list() const
{
    std::vector<RunRecord> records;
    use([&](QSqlDatabase &database) {
        QSqlQuery query(database);
        query.setForwardOnly(true);
        prepare(query, "SELECT id, ended, title, project, steps, epochs, seconds, measured, train_loss, test_loss, train_accuracy, test_accuracy, train_r2, test_r2,"
                       " best_loss, best_accuracy, weights_sha256, repeatable, star, note FROM runs ORDER BY ended DESC, id DESC");
        run(query);
        while (query.next())
            if (RunRecord record; fill(record, query))
                records.push_back(std::move(record));
        if (query.lastError().isValid())
            throw RunStoreError(query.lastError().text());
    });
    return records;
}

History::Curves RunStore::curves(qint64 id) const
{
    History::Curves curves;
    use([&](QSqlDatabase &database) {
        QSqlQuery query(database);
        prepare(query, "SELECT curves FROM runs WHERE id=?");
        query.addBindValue(id);
        run(query);
        if (query.next())
            curves = unpacked(query.value(0).toByteArray());
    });
    return curves;
}

void RunStore::setStar(qint64 id, bool star) const
{
    use([&](QSqlDatabase &database) {
        QSqlQuery query(database);
        prepare(query, "UPDATE runs SET star=? WHERE id=?");
        query.addBindValue(star ? 1 : 0);
        query.addBindValue(id);
        run(query);
    });
}

void RunStore::setNote(qint64 id, const QString &note) const
{
    use([&](QSqlDatabase &database) {
        QSqlQuery query(database);
        prepare(query, "UPDATE runs SET note=? WHERE id=?");
        query.addBindValue(note.isNull() ? QStringLiteral("") : note);
        query.addBindValue(id);
        run(query);
    });
}

void RunStore::remove(const std::vector<qint64> &ids) const
{
    use([&](QSqlDatabase &database) {
        run(database, QStringLiteral("BEGIN IMMEDIATE"));
        for (const qint64 id : ids) {
            QSqlQuery query(database);
            prepare(query, "DELETE FROM runs WHERE id=?");
            query.addBindValue(id);
            run(query);
        }
        run(database, QStringLiteral("COMMIT"));
    });
}

} // namespace zhibei
