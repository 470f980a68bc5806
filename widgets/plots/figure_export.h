#pragma once

#include <QSize>
#include <QString>

#include <functional>

class QPaintDevice;

namespace zhibei {

/// A picture that can leave the program: how it is drawn at any size, and the numbers in it.
struct Figure {
    QString name; ///< suggested file name without suffix, in the language of the moment
    QSize size;   ///< as on screen, in logical pixels
    /// Fills `size` logical pixels of the device: a picture, an SVG or a PDF page.
    std::function<void(QPaintDevice &device, const QSize &size)> paint;
    /// The numbers as CSV: one line of English column ids, then one line per row; absent numbers are empty.
    std::function<QString()> csv;
};

/// Writes a figure as PNG, SVG, PDF or its numbers as CSV. Files are replaced whole or not at all.
///
///     FigureExport::write(view->figure(), "loss.svg");
class FigureExport {
public:
    /// By the suffix of `path`. False if the suffix is none of ours or the file cannot be written; then `error`,
    /// where given, says so in the language of the moment.
    static bool write(const Figure &figure, const QString &path, QString *error = nullptr);
    /// A PNG of `size` logical pixels, each `scale` pixels wide.
    static bool writePng(const Figure &figure, const QString &path, const QSize &size, double scale,
                         QString *error = nullptr);
};

} // namespace zhibei
