#pragma once

#include "core/io/project_differences.h"
#include "widgets/theme/theme.h"

#include <QTableWidget>

namespace zhibei {

/// What differs between some runs: a row for each difference, a column for each run.
class DifferenceTable : public QTableWidget {
    Q_OBJECT
public:
    explicit DifferenceTable(Theme *theme, QWidget *parent = nullptr);

    void setDifferences(const QStringList &runs, std::vector<ProjectDifference> differences);
    void retranslate();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    QStringList m_runs;
    std::vector<ProjectDifference> m_differences;
};

} // namespace zhibei
