#include "widgets/views/runs_view.h"

#include "widgets/plots/text_button.h"
#include "widgets/runs/difference_table.h"
#include "widgets/runs/run_plot.h"
#include "widgets/runs/run_shelf.h"
#include "widgets/runs/run_table.h"
#include "widgets/runs/run_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace zhibei {

namespace {

constexpr Measure measures[] = {Measure::Loss, Measure::Accuracy, Measure::R2};
constexpr size_t mostCompared = 16; // more curves than this nobody tells apart

} // namespace

RunsView::RunsView(Theme *theme, QWidget *parent)
    : View(theme, parent), m_model(new RunTable(theme, this)), m_sorted(new QSortFilterProxyModel(this)), m_view(new QTableView(this)),
      m_plot(new RunPlot(theme, this)), m_differences(new DifferenceTable(theme, this)), m_pages(new QSplitter(Qt::Vertical, this)),
      m_below(new QSplitter(Qt::Horizontal, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHeader());
    column->addWidget(m_pages, 1);
    buildTable();
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_below);
    m_below->addWidget(m_plot);
    m_below->addWidget(m_differences);
    for (QSplitter *splitter : {m_pages, m_below})
        splitter->setChildrenCollapsible(false);
    m_pages->setSizes({500, 500});
    m_below->setSizes({600, 400});
    for (QWidget *page : {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_plot), static_cast<QWidget *>(m_differences)})
        page->setMinimumSize(1, 1);
    connect(m_model, &RunTable::starred, this, [this](qint64 id, bool star) {
        if (m_shelf)
            m_shelf->setStar(id, star);
    });
    connect(m_model, &RunTable::noted, this, [this](qint64 id, const QString &note) {
        if (m_shelf)
            m_shelf->setNote(id, note);
    });
    showMeasures();
    onSelection();
}

QToolButton *RunsView::addButton(const char *icon, void (RunsView::*action)())
{
    auto *button = new QToolButton(m_header);
    button->setAutoRaise(true);
    button->setProperty("iconName", QString::fromLatin1(icon));
    m_header->layout()->addWidget(button);
    connect(button, &QToolButton::clicked, this, action);
    return button;
}

QWidget *RunsView::buildHeader()
{
    m_header = new QWidget(this);
    auto *row = new QHBoxLayout(m_header);
    row->setSpacing(2);
    for (int page = 0; page < PageCount; ++page) {
        row->addWidget(m_tabs[page] = new TextButton(theme(), TextButton::Style::Tab, m_header));
        m_tabs[page]->setCheckable(true);
        connect(m_tabs[page], &QAbstractButton::clicked, this, [this, page] { setPage(Page(page)); });
    }
    row->addWidget(m_filter = new QLineEdit(m_header), 1);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(1);
    connect(m_filter, &QLineEdit::textChanged, this, &RunsView::setFilter);
    m_open = addButton("folder-open", &RunsView::openSelected);
    m_star = addButton("star", &RunsView::starSelected);
    m_remove = addButton("trash-2", &RunsView::removeSelected);
    row->addStretch();
    for (int i = 0; i < 3; ++i) {
        row->addWidget(m_measures[i] = new TextButton(theme(), TextButton::Style::Tab, m_header));
        m_measures[i]->setCheckable(true);
        connect(m_measures[i], &QAbstractButton::clicked, this, [this, i] {
            m_plot->setMeasure(measures[i]);
            showMeasures();
        });
    }
    row->addWidget(m_logarithmic = new TextButton(theme(), TextButton::Style::Switch, m_header));
    m_logarithmic->setCheckable(true);
    connect(m_logarithmic, &QAbstractButton::clicked, m_plot, &RunPlot::setLogarithmic);
    return m_header;
}

void RunsView::buildTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(RunTable::sortRole);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(m_sorted);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(RunTable::When, Qt::DescendingOrder);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false); // else hiding the table, which passes the focus on, selects the next cell
    m_view->setWordWrap(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->installEventFilter(this);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsView::onSelection);
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != RunTable::Note && index.column() != RunTable::Star)
            openSelected();
    });
    connect(m_view, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (const RunRecord *run = index.column() == RunTable::Star ? m_model->find(index.data(RunTable::idRole).toLongLong()) : nullptr)
            m_sorted->setData(index, !run->star);
    });
}

QSize RunsView::sizeHint() const { return {theme()->space(160), theme()->space(110)}; }

void RunsView::setShelf(RunShelf *shelf)
{
    m_shelf = shelf;
    if (!shelf)
        return;
    connect(shelf, &RunShelf::changed, this, &RunsView::onShelf);
    onShelf();
}

