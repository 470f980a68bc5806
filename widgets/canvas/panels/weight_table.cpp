#include "widgets/canvas/panels/weight_table.h"

#include "widgets/canvas/faces/face.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace zhibei {

WeightTable::WeightTable(Theme *theme, QWidget *parent) : QAbstractScrollArea(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Weights"));
    viewport()->setCursor(Qt::PointingHandCursor);
}

int WeightTable::cellSide() const { return m_theme->space(std::max(m_rows, m_columns) > 40 ? 2 : std::max(m_rows, m_columns) > 12 ? 3 : 5); }

QSize WeightTable::sizeHint() const
{
    const int side = cellSide();
    return QSize(m_columns * side, m_rows * side).boundedTo(QSize(m_theme->space(64), m_theme->space(52))) + QSize(2, 2);
}

void WeightTable::setValues(std::vector<float> values, int rows, int columns)
{
    const bool sameSize = rows == m_rows && columns == m_columns;
    m_values = std::move(values);
    m_rows = rows;
    m_columns = columns;
    if (!sameSize) {
        m_row = std::min(m_row, std::max(0, rows - 1));
        m_column = std::min(m_column, std::max(0, columns - 1));
        const int bar = columns * cellSide() > m_theme->space(64) ? horizontalScrollBar()->sizeHint().height() : 0;
        setFixedHeight(sizeHint().height() + bar);
        updateBars();
    }
    viewport()->update();
}

void WeightTable::setCurrent(int row, int column)
{
    row = std::clamp(row, 0, std::max(0, m_rows - 1));
    column = std::clamp(column, 0, std::max(0, m_columns - 1));
    if (row == m_row && column == m_column)
        return;
    m_row = row;
    m_column = column;
    const int side = cellSide();
    const auto show = [side](QScrollBar *bar, int index, int page) {
        bar->setValue(std::clamp(bar->value(), (index + 1) * side - page, index * side));
    };
    show(horizontalScrollBar(), column, viewport()->width());
    show(verticalScrollBar(), row, viewport()->height());
    viewport()->update();
    emit currentChanged(row, column);
}

void WeightTable::updateBars()
{
    const int side = cellSide();
    horizontalScrollBar()->setRange(0, std::max(0, m_columns * side - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setRange(0, std::max(0, m_rows * side - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
}

void WeightTable::resizeEvent(QResizeEvent *) { updateBars(); }

void WeightTable::mousePressEvent(QMouseEvent *event)
{
    const int side = cellSide();
    setCurrent((event->position().toPoint().y() + verticalScrollBar()->value()) / side,
               (event->position().toPoint().x() + horizontalScrollBar()->value()) / side);
}

void WeightTable::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        mousePressEvent(event);
}

void WeightTable::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: return setCurrent(m_row, m_column - 1);
    case Qt::Key_Right: return setCurrent(m_row, m_column + 1);
    case Qt::Key_Up: return setCurrent(m_row - 1, m_column);
    case Qt::Key_Down: return setCurrent(m_row + 1, m_column);
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

/// Only the cells in view are drawn: a layer may have a hundred thousand.
void WeightTable::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const int side = cellSide(), left = horizontalScrollBar()->value(), top = verticalScrollBar()->value();
    const float scale = largestMagnitude(m_values);
    const int lastRow = std::min(m_rows - 1, (top + viewport()->height()) / side);
    const int lastColumn = std::min(m_columns - 1, (left + viewport()->width()) / side);
    for (int row = top / side; row <= lastRow; ++row)
        for (int column = left / side; column <= lastColumn; ++column) {
            const float value = m_values[static_cast<size_t>(row * m_columns + column)];
            painter.fillRect(column * side - left, row * side - top, side - 1, side - 1,
                             QColor(m_theme->signedColor(scale > 0 ? static_cast<double>(value / scale) : 0)));
        }
    if (m_rows == 0 || m_columns == 0)
        return;
    painter.setPen(QPen(m_theme->color(hasFocus() ? Ink::Accent : Ink::Text), 2));
    painter.drawRect(m_column * side - left, m_row * side - top, side - 2, side - 2);
}

} // namespace zhibei
