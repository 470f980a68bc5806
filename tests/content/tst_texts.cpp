#include "core/io/project_file.h"
#include "core/layers/layer_kind.h"
#include "core/train/training_settings.h"
#include "tests/content/translation_file.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace zhibei;

namespace {

/// Words that mean the same as a term of ours, and the term to use.
const char *const forbiddenWords[][2] = {
    {"全连结", "全连接"},     {"稠密层", "全连接层"}, {"池化层", "汇聚层"},   {"丢弃法", "暂退法"},     {"随机失活", "暂退法"},
    {"学习速率", "学习率"},   {"学习步长", "学习率"}, {"迭代周期", "轮"},     {"批次大小", "批量大小"}, {"批大小", "批量大小"},
    {"小批次", "小批量"},     {"权值", "权重"},       {"偏差", "偏置"},       {"偏移量", "偏置"},       {"激励函数", "激活函数"},
    {"激活层", "激活函数"},   {"互熵", "交叉熵"},     {"平方误差", "平方损失"}, {"过度拟合", "过拟合"}, {"拼接", "连结"},
    {"归一化", "规范化"},     {"优化算法", "优化器"}, {"神经网路", "神经网络"}, {"反向传导", "反向传播"}, {"准确度", "准确率"},
    {"随机数种子", "随机种子"}, {"资料", "数据"},
};

/// Names that must be the standard term, no more and no less.
const char *const terms[][2] = {
    {"Dense", "全连接层"},       {"Dropout", "暂退法"},          {"Normalise", "规范化"},    {"Activation", "激活函数"},
    {"Concatenate", "连结"},     {"Neuron", "神经元"},           {"Squared loss", "平方损失"}, {"Cross-entropy", "交叉熵"},
    {"Bias", "偏置"},            {"Learning rate", "学习率"},    {"Batch size", "批量大小"}, {"Optimizer", "优化器"},
    {"Weight decay", "权重衰减"}, {"Early stopping", "早停"},     {"Classification", "分类"}, {"Regression", "回归"},
    {"Seed", "随机种子"},        {"SGD", "随机梯度下降"},        {"SGD with momentum", "动量法"}, {"Noise", "噪声"},
    {"Transposed convolution", "转置卷积"}, {"Max pooling", "最大汇聚层"}, {"Average pooling", "平均汇聚层"}, {"Padding", "填充"},
    {"Stride", "步幅"},          {"Batch normalisation", "批量规范化"}, {"Layer normalisation", "层规范化"}, {"LSTM", "长短期记忆网络"},
    {"GRU", "门控循环单元"},     {"Multi-head attention", "多头注意力"}, {"One-hot", "独热编码"},  {"Gradient clipping", "梯度裁剪"},
};

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// A C++ literal, perhaps of several parts, as the text it stands for.
QString literalText(const QString &literal)
{
    static const QRegularExpression part(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    QString text;
    for (auto parts = part.globalMatch(literal); parts.hasNext();)
        text += parts.next().captured(1);
    return text.replace(QLatin1String("\\n"), QLatin1String("\n")).replace(QLatin1String("\\\""), QLatin1String("\""));
}

} // namespace

/// The texts of the program: all translated, in the words of the field, set as Chinese is set.
class TestTexts : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void everyTextOfCoreIsChinese_data();
    void everyTextOfCoreIsChinese();
    void everyMarkedLiteralIsInTheFile();
    void termsAreTheStandardOnes();
    void noOtherWordIsUsedForATerm();
    void chineseAndLatinTextStandTogether();
    void punctuationIsChinese();

private:
    const TranslationFile m_chinese{QStringLiteral(ZHIBEI_SOURCE "/translations/zhibei_zh_CN.ts")};
};

void TestTexts::initTestCase()
{
    QVERIFY2(m_chinese.error().isEmpty(), qPrintable(m_chinese.error()));
    QVERIFY(m_chinese.texts().size() > 500);
}

void TestTexts::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<qsizetype>("forms");
    QTest::newRow("zh_CN") << QStringLiteral(ZHIBEI_SOURCE "/translations/zhibei_zh_CN.ts") << qsizetype(1);
    QTest::newRow("en plurals") << QStringLiteral(ZHIBEI_SOURCE "/translations/zhibei_en.ts") << qsizetype(2);
}

void TestTexts::everyTextIsTranslated()
{
    QFETCH(QString, path);
    QFETCH(qsizetype, forms);
    const TranslationFile file(path);
    QVERIFY2(file.error().isEmpty(), qPrintable(file.error()));
    for (const TranslatedText &text : file.texts())
        QVERIFY2(text.finished() && text.forms.size() == forms, qPrintable(text.context + QStringLiteral(": ") + text.source));
}

