#include "widgets/theme/icon_engine.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace zhibei {

IconEngine::IconEngine(QString name, QColor normal, QColor disabled)
    : m_name(std::move(name)), m_normal(normal), m_disabled(disabled)
{
}

QPixmap IconEngine::render(const QString &name, int side, const QColor &color)
{
    const QString key = QStringLiteral("zhibei/%1/%2/%3").arg(name).arg(side).arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(QStringLiteral(":/zhibei/icons/%1.svg").arg(name));
    if (side <= 0 || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF(0, 0, side, side));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = painter->device()->devicePixelRatio();
    const int side = qMin(rect.width(), rect.height());
    QPixmap drawn = scaledPixmap(QSize(side, side) * ratio, mode, state, ratio);
    drawn.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, drawn);
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal)
{
    return render(m_name, qMin(size.width(), size.height()), mode == QIcon::Disabled ? m_disabled : m_normal);
}

QIconEngine *IconEngine::clone() const { return new IconEngine(*this); }

} // namespace zhibei
