#pragma once

#include <QColor>
#include <QIconEngine>

namespace zhibei {

/// Draws one of our stroke icons in a colour, sharp at any size and device pixel ratio.
class IconEngine : public QIconEngine {
public:
    IconEngine(QString name, QColor normal, QColor disabled);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;

    /// The icon `name` of resources/icons at `side` device pixels; cached. Null if there is no such icon.
    static QPixmap render(const QString &name, int side, const QColor &color);

private:
    QString m_name;
    QColor m_normal, m_disabled;
};

} // namespace zhibei
