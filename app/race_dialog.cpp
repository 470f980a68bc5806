#include "app/race_dialog.h"

#include "app/session.h"
#include "core/layers/layer_kind.h"
#include "core/train/training_settings.h"
#include "widgets/plots/text_button.h"
#include "widgets/runs/run_plot.h"
#include "widgets/runs/run_shelf.h"
#include "widgets/runs/run_text.h"
#include "widgets/theme/core_text.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

#include <algorithm>
#include <numeric>
#include <thread>
#include <tuple>

namespace zhibei {

namespace {

constexpr Measure measures[] = {Measure::Loss, Measure::Accuracy, Measure::R2};
constexpr int redrawMilliseconds = 150;
constexpr int mostRacers = 24;
constexpr int64_t usualSteps = 3000;

const Attributes &attributesOf(const Project &project, const NodeId &node)
{
    const Node *found = project.network.find(node);
    return found ? found->attributes : project.training;
}

const std::vector<AttributeSpec> &schemaOf(const Project &project, const NodeId &node)
{
    const Node *found = project.network.find(node);
    return found ? findKind(found->kind)->attributes : trainingSchema();
}

/// What one would try first: every choice, off and on, and numbers around the one at hand.
QStringList usualValues(const AttributeSpec &spec, const Value &now)
{
    QStringList values;
    const auto add = [&](const Value &value) {
        const QString text = QString::fromStdString(valueText(value));
        if (checkValue(spec, value).empty() && !values.contains(text))
            values += text;
    };
    if (spec.id == "seed") {
        for (int64_t i = 0; i < 5; ++i)
            add(std::get<int64_t>(now) + i);
        return values;
    }
    for (const Choice &choice : spec.choices)
        add(choice.id);
    if (spec.type == AttributeType::Switch)
        return {QStringLiteral("false"), QStringLiteral("true")};
    if (const auto *whole = std::get_if<int64_t>(&now))
        for (const int64_t value : {*whole / 4, *whole / 2, *whole, *whole * 2, *whole * 4})
            add(value);
    if (const auto *real = std::get_if<double>(&now))
        for (const double factor : {0.1, 0.3, 1.0, 3.0, 10.0})
            add(QString::number(*real * factor, 'g', 4).toDouble());
    return values;
}

/// Enough to see a curve, whatever the size of the data.
int usualEpochs(const Document &document)
{
    const auto data = document.dataset();
    const int64_t batch = std::get<int64_t>(attributeValue(trainingSchema(), document.project().training, "batch"));
    const int64_t stepsPerEpoch = std::max<int64_t>(1, (data ? data->trainCount : 0) / batch);
    return int(std::clamp<int64_t>(usualSteps / stepsPerEpoch, 3, 1000));
}

} // namespace

RaceDialog::RaceDialog(Theme *theme, Session *session, RunShelf *shelf, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_session(session), m_shelf(shelf)
{
    build();
    fillSettings();
    retranslate();
    m_tick.setInterval(redrawMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, &RaceDialog::showState);
    connect(m_button, &QPushButton::clicked, this, &RaceDialog::onButton);
    connect(m_setting, &QComboBox::currentIndexChanged, this, &RaceDialog::onSetting);
    onSetting();
    showMeasures();
    resize(theme->space(230), theme->space(170));
}

RaceDialog::~RaceDialog() { Race::retire(std::move(m_race), m_session); }

void RaceDialog::build()
{
    auto *column = new QVBoxLayout(this);
    const int margin = m_theme->space(4);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(m_theme->space(2));
    m_intro = new QLabel(this);
    m_intro->setProperty("role", "caption");
    m_intro->setWordWrap(true);
    m_problem = new QLabel(this);
    m_problem->setProperty("role", "bad");
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_plot = new RunPlot(m_theme, this);
    m_plot->setMinimumHeight(m_theme->space(50));
    buildResults();
    column->addWidget(m_intro);
    column->addLayout(buildForm());
    column->addWidget(m_problem);
    column->addLayout(buildTabs());
    column->addWidget(m_plot, 3);
    column->addWidget(m_results, 2);
}

QHBoxLayout *RaceDialog::buildForm()
{
    auto *form = new QHBoxLayout;
    size_t fields = 0;
    const auto add = [&](QWidget *widget, int stretch) {
        auto *box = new QVBoxLayout;
        QLabel *caption = m_captions[fields++] = new QLabel(this);
        caption->setProperty("role", "caption");
        caption->setBuddy(widget);
        box->addWidget(caption);
        box->addWidget(widget);
        form->addLayout(box, stretch);
    };
    add(m_setting = new QComboBox(this), 2);
    add(m_values = new QLineEdit(this), 3);
    add(m_epochs = new QSpinBox(this), 0);
    add(m_jobs = new QSpinBox(this), 0);
    m_setting->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_epochs->setRange(1, 100000);
    m_epochs->setValue(usualEpochs(*m_session->document()));
    const int cores = std::max(1, int(std::thread::hardware_concurrency()));
    m_jobs->setRange(1, std::max(2, cores));
    m_jobs->setValue(std::max(1, cores / 2));
    m_button = new QPushButton(this);
    m_button->setProperty("role", "primary");
    m_button->setDefault(true);
    form->addWidget(m_button, 0, Qt::AlignBottom);
    return form;
}

QHBoxLayout *RaceDialog::buildTabs()
{
    auto *tabs = new QHBoxLayout;
    for (int i = 0; i < 3; ++i) {
        tabs->addWidget(m_measures[i] = new TextButton(m_theme, TextButton::Style::Tab, this));
        m_measures[i]->setCheckable(true);
        connect(m_measures[i], &QAbstractButton::clicked, this, [this, i] {
            m_plot->setMeasure(measures[i]);
            showMeasures();
        });
    }
    tabs->addStretch();
    tabs->addWidget(m_logarithmic = new TextButton(m_theme, TextButton::Style::Switch, this));
    m_logarithmic->setCheckable(true);
    connect(m_logarithmic, &QAbstractButton::clicked, m_plot, &RunPlot::setLogarithmic);
    return tabs;
}

void RaceDialog::buildResults()
{
    m_results = new QTableWidget(this);
    m_results->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_results->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_results->setFrameShape(QFrame::NoFrame);
    m_results->setShowGrid(false);
    m_results->setTabKeyNavigation(false);
    m_results->verticalHeader()->hide();
    m_results->verticalHeader()->setDefaultSectionSize(QFontMetrics(m_theme->font(Type::Text)).height() + m_theme->space(2));
    m_results->horizontalHeader()->setHighlightSections(false);
    m_results->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_results->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_results->setColumnCount(6);
}

void RaceDialog::retranslate()
{
    setWindowTitle(tr("Race"));
    m_intro->setText(tr("The same network from the same start, once for each value. Your training goes on as it is."));
    const QString captions[] = {tr("Setting"), tr("Values, with commas between"), tr("Epochs"), tr("At once")};
    QWidget *const fields[] = {m_setting, m_values, m_epochs, m_jobs};
    for (size_t i = 0; i < std::size(captions); ++i) {
        m_captions[i]->setText(captions[i]);
        fields[i]->setAccessibleName(captions[i]);
    }
    m_jobs->setToolTip(tr("So many train side by side. The numbers do not depend on it."));
    const QString names[] = {tr("Loss"), tr("Accuracy"), QStringLiteral("R²")};
    for (size_t i = 0; i < std::size(names); ++i)
        m_measures[i]->setText(names[i]);
    m_logarithmic->setText(tr("log"));
    m_plot->setEmptyText(tr("Choose a setting and press Start."));
    m_plot->retranslate();
    m_results->setHorizontalHeaderLabels({tr("Place"), tr("Value"), tr("Steps"), m_tested ? tr("Test loss") : tr("Training loss"),
                                          m_tested ? tr("Test accuracy") : tr("Training accuracy"), tr("Duration")});
    m_results->setAccessibleName(tr("Results"));
    m_button->setText(tr("Start"));
    nameSettings();
    if (m_race) {
        nameRacers();
        showState();
    }
}

void RaceDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

/// The loss nodes' settings first: optimizer and learning rate are what one asks for most.
void RaceDialog::fillSettings()
{
    const Project &project = m_session->document()->project();
    const auto add = [&](const NodeId &node) {
        for (const AttributeSpec &spec : schemaOf(project, node)) {
            const bool races = spec.type != AttributeType::Text && spec.id.rfind("stop_", 0) != 0 && spec.id != "patience";
            if (!races || !attributeApplies(schemaOf(project, node), attributesOf(project, node), spec))
                continue;
            m_settings.push_back({node, spec.id});
            m_setting->addItem(QString());
        }
    };
    const auto isLoss = [](const Node &node) { return findKind(node.kind) && findAttribute(findKind(node.kind)->attributes, "optimizer"); };
    for (const Node &node : project.network.nodes)
        if (isLoss(node))
            add(node.id);
    add("training");
    for (const Node &node : project.network.nodes)
        if (findKind(node.kind) && !isLoss(node))
            add(node.id);
    for (size_t i = 0; i < m_settings.size(); ++i)
        if (m_settings[i].attribute == "optimizer")
            return m_setting->setCurrentIndex(int(i));
}

void RaceDialog::nameSettings()
{
    const Project &project = m_session->document()->project();
    for (size_t i = 0; i < m_settings.size(); ++i) {
        const auto &[node, attribute] = m_settings[i];
        const AttributeSpec *spec = sweepAttribute(project.network, node, attribute);
        const QString owner = node == "training" ? tr("Training") : QString::fromStdString(node);
        m_setting->setItemText(int(i), tr("%1: %2", "layer, setting").arg(owner, spec ? coreText(spec->text) : QString::fromStdString(attribute)));
    }
}

void RaceDialog::choose(const NodeId &node, const std::string &attribute)
{
    for (size_t i = 0; i < m_settings.size(); ++i)
        if (m_settings[i].node == node && m_settings[i].attribute == attribute)
            m_setting->setCurrentIndex(int(i));
}

void RaceDialog::setValues(const QString &values) { m_values->setText(values); }
void RaceDialog::setEpochs(int epochs) { m_epochs->setValue(epochs); }

void RaceDialog::onSetting()
{
    const auto index = size_t(m_setting->currentIndex());
    if (index >= m_settings.size())
        return;
    const Project &project = m_session->document()->project();
    const auto &[node, attribute] = m_settings[index];
    const std::vector<AttributeSpec> &schema = schemaOf(project, node);
    if (!findAttribute(schema, attribute))
        return;
    m_values->setText(usualValues(*findAttribute(schema, attribute), attributeValue(schema, attributesOf(project, node), attribute)).join(QStringLiteral(", ")));
}

std::optional<SweepAxis> RaceDialog::axis()
{
    const auto complain = [this](const QString &text) {
        m_problem->setText(text);
        m_problem->show();
        m_values->setFocus();
        return std::optional<SweepAxis>();
    };
    const Setting &setting = m_settings[size_t(m_setting->currentIndex())];
    SweepAxis axis{setting.node, setting.attribute, {}};
    const AttributeSpec *spec = sweepAttribute(m_session->document()->network(), setting.node, setting.attribute);
    if (!spec)
        return complain(tr("This layer is not in the network any more."));
    for (const QString &part : m_values->text().split(u',', Qt::SkipEmptyParts)) {
        const ParsedValue parsed = parseValue(*spec, part.trimmed().toStdString());
        if (!parsed.value)
            return complain(coreText(parsed.error));
        axis.values.push_back(*parsed.value);
    }
    if (axis.values.empty() || axis.values.size() > mostRacers)
        return complain(tr("A race wants from 1 to %1 values.").arg(mostRacers));
    m_problem->hide();
    return axis;
}

void RaceDialog::onButton()
{
    if (isRunning())
        m_race->stop();
    else
        start();
}

void RaceDialog::start()
{
    const Document *document = m_session->document();
    const auto data = document->dataset();
    const std::optional<SweepAxis> over = axis();
    if (!over || !data)
        return;
    m_title = document->title();
    m_tested = data->testCount() > 0;
    const int64_t seed = std::get<int64_t>(attributeValue(trainingSchema(), document->project().training, "seed"));
    Race::retire(std::move(m_race), m_session);
    retranslate(); // the heads of the table tell which part is measured
    m_race = std::make_unique<Race>(document->project(), data, *over, seed, SweepLimits{.epochs = m_epochs->value()}, m_jobs->value());
    connect(m_race.get(), &Race::arrived, this, &RaceDialog::onArrived);
    connect(m_race.get(), &Race::finished, this, [this] {
        m_tick.stop();
        showState();
    });
    nameRacers();
    m_tick.start();
    showState();
}

void RaceDialog::nameRacers()
{
    m_names.clear();
    const Network network = m_race->project(0).network;
    for (const SweepVariant &variant : m_race->sweep().variants()) {
        const SweepSetting &setting = variant.settings.front();
        QString name = QString::fromStdString(valueText(setting.value));
        for (const Choice &choice : sweepAttribute(network, setting.node, setting.attribute)->choices)
            if (Value(choice.id) == setting.value)
                name = coreText(choice.text);
        m_names += name;
    }
}

void RaceDialog::onArrived(qsizetype variant)
{
    const auto racer = size_t(variant);
    const SweepResult result = m_race->sweep().result(racer);
    showState();
    if (!m_shelf || result.steps == 0)
        return;
    History::Curves curves = m_race->sweep().history(racer).curves();
    RunRecord run;
    run.when = QDateTime::currentDateTime();
    run.title = tr("%1, race: %2", "project, value").arg(m_title, m_names[variant]);
    run.project = m_race->project(racer);
    run.steps = result.steps;
    run.epochs = result.epochs;
    run.seconds = result.seconds;
    run.result = result.result;
    run.weightsSha256 = QString::fromStdString(result.weightsSha256);
    noteBest(run, curves);
    m_shelf->put(std::move(run), std::move(curves));
}

void RaceDialog::showState()
{
    m_button->setText(isRunning() ? tr("Stop") : tr("Start"));
    const Sweep &sweep = m_race->sweep();
    const size_t count = sweep.variants().size();
    std::vector<RunPlot::Run> runs;
    std::vector<SweepResult> results;
    for (size_t i = 0; i < count; ++i) {
        runs.push_back({m_names[qsizetype(i)], std::make_shared<const History::Curves>(sweep.history(i).curves())});
        results.push_back(sweep.result(i));
    }
    m_plot->setRuns(std::move(runs));
    std::vector<size_t> order(count);
    std::iota(order.begin(), order.end(), size_t(0));
    const auto measured = [&](size_t i) { return m_tested ? results[i].result.test : results[i].result.train; };
    const auto rank = [&](size_t i) {
        const bool runs = results[i].steps > 0 && results[i].problem.empty();
        return std::tuple(!runs, -measured(i).accuracy.value_or(0), measured(i).loss.value_or(0));
    };
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return rank(a) < rank(b); });
    m_results->setRowCount(int(count));
    for (int row = 0; row < int(count); ++row) {
        const size_t i = order[size_t(row)];
        const SweepResult &result = results[i];
        RunRecord time;
        time.seconds = result.seconds;
        const bool ran = result.steps > 0;
        const QStringList cells{result.finished ? QString::number(row + 1) : QString(), m_names[qsizetype(i)], ran ? countText(result.steps) : QString(),
                                ran ? measureText(Measure::Loss, measured(i).loss) : coreText(result.problem),
                                ran ? measureText(Measure::Accuracy, measured(i).accuracy) : QString(), ran ? durationText(time) : QString()};
        for (int column = 0; column < int(cells.size()); ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            if (column == 1)
                item->setForeground(RunPlot::colorOf(*m_theme, i, count));
            if (!result.problem.empty())
                item->setToolTip(coreText(result.problem));
            m_results->setItem(row, column, item);
        }
    }
    showMeasures();
}

void RaceDialog::showMeasures()
{
    for (int i = 0; i < 3; ++i) {
        m_measures[i]->setChecked(m_plot->measure() == measures[i]);
        m_measures[i]->setVisible(i == 0 || m_plot->has(measures[i]));
    }
    m_logarithmic->setEnabled(m_plot->measure() == Measure::Loss);
    m_logarithmic->setChecked(m_plot->isLogarithmic());
}

} // namespace zhibei
