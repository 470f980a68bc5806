#pragma once

#include "widgets/runs/run_record.h"
#include "widgets/theme/theme.h"

#include <QAbstractTableModel>

#include <vector>

namespace zhibei {

/// The runs as a table. `sortRole` gives numbers and dates where a cell shows them as text. Stars and notes can be edited;
/// the model only tells of it.
class RunTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Star, When, Title, Steps, TrainLoss, TestLoss, TestAccuracy, Duration, Settings, Data, Network, Note, ColumnCount };
    static constexpr int sortRole = Qt::UserRole, idRole = Qt::UserRole + 1;

    explicit RunTable(Theme *theme, QObject *parent = nullptr);

    void setRuns(std::vector<RunRecord> runs);
    const std::vector<RunRecord> &runs() const { return m_runs; }
    const RunRecord *find(qint64 id) const;
    /// Texts anew, in the language of the moment.
    void retranslate();
    /// The table as shown, with English column ids and plain numbers.
    QString csv() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void starred(qint64 id, bool star);
    void noted(qint64 id, const QString &note);

private:
    QString text(size_t row, int column) const;
    QVariant sortValue(const RunRecord &run, int column) const;

    struct Words { QString data, network, settings; };
    Theme *m_theme;
    std::vector<RunRecord> m_runs;
    std::vector<Words> m_words; ///< a row each: too dear to make at every painting
};

} // namespace zhibei
