#include "widgets/inspectors/attribute_editor.h"

#include "widgets/theme/core_text.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

#include <utility>

namespace zhibei {

namespace {

/// All that the fields depend on, as one string.
std::string shapeOf(const std::vector<AttributeSection> &sections, Sliders sliders)
{
    std::string shape = sliders == Sliders::All ? "all" : "reals";
    for (const AttributeSection &section : sections) {
        shape += '\n' + section.text;
        for (const AttributeSpec &spec : section.attributes) {
            shape += '\t' + spec.id + ' ' + std::to_string(static_cast<int>(spec.type)) + ' ' + std::to_string(spec.minimum)
                + ' ' + std::to_string(spec.maximum) + ' ' + spec.onlyIf;
            for (const Choice &choice : spec.choices)
                shape += ' ' + choice.id;
        }
    }
    return shape;
}

} // namespace

AttributeEditor::AttributeEditor(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
    connect(m_theme, &Theme::changed, this, &AttributeEditor::restyle);
    restyle();
}

void AttributeEditor::setSchema(std::vector<AttributeSpec> schema, Sliders sliders)
{
    setSchema(std::vector<AttributeSection>{{{}, std::move(schema)}}, sliders);
}

void AttributeEditor::setSchema(std::vector<AttributeSection> sections, Sliders sliders)
{
    const std::string shape = shapeOf(sections, sliders);
    if (shape == m_shape)
        return;
    m_shape = shape;
    const std::vector<Section> former = std::exchange(m_sections, {});
    m_schema.clear();
    for (const Section &section : former) {
        delete section.heading;
        delete section.fold;
        for (const Row &row : section.rows) {
            delete row.name;
            row.field->disconnect(this); // hiding takes its focus, which ends an edit that nobody is waiting for
            row.field->hide();
            row.field->deleteLater(); // it may be telling of an edit right now
        }
    }
    for (const AttributeSection &section : sections) {
        m_schema.insert(m_schema.end(), section.attributes.begin(), section.attributes.end());
        addSection(section, sliders);
    }
    restyle();
    retranslate();
}

QWidget *AttributeEditor::addHeading(Section &section)
{
    if (section.heading) {
        section.heading->setProperty("role", "caption");
        return section.heading;
    }
    section.fold->setProperty("role", "heading");
    section.fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    section.fold->setFocusPolicy(Qt::StrongFocus);
    connect(section.fold, &QToolButton::clicked, this, [this, index = m_sections.size()] {
        m_sections[index].open = !m_sections[index].open;
        showRows();
    });
    return section.fold;
}

void AttributeEditor::addSection(const AttributeSection &section, Sliders sliders)
{
    Section made{section.text, section.folded ? nullptr : new QLabel, section.folded ? new QToolButton : nullptr, !section.folded, {}};
    int row = m_grid->rowCount();
    m_grid->addWidget(addHeading(made), row++, 0, 1, 2, Qt::AlignLeft);
    for (const AttributeSpec &spec : section.attributes) {
        auto *name = new QLabel;
        name->setWordWrap(true); // a narrow panel breaks a long name rather than hide the field
        AttributeField *field = makeAttributeField(m_theme, spec, sliders);
        name->setBuddy(field);
        m_grid->addWidget(name, row, 0);
        m_grid->addWidget(field, row++, 1);
        connect(field, &AttributeField::edited, this, [this, field](const Value &value, const QString &mergeKey) {
            emit changed(QString::fromStdString(field->spec().id), value, mergeKey);
        });
        made.rows.push_back({name, field});
    }
    m_sections.push_back(std::move(made));
}

void AttributeEditor::setValues(const Attributes &values, const std::set<std::string> &mixed)
{
    m_values = values;
    for (Section &section : m_sections)
        for (const Row &row : section.rows) {
            const AttributeSpec &spec = row.field->spec();
            section.open = section.open || mixed.contains(spec.id) || attributeValue(m_schema, values, spec.id) != spec.defaultValue;
            if (mixed.contains(spec.id))
                row.field->setMixed();
            else
                row.field->setValue(attributeValue(m_schema, values, spec.id));
        }
    showRows();
}

void AttributeEditor::showRows()
{
    for (const Section &section : m_sections) {
        bool any = false;
        for (const Row &row : section.rows) {
            const bool applies = attributeApplies(m_schema, m_values, row.field->spec());
            row.name->setVisible(applies && section.open);
            row.field->setVisible(applies && section.open);
            any = any || applies;
        }
        if (section.heading)
            section.heading->setVisible(any && !section.text.empty());
        if (section.fold) {
            section.fold->setVisible(any);
            section.fold->setIcon(m_theme->icon(section.open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), Ink::Muted));
        }
    }
}

AttributeField *AttributeEditor::field(const std::string &id) const
{
    for (const Section &section : m_sections)
        for (const Row &row : section.rows)
            if (row.field->spec().id == id)
                return row.field;
    return nullptr;
}

QStringList AttributeEditor::visibleAttributes() const
{
    QStringList ids;
    for (const Section &section : m_sections)
        for (const Row &row : section.rows)
            if (!row.field->isHidden())
                ids << QString::fromStdString(row.field->spec().id);
    return ids;
}

void AttributeEditor::restyle()
{
    m_grid->setHorizontalSpacing(m_theme->space(3));
    m_grid->setVerticalSpacing(m_theme->space(1));
    for (size_t i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i].heading)
            m_sections[i].heading->setContentsMargins(0, m_theme->space(1), 0, 0);
        for (const Row &row : m_sections[i].rows)
            row.field->restyle();
    }
    showRows();
}

void AttributeEditor::retranslate()
{
    for (const Section &section : m_sections) {
        if (section.heading)
            section.heading->setText(coreText(section.text));
        else
            section.fold->setText(coreText(section.text));
        for (const Row &row : section.rows) {
            const AttributeSpec &spec = row.field->spec();
            const QString name = coreText(spec.text), help = coreText(spec.help);
            row.name->setText(name);
            row.name->setToolTip(help);
            row.field->setToolTip(help);
            row.field->focusProxy()->setAccessibleName(name);
            row.field->focusProxy()->setAccessibleDescription(help);
            row.field->retranslate();
        }
    }
}

void AttributeEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace zhibei
