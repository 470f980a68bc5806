#include "app/network_change.h"

#include <QTest>

using namespace zhibei;

/// What an edit asks of a training that runs.
class TestNetworkChange : public QObject {
    Q_OBJECT

private slots:
    void kinds_data()
    {
        QTest::addColumn<QString>("node");
        QTest::addColumn<QString>("attribute");
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("kind");
        QTest::newRow("nothing") << "squared1" << "rate" << 0.001 << int(NetworkChange::Nothing);
        QTest::newRow("rate") << "squared1" << "rate" << 0.5 << int(NetworkChange::Numbers);
        QTest::newRow("penalty") << "squared1" << "l2" << 0.5 << int(NetworkChange::Numbers);
        QTest::newRow("a loss counts more") << "squared1" << "weight" << 0.5 << int(NetworkChange::Rebuild);
        QTest::newRow("dropout") << "dropout1" << "rate" << 0.5 << int(NetworkChange::Rebuild);
    }
    void kinds()
    {
        QFETCH(QString, node);
        QFETCH(QString, attribute);
        QFETCH(double, value);
        QFETCH(int, kind);
        Network before;
        before.addNode("input");
        before.addNode("dropout");
        before.addNode("squared", {{"rate", 0.001}});
        Network after = before;
        after.find(node.toStdString())->attributes[attribute.toStdString()] = value;
        const NetworkChange change = changeBetween(before, after);
        QCOMPARE(int(change.kind), kind);
        QCOMPARE(change.numbers.size(), size_t(kind == NetworkChange::Numbers ? 1 : 0));
        if (!change.numbers.empty())
            QVERIFY(change.numbers[0].node == node.toStdString() && change.numbers[0].attribute == attribute.toStdString() && change.numbers[0].value == Value(value));
    }

    void placesAreNoChange()
    {
        Network before;
        before.addNode("input");
        Network after = before;
        after.nodes[0].position = {100, 50};
        after.notes.push_back({"note1", "look", {}, {}});
        QCOMPARE(int(changeBetween(before, after).kind), int(NetworkChange::Nothing));
        after.addNode("squared");
        QCOMPARE(int(changeBetween(before, after).kind), int(NetworkChange::Rebuild));
    }
};

QTEST_GUILESS_MAIN(TestNetworkChange)
#include "tst_network_change.moc"