void RunsView::onShelf()
{
    const std::vector<qint64> kept = selection();
    const QModelIndex current = m_view->currentIndex();
    const qint64 currentId = current.data(RunTable::idRole).toLongLong();
    const auto same = [](const RunRecord &a, const RunRecord &b) { return a.id == b.id && a.when == b.when && a.star == b.star && a.note == b.note; };
    if (!std::equal(m_shelf->runs().begin(), m_shelf->runs().end(), m_model->runs().begin(), m_model->runs().end(), same)) {
        const bool first = m_model->runs().empty();
        m_filling = true;
        m_model->setRuns(m_shelf->runs());
        for (int row = 0; row < m_sorted->rowCount(); ++row)
            if (m_sorted->index(row, 0).data(RunTable::idRole).toLongLong() == currentId)
                m_view->selectionModel()->setCurrentIndex(m_sorted->index(row, current.column()), QItemSelectionModel::NoUpdate);
        if (first) { // the newest against the one before: what one wants to know first
            m_view->selectionModel()->clearSelection();
            select({m_sorted->index(0, 0).data(RunTable::idRole).toLongLong(), m_sorted->index(1, 0).data(RunTable::idRole).toLongLong()});
        } else {
            select(kept);
        }
        m_filling = false;
        if (first)
            restyle();
    }
    onSelection();
}

std::vector<qint64> RunsView::selection() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    std::vector<qint64> ids;
    for (const int row : rows)
        ids.push_back(m_sorted->index(row, 0).data(RunTable::idRole).toLongLong());
    return ids;
}

void RunsView::select(const std::vector<qint64> &ids)
{
    QItemSelection rows;
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        if (std::find(ids.begin(), ids.end(), m_sorted->index(row, 0).data(RunTable::idRole).toLongLong()) != ids.end())
            rows.select(m_sorted->index(row, 0), m_sorted->index(row, RunTable::ColumnCount - 1));
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void RunsView::setFilter(const QString &text)
{
    if (m_filter->text() != text)
        m_filter->setText(text);
    m_sorted->setFilterFixedString(text);
}

void RunsView::onSelection()
{
    if (m_filling)
        return;
    std::vector<qint64> ids = selection();
    for (QToolButton *button : {m_open, m_star, m_remove})
        button->setEnabled(!ids.empty());
    if (ids.size() > mostCompared)
        ids.resize(mostCompared);
    std::vector<RunPlot::Run> runs;
    std::vector<const Project *> projects;
    QStringList names;
    for (const qint64 id : ids)
        if (const RunRecord *run = m_model->find(id)) {
            names += runName(*run);
            projects.push_back(&run->project);
            runs.push_back({names.back(), m_shelf ? m_shelf->curves(id) : nullptr});
        }
    m_plot->setRuns(std::move(runs));
    m_differences->setDifferences(names, projectDifferences(projects));
    showMeasures();
    setAccessibleDescription(tr("%n run(s)", nullptr, int(m_model->runs().size())));
}

void RunsView::showMeasures()
{
    if (m_plot->measure() != Measure::Loss && !m_plot->runs().empty() && !m_plot->has(m_plot->measure())
        && std::any_of(m_plot->runs().begin(), m_plot->runs().end(), [](const RunPlot::Run &run) { return run.curves != nullptr; }))
        m_plot->setMeasure(Measure::Loss);
    const bool seen = m_plot->isVisibleTo(this);
    for (int i = 0; i < 3; ++i) {
        m_measures[i]->setChecked(m_plot->measure() == measures[i]);
        m_measures[i]->setVisible(seen && (i == 0 || m_plot->has(measures[i])));
    }
    m_logarithmic->setVisible(seen);
    m_logarithmic->setEnabled(m_plot->measure() == Measure::Loss);
    m_logarithmic->setChecked(m_plot->isLogarithmic());
}

void RunsView::setPage(Page page)
{
    m_page = page;
    showPages();
}

/// All three where there is room, else the one chosen.
void RunsView::showPages()
{
    const bool roomy = width() >= theme()->space(130) && height() >= theme()->space(90);
    for (int page = 0; page < PageCount; ++page) {
        m_tabs[page]->setVisible(!roomy);
        m_tabs[page]->setChecked(page == m_page);
    }
    m_view->setVisible(roomy || m_page == Table);
    m_plot->setVisible(roomy || m_page == Curves);
    m_differences->setVisible(roomy || m_page == Differences);
    m_below->setVisible(roomy || m_page != Table);
    for (QWidget *widget : {static_cast<QWidget *>(m_filter), static_cast<QWidget *>(m_open), static_cast<QWidget *>(m_star), static_cast<QWidget *>(m_remove)})
        widget->setVisible(roomy || m_page == Table);
    showMeasures();
}

void RunsView::resizeEvent(QResizeEvent *event)
{
    View::resizeEvent(event);
    showPages();
}

bool RunsView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openSelected();
            return true;
        }
        if (key == Qt::Key_Delete) {
            removeSelected();
            return true;
        }
    }
    return View::eventFilter(watched, event);
}

