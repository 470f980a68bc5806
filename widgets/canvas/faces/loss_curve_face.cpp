#include "widgets/canvas/faces/face.h"

#include "widgets/theme/theme.h"

#include <QPainterPath>

#include <cmath>

namespace zhibei {

namespace {

/// The training loss so far, falling from left to right.
class LossCurveFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override { return query.kind->face == Face::LossCurve || query.judged(); }
    QSizeF size(const FaceQuery &) const override { return {120, 40}; }

    void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const override
    {
        QVector<QPointF> points = curve(query, area);
        painter.setRenderHint(QPainter::Antialiasing);
        if (points.size() < 2) {
            QPen dashed(query.theme->color(Ink::Line), 1, Qt::DashLine);
            painter.setPen(dashed);
            painter.drawLine(QPointF(area.left(), area.bottom() - 1), QPointF(area.right(), area.bottom() - 1));
            return;
        }
        painter.setPen(QPen(query.theme->color(Ink::Bad), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(points.constData(), static_cast<int>(points.size()));
    }

private:
    static QVector<QPointF> curve(const FaceQuery &query, const QRectF &area)
    {
        QVector<QPointF> points;
        if (!query.lossCurve || query.lossCurve->size() < 2)
            return points;
        const QVector<float> &losses = *query.lossCurve;
        float top = 0;
        for (float loss : losses)
            if (std::isfinite(loss))
                top = std::max(top, loss);
        const qsizetype stride = std::max<qsizetype>(1, losses.size() / 240);
        for (qsizetype i = 0; i < losses.size(); i += stride) {
            const double x = area.left() + area.width() * static_cast<double>(i) / static_cast<double>(losses.size() - 1);
            const double share = top > 0 && std::isfinite(losses[i]) ? static_cast<double>(losses[i] / top) : 0;
            points << QPointF(x, area.bottom() - 2 - share * (area.height() - 4));
        }
        return points;
    }
};

} // namespace

const FaceStyle &lossCurveFace()
{
    static const LossCurveFace face;
    return face;
}

} // namespace zhibei
