#include "app/sample_panel.h"

#include "core/data/data_source.h"
#include "widgets/theme/theme.h"

#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace zhibei;

/// A sample of a text is read as the text it is.
class TestSamplePanel : public QObject {
    Q_OBJECT

    static bool shows(const SamplePanel &panel, const QString &text)
    {
        const QList<QLabel *> labels = panel.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().remove(QChar(0x200B)) == text; });
    }

    std::shared_ptr<const Dataset> read(const char *text, const char *unit)
    {
        QFile file(m_folder.filePath(QStringLiteral("text.txt")));
        if (!file.open(QIODevice::WriteOnly))
            return nullptr;
        for (int i = 0; i < 20; ++i)
            file.write(text);
        file.close();
        DataSpec spec;
        spec.source = "text";
        spec.options = {{"path", file.fileName().toStdString()}, {"unit", std::string(unit)}, {"length", int64_t(6)}};
        return makeDataset(spec, ZHIBEI_RESOURCES);
    }

private slots:
    void characters()
    {
        const auto data = read("床前明月光\n", "characters");
        QVERIFY(data);
        Theme theme;
        SamplePanel panel(&theme);
        panel.setData(data);
        QVERIFY(shows(panel, QStringLiteral("床前明月光↵")));
        QVERIFY(shows(panel, QStringLiteral("The right answer: 前明月光↵床")));
        QVERIFY(shows(panel, QStringLiteral("–")));

        // the network is sure of the right answer, but for the first place
        const size_t classes = data->classNames.size();
        std::vector<float> prediction(6 * classes, 0.01f);
        for (size_t step = 0; step < 6; ++step)
            prediction[step * classes + size_t(data->targets.row(0)[step == 0 ? 5 : step])] = 0.9f;
        panel.setPrediction(prediction);
        QVERIFY(shows(panel, QStringLiteral("床明月光↵床")));
        prediction[7] = std::numeric_limits<float>::quiet_NaN();
        panel.setPrediction(prediction);
        QVERIFY(shows(panel, QStringLiteral("–")));
    }

    void babbleBreaksIntoLines()
    {
        const auto data = read("abc\n", "characters");
        QVERIFY(data);
        Theme theme;
        SamplePanel panel(&theme);
        auto longer = std::make_shared<Dataset>(*data);
        longer->targetCount = 200;
        longer->targets = Tensor(Shape({data->count(), 200}));
        panel.setData(longer);
        panel.setPrediction(std::vector<float>(200 * data->classNames.size(), 0.1f)); // the same letter everywhere
        QVERIFY2(panel.minimumSizeHint().width() < 300, qPrintable(QString::number(panel.minimumSizeHint().width())));
    }

    void words()
    {
        const auto data = read("The cat, a cat 猫! ", "words");
        QVERIFY(data);
        Theme theme;
        SamplePanel panel(&theme);
        panel.setData(data);
        QVERIFY(shows(panel, QStringLiteral("The cat, a cat猫")));
        panel.setSample(1);
        QVERIFY(shows(panel, QStringLiteral("! The cat, a cat")));
        QVERIFY(shows(panel, QStringLiteral("The right answer: The cat, a cat猫")));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestSamplePanel)
#include "tst_sample_panel.moc"
