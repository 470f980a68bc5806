#pragma once

#include "widgets/views/sample_painter.h"

#include <QAbstractScrollArea>

#include <array>

namespace zhibei {

/// Judged samples as cards with their pictures, or as rows where they are no pictures. What is wrong is crossed and framed.
/// Paints what is in sight only; the arrow keys go from sample to sample.
class SampleGrid : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit SampleGrid(Theme *theme, QWidget *parent = nullptr);

    void setData(std::shared_ptr<const Dataset> data);
    /// Which of the judged samples, as indices into the judgement, in the order shown.
    void setSamples(std::shared_ptr<const Judgement> judgement, std::vector<int64_t> order);
    const std::vector<int64_t> &order() const { return m_order; }
    void setChosen(qint64 sample); ///< the dataset's sample to mark
    const SamplePainter &painter() const { return m_painter; }
    /// Draws as many from the first on as fit.
    void paintFirst(QPainter &painter, const QRectF &area) const;
    /// The size of one card, or the height of a row.
    QSize cardSize() const;

signals:
    void chosen(qint64 sample);
    void readingChanged(const QString &text); ///< of the sample under the pointer; empty: none

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int columnsIn(double width) const;
    double head() const; ///< height of the line above rows that names their columns
    /// Left edges of a row's columns: right answer, verdict, loss, what the sample is; then its right edge.
    std::array<double, 5> rowColumns(const QRectF &row) const;
    void paintHead(QPainter &painter, const QRectF &area) const;
    QRectF place(int64_t index, double width) const; ///< of the index-th card, scrolled to the top
    int64_t at(const QPointF &viewportPoint) const;  ///< −1: none
    void paintCards(QPainter &painter, const QRectF &area, double scrolled, bool live) const;
    void paintCard(QPainter &painter, const QRectF &card, int64_t i, bool hovered, bool chosen) const;
    void paintRow(QPainter &painter, const QRectF &row, int64_t i, bool hovered, bool chosen) const;
    void paintMark(QPainter &painter, const QRectF &box, bool wrong) const;
    void fitScrollBar();
    void choose(int64_t index);
    void hover(int64_t index);
    QString reading(int64_t index) const;

    Theme *m_theme;
    SamplePainter m_painter;
    std::shared_ptr<const Judgement> m_judgement;
    std::vector<int64_t> m_order;
    qint64 m_chosen = -1;
    int64_t m_hovered = -1; ///< place in the order
    bool m_ring = false;    ///< the focus came by the keyboard
};

} // namespace zhibei
