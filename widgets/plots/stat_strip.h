#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

#include <optional>

namespace zhibei {

/// A line of named figures: "● train 0.091   ● test 0.149   accuracy 97.8 %". Those that do not fit are left
/// out, last ones first. A dot takes the colour of the curve it names.
class StatStrip : public QWidget {
    Q_OBJECT
public:
    struct Item {
        QString name, value;     ///< either may be empty
        std::optional<Ink> dot;
        bool operator==(const Item &) const = default;
    };

    explicit StatStrip(Theme *theme, QWidget *parent = nullptr);

    void setItems(const QList<Item> &items);
    const QList<Item> &items() const { return m_items; }
    /// Draws the items from `position` (left, baseline) on; returns the width drawn.
    static double paint(QPainter &painter, const Theme &theme, const QPointF &baseline, const QList<Item> &items,
                        double width);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    QList<Item> m_items;
    int m_room = 0; ///< the width it last asked for
};

} // namespace zhibei
