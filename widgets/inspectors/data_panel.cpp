#include "widgets/inspectors/data_panel.h"

#include "core/data/csv_table.h"
#include "widgets/document/document.h"
#include "widgets/inspectors/attribute_editor.h"
#include "widgets/inspectors/csv_columns.h"
#include "widgets/inspectors/data_tile.h"
#include "widgets/inspectors/setting_edits.h"
#include "widgets/inspectors/tile_grid.h"
#include "widgets/theme/core_text.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zhibei {

namespace {

const char *const editName = QT_TRANSLATE_NOOP("Undo", "Change the data");

AttributeSpec shareSpec()
{
    return {"test_share", ZB_TEXT("Test share"), ZB_TEXT("The share of the samples that is kept for testing and never trained on."),
            AttributeType::Real, 0.5, 0, 0.9, false, {}, {}};
}

AttributeSpec seedSpec()
{
    return {"seed", ZB_TEXT("Seed"), ZB_TEXT("Decides how samples are drawn, what noise they get, and how they are split."),
            AttributeType::Integer, int64_t(1), 0, 1e9, false, {}, {}};
}

std::vector<std::string> columnsOf(const std::string &option)
{
    try {
        return option.empty() ? std::vector<std::string>() : splitCsvLine(option);
    } catch (const DataError &) {
        return {};
    }
}

} // namespace

DataPanel::DataPanel(Theme *theme, Document *document, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_document(document), m_tileGrid(new TileGrid(theme, 16)),
      m_options(new AttributeEditor(theme)), m_split(new AttributeEditor(theme)), m_derivedCaption(new QLabel),
      m_counts(new QLabel), m_note(new QLabel), m_columns(new CsvColumns(theme))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const DataSource *source : dataSources()) {
        auto *tile = new DataTile(theme, *source, document->resources());
        connect(tile, &QAbstractButton::clicked, this, [this, source] { choose(*source); });
        m_tiles.push_back(tile);
        m_tileGrid->add(tile);
    }
    for (QLabel *label : {m_derivedCaption, m_counts, m_note}) {
        label->setProperty("role", "caption");
        label->setWordWrap(true);
    }
    layout->addWidget(m_tileGrid);
    layout->addWidget(m_counts);
    layout->addWidget(m_options);
    layout->addWidget(m_columns);
    layout->addWidget(m_note);
    layout->addWidget(m_split);
    layout->addWidget(m_derivedCaption);

    connect(m_options, &AttributeEditor::changed, this, [this](const QString &id, const Value &value, const QString &key) {
        setOption(id.toStdString(), value, key);
    });
    connect(m_columns, &CsvColumns::inputsChanged, this, [this](const QString &columns) {
        setOption("columns", columns.toStdString(), {});
    });
    connect(m_split, &AttributeEditor::changed, this, [this](const QString &id, const Value &value, const QString &key) {
        m_document->edit(editName, [&](Project &project) {
            if (id == QLatin1String("seed"))
                project.data.seed = static_cast<uint64_t>(std::get<int64_t>(value));
            else
                project.data.testShare = std::get<double>(value);
        }, key);
    });
    connect(m_document, &Document::dataChanged, this, &DataPanel::refresh);
    connect(m_document, &Document::opened, this, &DataPanel::refresh);
    connect(m_theme, &Theme::changed, this, &DataPanel::restyle);
    restyle();
    retranslate();
}

void DataPanel::choose(const DataSource &source)
{
    m_document->edit(editName, [&source](Project &project) {
        DataSpec &spec = project.data;
        if (spec.source == source.id)
            return;
        const DataSource *before = findDataSource(spec.source);
        if (!before || before->family != source.family)
            spec.derived.clear();
        spec.source = source.id;
        spec.options.clear();
        spec.points.clear(); // they belonged to the other picture
    });
    refresh(); // also when nothing changed: the tile must stay pressed
}

void DataPanel::setOption(const std::string &id, const Value &value, const QString &mergeKey)
{
    m_document->edit(editName, [&](Project &project) {
        const DataSource *source = findDataSource(project.data.source);
        if (!source)
            return;
        putSetting(project.data.options, source->options, id, value);
        if (id == "path") { // another table has other columns
            project.data.options.erase("target");
            project.data.options.erase("columns");
        }
    }, mergeKey);
}

void DataPanel::setDerived(const std::string &id, bool on)
{
    m_document->edit(editName, [&](Project &project) {
        const DataSource *source = findDataSource(project.data.source);
        std::vector<std::string> wanted;
        for (const DerivedInput &input : derivedInputs(source ? source->family : DataFamily::Plane)) { // in their own order
            const auto &have = project.data.derived;
            const bool was = std::find(have.begin(), have.end(), input.id) != have.end();
            if (input.id == id ? on : was)
                wanted.push_back(input.id);
        }
        project.data.derived = wanted;
    });
}

