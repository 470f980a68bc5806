#include "widgets/runs/difference_table.h"

#include "widgets/theme/core_text.h"

#include <QHeaderView>
#include <QPainter>

namespace zhibei {

DifferenceTable::DifferenceTable(Theme *theme, QWidget *parent) : QTableWidget(parent), m_theme(theme)
{
    setEditTriggers(NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setAlternatingRowColors(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    setAccessibleName(tr("Differences"));
}

void DifferenceTable::setDifferences(const QStringList &runs, std::vector<ProjectDifference> differences)
{
    m_runs = runs;
    m_differences = std::move(differences);
    retranslate();
}

void DifferenceTable::retranslate()
{
    setAccessibleName(tr("Differences"));
    const bool any = !m_differences.empty();
    setColumnCount(any ? int(m_runs.size()) : 0);
    setRowCount(int(m_differences.size()));
    if (any)
        setHorizontalHeaderLabels(m_runs);
    QStringList names;
    for (int row = 0; row < rowCount(); ++row) {
        const ProjectDifference &difference = m_differences[size_t(row)];
        const QString what = coreText(difference.what);
        names += difference.owner.empty() ? what : tr("%1: %2", "layer, setting").arg(QString::fromStdString(difference.owner), what);
        for (int column = 0; column < columnCount(); ++column)
            setItem(row, column, new QTableWidgetItem(coreText(difference.values[size_t(column)])));
    }
    setVerticalHeaderLabels(names);
    resizeColumnsToContents();
    viewport()->update();
}

void DifferenceTable::paintEvent(QPaintEvent *event)
{
    QTableWidget::paintEvent(event);
    if (!m_differences.empty())
        return;
    QPainter painter(viewport());
    painter.setFont(m_theme->font(Type::Text));
    painter.setPen(m_theme->color(Ink::Muted));
    const int margin = m_theme->space(4);
    painter.drawText(viewport()->rect().adjusted(margin, 0, -margin, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     m_runs.size() < 2 ? tr("Select two or more runs to see how they differ.") : tr("These runs have the same network, data and settings."));
}

} // namespace zhibei
