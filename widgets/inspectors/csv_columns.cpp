#include "widgets/inspectors/csv_columns.h"

#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>

namespace zhibei {

namespace {

QString quoted(const std::string &name)
{
    QString text = QString::fromStdString(name);
    if (text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')))
        text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    return text;
}

} // namespace

CsvColumns::CsvColumns(Theme *theme, QWidget *parent) : QTableWidget(parent), m_theme(theme)
{
    setColumnCount(3);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QTableWidget::itemChanged, this, [this](QTableWidgetItem *item) {
        if (item->column() == 0)
            tellInputs();
    });
    retranslate();
}

void CsvColumns::setColumns(const CsvSummary &summary, const std::vector<std::string> &inputs, const std::string &target)
{
    const QSignalBlocker quiet(this);
    m_summary = summary;
    m_target = target.empty() && !summary.columns.empty() ? summary.columns.back().name : target;
    setRowCount(static_cast<int>(summary.columns.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const CsvSummary::Column &column = summary.columns[static_cast<size_t>(row)];
        auto *name = new QTableWidgetItem(QString::fromStdString(column.name));
        const bool isTarget = column.name == m_target;
        const bool used = inputs.empty() || std::find(inputs.begin(), inputs.end(), column.name) != inputs.end();
        name->setFlags(Qt::ItemIsEnabled | (isTarget ? Qt::NoItemFlags : Qt::ItemIsUserCheckable));
        if (isTarget)
            name->setIcon(m_theme->icon(QStringLiteral("target"), Ink::Objective));
        else
            name->setCheckState(used ? Qt::Checked : Qt::Unchecked);
        setItem(row, 0, name);
        setItem(row, 1, new QTableWidgetItem);
        auto *missing = new QTableWidgetItem(column.missing > 0 ? QLocale().toString(qlonglong(column.missing)) : QString());
        missing->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (column.missing > 0)
            missing->setForeground(m_theme->color(Ink::Bad));
        setItem(row, 2, missing);
    }
    retranslate();
    updateGeometry();
}

void CsvColumns::tellInputs()
{
    QStringList names;
    bool all = true;
    for (int row = 0; row < rowCount(); ++row) {
        const std::string &name = m_summary.columns[static_cast<size_t>(row)].name;
        if (name == m_target)
            continue;
        if (item(row, 0)->checkState() == Qt::Checked)
            names << quoted(name);
        else
            all = false;
    }
    emit inputsChanged(all ? QString() : names.join(QLatin1Char(',')));
}

QSize CsvColumns::sizeHint() const
{
    constexpr int mostRows = 9;
    int height = horizontalHeader()->sizeHint().height() + 4;
    for (int row = 0; row < std::min(rowCount(), mostRows); ++row)
        height += rowHeight(row);
    return {m_theme->space(60), height};
}

void CsvColumns::retranslate()
{
    const QSignalBlocker quiet(this);
    setHorizontalHeaderLabels({tr("Column"), tr("Holds"), tr("Missing")});
    setAccessibleName(tr("Columns of the table"));
    for (int row = 0; row < rowCount(); ++row) {
        const CsvSummary::Column &column = m_summary.columns[static_cast<size_t>(row)];
        const QLocale locale;
        item(row, 1)->setText(column.numeric ? tr("%1 to %2").arg(locale.toString(double(column.minimum), 'g', 4),
                                                                    locale.toString(double(column.maximum), 'g', 4))
                                             : tr("%n words", nullptr, static_cast<int>(column.distinct)));
        item(row, 0)->setToolTip(column.name == m_target ? tr("What is predicted") : tr("Used to predict from, if ticked"));
    }
}

void CsvColumns::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTableWidget::changeEvent(event);
}

} // namespace zhibei
