#include "widgets/canvas/faces/face.h"

#include "widgets/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

/// The training loss so far, falling from left to right.
class LossCurveFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override { return query.kind->face == Face::LossCurve || query.judged(); }
    bool stretches(const FaceQuery &) const override { return true; }
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
        // Neighbours share a point: batches jump, what matters is where they are heading.
        const qsizetype bins = std::min<qsizetype>(losses.size(), 64);
        std::vector<double> means;
        for (qsizetype bin = 0; bin < bins; ++bin) {
            double sum = 0, count = 0;
            for (qsizetype i = bin * losses.size() / bins; i < (bin + 1) * losses.size() / bins; ++i)
                if (std::isfinite(losses[i])) {
                    sum += static_cast<double>(losses[i]);
                    count += 1;
                }
            means.push_back(count > 0 ? sum / count : means.empty() ? 0 : means.back());
        }
        const double top = *std::max_element(means.begin(), means.end());
        for (size_t i = 0; i < means.size(); ++i)
            points << QPointF(area.left() + area.width() * static_cast<double>(i) / static_cast<double>(means.size() - 1),
                              area.bottom() - 2 - (top > 0 ? means[i] / top : 0) * (area.height() - 4));
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
