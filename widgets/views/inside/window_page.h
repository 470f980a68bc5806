#pragma once

#include "core/probes/window_layer.h"
#include "widgets/views/inside/cells.h"
#include "widgets/views/inside/inside_page.h"

namespace zhibei {

/// The flashlight: a window over what arrives, the numbers under it times the kernel, their sum, and the one number of the
/// output that this makes. Dragging, the arrow keys or a click into either picture move it; Page Up and Page Down choose
/// the output map, Shift with them the input map. Poolings show which number of the window wins.
class WindowPage : public InsidePage {
    Q_OBJECT
public:
    using InsidePage::InsidePage;

    void draw(QPainter &painter, const QSize &size) const override;
    QString place() const override;
    QString reading() const override;
    QString csv() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;

    /// The chosen number of the output, and its arithmetic.
    int64_t map() const { return m_map; }
    int64_t row() const { return m_y; }
    int64_t column() const { return m_x; }
    WeightedSum sum() const;
    void choose(int64_t map, int64_t y, int64_t x);

protected:
    void onInside() override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Places { QRectF in, patch, kernel, products, out, maps; bool tall = false; };
    Places places(const QSize &size) const;
    /// A map as cells; of a sequence, all channels: steps across, channels down.
    Cells inCells() const;
    Cells outCells() const;
    struct Patch { Cells values, weights, products; };
    Patch patch(const WeightedSum &sum) const;
    QRectF window(const QRectF &in, const Cells &cells) const;
    void paintPatch(QPainter &painter, const Places &at, const WeightedSum &sum) const;
    void paintMaps(QPainter &painter, const QRectF &area) const;
    void lightUp(const QPointF &at);
    int64_t mapsAcross(const QRectF &area) const;
    QString mapName(int64_t map) const;

    std::optional<WindowLayer> m_layer;
    int64_t m_map = 0, m_channel = 0, m_y = 0, m_x = 0; ///< m_channel: of the window's channels, the one on show
    bool m_placed = false;
};

} // namespace zhibei
