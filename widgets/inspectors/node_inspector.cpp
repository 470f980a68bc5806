#include "widgets/inspectors/node_inspector.h"

#include "widgets/document/document.h"
#include "widgets/inspectors/attribute_editor.h"
#include "widgets/inspectors/data_panel.h"
#include "widgets/inspectors/setting_edits.h"
#include "widgets/inspectors/node_weights.h"
#include "widgets/theme/core_text.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

namespace zhibei {

namespace {

bool sameSetting(const AttributeSpec &a, const AttributeSpec &b)
{
    const auto ids = [](const AttributeSpec &spec) {
        std::vector<std::string> all;
        for (const Choice &choice : spec.choices)
            all.push_back(choice.id);
        return all;
    };
    return a.id == b.id && a.type == b.type && ids(a) == ids(b);
}

/// The settings that all of these kinds have.
std::vector<AttributeSpec> commonSettings(const std::vector<const LayerKind *> &kinds)
{
    std::vector<AttributeSpec> common;
    for (const AttributeSpec &spec : kinds.front()->attributes)
        if (std::all_of(kinds.begin(), kinds.end(), [&spec](const LayerKind *kind) {
                const AttributeSpec *other = findAttribute(kind->attributes, spec.id);
                return other && sameSetting(spec, *other);
            }))
            common.push_back(spec);
    std::erase_if(common, [&common](const AttributeSpec &spec) { // what it depends on must be there too
        return !spec.onlyIf.empty() && !findAttribute(common, spec.onlyIf.substr(0, spec.onlyIf.find('=')));
    });
    return common;
}

QString typeText(const ValueType &type)
{
    return type.classes > 0 ? NodeInspector::tr("%n classes", nullptr, type.classes) : QString::fromStdString(type.shape.text());
}

} // namespace

NodeInspector::NodeInspector(Theme *theme, Document *document, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_document(document), m_icon(new QLabel), m_title(new QLabel), m_help(new QLabel),
      m_facts(new QLabel), m_name(new QLineEdit), m_activationsView(new QToolButton), m_weightsView(new QToolButton),
      m_problem(new QFrame), m_problemIcon(new QLabel), m_problemText(new QLabel), m_repair(new QPushButton),
      m_editor(new AttributeEditor(theme)), m_weights(new NodeWeights(theme))
{
    auto *layout = new QVBoxLayout(this);
    auto *heading = new QHBoxLayout;
    heading->addWidget(m_icon);
    heading->addWidget(m_title);
    heading->addWidget(m_name);
    heading->addStretch(1);
    for (const auto &[button, view] : {std::pair(m_activationsView, "activations"), std::pair(m_weightsView, "weights")}) {
        button->setAutoRaise(true);
        heading->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, view = QString::fromLatin1(view)] {
            emit viewWanted(view, QString::fromStdString(m_selection.front()));
        });
    }
    auto *problem = new QGridLayout(m_problem);
    problem->addWidget(m_problemIcon, 0, 0, Qt::AlignTop);
    problem->addWidget(m_problemText, 0, 1);
    problem->addWidget(m_repair, 1, 1, Qt::AlignLeft);
    problem->setColumnStretch(1, 1);
    layout->addLayout(heading);
    layout->addWidget(m_help);
    layout->addWidget(m_problem);
    layout->addWidget(m_editor);
    layout->addWidget(m_facts);
    layout->addWidget(m_weights);
    layout->addStretch(1);

    m_title->setProperty("role", "strong");
    m_name->setProperty("role", "inline");
    m_problem->setProperty("role", "hint");
    m_problemText->setWordWrap(true);
    for (QLabel *label : {m_help, m_facts}) {
        label->setProperty("role", "caption");
        label->setWordWrap(true);
    }
    connect(m_name, &QLineEdit::editingFinished, this, &NodeInspector::rename);
    connect(m_editor, &AttributeEditor::changed, this, [this](const QString &id, const Value &value, const QString &key) {
        editAttribute(id.toStdString(), value, key);
    });
    connect(m_repair, &QPushButton::clicked, this, &NodeInspector::repair);
    connect(m_weights, &NodeWeights::parameterEdited, this, &NodeInspector::parameterEdited);
    for (const auto signal : {&Document::opened, &Document::networkChanged, &Document::dataChanged})
        connect(m_document, signal, this, &NodeInspector::refresh);
    connect(m_theme, &Theme::changed, this, &NodeInspector::restyle);
    restyle();
}