void DataPanel::refresh()
{
    const DataSpec &spec = m_document->project().data;
    const DataSource *source = findDataSource(spec.source);
    for (DataTile *tile : m_tiles)
        tile->setChecked(tile->source().id == spec.source);
    std::vector<AttributeSpec> schema = source ? source->options : std::vector<AttributeSpec>();
    refreshTable(schema);
    m_options->setVisible(!schema.empty());
    m_options->setSchema(schema, Sliders::All);
    m_options->setValues(spec.options);

    std::vector<AttributeSpec> split{seedSpec()};
    if (source && !source->hasSplit)
        split.insert(split.begin(), shareSpec());
    m_split->setSchema(split, Sliders::All);
    m_split->setValues({{"test_share", spec.testShare}, {"seed", static_cast<int64_t>(spec.seed)}});
    refreshDerived(source ? source->family : DataFamily::Table);

    m_counts->setText(counts());
    const auto dataset = m_document->dataset();
    const Text note = dataset ? dataset->note : m_document->dataProblem();
    m_note->setProperty("role", dataset ? "caption" : "bad");
    m_note->style()->unpolish(m_note);
    m_note->style()->polish(m_note);
    m_note->setText(coreText(note));
    m_note->setVisible(!note.empty());
}

void DataPanel::refreshTable(std::vector<AttributeSpec> &schema)
{
    const DataSpec &spec = m_document->project().data;
    const auto text = [&spec](const char *id) {
        const auto found = spec.options.find(id);
        return found != spec.options.end() && std::holds_alternative<std::string>(found->second) ? std::get<std::string>(found->second) : std::string();
    };
    const std::string path = spec.source == "csv" ? text("path") : std::string();
    const std::string wanted = path + '\n' + text("header") + '\n' + text("delimiter");
    if (wanted != m_inspected) {
        m_inspected = wanted;
        m_summary = {};
        try {
            if (!path.empty())
                m_summary = inspectCsv(path, spec.options);
        } catch (const DataError &) {
            m_summary = {}; // the document tells the problem
        }
    }
    m_columns->setVisible(!m_summary.columns.empty());
    if (m_summary.columns.empty()) {
        std::erase_if(schema, [](const AttributeSpec &s) { return s.id == "columns" || s.id == "target"; });
        return;
    }
    m_columns->setColumns(m_summary, columnsOf(text("columns")), text("target"));
    for (AttributeSpec &target : schema) {
        if (target.id != "target")
            continue;
        target.type = AttributeType::Choice;
        target.choices = {{"", ZB_TEXT("the last one")}};
        for (const CsvSummary::Column &column : m_summary.columns)
            target.choices.push_back({column.name, column.name});
    }
    std::erase_if(schema, [](const AttributeSpec &s) { return s.id == "columns"; });
}

void DataPanel::refreshDerived(DataFamily family)
{
    if (m_derivedFamily != family) {
        m_derivedFamily = family;
        m_derived.clear();
        delete m_derivedGrid;
        m_derivedGrid = new TileGrid(m_theme, 12);
        for (const DerivedInput &input : derivedInputs(family)) {
            auto *button = new QToolButton;
            button->setProperty("role", "outlined");
            button->setCheckable(true);
            button->setText(coreText(input.text));
            connect(button, &QToolButton::clicked, this, [this, id = input.id](bool on) { setDerived(id, on); });
            m_derived.emplace_back(input.id, button);
            m_derivedGrid->add(button);
        }
        static_cast<QVBoxLayout *>(layout())->addWidget(m_derivedGrid);
    }
    const auto &have = m_document->project().data.derived;
    for (const auto &[id, button] : m_derived)
        button->setChecked(std::find(have.begin(), have.end(), id) != have.end());
    m_derivedCaption->setVisible(!m_derived.empty());
    m_derivedGrid->setVisible(!m_derived.empty());
}

QString DataPanel::counts() const
{
    const auto data = m_document->dataset();
    if (!data || data->count() == 0)
        return {};
    const QLocale locale;
    const QString samples = tr("%1 to train, %2 to test").arg(locale.toString(qlonglong(data->trainCount)), locale.toString(qlonglong(data->testCount())));
    const QString shape = QString::fromStdString(data->featureShape.text());
    const QString target = data->classification() ? tr("%n classes", nullptr, static_cast<int>(data->classNames.size()))
                                                  : tr("%n numbers", nullptr, static_cast<int>(data->targetCount));
    return QStringLiteral("%1 · %2 → %3").arg(samples, shape, target);
}

void DataPanel::restyle()
{
    layout()->setSpacing(m_theme->space(2));
    m_tileGrid->updateGeometry();
}

void DataPanel::retranslate()
{
    m_derivedCaption->setText(tr("Derived inputs"));
    for (DataTile *tile : m_tiles)
        tile->retranslate();
    for (const auto &[id, button] : m_derived) {
        button->setToolTip(tr("Feed the network %1 as well").arg(button->text()));
        button->setAccessibleName(button->toolTip());
    }
    refresh();
}

void DataPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace zhibei
