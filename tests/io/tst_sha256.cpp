#include "core/io/sha256.h"

#include <QTest>

using namespace zhibei;

class TestSha256 : public QObject {
    Q_OBJECT
private slots:
    void matchesTheStandard()
    {
        // FIPS 180-4 examples
        QCOMPARE(Sha256().hex(), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        Sha256 abc;
        abc.add("a", 1);
        abc.add("bc", 2);
        QCOMPARE(abc.hex(), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
};

QTEST_APPLESS_MAIN(TestSha256)
#include "tst_sha256.moc"