void NodeInspector::setSelection(std::vector<NodeId> nodes)
{
    if (nodes == m_selection)
        return;
    if (QWidget *field = focusWidget(); field && m_editor->isAncestorOf(field) && field->hasFocus())
        field->clearFocus(); // what was typed is meant for the nodes it was typed at
    m_selection = std::move(nodes);
    refresh();
}

void NodeInspector::setObservation(std::shared_ptr<const Observation> observation)
{
    const bool sameMoment = m_observation && observation && m_observation->snapshot == observation->snapshot;
    m_observation = std::move(observation);
    if (sameMoment || m_selection.size() != 1 || !isVisible())
        return;
    const qint64 before = m_weights->parameterCount();
    m_weights->show(m_observation, m_selection.front());
    if (m_weights->parameterCount() != before)
        refreshFacts();
}

void NodeInspector::refresh()
{
    const Network &network = m_document->network();
    std::erase_if(m_selection, [&network](const NodeId &id) {
        const Node *node = network.find(id);
        return !node || !findKind(node->kind);
    });
    setEnabled(!m_selection.empty());
    const bool one = m_selection.size() == 1;
    m_name->setVisible(one);
    m_activationsView->setVisible(one);
    m_help->setVisible(one);
    m_weights->show(one ? m_observation : nullptr, one ? m_selection.front() : NodeId());
    const Node *node = one ? network.find(m_selection.front()) : nullptr;
    const bool input = node && node->kind == "input";
    if (input && !m_data) {
        m_data = new DataPanel(m_theme, m_document);
        auto *box = static_cast<QVBoxLayout *>(layout());
        box->insertWidget(box->indexOf(m_editor), m_data);
    }
    if (m_data)
        m_data->setVisible(input);
    if (node) {
        const LayerKind &kind = *findKind(node->kind);
        refreshHeading(*node, kind);
        m_editor->setSchema(attributeSections(kind));
        m_editor->setValues(node->attributes);
        m_editor->setVisible(!kind.attributes.empty());
    } else if (!m_selection.empty()) {
        refreshMany();
    }
    refreshFacts();
}

void NodeInspector::refreshHeading(const Node &node, const LayerKind &kind)
{
    // An input is its data: it shows their name and icon.
    const DataSource *source = kind.id == "input" ? findDataSource(m_document->project().data.source) : nullptr;
    m_icon->setVisible(true);
    m_icon->setPixmap(m_theme->pixmap(QString::fromStdString(source ? source->icon : kind.icon), m_theme->space(4), m_theme->color(kind.category), devicePixelRatioF()));
    m_title->setText(coreText(source ? source->text : kind.text));
    m_help->setText(coreText(kind.help));
    m_help->setVisible(kind.id != "input");
    const QString id = QString::fromStdString(node.id);
    if (!m_name->hasFocus() || !m_name->isModified())
        m_name->setText(id);
    m_name->setFixedWidth(m_name->fontMetrics().horizontalAdvance(id) + m_theme->space(8));
}

void NodeInspector::refreshMany()
{
    std::vector<const LayerKind *> kinds;
    for (const NodeId &id : m_selection)
        kinds.push_back(findKind(m_document->network().find(id)->kind));
    m_icon->setVisible(false);
    m_title->setText(tr("%n nodes", nullptr, static_cast<int>(m_selection.size())));
    const std::vector<AttributeSpec> common = commonSettings(kinds);
    Attributes values;
    std::set<std::string> mixed;
    for (const AttributeSpec &spec : common) {
        for (size_t i = 0; i < kinds.size(); ++i) {
            const Value &value = attributeValue(kinds[i]->attributes, m_document->network().find(m_selection[i])->attributes, spec.id);
            if (i == 0)
                values[spec.id] = value;
            else if (values[spec.id] != value)
                mixed.insert(spec.id);
        }
    }
    m_editor->setSchema(common);
    m_editor->setValues(values, mixed);
    m_editor->setVisible(!common.empty());
}

QString NodeInspector::shapeLine(const NodeId &node) const
{
    const Analysis &analysis = m_document->analysis();
    QStringList in, out;
    for (const Wire &wire : m_document->network().wiresInto(node))
        if (const ValueType *type = analysis.type(wire.from))
            in << typeText(*type);
    constexpr qsizetype fewShapes = 4;
    if (in.size() > fewShapes)
        in = {tr("%n inputs", nullptr, static_cast<int>(in.size()))};
    if (const ValueType *type = analysis.type(PortRef{node, 0}))
        out << typeText(*type);
    if (in.isEmpty() || out.isEmpty())
        return (in + out).join(QStringLiteral(", "));
    return QStringLiteral("%1 → %2").arg(in.join(QStringLiteral(", ")), out.join(QStringLiteral(", ")));
}

