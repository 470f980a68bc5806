#include "widgets/runs/run_table.h"

#include "widgets/plots/curve_data.h"
#include "widgets/runs/run_text.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace zhibei {

namespace {

bool isNumber(int column) { return column >= RunTable::Steps && column <= RunTable::Duration; }

QString csvCell(QString text)
{
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString csvNumber(const std::optional<double> &value) { return value ? QString::number(*value, 'g', 9) : QString(); }

} // namespace

RunTable::RunTable(Theme *theme, QObject *parent) : QAbstractTableModel(parent), m_theme(theme) {}

void RunTable::setRuns(std::vector<RunRecord> runs)
{
    beginResetModel();
    m_runs = std::move(runs);
    m_words.clear();
    for (const RunRecord &run : m_runs)
        m_words.push_back({dataText(run.project), networkText(run.project), settingsText(run.project)});
    endResetModel();
}

void RunTable::retranslate()
{
    setRuns(std::move(m_runs));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const RunRecord *RunTable::find(qint64 id) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&](const RunRecord &run) { return run.id == id; });
    return found != m_runs.end() ? &*found : nullptr;
}

int RunTable::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_runs.size()); }
int RunTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString RunTable::text(size_t row, int column) const
{
    const RunRecord &run = m_runs[row];
    switch (column) {
    case When: return QLocale().toString(run.when, run.when.date() == QDate::currentDate() ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm"));
    case Title: return run.title;
    case Settings: return m_words[row].settings;
    case Steps: return countText(run.steps);
    case TrainLoss: return measureText(Measure::Loss, run.result.train.loss);
    case TestLoss: return measureText(Measure::Loss, run.result.test.loss);
    case TestAccuracy: return measureText(Measure::Accuracy, run.result.test.accuracy);
    case Duration: return durationText(run);
    case Data: return m_words[row].data;
    case Network: return m_words[row].network;
    case Note: return run.note;
    default: return {};
    }
}

QVariant RunTable::sortValue(const RunRecord &run, int column) const
{
    constexpr double last = std::numeric_limits<double>::infinity();
    switch (column) {
    case Star: return run.star ? 0 : 1;
    case When: return run.when;
    case Steps: return run.steps;
    case TrainLoss: return run.result.train.loss.value_or(last);
    case TestLoss: return run.result.test.loss.value_or(last);
    case TestAccuracy: return run.result.test.accuracy.value_or(-1);
    case Duration: return run.seconds;
    default: return {};
    }
}

QVariant RunTable::data(const QModelIndex &index, int role) const
{
    const auto row = size_t(index.row());
    const RunRecord &run = m_runs[row];
    const int column = index.column();
    switch (role) {
    case idRole: return run.id;
    case sortRole: {
        const QVariant value = sortValue(run, column);
        return value.isValid() ? value : QVariant(text(row, column));
    }
    case Qt::DisplayRole:
    case Qt::EditRole: return text(row, column);
    case Qt::DecorationRole: return column == Star ? QVariant(m_theme->icon(QStringLiteral("star"), run.star ? Ink::Accent : Ink::Line)) : QVariant();
    case Qt::AccessibleTextRole: return column == Star ? (run.star ? tr("starred") : tr("no star")) : QVariant();
    case Qt::TextAlignmentRole:
        return isNumber(column) ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::ToolTipRole:
        if (column == Star)
            return tr("A run with a star is kept for good");
        if (column == When)
            return run.repeatable ? tr("Opened again and played for as many steps, it gives the same numbers.")
                                  : tr("Something was changed while it trained, so it will not come out quite the same again.");
        return text(row, column);
    default: return {};
    }
}

QVariant RunTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return isNumber(section) ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString names[ColumnCount] = {QString(), tr("When"), tr("Title"), tr("Steps"), tr("Training loss"), tr("Test loss"), tr("Test accuracy"), tr("Duration"),
                                        tr("Settings"), tr("Data"), tr("Network"), tr("Note")};
    return names[section];
}

Qt::ItemFlags RunTable::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    return index.column() == Note ? plain | Qt::ItemIsEditable : plain;
}

bool RunTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    RunRecord &run = m_runs[size_t(index.row())];
    if (index.column() == Note && run.note != value.toString().trimmed()) {
        run.note = value.toString().trimmed();
        emit noted(run.id, run.note);
    } else if (index.column() == Star && run.star != value.toBool()) {
        run.star = value.toBool();
        emit starred(run.id, run.star);
    } else {
        return false;
    }
    emit dataChanged(index, index);
    return true;
}

QString RunTable::csv() const
{
    QString csv = QStringLiteral("id,when,title,data,network,settings,steps,train_loss,test_loss,train_accuracy,test_accuracy,seconds,weights_sha256,note\n");
    for (size_t i = 0; i < m_runs.size(); ++i) {
        const RunRecord &run = m_runs[i];
        const QStringList cells{QString::number(run.id), run.when.toString(Qt::ISODate), csvCell(run.title), csvCell(m_words[i].data), csvCell(m_words[i].network),
                                csvCell(m_words[i].settings), QString::number(run.steps), csvNumber(run.result.train.loss), csvNumber(run.result.test.loss),
                                csvNumber(run.result.train.accuracy), csvNumber(run.result.test.accuracy), csvNumber(run.seconds), run.weightsSha256, csvCell(run.note)};
        csv += cells.join(u',') + u'\n';
    }
    return csv;
}

} // namespace zhibei
