#include "widgets/inspectors/node_weights.h"

#include "core/probes/node_parameters.h"
#include "widgets/inspectors/number_box.h"
#include "widgets/inspectors/weight_view.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

namespace zhibei {

namespace {

int64_t inputsOf(const ParameterView &parameter)
{
    if (parameter.shape.rank() == 2)
        return parameter.shape[0];
    return parameter.name == "bias" ? 1 : parameter.shape.count();
}

} // namespace

NodeWeights::NodeWeights(Theme *theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_layout(new QVBoxLayout(this)), m_reading(new QWidget), m_place(new QLabel),
      m_value(new NumberBox)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout(m_reading);
    row->setContentsMargins(0, 0, 0, 0);
    m_place->setProperty("role", "caption");
    m_place->setWordWrap(true);
    m_value->setRange(-1e6, 1e6);
    m_value->setSingleStep(0.1);
    m_value->setDigits(4);
    row->addWidget(m_place, 1);
    row->addWidget(m_value);
    m_layout->addWidget(m_reading);
    connect(m_value, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        const Part &edited = part(m_selectedPart);
        if (edited.view->selected() >= 0)
            emit parameterEdited(QString::fromStdString(m_node + "." + edited.name), edited.view->selected(), static_cast<float>(value));
    });
    connect(m_theme, &Theme::changed, this, &NodeWeights::restyle);
    restyle();
    retranslate();
    QWidget::hide();
}

NodeWeights::Part &NodeWeights::part(const std::string &name)
{
    for (Part &part : m_parts)
        if (part.name == name)
            return part;
    Part made{name, new QLabel, new QToolButton, new WeightView(m_theme), {}, {}};
    made.caption->setProperty("role", "caption");
    made.all->setCheckable(true);
    auto *heading = new QHBoxLayout;
    heading->addWidget(made.caption, 1);
    heading->addWidget(made.all);
    m_layout->insertLayout(m_layout->count() - 1, heading);
    m_layout->insertWidget(m_layout->count() - 1, made.view);
    connect(made.all, &QToolButton::toggled, made.view, &WeightView::setShowAll);
    connect(made.view, &WeightView::hovered, this, [this, name](qint64 k) {
        m_hoveredPart = name;
        m_hovered = k;
        read();
    });
    connect(made.view, &WeightView::selectedChanged, this, [this, name](qint64 k) {
        if (k >= 0) {
            m_selectedPart = name;
            for (Part &other : m_parts)
                if (other.name != name)
                    other.view->select(-1);
        }
        read();
    });
    connect(made.view, &WeightView::editAsked, m_value, [this] {
        m_value->setFocus(Qt::TabFocusReason);
        m_value->selectAll();
    });
    m_parts.push_back(made);
    retranslate();
    return m_parts.back();
}

void NodeWeights::show(std::shared_ptr<const Observation> observation, const NodeId &node)
{
    if (node != m_node)
        for (Part &part : m_parts)
            part.view->select(-1);
    m_observation = std::move(observation);
    m_node = node;
    const Snapshot *snapshot = m_observation ? m_observation->snapshot.get() : nullptr;
    std::vector<std::string> names;
    if (snapshot && snapshot->model && snapshot->parameters) {
        for (const ParameterView &parameter : snapshot->model->parameters) {
            if (parameter.node != node)
                continue;
            names.push_back(parameter.name);
            fill(part(parameter.name), parameter, *snapshot->parameters);
        }
    }
    for (Part &part : m_parts) {
        const bool used = std::find(names.begin(), names.end(), part.name) != names.end();
        part.caption->setVisible(used);
        part.view->setVisible(used);
        part.all->setVisible(used && (part.view->hidesSome() || part.all->isChecked()));
    }
    setVisible(!names.empty());
    read();
}

void NodeWeights::fill(Part &part, const ParameterView &parameter, std::span<const float> arena)
{
    const int64_t count = parameter.shape.count();
    std::vector<float> values(static_cast<size_t>(count));
    for (int64_t k = 0; k < count; ++k)
        values[static_cast<size_t>(k)] = arena[static_cast<size_t>(parameter.index(k))];
    const int64_t inputs = inputsOf(parameter);
    if (part.shape != parameter.shape || part.caption->text().isEmpty()) {
        part.shape = parameter.shape;
        retranslate();
    }
    part.picture = part.name == "bias" ? Shape() : pictureInto(*m_observation->snapshot->model, m_node, inputs);
    part.view->setWeights(std::move(values), inputs, inputs > 0 ? count / inputs : 0, part.picture);
}

