#pragma once

#include "widgets/plots/curve_data.h"
#include "widgets/views/view.h"

class QLineEdit;
class QSortFilterProxyModel;
class QSplitter;
class QTableView;
class QToolButton;

namespace zhibei {

class DifferenceTable;
class RunPlot;
class RunTable;
class TextButton;

/// Every training that was kept, as a table; the curves of the selected ones on one axis, and what they differ in. Where
/// there is little room, one of the three is shown at a time. Enter or a double click opens a run again.
class RunsView : public View {
    Q_OBJECT
public:
    explicit RunsView(Theme *theme, QWidget *parent = nullptr);

    void setShelf(RunShelf *shelf) override;
    Figure figure() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;
    QSize sizeHint() const override;

    QTableView *table() const { return m_view; }
    RunPlot *plot() const { return m_plot; }
    DifferenceTable *differences() const { return m_differences; }
    /// The selected runs, in the order of the table.
    std::vector<qint64> selection() const;
    void select(const std::vector<qint64> &ids);
    void setFilter(const QString &text);

protected:
    void retranslate() override;
    void restyle() override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Page { Table, Curves, Differences, PageCount };
    QWidget *buildHeader();
    QToolButton *addButton(const char *icon, void (RunsView::*action)());
    void buildTable();
    void onShelf();
    void onSelection();
    void showPages();
    void showMeasures();
    void setPage(Page page);
    void openSelected();
    void starSelected();
    void removeSelected();

    RunShelf *m_shelf = nullptr;
    RunTable *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_view;
    RunPlot *m_plot;
    DifferenceTable *m_differences;
    QSplitter *m_pages, *m_below;
    QWidget *m_header;
    QLineEdit *m_filter;
    TextButton *m_tabs[PageCount], *m_measures[3], *m_logarithmic;
    QToolButton *m_open, *m_star, *m_remove;
    Page m_page = Table;
    bool m_filling = false; ///< the table is being filled: its selection comes and goes
};

} // namespace zhibei
