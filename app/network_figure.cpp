#include "app/network_figure.h"

#include "widgets/canvas/network_scene.h"

#include <QPainter>

namespace zhibei {

namespace {

constexpr double margin = 24; // canvas pixels around the network

QString wiresCsv(const NetworkScene &scene)
{
    QString csv = QStringLiteral("from,to,mean,rms,count\n");
    if (!scene.observation())
        return csv;
    const auto port = [](const PortRef &ref) { return QStringLiteral("%1:%2").arg(QString::fromStdString(ref.node)).arg(ref.port); };
    for (const auto &[wire, strength] : scene.observation()->wires)
        csv += QStringLiteral("%1,%2,%3,%4,%5\n").arg(port(wire.from), port(wire.to)).arg(static_cast<double>(strength.mean))
                   .arg(static_cast<double>(strength.rms)).arg(strength.count);
    return csv;
}

} // namespace

Figure networkFigure(NetworkScene &scene, const QString &name)
{
    const QRectF content = scene.contentRect().adjusted(-margin, -margin, margin, margin);
    Figure figure;
    figure.name = name;
    figure.size = content.size().toSize();
    figure.paint = [&scene, content](QPaintDevice &device, const QSize &size) {
        const QStringList selected = scene.selectedIds();
        scene.selectIds({});
        QPainter painter(&device);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(QRect(QPoint(), size), scene.theme().color(Ink::Background));
        scene.render(&painter, QRectF(QPointF(), QSizeF(size)), content);
        painter.end();
        scene.selectIds(selected);
    };
    figure.csv = [&scene] { return wiresCsv(scene); };
    return figure;
}

} // namespace zhibei
