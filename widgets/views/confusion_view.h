#pragma once

#include "core/probes/judgement.h"
#include "widgets/views/sample_grid.h"
#include "widgets/views/view.h"

namespace zhibei {

/// Right class by row, the network's verdict by column, as counts over the test samples. The colour of a cell is its
/// share of the row. Hovering reads a cell; a click shows its samples beside the matrix and goes through them one by one;
/// the arrow keys move between cells, Enter clicks and Escape puts the samples away.
class ConfusionView : public View {
    Q_OBJECT
public:
    explicit ConfusionView(Theme *theme, QWidget *parent = nullptr);

    std::vector<std::shared_ptr<const Probe>> probes() const override;
    Figure figure() const override;
    QSize sizeHint() const override;
    /// The counts as drawn, [truth, verdict] row by row; empty while there are none.
    const std::vector<int64_t> &counts() const { return m_counts; }
    /// The dataset's samples in a cell.
    std::vector<qint64> samplesOf(int truth, int verdict) const;
    /// "8 taken for 3: 5 of 100"; empty where no cell is chosen.
    QString reading() const;
    /// The samples shown beside the matrix: those of the cell clicked last.
    const SampleGrid *cellSamples() const { return m_cellSamples; }

protected:
    void onData() override;
    void onSample() override { m_cellSamples->setChosen(sample()); }
    void retranslate() override;
    void restyle() override { layOut(); }
    void resizeEvent(QResizeEvent *event) override;
    void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Cell { int truth = -1, verdict = -1; bool operator==(const Cell &) const = default; };
    struct Places { QRectF grid; double cell = 0; };
    Places places(const QSize &size) const;
    void paint(QPainter &painter, const QSize &size, Cell marked) const;
    void paintCell(QPainter &painter, const QRectF &place, int64_t count, int64_t row, bool right) const;
    Cell cellAt(const QPointF &at) const;
    void mark(Cell cell);
    void showNext(Cell cell);
    void open(Cell cell); ///< shows the samples of that cell; of none: puts them away
    void layOut();
    QSize matrixSize() const;
    QString className(int index) const;
    QString csv() const;

    JudgementProbe m_probe;
    std::shared_ptr<const Judgement> m_judgement;
    std::vector<int64_t> m_counts;
    Cell m_marked, m_open;
    SampleGrid *m_cellSamples;
    qint64 m_shown = -1; ///< the sample of the marked cell that was shown last
};

} // namespace zhibei
