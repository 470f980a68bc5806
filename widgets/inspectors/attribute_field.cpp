#include "widgets/inspectors/attribute_field.h"

#include "widgets/document/document.h"
#include "widgets/inspectors/number_fields.h"
#include "widgets/inspectors/plain_fields.h"
#include "widgets/theme/core_text.h"

#include <QStyle>

namespace zhibei {

namespace {
/// Edits that follow each other within this time are one gesture: holding a spin button, turning a wheel.
constexpr qint64 burstMilliseconds = 1000;
} // namespace

AttributeField::AttributeField(Theme *theme, AttributeSpec spec, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_spec(std::move(spec))
{
}

void AttributeField::setValue(const Value &value)
{
    if (!m_mixed && m_value == value)
        return;
    m_value = value;
    m_mixed = false;
    m_showing = true;
    show(m_value);
    m_showing = false;
}

void AttributeField::setMixed()
{
    if (m_mixed)
        return;
    m_mixed = true;
    m_value.reset();
    m_showing = true;
    show(m_value);
    m_showing = false;
}

void AttributeField::tell(const Value &value)
{
    if (m_showing || (!m_mixed && m_value == value))
        return;
    m_value = value;
    m_mixed = false;
    if (!m_dragging && (!m_sinceEdit.isValid() || m_sinceEdit.elapsed() > burstMilliseconds))
        m_mergeKey = Document::newMergeKey();
    m_sinceEdit.start();
    m_showing = true;
    show(m_value); // the other control of the field (slider and number)
    m_showing = false;
    emit edited(value, m_mergeKey);
}

void AttributeField::beginGesture()
{
    m_dragging = true;
    m_mergeKey = Document::newMergeKey();
}

void AttributeField::endGesture()
{
    m_dragging = false;
    m_sinceEdit.invalidate();
}

void AttributeField::setProblem(QWidget *control, const Text &problem)
{
    control->setProperty("problem", !problem.empty());
    control->setToolTip(coreText(problem));
    control->style()->unpolish(control);
    control->style()->polish(control);
}

AttributeField *makeAttributeField(Theme *theme, const AttributeSpec &spec, Sliders sliders)
{
    switch (spec.type) {
    case AttributeType::Integer: return new IntegerField(theme, spec, sliders == Sliders::All);
    case AttributeType::Real: return new RealField(theme, spec);
    case AttributeType::Switch: return new SwitchField(theme, spec);
    case AttributeType::Choice: return new ChoiceField(theme, spec);
    case AttributeType::Text: return new TextField(theme, spec);
    case AttributeType::Integers: return new IntegersField(theme, spec);
    }
    return nullptr;
}

} // namespace zhibei
