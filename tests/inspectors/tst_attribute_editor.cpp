#include "widgets/inspectors/attribute_editor.h"
#include "widgets/inspectors/jump_slider.h"
#include "widgets/inspectors/number_box.h"
#include "widgets/inspectors/number_fields.h"
#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace zhibei;

namespace {

std::vector<AttributeSpec> schema()
{
    AttributeSpec units{"units", "Neurons", "How many.", AttributeType::Integer, int64_t(8), 1, 64, false, {}, {}};
    AttributeSpec rate{"rate", "Rate", "How fast.", AttributeType::Real, 0.01, 1e-6, 10, true, {}, {}};
    AttributeSpec bias{"bias", "Bias", "With one.", AttributeType::Switch, true, 0, 0, false, {}, {}};
    AttributeSpec optimizer{"optimizer", "Optimizer", "Which.", AttributeType::Choice, std::string("sgd"), 0, 0, false,
                            {{"sgd", "SGD"}, {"momentum", "Momentum"}}, {}};
    AttributeSpec momentum{"momentum", "Momentum", "Kept.", AttributeType::Real, 0.9, 0, 1, false, {}, "optimizer=momentum"};
    AttributeSpec text{"name", "Name", "Any.", AttributeType::Text, std::string("a"), 0, 0, false, {}, {}};
    AttributeSpec shape{"shape", "Shape", "Extents.", AttributeType::Integers, std::vector<int64_t>{28, 28}, 1, 4096, false, {}, {}};
    AttributeSpec seed{"seed", "Seed", "Dice.", AttributeType::Integer, int64_t(1), 0, 1e9, false, {}, {}};
    return {units, rate, bias, optimizer, momentum, text, shape, seed};
}

} // namespace

class TestAttributeEditor : public QObject {
    Q_OBJECT
private slots:
    void init();
    void showsDefaults();
    void integer();
    void real();
    void switches();
    void choice();
    void text();
    void integers();
    void badIntegersAreNotTold();
    void diceGiveASeed();
    void onlyWhatAppliesIsShown();
    void settingValuesTellsNobody();
    void mixedValues();
    void aDragSharesOneKey();
    void anotherDragHasAnotherKey();
    void sliderAndNumberAgree();
    void sameSchemaKeepsTheFields();

private:
    template <class Control>
    Control *control(const char *id) const { return m_editor->field(id)->findChild<Control *>(); }
    Value told(int index = -1) const
    {
        return m_changed->at(index < 0 ? m_changed->size() - 1 : index).at(1).value<Value>();
    }
    QString key(int index) const { return m_changed->at(index).at(2).toString(); }

    Theme m_theme;
    std::unique_ptr<AttributeEditor> m_editor;
    std::unique_ptr<QSignalSpy> m_changed;
};

void TestAttributeEditor::init()
{
    m_changed.reset();
    m_editor = std::make_unique<AttributeEditor>(&m_theme);
    m_editor->setSchema(schema(), Sliders::All);
    m_editor->setValues({});
    m_editor->resize(340, 500);
    m_editor->show();
    m_changed = std::make_unique<QSignalSpy>(m_editor.get(), &AttributeEditor::changed);
}

void TestAttributeEditor::showsDefaults()
{
    for (const AttributeSpec &spec : schema())
        QVERIFY(m_editor->field(spec.id)->value() == spec.defaultValue);
}

void TestAttributeEditor::integer()
{
    auto *box = control<NumberBox>("units");
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, "12");
    QCOMPARE(m_changed->size(), 0); // not yet complete
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(m_changed->size(), 1);
    QCOMPARE(m_changed->at(0).at(0).toString(), QString("units"));
    QVERIFY(told() == Value(int64_t(12)));
}

void TestAttributeEditor::real()
{
    auto *box = control<NumberBox>("rate");
    box->selectAll();
    QTest::keyClicks(box, "3e-5");
    QTest::keyClick(box, Qt::Key_Return);
    QVERIFY(told() == Value(3e-5));
    QCOMPARE(box->text(), QString("3e-05"));
    box->stepBy(1);
    QVERIFY(qAbs(std::get<double>(told()) - 5e-5) < 1e-12);
    box->stepBy(-2);
    QVERIFY(qAbs(std::get<double>(told()) - 1e-5) < 1e-12);
}

void TestAttributeEditor::switches()
{
    control<QCheckBox>("bias")->click();
    QVERIFY(told() == Value(false));
    control<QCheckBox>("bias")->click();
    QVERIFY(told() == Value(true));
}

void TestAttributeEditor::choice()
{
    QTest::keyClick(control<QComboBox>("optimizer"), Qt::Key_Down);
    QVERIFY(told() == Value(std::string("momentum")));
}