void RunsView::openSelected()
{
    if (const std::vector<qint64> ids = selection(); m_shelf && !ids.empty())
        m_shelf->open(ids.front());
}

void RunsView::starSelected()
{
    const std::vector<qint64> ids = selection();
    const bool all = std::all_of(ids.begin(), ids.end(), [this](qint64 id) { return m_model->find(id)->star; });
    for (const qint64 id : ids)
        if (m_shelf)
            m_shelf->setStar(id, !all);
}

void RunsView::removeSelected()
{
    if (const std::vector<qint64> ids = selection(); m_shelf && !ids.empty())
        m_shelf->remove(ids);
}

Figure RunsView::figure() const
{
    Figure figure;
    figure.name = tr("runs", "file name");
    figure.size = m_plot->size();
    const QPointer<RunPlot> plot = m_plot;
    const QPointer<RunTable> table = m_model;
    figure.paint = [plot](QPaintDevice &device, const QSize &size) {
        if (!plot)
            return;
        QCPPainter painter(&device);
        plot->toPainter(&painter, size.width(), size.height());
    };
    figure.csv = [table] { return table ? table->csv() : QString(); };
    return figure;
}

QJsonObject RunsView::choices() const
{
    return {{QStringLiteral("page"), int(m_page)}, {QStringLiteral("measure"), int(m_plot->measure())}, {QStringLiteral("logarithmic"), m_plot->isLogarithmic()},
            {QStringLiteral("filter"), m_filter->text()}};
}

void RunsView::setChoices(const QJsonObject &choices)
{
    m_plot->setMeasure(measures[std::clamp(choices[QStringLiteral("measure")].toInt(), 0, 2)]);
    m_plot->setLogarithmic(choices[QStringLiteral("logarithmic")].toBool());
    setFilter(choices[QStringLiteral("filter")].toString());
    setPage(Page(std::clamp(choices[QStringLiteral("page")].toInt(), 0, PageCount - 1)));
}

void RunsView::retranslate()
{
    const QString tabs[] = {tr("Runs"), tr("Curves"), tr("Differences")}, names[] = {tr("Loss"), tr("Accuracy"), QStringLiteral("R²")};
    for (int i = 0; i < 3; ++i) {
        m_tabs[i]->setText(tabs[i]);
        m_measures[i]->setText(names[i]);
    }
    m_logarithmic->setText(tr("log"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter"));
    m_view->setAccessibleName(tr("Runs"));
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_open, tr("Open this run again (Enter)"));
    name(m_star, tr("Star: kept for good"));
    name(m_remove, tr("Delete (Del)"));
    m_plot->setEmptyText(m_model->runs().empty() ? tr("Train a network: every run is kept here.") : tr("Select runs to see their curves on one axis."));
    m_plot->retranslate();
    m_filling = true;
    const std::vector<qint64> kept = selection();
    m_model->retranslate();
    select(kept);
    m_filling = false;
    m_differences->retranslate();
    onSelection();
}

void RunsView::restyle()
{
    m_header->layout()->setContentsMargins(theme()->space(3), 0, theme()->space(2), theme()->space(1));
    for (QToolButton *button : {m_open, m_star, m_remove}) {
        button->setIcon(theme()->icon(button->property("iconName").toString(), Ink::Muted));
        button->setIconSize({theme()->space(4), theme()->space(4)});
    }
    const int line = QFontMetrics(theme()->font(Type::Text)).height() + theme()->space(2);
    m_view->verticalHeader()->setDefaultSectionSize(line);
    m_differences->verticalHeader()->setDefaultSectionSize(line);
    m_view->resizeColumnsToContents();
    for (int column = 0; column < RunTable::ColumnCount; ++column)
        m_view->setColumnWidth(column, std::min(m_view->columnWidth(column) + theme()->space(2), theme()->space(70)));
    m_plot->setEmptyText(m_model->runs().empty() ? tr("Train a network: every run is kept here.") : tr("Select runs to see their curves on one axis."));
    showPages();
}

} // namespace zhibei
