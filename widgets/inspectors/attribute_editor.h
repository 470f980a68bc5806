#pragma once

#include "widgets/inspectors/attribute_field.h"

#include <QWidget>

#include <set>

class QGridLayout;
class QLabel;
class QToolButton;

namespace zhibei {

/// Some of the settings under a heading.
struct AttributeSection {
    std::string text; ///< marked English heading; empty: none
    std::vector<AttributeSpec> attributes;
    bool folded = false; ///< out of sight behind its heading until opened, as long as all settings are what they are by default
};

/// A form made from a schema: a name and a field for each setting that applies (AttributeSpec::onlyIf).
class AttributeEditor : public QWidget {
    Q_OBJECT
public:
    explicit AttributeEditor(Theme *theme, QWidget *parent = nullptr);

    /// Settings in sections; the same schema again keeps the fields, so focus and cursor stay.
    void setSchema(std::vector<AttributeSection> sections, Sliders sliders = Sliders::Reals);
    void setSchema(std::vector<AttributeSpec> schema, Sliders sliders = Sliders::Reals);
    /// Shows these values; `mixed` names settings whose values differ among what is edited together.
    void setValues(const Attributes &values, const std::set<std::string> &mixed = {});

    AttributeField *field(const std::string &id) const;
    /// Ids of the settings on show, from top to bottom.
    QStringList visibleAttributes() const;

signals:
    void changed(const QString &id, const zhibei::Value &value, const QString &mergeKey);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        QLabel *name;
        AttributeField *field;
    };
    struct Section {
        std::string text;
        QLabel *heading;   ///< null where it folds
        QToolButton *fold; ///< null where it is always open
        bool open;
        std::vector<Row> rows;
    };
    QWidget *addHeading(Section &section);
    void addSection(const AttributeSection &section, Sliders sliders);
    void showRows();
    void restyle();
    void retranslate();

    Theme *m_theme;
    QGridLayout *m_grid;
    std::vector<AttributeSpec> m_schema; ///< of all sections
    std::string m_shape;                 ///< what the fields were made for
    std::vector<Section> m_sections;
    Attributes m_values;
};

} // namespace zhibei
