#include "core/io/onnx/onnx_folder.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <set>

using namespace zhibei;

namespace {

const QString folder = QStringLiteral("/usr/share/libonnx-testdata/data/node");

/// The operators whose tests are ours to pass.
const QStringList operators{
    "basic_conv", "conv", "convtranspose", "maxpool", "averagepool", "batchnorm", "layer_normalization", "gemm", "matmul", "rnn", "simple_rnn",
    "lstm", "gru", "flatten", "reshape", "concat", "gather", "add", "mul", "relu", "tanh", "sigmoid", "softmax", "leakyrelu", "elu", "selu",
    "dropout", "training_dropout"};

/// Names of cases, without "test_": other operators whose names begin alike, or the same told by simpler operators.
bool isOurs(const QString &name)
{
    for (const char *other : {"convinteger", "matmulinteger", "gather_elements", "gathernd", "basic_convinteger"})
        if (name.startsWith(QLatin1String(other)))
            return false;
    return std::any_of(operators.begin(), operators.end(), [&](const QString &op) { return name == op || name.startsWith(op + u'_'); });
}

/// name, reason; one a line.
QMap<QString, QString> skips()
{
    QFile file(QStringLiteral(ZHIBEI_ONNX_SKIPS));
    QMap<QString, QString> all;
    if (file.open(QIODevice::ReadOnly))
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
            if (!line.startsWith(u'#'))
                all.insert(line.section(u',', 0, 0).trimmed(), line.section(u',', 1).trimmed());
    return all;
}

} // namespace

/// The ONNX project's own tests of the operators we read, one row a folder.
class TestOnnxNodes : public QObject {
    Q_OBJECT

private slots:
    void node_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("reason");
        if (!QDir(folder).exists())
            QSKIP("install libonnx-testdata");
        const QMap<QString, QString> skipped = skips();
        for (const QString &entry : QDir(folder).entryList({QStringLiteral("test_*")}, QDir::Dirs, QDir::Name))
            if (isOurs(entry.mid(5)))
                QTest::newRow(qPrintable(entry)) << entry << skipped.value(entry);
    }

    void node()
    {
        QFETCH(QString, name);
        QFETCH(QString, reason);
        bool passed = false;
        QString why;
        try {
            for (const OnnxVerdict &verdict : evalOnnxFolder((folder + u'/' + name).toStdString())) {
                passed = verdict.passed;
                why = QStringLiteral("%1 differs by %2").arg(QString::fromStdString(verdict.output)).arg(verdict.difference);
                if (!passed)
                    break;
            }
        } catch (const std::exception &error) {
            why = QString::fromUtf8(error.what());
        }
        if (reason.isEmpty())
            QVERIFY2(passed, qPrintable(why));
        else
            QVERIFY2(!passed, "passes, so it must not stand among the skipped ones");
    }

    /// Every line of the list names a case and says why.
    void skipsAreReasoned()
    {
        const QMap<QString, QString> all = skips();
        for (auto skip = all.begin(); skip != all.end(); ++skip) {
            QVERIFY2(QDir(folder + u'/' + skip.key()).exists(), qPrintable(skip.key()));
            QVERIFY2(!skip.value().isEmpty(), qPrintable(skip.key()));
        }
    }
};

QTEST_GUILESS_MAIN(TestOnnxNodes)
#include "tst_onnx_nodes.moc"
