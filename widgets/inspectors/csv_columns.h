#pragma once

#include "core/data/csv_column.h"

#include <QTableWidget>

namespace zhibei {

class Theme;

/// The columns of a table: which are used as inputs, what they seem to hold, how much is missing.
class CsvColumns : public QTableWidget {
    Q_OBJECT
public:
    explicit CsvColumns(Theme *theme, QWidget *parent = nullptr);

    /// `inputs`: names of the columns in use, empty for all; the target's row is shown, but cannot be an input.
    void setColumns(const CsvSummary &summary, const std::vector<std::string> &inputs, const std::string &target);

    QSize sizeHint() const override;

signals:
    /// As the "columns" option wants it: names separated by commas, quoted where needed; empty for all.
    void inputsChanged(const QString &columns);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void tellInputs();

    Theme *m_theme;
    CsvSummary m_summary;
    std::string m_target;
};

} // namespace zhibei
