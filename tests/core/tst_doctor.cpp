#include "core/probes/doctor.h"
#include "tests/core/probe_lab.h"

#include <QTest>

#include <cmath>

using namespace zhibei;

namespace {

const Finding *finding(const std::vector<Finding> &findings, const std::string &rule)
{
    for (const Finding &found : findings)
        if (found.rule == rule)
            return &found;
    return nullptr;
}

QString rules(const std::vector<Finding> &findings)
{
    QStringList all;
    for (const Finding &found : findings)
        all += QStringLiteral("%1 at %2: %3").arg(QString::fromStdString(found.rule), QString::fromStdString(found.node)).arg(found.measured);
    return all.join(QStringLiteral("; "));
}

Project digits(const char *activation = "relu", double rate = 0.1)
{
    Project project = openProject("digits-mlp", ZHIBEI_RESOURCES);
    for (const char *dense : {"dense1", "dense2"})
        project.network.find(dense)->attributes["activation"] = std::string(activation);
    Attributes &loss = project.network.find("cross_entropy1")->attributes;
    loss["optimizer"] = std::string("sgd");
    loss["rate"] = rate;
    return project;
}

/// Twelve dense layers of ten neurons and a last one.
Project stack(const char *activation)
{
    Project project = openProject("digits-mlp", ZHIBEI_RESOURCES);
    Network &net = project.network;
    net.removeNode("dense1");
    net.removeNode("dense2");
    NodeId before = "flatten1";
    for (int i = 0; i < 12; ++i) {
        const NodeId layer = net.addNode("dense", {{"units", int64_t(10)}, {"activation", std::string(activation)}});
        net.connect({before, 0}, {layer, 0});
        before = layer;
    }
    net.connect({before, 0}, {"dense3", 0});
    return project;
}

/// The first training samples only, and all test samples.
std::shared_ptr<const Dataset> fewSamples(int64_t count)
{
    Dataset few = *makeDataset(digits().data, ZHIBEI_RESOURCES);
    const int64_t tests = few.testCount(), first = few.trainCount;
    const auto cut = [&](const Tensor &all) {
        std::vector<int64_t> extents = all.shape().extents();
        extents[0] = count + tests;
        Tensor part{Shape(extents)};
        for (int64_t i = 0; i < count + tests; ++i)
            std::ranges::copy(all.row(i < count ? i : first + i - count), part.row(i).begin());
        return part;
    };
    few.features = cut(few.features);
    few.targets = cut(few.targets);
    few.trainCount = count;
    return std::make_shared<const Dataset>(std::move(few));
}

} // namespace

/// Every rule speaks up at a network that has the illness, with the right number, and not at one that has it not.
class TestDoctor : public QObject {
    Q_OBJECT
private slots:
    void healthyNetworksAreWell_data();
    void healthyNetworksAreWell();
    void deadRelus();
    void saturatedSigmoids();
    void vanishingGradients();
    void explodingGradients();
    void classesNeverPredicted();
    void rateTooHigh();
    void flatLoss();
    void overfitting();
    void notANumber();
};

void TestDoctor::healthyNetworksAreWell_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"digits", "digits-mlp", "spiral", "xor", "line", "lenet", "char-lstm", "autoencoder", "dcgan"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void TestDoctor::healthyNetworksAreWell()
{
    QFETCH(QString, name);
    ProbeLab lab(openProject(name.toStdString(), ZHIBEI_RESOURCES));
    lab.train(name == "lenet" || name == "dcgan" || name == "char-lstm" ? 30 : 400, 50);
    const auto found = lab.ask(DoctorProbe());
    QVERIFY(found);
    QVERIFY2(found->findings.empty(), qPrintable(rules(found->findings)));
    QVERIFY(found->samples > 0);
    const auto curves = curveFindings(lab.evaluations(), lab.model());
    QVERIFY2(curves.empty(), qPrintable(rules(curves)));
}

void TestDoctor::deadRelus()
{
    ProbeLab lab(digits());
    lab.train(100);
    lab.change("dense2", "bias", [](int64_t k, float &bias) { bias = k % 2 ? -1000.0f : 1000.0f; }); // 64 units: half of them silent for good
    const auto found = lab.ask(DoctorProbe());
    const Finding *dead = finding(found->findings, "dead_relu");
    QVERIFY2(dead, qPrintable(rules(found->findings)));
    QCOMPARE(dead->node, NodeId("dense2"));
    QCOMPARE(dead->measured, 0.5);
    QCOMPARE(dead->text.arguments, (std::vector<std::string>{"32", "64"}));
}

void TestDoctor::saturatedSigmoids()
{
    for (const char *function : {"sigmoid", "tanh"}) {
        ProbeLab lab(digits(function));
        lab.train(100);
        QVERIFY(!finding(lab.ask(DoctorProbe())->findings, "saturated"));
        lab.change("dense1", "weights", [](int64_t, float &weight) { weight *= 100; });
        const auto found = lab.ask(DoctorProbe());
        const Finding *saturated = finding(found->findings, "saturated");
        QVERIFY2(saturated, qPrintable(rules(found->findings)));
        QCOMPARE(saturated->node, NodeId("dense1"));
        QVERIFY(saturated->measured > 0.8 && saturated->measured <= 1);
    }
}

