#include "core/io/project_file.h"
#include "core/network/diagnostics.h"
#include "core/train/observer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace zhibei;

namespace {
const std::string resources = ZHIBEI_RESOURCES;
}

class TestTemplates : public QObject {
    Q_OBJECT
private slots:
    void thereAreThoseWePromise()
    {
        const auto names = templateNames(resources);
        QCOMPARE(names.front(), std::string("digits"));
        for (const char *name : {"digits", "spiral", "xor", "line", "curve", "neuron"})
            QVERIFY2(std::find(names.begin(), names.end(), name) != names.end(), name);
    }

    void everyTextIsMarked()
    {
        const auto marked = templateTexts();
        std::set<std::string> texts(marked.begin(), marked.end());
        QCOMPARE(texts.size(), marked.size());
        for (const TemplateInfo &info : templateInfos(resources)) {
            QVERIFY2(texts.erase(info.title) == 1, info.title.c_str());
            QVERIFY2(texts.erase(info.description) == 1, info.description.c_str());
        }
        QVERIFY2(texts.empty(), texts.empty() ? "" : texts.begin()->c_str());
    }

    void everyOneCanTrain_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string &name : templateNames(resources))
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void everyOneCanTrain()
    {
        QFETCH(QString, name);
        const Project project = openProject(name.toStdString(), resources);
        QVERIFY(!project.title.empty());
        const auto data = makeDataset(project.data, resources);
        QVERIFY(data->trainCount > 0);
        const Analysis analysis = analyse(project.network, data->type());
        for (const Diagnostic &diagnostic : analysis.diagnostics)
            QVERIFY2(!diagnostic.blocks, (diagnostic.node + ": " + diagnostic.text.english()).c_str());
        QVERIFY(analysis.trainable());
        const auto model = buildModel(project.network, data->type());
        for (const Wire &wire : project.network.wires) // each has rows of its own in the weights, or all of them
            if (const WireWeights weights = wireWeights(*model, wire); weights.parameter)
                QVERIFY2(weights.rows > 0 && weights.firstRow + weights.rows <= weights.parameter->shape[0], wire.to.node.c_str());
        QVERIFY(projectFromJson(projectToJson(project)) == project);
    }

    void aPathOpensToo()
    {
        const std::string path = resources + "/templates/xor.json";
        QVERIFY(openProject(path, resources) == openProject("xor", resources));
    }

    void anUnknownNameListsWhatThereIs()
    {
        for (const char *name : {"nothing", "", "../templates/xor", "xor.json"}) {
            try {
                openProject(name, resources);
                QFAIL(name);
            } catch (const FileError &error) {
                QVERIFY2(std::string(error.what()).find("spiral") != std::string::npos, error.what());
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestTemplates)
#include "tst_templates.moc"
