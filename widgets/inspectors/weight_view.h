#pragma once

#include "core/tensor/shape.h"

#include <QImage>
#include <QWidget>

#include <vector>

namespace zhibei {

class Theme;

/// The numbers of a [inputs, units] matrix as coloured cells, blue negative, orange positive. Where the inputs are a
/// picture, each unit's weights are drawn as one. Arrow keys move the selected cell, clicking selects one.
class WeightView : public QWidget {
    Q_OBJECT
public:
    explicit WeightView(Theme *theme, QWidget *parent = nullptr);

    /// `picture` {channels, height, width} with as many numbers as there are inputs, or empty.
    /// values[i * units + j] is the weight from input i to unit j.
    void setWeights(std::vector<float> values, int64_t inputs, int64_t units, const Shape &picture = {});
    const std::vector<float> &values() const { return m_values; }

    /// Only so many pictures are drawn unless all are asked for.
    void setShowAll(bool all);
    bool hidesSome() const;

    qint64 selected() const { return m_selected; }
    void select(qint64 k); ///< -1: none
    /// The number at a place of the widget; -1: none.
    qint64 at(const QPointF &place) const;
    /// Where the number is drawn.
    QRectF cell(qint64 k) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

signals:
    void hovered(qint64 k); ///< -1: none
    void selectedChanged(qint64 k);
    void editAsked(); ///< Enter

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// How the numbers are laid out in a width.
    struct Layout {
        int64_t tiles = 1, columns = 1;      ///< pictures: how many, and how many a row
        int64_t across = 1, down = 1;        ///< cells of one tile
        double cellWidth = 1, cellHeight = 1, gap = 0;
        bool transposed = false;             ///< matrices: units across, inputs down
    };
    Layout layoutFor(int width) const;
    bool isPictures() const { return m_picture.rank() == 3; }
    QImage image(int64_t tile, const Layout &layout) const;
    qint64 index(int64_t tile, int64_t x, int64_t y, const Layout &layout) const;

    Theme *m_theme;
    std::vector<float> m_values;
    int64_t m_inputs = 0, m_units = 0;
    Shape m_picture;
    float m_scale = 1;
    bool m_showAll = false;
    qint64 m_selected = -1;
};

} // namespace zhibei
