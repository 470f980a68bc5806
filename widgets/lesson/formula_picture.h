#pragma once

#include <QColor>
#include <QFont>
#include <QPixmap>
#include <QString>

namespace zhibei {

/// A formula of a lesson as a picture in the size and colour of the text around it. Its SVG (paths, drawn when the lesson
/// was written; see formulaFile) says by its viewBox where it stands: y = 0 is the line of the text, and 100 units are the
/// size of its type. The picture is made for QTextCharFormat::AlignMiddle: centred so, the formula stands on the line.
/// Without its SVG, the source is set in italics.
QPixmap formulaPicture(const QString &file, const QString &tex, const QFont &font, const QColor &color, qreal devicePixelRatio);

} // namespace zhibei