void TestDoctor::vanishingGradients()
{
    ProbeLab ill(stack("sigmoid")), well(stack("relu"));
    const auto found = ill.ask(DoctorProbe());
    const Finding *vanishing = finding(found->findings, "vanishing");
    QVERIFY2(vanishing, qPrintable(rules(found->findings)));
    QCOMPARE(vanishing->node, NodeId("dense1"));
    QVERIFY2(vanishing->measured < 1e-5, qPrintable(rules(found->findings))); // a sigmoid's slope is at most 1/4, eleven times
    QVERIFY(!finding(well.ask(DoctorProbe())->findings, "vanishing"));
}

void TestDoctor::explodingGradients()
{
    ProbeLab lab(stack("relu"));
    QVERIFY(!finding(lab.ask(DoctorProbe())->findings, "exploding"));
    for (float &number : lab.parameters())
        number *= 8;
    const auto found = lab.ask(DoctorProbe());
    const Finding *exploding = finding(found->findings, "exploding");
    QVERIFY2(exploding, qPrintable(rules(found->findings)));
    QVERIFY(exploding->measured > 1e3);
}

void TestDoctor::classesNeverPredicted()
{
    ProbeLab lab(digits());
    lab.train(300);
    lab.change("dense3", "bias", [](int64_t k, float &bias) { bias = k == 7 ? -1e4f : bias; });
    int64_t sevens = 0;
    for (int64_t i = lab.data().trainCount; i < lab.data().count(); ++i)
        sevens += i < lab.data().trainCount + 1000 && lab.data().target(i) == 7;
    const auto found = lab.ask(DoctorProbe());
    QCOMPARE(int(found->findings.size()), 1);
    QCOMPARE(found->findings[0].rule, std::string("class_never_predicted"));
    QCOMPARE(found->findings[0].measured, double(sevens));
    QCOMPARE(found->findings[0].text.arguments[0], std::string("7"));
}

void TestDoctor::rateTooHigh()
{
    ProbeLab ill(digits("tanh", 10)), well(digits("tanh", 0.1));
    for (ProbeLab *lab : {&ill, &well})
        lab->train(400, 20);
    const auto found = curveFindings(ill.evaluations(), ill.model());
    const Finding *rate = finding(found, "rate_too_high");
    QVERIFY2(rate, qPrintable(rules(found)));
    QCOMPARE(rate->node, NodeId("cross_entropy1"));
    QCOMPARE(rate->advice.arguments, std::vector<std::string>{"1"});
    QVERIFY(!finding(curveFindings(well.evaluations(), well.model()), "rate_too_high"));
}

void TestDoctor::flatLoss()
{
    ProbeLab ill(digits("relu", 1e-7)), well(digits("relu", 0.1));
    for (ProbeLab *lab : {&ill, &well})
        lab->train(400, 40);
    const auto found = curveFindings(ill.evaluations(), ill.model());
    const Finding *flat = finding(found, "flat_loss");
    QVERIFY2(flat, qPrintable(rules(found)));
    QCOMPARE(flat->measured, *ill.evaluations().back().train.loss);
    QVERIFY(!finding(curveFindings(well.evaluations(), well.model()), "flat_loss"));
}

void TestDoctor::overfitting()
{
    Project large = openProject("digits-mlp", ZHIBEI_RESOURCES);
    large.network.find("dense1")->attributes["units"] = int64_t(512);
    ProbeLab ill(large, fewSamples(20)), well(openProject("digits-mlp", ZHIBEI_RESOURCES));
    ill.train(600, 10);
    well.train(300, 20);
    const auto found = curveFindings(ill.evaluations(), ill.model());
    const Finding *fit = finding(found, "overfitting");
    QVERIFY2(fit, qPrintable(rules(found)));
    QCOMPARE(fit->node, NodeId("dense3"));
    double least = 1e9;
    for (const Evaluation &e : ill.evaluations())
        least = std::min(least, *e.test.loss);
    QVERIFY(fit->measured > 1.1 && fit->measured <= *ill.evaluations().back().test.loss / least);
    QVERIFY(!finding(curveFindings(well.evaluations(), well.model()), "overfitting"));
}

void TestDoctor::notANumber()
{
    ProbeLab stopped(digits("relu", 0.5));
    auto moment = std::make_shared<Snapshot>(*stopped.snapshot());
    moment->state = TrainerState::Stopped;
    moment->reason = {"beyond all bounds", {}};
    moment->reasonNode = "dense2";
    ProbeTools tools;
    const auto told = std::dynamic_pointer_cast<const Diagnosis>(
        zhibei::ask(DoctorProbe(), {moment, std::make_shared<const Dataset>(stopped.data()), digits().data, &tools, {}}));
    const Finding *why = finding(told->findings, "rate_too_high");
    QVERIFY(why && why->node == "dense2" && why->text == moment->reason);
    QCOMPARE(why->advice.arguments, std::vector<std::string>{"0.05"});

    ProbeLab lab(digits());
    for (float &number : lab.parameters())
        number = std::nanf("");
    QVERIFY(finding(lab.ask(DoctorProbe())->findings, "exploding"));
    Evaluation evaluation;
    evaluation.train.loss = std::nan("");
    QVERIFY(finding(curveFindings({evaluation}, lab.model()), "rate_too_high"));
}

QTEST_APPLESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