void TestTexts::everyTextOfCoreIsChinese_data()
{
    QTest::addColumn<QString>("text");
    const auto add = [](const std::string &owner, const std::string &text) {
        QTest::newRow((owner + ": " + text.substr(0, 60)).c_str()) << QString::fromStdString(text);
    };
    const auto addSchema = [&](const std::string &owner, const std::vector<AttributeSpec> &schema) {
        for (const AttributeSpec &spec : schema) {
            add(owner + "." + spec.id, spec.text);
            add(owner + "." + spec.id, spec.help);
            for (const Choice &choice : spec.choices)
                add(owner + "." + spec.id, choice.text);
        }
    };
    for (const LayerKind *kind : layerKinds()) {
        add(kind->id, kind->text);
        add(kind->id, kind->help);
        add(kind->id, categoryText(kind->category));
        for (const PortSpec &port : kind->inputs)
            add(kind->id, port.text);
        for (const PortSpec &port : kind->outputs)
            add(kind->id, port.text);
        addSchema(kind->id, kind->attributes);
    }
    for (const DataSource *source : dataSources()) {
        add(source->id, source->text);
        add(source->id, source->help);
        add(source->id, dataFamilyText(source->family));
        addSchema(source->id, source->options);
    }
    addSchema("training", trainingSchema());
    addSchema("objective", objectiveAttributes());
    const std::vector<TemplateInfo> templates = templateInfos(ZHIBEI_RESOURCES);
    QVERIFY(templates.size() >= 6);
    for (const TemplateInfo &info : templates) {
        add(info.name, info.title);
        add(info.name, info.description);
    }
}

void TestTexts::everyTextOfCoreIsChinese()
{
    QFETCH(QString, text);
    QVERIFY(!text.isEmpty());
    const QString chinese = m_chinese.translation(QStringLiteral("core"), text);
    QVERIFY2(!chinese.isEmpty(), "not in the file, or not finished");
    // One word such as Adam or tanh may stay; a phrase may not.
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    if (text.contains(u' '))
        QVERIFY2(chinese.contains(han), qPrintable(chinese));
}

/// The extraction passes over what it does not understand, such as a plural whose count is a cast.
void TestTexts::everyMarkedLiteralIsInTheFile()
{
    const QString literal = QStringLiteral("((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)");
    const QRegularExpression core(QStringLiteral("ZB_TEXT\\(\\s*") + literal);
    const QRegularExpression named(QStringLiteral("(?:translate|QT_TRANSLATE_NOOP)\\(\\s*\"(\\w[\\w:]*)\",\\s*") + literal);
    int seen = 0;
    for (const char *room : {"core", "widgets", "app"}) {
        QDirIterator files(QStringLiteral(ZHIBEI_SOURCE "/") + QLatin1String(room), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next(), code = read(path);
            if (path.endsWith(QLatin1String("core/text.h")))
                continue;
            for (auto found = core.globalMatch(code); found.hasNext(); ++seen) {
                const QString text = literalText(found.next().captured(1));
                QVERIFY2(m_chinese.has(QStringLiteral("core"), text), qPrintable(path + QStringLiteral(": ") + text));
            }
            for (auto found = named.globalMatch(code); found.hasNext(); ++seen) {
                const QRegularExpressionMatch match = found.next();
                const QString text = literalText(match.captured(2));
                QVERIFY2(m_chinese.has(match.captured(1), text), qPrintable(path + QStringLiteral(": ") + text));
            }
        }
    }
    QVERIFY(seen > 300);
}

void TestTexts::termsAreTheStandardOnes()
{
    for (const auto &[english, chinese] : terms)
        QCOMPARE(m_chinese.translation(QStringLiteral("core"), QString::fromUtf8(english)), QString::fromUtf8(chinese));
}

void TestTexts::noOtherWordIsUsedForATerm()
{
    QStringList all;
    for (const TranslatedText &text : m_chinese.texts())
        all += text.forms;
    QDirIterator pages(QStringLiteral(ZHIBEI_RESOURCES "/help"), {QStringLiteral("*.zh.md")}, QDir::Files);
    while (pages.hasNext())
        all += read(pages.next());
    for (const QString &text : all) {
        for (const auto &[wrong, right] : forbiddenWords)
            QVERIFY2(!text.contains(QString::fromUtf8(wrong)),
                     qPrintable(QString::fromUtf8(wrong) + QStringLiteral(" -> ") + QString::fromUtf8(right) + QStringLiteral(": ") + text));
    }
}

void TestTexts::chineseAndLatinTextStandTogether()
{
    static const QRegularExpression gap(QStringLiteral("\\p{Han} [A-Za-z]|[A-Za-z] \\p{Han}"));
    for (const TranslatedText &text : m_chinese.texts()) {
        for (const QString &form : text.forms) {
            const QRegularExpressionMatch match = gap.match(form);
            QVERIFY2(!match.hasMatch() || text.source.contains(match.captured()), qPrintable(form));
        }
    }
}

void TestTexts::punctuationIsChinese()
{
    static const QRegularExpression latin(QStringLiteral("\\p{Han}[,;:!?](?:\\s|$)|\\p{Han}\\.$|(?<!\")\"\\p{Han}|\\p{Han}\"(?!\")|\\(\\p{Han}"));
    for (const TranslatedText &text : m_chinese.texts()) {
        for (const QString &form : text.forms) {
            QVERIFY2(!form.contains(latin), qPrintable(form));
            if (text.source.endsWith(u'.'))
                QVERIFY2(form.endsWith(u'。'), qPrintable(form));
            if (text.source.endsWith(u'…'))
                QVERIFY2(form.endsWith(u'…'), qPrintable(form));
        }
    }
}

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
