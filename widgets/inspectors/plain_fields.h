#pragma once

#include "widgets/inspectors/attribute_field.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QToolButton;

namespace zhibei {

class SwitchField : public AttributeField {
    Q_OBJECT
public:
    SwitchField(Theme *theme, const AttributeSpec &spec);

protected:
    void show(const std::optional<Value> &value) override;

private:
    QCheckBox *m_box;
};

class ChoiceField : public AttributeField {
    Q_OBJECT
public:
    ChoiceField(Theme *theme, const AttributeSpec &spec);
    void retranslate() override;
    void restyle() override;

protected:
    void show(const std::optional<Value> &value) override;

private:
    QComboBox *m_box;
};

/// A line of text; for a setting called "path", "images" or "labels" with a button to look for the file.
class TextField : public AttributeField {
    Q_OBJECT
public:
    TextField(Theme *theme, const AttributeSpec &spec);
    void retranslate() override;
    void restyle() override;

protected:
    void show(const std::optional<Value> &value) override;

private:
    void browse();
    QLineEdit *m_line;
    QToolButton *m_browse = nullptr;
};

/// Whole numbers in a row, as extents are written: "28 × 28".
class IntegersField : public AttributeField {
    Q_OBJECT
public:
    IntegersField(Theme *theme, const AttributeSpec &spec);
    void restyle() override;

protected:
    void show(const std::optional<Value> &value) override;

private:
    void read();
    QLineEdit *m_line;
};

} // namespace zhibei
