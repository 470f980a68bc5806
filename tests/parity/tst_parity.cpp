#include "tests/parity/expected.h"
#include "tests/parity/parity_program.h"

#include <QtTest>

using namespace zhibei;

namespace {

/// "in0.table" is "in0" to PyTorch, "node.weights" is "weights".
std::string nameOf(const ParameterView &view)
{
    return view.name == "table" ? view.node : view.name;
}

/// Class indices, masks and what outputs are weighed by: nothing to learn in them.
bool given(const ParityCase &parity, const ParameterView &view)
{
    if (view.name != "table")
        return false;
    if (view.node.starts_with("pull"))
        return true;
    const size_t port = size_t(std::stoi(view.node.substr(2)));
    const auto &ports = parity.kind->inputs;
    return parity.sample.inputs[port].classes > 0 || ports[std::min(port, ports.size() - 1)].id == "mask";
}

} // namespace

/// Every kind and every loss against PyTorch: outputs, and the gradients of every input and parameter.
class TestParity : public QObject {
    Q_OBJECT

private slots:
    void everyKindHasACase()
    {
        std::set<std::string> covered;
        for (const ParityCase &parity : parityCases())
            covered.insert(parity.kind->id);
        for (const LayerKind *kind : layerKinds())
            QVERIFY2(covered.contains(kind->id) != (withoutParity(*kind) != nullptr), kind->id.c_str());
    }

    void kind_data()
    {
        QTest::addColumn<int>("index");
        const std::vector<ParityCase> all = parityCases();
        for (size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name.c_str()) << int(i);
    }
    void kind()
    {
        QFETCH(int, index);
        const ParityCase parity = parityCases()[size_t(index)];
        std::map<std::string, Tensor> theirs = expectedOf(parity.name);
        QVERIFY2(!theirs.empty(), "not in expected.safetensors: run tests/parity/make_expected.py");
        ParityProgram program(parity);
        for (const ParameterView &view : program.model().parameters) {
            const auto found = theirs.find(nameOf(view));
            QVERIFY2(found != theirs.end() && found->second.count() == view.shape.count(), qPrintable("PyTorch has no " + QString::fromStdString(view.fullName())));
            for (int64_t k = 0; k < view.shape.count(); ++k)
                program.parameters()[size_t(view.index(k))] = found->second[k];
            theirs.erase(found);
        }
        program.run();
        compareOutputs(program, theirs);
        if (parity.training)
            compareGradients(parity, program, theirs);
        for (const auto &[name, tensor] : theirs)
            QFAIL(qPrintable("we have no " + QString::fromStdString(name)));
    }

    /// A thousandth off is seen.
    void toleranceBites()
    {
        const float one[] = {1, 100}, near[] = {1.00005f, 100.005f}, far[] = {1, 100.1f};
        QVERIFY(difference(one, near).isEmpty());
        QVERIFY(!difference(one, far).isEmpty());
        QVERIFY(!difference(std::span(one).first(1), near).isEmpty());
    }

private:
    static void compareOutputs(const ParityProgram &program, std::map<std::string, Tensor> &theirs)
    {
        for (int port = 0; port < program.outputs(); ++port) {
            const std::string name = "out" + std::to_string(port);
            const QString wrong = difference(program.output(port), theirs.at(name).values());
            QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromStdString(name) + wrong));
            theirs.erase(name);
        }
    }

    static void compareGradients(const ParityCase &parity, const ParityProgram &program, std::map<std::string, Tensor> &theirs)
    {
        for (const ParameterView &view : program.model().parameters) {
            if (given(parity, view) || view.follows > 0)
                continue;
            const std::string name = "d." + nameOf(view);
            std::vector<float> ours;
            for (int64_t k = 0; k < view.shape.count(); ++k)
                ours.push_back(program.gradient(view.index(k)));
            const QString wrong = difference(ours, theirs.at(name).values());
            QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromStdString(name) + wrong));
            theirs.erase(name);
        }
    }
};

QTEST_GUILESS_MAIN(TestParity)
#include "tst_parity.moc"