qint64 NodeWeights::parameterCount() const
{
    qint64 count = 0;
    if (m_observation && m_observation->snapshot && m_observation->snapshot->model)
        for (const ParameterView &parameter : m_observation->snapshot->model->parameters)
            if (parameter.node == m_node)
                count += parameter.shape.count();
    return count;
}

WeightView *NodeWeights::view(const QString &parameter) const
{
    for (const Part &part : m_parts)
        if (part.name == parameter.toStdString())
            return part.view;
    return nullptr;
}

QString NodeWeights::sourceName(const Part &part, int64_t input) const
{
    if (part.picture.rank() == 3) {
        const int64_t area = part.picture[1] * part.picture[2];
        return tr("pixel (%1, %2)").arg(input % part.picture[2] + 1).arg(input % area / part.picture[2] + 1);
    }
    const Model &model = *m_observation->snapshot->model;
    int64_t before = 0; // numbers of the wires passed so far
    for (const Wire &wire : model.network.wiresInto(PortRef{m_node, 0})) {
        const ValueType *type = model.analysis.type(wire.from);
        const int64_t count = type ? type->shape.count() : 0;
        if (input < before + count) {
            const Node *source = model.network.find(wire.from.node);
            const int64_t feature = wire.from.port >= 2 ? wire.from.port - 2 : input - before;
            if (source && source->kind == "input" && feature < static_cast<int64_t>(model.data.featureNames.size()))
                return QString::fromStdString(model.data.featureNames[static_cast<size_t>(feature)]);
            const QString name = QString::fromStdString(wire.from.node);
            return count == 1 ? name : QStringLiteral("%1 [%2]").arg(name).arg(input - before + 1);
        }
        before += count;
    }
    return tr("input %1").arg(input + 1);
}

QString NodeWeights::describe(const Part &part, qint64 k) const
{
    const int64_t units = part.shape.rank() == 2 ? part.shape[1] : part.name == "bias" ? part.shape.count() : 1;
    const QString unit = units == 1 ? QString::fromStdString(m_node) : tr("neuron %1").arg(k % units + 1);
    if (part.name == "bias")
        return tr("Bias of %1").arg(unit);
    return tr("%1 → %2").arg(sourceName(part, k / units), unit);
}

void NodeWeights::read()
{
    const Part *shown = nullptr;
    qint64 k = -1;
    for (const Part &part : m_parts)
        if (part.name == m_selectedPart && part.view->selected() >= 0) {
            shown = &part;
            k = part.view->selected();
        }
    const bool editable = k >= 0;
    for (const Part &part : m_parts)
        if (part.name == m_hoveredPart && m_hovered >= 0 && m_hovered < static_cast<qint64>(part.view->values().size())) {
            shown = &part;
            k = m_hovered;
        }
    m_value->setVisible(editable);
    if (!shown || !m_observation || !m_observation->snapshot->model) {
        m_place->setText(tr("Point at a cell to read it; click it to change it."));
        return;
    }
    m_place->setText(QStringLiteral("%1   <b>%2</b>").arg(describe(*shown, k).toHtmlEscaped(),
                                                        QLocale().toString(double(shown->view->values()[static_cast<size_t>(k)]), 'g', 4)));
    const Part &edited = part(m_selectedPart.empty() ? shown->name : m_selectedPart);
    if (editable && !m_value->hasFocus()) { // what is being typed is left alone
        const QSignalBlocker quiet(m_value);
        m_value->setValue(double(edited.view->values()[static_cast<size_t>(edited.view->selected())]));
    }
}

void NodeWeights::restyle()
{
    m_layout->setSpacing(m_theme->space(1));
    m_value->setFixedWidth(m_theme->space(26));
}

void NodeWeights::retranslate()
{
    for (const Part &part : m_parts) {
        const QString name = part.name == "weights" ? tr("Weights") : part.name == "bias" ? tr("Bias") : QString::fromStdString(part.name);
        part.caption->setText(part.shape.count() > 1 ? QStringLiteral("%1 · %2").arg(name, QString::fromStdString(part.shape.text())) : name);
        part.view->setAccessibleName(name);
        part.all->setText(tr("all"));
        part.all->setToolTip(tr("Show the weights of all neurons"));
    }
    m_value->setAccessibleName(tr("Value of the selected weight"));
    read();
}

void NodeWeights::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace zhibei
