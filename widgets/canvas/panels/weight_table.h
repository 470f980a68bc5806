#pragma once

#include <QAbstractScrollArea>

#include <vector>

namespace zhibei {

class Theme;

/// A matrix of numbers as a heat map: rows are inputs, columns are neurons. One cell is current: by click or arrow
/// keys.
class WeightTable : public QAbstractScrollArea {
    Q_OBJECT
public:
    WeightTable(Theme *theme, QWidget *parent = nullptr);

    /// Row by row. The current cell stays where it fits.
    void setValues(std::vector<float> values, int rows, int columns);
    int currentRow() const { return m_row; }
    int currentColumn() const { return m_column; }
    int currentIndex() const { return m_row * m_columns + m_column; }
    void setCurrent(int row, int column);
    QSize sizeHint() const override;

signals:
    void currentChanged(int row, int column);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int cellSide() const;
    void updateBars();

    Theme *m_theme;
    std::vector<float> m_values;
    int m_rows = 0, m_columns = 0, m_row = 0, m_column = 0;
};

} // namespace zhibei
