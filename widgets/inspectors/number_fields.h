#pragma once

#include "widgets/inspectors/attribute_field.h"

class QToolButton;

namespace zhibei {

class JumpSlider;
class NumberBox;

/// A number box with, where the range is known and not huge, a slider before it; for a seed with dice.
class NumberField : public AttributeField {
    Q_OBJECT
public:
    NumberField(Theme *theme, const AttributeSpec &spec, bool slider, bool whole);

    void retranslate() override;
    void restyle() override;
    /// Slider position 0 to `sliderSteps` of a number, and back (rounded to three significant digits).
    int position(double number) const;
    double number(int position) const;

protected:
    void show(const std::optional<Value> &value) override;

private:
    Value wrap(double number) const;
    bool logarithmic() const;

    bool m_whole;
    NumberBox *m_box;
    JumpSlider *m_slider = nullptr;
    QToolButton *m_dice = nullptr;
};

class IntegerField : public NumberField {
    Q_OBJECT
public:
    IntegerField(Theme *theme, const AttributeSpec &spec, bool slider) : NumberField(theme, spec, slider, true) {}
};

class RealField : public NumberField {
    Q_OBJECT
public:
    RealField(Theme *theme, const AttributeSpec &spec) : NumberField(theme, spec, true, false) {}
};

} // namespace zhibei
