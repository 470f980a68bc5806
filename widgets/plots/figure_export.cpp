#include "widgets/plots/figure_export.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace zhibei {

namespace {

constexpr int dotsPerInch = 96; // what a logical pixel is on paper

QByteArray png(const Figure &figure, const QSize &size, double scale)
{
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    figure.paint(image, size);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svg(const Figure &figure)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(dotsPerInch);
    generator.setSize(figure.size);
    generator.setViewBox(QRect(QPoint(), figure.size));
    generator.setTitle(figure.name);
    figure.paint(generator, figure.size);
    return bytes;
}

QByteArray pdf(const Figure &figure)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QSizeF(figure.size) * 72.0 / dotsPerInch, QPageSize::Point, QString(),
                                 QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(figure.name);
    figure.paint(writer, figure.size);
    return bytes;
}

bool save(const QString &path, const QByteArray &bytes, QString *error)
{
    QSaveFile file(path);
    const bool done = !bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
        && file.commit();
    if (!done && error)
        *error = QCoreApplication::translate("FigureExport", "%1 could not be written: %2").arg(path, file.errorString());
    return done;
}

} // namespace

bool FigureExport::write(const Figure &figure, const QString &path, QString *error)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("png"))
        return writePng(figure, path, figure.size, 2.0, error);
    if (suffix == QLatin1String("svg"))
        return save(path, svg(figure), error);
    if (suffix == QLatin1String("pdf"))
        return save(path, pdf(figure), error);
    if (suffix == QLatin1String("csv") && figure.csv)
        return save(path, figure.csv().toUtf8(), error);
    if (error)
        *error = QCoreApplication::translate("FigureExport", "%1: a figure is saved as .png, .svg, .pdf or .csv").arg(path);
    return false;
}

bool FigureExport::writePng(const Figure &figure, const QString &path, const QSize &size, double scale, QString *error)
{
    return save(path, png(figure, size, scale), error);
}

} // namespace zhibei