void TestAttributeEditor::text()
{
    auto *line = control<QLineEdit>("name");
    line->selectAll();
    QTest::keyClicks(line, "b c");
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(told() == Value(std::string("b c")));
}

void TestAttributeEditor::integers()
{
    auto *line = control<QLineEdit>("shape");
    QCOMPARE(line->text(), QStringLiteral("28 × 28"));
    line->setText("3x4, 5");
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(told() == Value(std::vector<int64_t>{3, 4, 5}));
    QCOMPARE(line->text(), QStringLiteral("3 × 4 × 5"));
}

void TestAttributeEditor::badIntegersAreNotTold()
{
    auto *line = control<QLineEdit>("shape");
    line->setText("3, banana");
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(m_changed->size(), 0);
    QVERIFY(line->property("problem").toBool());
    QVERIFY(!line->toolTip().isEmpty());
}

void TestAttributeEditor::diceGiveASeed()
{
    QTest::mouseClick(control<QToolButton>("seed"), Qt::LeftButton);
    QCOMPARE(m_changed->size(), 1);
    QCOMPARE(control<NumberBox>("seed")->value(), double(std::get<int64_t>(told())));
}

void TestAttributeEditor::onlyWhatAppliesIsShown()
{
    QVERIFY(!m_editor->visibleAttributes().contains("momentum"));
    m_editor->setValues({{"optimizer", std::string("momentum")}});
    QVERIFY(m_editor->visibleAttributes().contains("momentum"));
    m_editor->setValues({});
    QVERIFY(!m_editor->visibleAttributes().contains("momentum"));
}

void TestAttributeEditor::settingValuesTellsNobody()
{
    m_editor->setValues({{"units", int64_t(3)}, {"rate", 0.5}, {"bias", false}, {"optimizer", std::string("momentum")},
                         {"name", std::string("z")}, {"shape", std::vector<int64_t>{7}}, {"seed", int64_t(5)}});
    QCOMPARE(m_changed->size(), 0);
    QCOMPARE(control<NumberBox>("units")->value(), 3.0);
    QCOMPARE(control<QLineEdit>("shape")->text(), QString("7"));
    QVERIFY(!control<QCheckBox>("bias")->isChecked());
}

void TestAttributeEditor::mixedValues()
{
    m_editor->setValues({}, {"units", "bias", "optimizer"});
    QVERIFY(!m_editor->field("units")->value());
    QCOMPARE(control<QComboBox>("optimizer")->currentIndex(), -1);
    QCOMPARE(control<QCheckBox>("bias")->checkState(), Qt::PartiallyChecked);
    QCOMPARE(m_changed->size(), 0);
    auto *box = control<NumberBox>("units");
    box->selectAll();
    QTest::keyClicks(box, "8"); // the default, which the box held before
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(m_changed->size(), 1);
    QVERIFY(told() == Value(int64_t(8)));
}

void TestAttributeEditor::aDragSharesOneKey()
{
    auto *slider = control<JumpSlider>("rate");
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() / 4, slider->height() / 2));
    QTest::mouseMove(slider, QPoint(slider->width() / 2, slider->height() / 2));
    QTest::mouseMove(slider, QPoint(slider->width() * 3 / 4, slider->height() / 2));
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() * 3 / 4, slider->height() / 2));
    QVERIFY(m_changed->size() >= 2);
    for (int i = 1; i < m_changed->size(); ++i)
        QCOMPARE(key(i), key(0));
    QVERIFY(!key(0).isEmpty());
}

void TestAttributeEditor::anotherDragHasAnotherKey()
{
    auto *slider = control<JumpSlider>("rate");
    for (const int part : {1, 3})
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() * part / 4, slider->height() / 2));
    QCOMPARE(m_changed->size(), 2);
    QVERIFY(key(0) != key(1));
}

void TestAttributeEditor::sliderAndNumberAgree()
{
    const auto *field = static_cast<NumberField *>(m_editor->field("rate"));
    QCOMPARE(field->number(0), 1e-6);
    QCOMPARE(field->number(400), 10.0);
    for (int position = 1; position < 400; ++position)
        QVERIFY(qAbs(field->position(field->number(position)) - position) <= 3);
    control<JumpSlider>("units")->setValue(200);
    QCOMPARE(control<NumberBox>("units")->value(), double(std::get<int64_t>(told())));
}

void TestAttributeEditor::sameSchemaKeepsTheFields()
{
    const AttributeField *before = m_editor->field("units");
    m_editor->setSchema(schema(), Sliders::All);
    QCOMPARE(m_editor->field("units"), before);
    m_editor->setSchema(std::vector<AttributeSpec>{schema()[0]}, Sliders::All);
    QVERIFY(!m_editor->field("rate"));
}

QTEST_MAIN(TestAttributeEditor)
#include "tst_attribute_editor.moc"