void NodeInspector::refreshFacts()
{
    const Diagnostic *diagnostic = nullptr;
    QStringList facts;
    m_weightsView->setVisible(false);
    if (m_selection.size() == 1) {
        diagnostic = m_document->analysis().diagnostic(m_selection.front());
        if (!m_data || m_data->isHidden()) // the data tell their own shape
            facts << shapeLine(m_selection.front());
        m_weightsView->setVisible(m_weights->parameterCount() > 0);
        if (const qint64 count = m_weights->parameterCount())
            facts << tr("%1 learned numbers").arg(QLocale().toString(count));
    }
    facts.removeAll(QString());
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_facts->setVisible(!facts.isEmpty());
    m_problem->setVisible(diagnostic);
    if (!diagnostic)
        return;
    const Ink ink = diagnostic->blocks ? Ink::Bad : Ink::Mark;
    m_problemIcon->setPixmap(m_theme->pixmap(QStringLiteral("triangle-alert"), m_theme->space(4), m_theme->color(ink), devicePixelRatioF()));
    m_problemText->setText(coreText(diagnostic->text));
    m_repair->setVisible(diagnostic->repair.has_value());
    if (const auto &repair = diagnostic->repair)
        m_repair->setText(tr("Give %1 %n neurons", nullptr, static_cast<int>(std::get<int64_t>(repair->value))).arg(QString::fromStdString(repair->node)));
}

void NodeInspector::repair()
{
    const Diagnostic *diagnostic = m_selection.size() == 1 ? m_document->analysis().diagnostic(m_selection.front()) : nullptr;
    if (!diagnostic || !diagnostic->repair)
        return;
    const Repair repair = *diagnostic->repair;
    m_document->edit(QT_TRANSLATE_NOOP("Undo", "Change a setting"), [&repair](Project &project) {
        Node *node = project.network.find(repair.node);
        putSetting(node->attributes, findKind(node->kind)->attributes, repair.attribute, repair.value);
    });
}

void NodeInspector::editAttribute(const std::string &id, const Value &value, const QString &mergeKey)
{
    m_document->edit(QT_TRANSLATE_NOOP("Undo", "Change a setting"), [&](Project &project) {
        for (const NodeId &selected : m_selection)
            if (Node *node = project.network.find(selected))
                putSetting(node->attributes, findKind(node->kind)->attributes, id, value);
    }, mergeKey);
}

void NodeInspector::rename()
{
    if (m_selection.size() != 1 || !m_name->isModified())
        return;
    const NodeId from = m_selection.front(), to = m_name->text().trimmed().toStdString();
    m_name->setModified(false);
    Network network = m_document->network();
    if (const Text mistake = renameNode(network, from, to); !mistake.empty()) {
        m_name->setText(QString::fromStdString(from));
        QToolTip::showText(m_name->mapToGlobal(QPoint(0, m_name->height())), coreText(mistake), m_name);
        return;
    }
    if (to == from)
        return;
    m_selection = {to};
    m_document->edit(QT_TRANSLATE_NOOP("Undo", "Rename"), [&network](Project &project) { project.network = network; });
    emit renamed(QString::fromStdString(from), QString::fromStdString(to));
}

void NodeInspector::restyle()
{
    const int margin = m_theme->space(3);
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(m_theme->space(2));
    m_problem->layout()->setContentsMargins(m_theme->space(2), m_theme->space(2), m_theme->space(2), m_theme->space(2));
    m_name->setFont(m_theme->font(Type::Caption));
    m_name->setToolTip(tr("Name in files and on the command line; type to change it"));
    m_name->setAccessibleName(tr("Name of the node"));
    const auto dress = [this](QToolButton *button, const char *icon, const QString &text) {
        button->setIcon(m_theme->icon(QString::fromLatin1(icon), Ink::Muted));
        button->setIconSize({m_theme->space(4), m_theme->space(4)});
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    dress(m_activationsView, "layout-grid", tr("Open the activations of this node"));
    dress(m_weightsView, "sliders-horizontal", tr("Open its weights and gradients"));
    refresh();
}

void NodeInspector::showEvent(QShowEvent *event)
{
    if (m_selection.size() == 1)
        m_weights->show(m_observation, m_selection.front());
    refreshFacts();
    QWidget::showEvent(event);
}

void NodeInspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        restyle();
    QWidget::changeEvent(event);
}

} // namespace zhibei
