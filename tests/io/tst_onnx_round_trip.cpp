#include "core/data/data_source.h"
#include "core/io/onnx/onnx_export.h"
#include "core/io/onnx/onnx_folder.h"
#include "core/io/project_file.h"
#include "core/layers/layer_kind.h"
#include "core/train/training_settings.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace zhibei;

namespace {

constexpr int64_t samples = 5;

/// A model, weights that are not all alike, and samples.
struct Case {
    std::shared_ptr<const Model> model;
    AlignedVector<float> parameters;
    std::vector<float> features;

    void draw(const Attributes &settings)
    {
        parameters.resize(size_t(model->parameterCount));
        initialiseParameters(*model, settings, 3, parameters);
        for (size_t i = 0; i < parameters.size(); ++i)
            parameters[i] += 0.01f * float(i * 37 % 17) / 17; // biases and running means move, too
    }
};

Case ofTemplate(const std::string &name)
{
    const Project project = openProject(name, ZHIBEI_RESOURCES);
    const auto data = makeDataset(project.data, ZHIBEI_RESOURCES);
    Case all{buildModel(project.network, data->type()), {}, {}};
    all.draw(project.training);
    for (int64_t i = 0; i < samples; ++i) { // some templates have fewer: they come round again
        const auto row = data->features.row(i % data->count());
        all.features.insert(all.features.end(), row.begin(), row.end());
    }
    return all;
}

/// The node between an input whose numbers are cut into the node's inputs, and nothing.
Case ofSample(const LayerKind &kind, const LayerKind::Sample &sample)
{
    Network net;
    DataType data{Shape({1}), {}, {Shape({1}), 0}, 0};
    const NodeId input = net.addNode("input"), node = net.addNode(kind.id, sample.attributes);
    int64_t total = 0;
    for (size_t i = 0; i < sample.inputs.size(); ++i) {
        const ValueType &type = sample.inputs[i];
        const int port = kind.inputs[0].variadic ? 0 : int(i);
        const bool target = kind.inputs[size_t(port)].target || (type.classes && !kind.takesIndices);
        if (type.absent())
            continue;
        if (target || type.classes) {
            net.connect({input, target ? 1 : 0}, {node, port});
            target ? data.target = type : ValueType{};
            if (!target)
                data = {type.shape, {}, {Shape({1}), 0}, type.classes};
            continue;
        }
        const NodeId slice = net.addNode("slice", {{"begin", total}, {"count", type.shape.count()}}), shape = net.addNode("reshape", {{"shape", type.shape.extents()}});
        net.connect({input, 0}, {slice, 0});
        net.connect({slice, 0}, {shape, 0});
        net.connect({shape, 0}, {node, port});
        total += type.shape.count();
    }
    if (total > 0)
        data.features = Shape({total});
    Case all{buildModel(net, data), {}, {}};
    all.draw({});
    for (int64_t i = 0; i < samples * data.features.count(); ++i)
        all.features.push_back(data.featureClasses ? float(i * 7 % data.featureClasses) : float(i * 29 % 41) / 20 - 1);
    return all;
}

} // namespace

/// Every template and every kind, written as ONNX, read again and run: the same numbers come out. With ZHIBEI_ONNX_OUT the
/// folders stay there, for tests/io/onnx_runtime_check.js to compare with ONNX Runtime.
class TestOnnxRoundTrip : public QObject {
    Q_OBJECT

private slots:
    void everyTemplate_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string &name : templateNames(ZHIBEI_RESOURCES))
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    void everyTemplate()
    {
        QFETCH(QString, name);
        check(ofTemplate(name.toStdString()), QStringLiteral("template_") + name);
    }

    void everyKind_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("sample");
        for (const LayerKind *kind : layerKinds())
            for (size_t s = 0; s < kind->samples.size() && kind->category != Category::Data; ++s)
                QTest::addRow("%s %zu", kind->id.c_str(), s) << QString::fromStdString(kind->id) << int(s);
    }

    void everyKind()
    {
        QFETCH(QString, kind);
        QFETCH(int, sample);
        const LayerKind &layer = *findKind(kind.toStdString());
        check(ofSample(layer, layer.samples[size_t(sample)]), QStringLiteral("kind_%1_%2").arg(kind).arg(sample));
    }

    /// A generator's picture, and what its judge says of it and of real ones, are all there, and nothing twice: two losses
    /// judge what it says of the picture.
    void everyVerdictOfAGanIsAnOutput()
    {
        const Case gan = ofTemplate("dcgan");
        const OnnxModel graph = exportOnnx(*gan.model, gan.parameters);
        QCOMPARE(graph.inputs.size(), 2u);
        QCOMPARE(graph.outputs.size(), 3u);
        std::set<std::string> written;
        for (const OnnxNode &node : graph.nodes)
            if (std::any_of(graph.outputs.begin(), graph.outputs.end(), [&](const OnnxPort &port) { return port.name == node.outputs[0]; }))
                written.insert(node.inputs.begin(), node.inputs.end());
        QCOMPARE(written.size(), 3u);
        QVERIFY(std::any_of(graph.outputs.begin(), graph.outputs.end(), [](const OnnxPort &port) { return port.dims == std::vector<int64_t>{-1, 1, 28, 28}; }));
    }

private:
    void check(const Case &all, const QString &name)
    {
        try {
            compare(all, name);
        } catch (const std::exception &error) {
            QFAIL(error.what());
        }
    }

    void compare(const Case &all, const QString &name)
    {
        QTemporaryDir temporary;
        const QString out = qEnvironmentVariable("ZHIBEI_ONNX_OUT");
        const std::string folder = QDir(out.isEmpty() ? temporary.path() : out).filePath(name).toStdString();
        writeOnnxFolder(folder, all.model, all.parameters, all.features.data(), samples);
        for (const OnnxVerdict &verdict : evalOnnxFolder(folder, {1e-4, 1e-5}))
            QVERIFY2(verdict.passed, qPrintable(QStringLiteral("%1 differs by %2").arg(QString::fromStdString(verdict.output)).arg(verdict.difference)));
    }
};

QTEST_GUILESS_MAIN(TestOnnxRoundTrip)
#include "tst_onnx_round_trip.moc"
