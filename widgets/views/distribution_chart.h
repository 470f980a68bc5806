#pragma once

#include "core/probes/distribution.h"
#include "widgets/theme/theme.h"

#include <QRectF>

class QPainter;

namespace zhibei {

/// A number as the inspector writes it: four figures.
QString numberText(double number);

/// A histogram with the ends of its range below. Bars to the left of zero are blue, to the right orange.
struct DistributionChart {
    const Distribution &of;

    void paint(QPainter &painter, const Theme &theme, const QRectF &area, bool logarithmic, int marked = -1) const;
    /// The bin at a place; -1: none.
    int at(const Theme &theme, const QRectF &area, const QPointF &place) const;
    /// "0.12 to 0.25: 340 numbers"
    QString reading(int bin) const;

private:
    QRectF bars(const Theme &theme, const QRectF &area) const;
};

/// Lines of a name and a number, the name quiet.
struct Fact { QString name, value; };
void paintFacts(QPainter &painter, const Theme &theme, const QRectF &area, const QList<Fact> &facts);
double factsHeight(const Theme &theme, qsizetype count);

/// The colours from −scale to scale in a strip, with the numbers at its ends; `scale` is a text where each unit has its own.
void paintScale(QPainter &painter, const Theme &theme, const QRectF &area, double scale, bool logarithmic, bool ink, const QString &text = {});

} // namespace zhibei
