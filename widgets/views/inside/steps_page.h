#pragma once

#include "widgets/views/inside/cells.h"
#include "widgets/views/inside/inside_page.h"

namespace zhibei {

/// The arithmetic of any node, as the engine does it: what arrives, then op by op what it computes, of what shape, with a
/// small picture; the chosen one as a large picture whose numbers are read on hover. Up and Down choose the op,
/// Left and Right one of its numbers.
class StepsPage : public InsidePage {
    Q_OBJECT
public:
    using InsidePage::InsidePage;

    void draw(QPainter &painter, const QSize &size) const override;
    QString place() const override;
    QString reading() const override;
    QString csv() const override;
    void choose(int row, int64_t number);
    int rowCount() const { return int(m_rows.size()); }

protected:
    void onInside() override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    /// A value that arrives or is made.
    struct Row {
        ValueId value = noValue;
        const OpInstance *op = nullptr; ///< null: it arrives
        QString name, formula;
    };
    struct Places { QRectF head, list, picture; double row = 0; int first = 0, shown = 0; };
    Places places(const QSize &size) const;
    /// All numbers of a value as one picture: maps side by side, sequences with the steps across.
    struct Picture { Cells cells; int64_t tiles = 1, across = 1, high = 1, wide = 1; bool turned = false; };
    Picture picture(ValueId value) const;
    QRectF picturePlace(const QRectF &room, const Picture &picture) const;
    int64_t numberAt(const Picture &picture, const QRectF &area, const QPointF &at) const;
    QRectF numberPlace(const Picture &picture, const QRectF &area, int64_t number) const;
    QString numberName(ValueId value, int64_t number) const;
    QString sentence() const;

    std::vector<Row> m_rows;
    int m_row = -1, m_first = 0;
    int64_t m_number = 0;
};

} // namespace zhibei
