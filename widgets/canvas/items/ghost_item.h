#pragma once

#include "core/layers/layer_kind.h"

#include <QGraphicsItem>

namespace zhibei {

class Theme;

/// A card that is not there yet: what the pointer carries over the canvas.
class GhostItem : public QGraphicsItem {
public:
    GhostItem(const Theme &theme, const QString &text, const QString &icon, Category category);

    QRectF boundingRect() const override { return m_card.adjusted(-2, -2, 2, 2); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const Theme &m_theme;
    QString m_text, m_icon;
    Category m_category;
    QRectF m_card;
};

} // namespace zhibei
