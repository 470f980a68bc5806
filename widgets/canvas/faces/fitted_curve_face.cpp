#include "widgets/canvas/faces/face.h"

#include "widgets/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

/// One input, one number out: the samples as dots and what the network makes of every x as a line, in the data's units.
class FittedCurveFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override { return query.answers && query.data && query.data->curve && query.count() == 1; }
    bool stretches(const FaceQuery &) const override { return true; }
    QSizeF size(const FaceQuery &) const override { return {132, 84}; }

    void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const override
    {
        drawEmptyField(painter, area, *query.theme);
        const Observation *seen = query.observation;
        const Tensor *surface = query.surface();
        const bool known = surface && surface->shape().rank() == 2 && surface->shape()[1] > 1;
        const double left = seen ? static_cast<double>(seen->request.plane.left) : -6;
        const double right = seen ? static_cast<double>(seen->request.plane.right) : 6;
        const auto [low, high] = heights(*query.data);
        const auto place = [&, low = low, high = high](double x, double y) {
            return QPointF(area.left() + (x - left) / (right - left) * area.width(), area.bottom() - (y - low) / (high - low) * area.height());
        };
        painter.save();
        painter.setClipRect(area);
        painter.setRenderHint(QPainter::Antialiasing);
        drawSamples(painter, query, place);
        if (known) {
            QVector<QPointF> line;
            const int64_t points = surface->shape()[1];
            for (int64_t i = 0; i < points; ++i)
                if (std::isfinite((*surface)[i]))
                    line << place(left + (right - left) * (static_cast<double>(i) + 0.5) / static_cast<double>(points),
                                  static_cast<double>(query.data->targetInUnits((*surface)[i])));
            painter.setPen(QPen(query.theme->color(Ink::Accent), 1.8));
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(line.constData(), static_cast<int>(line.size()));
        }
        painter.restore();
    }

private:
    /// What the samples span and a margin, in their units.
    static std::pair<double, double> heights(const Dataset &data)
    {
        if (data.count() == 0)
            return {-1, 1};
        const auto [least, most] = data.targetRange();
        const double low = static_cast<double>(least), high = static_cast<double>(most);
        const double margin = high > low ? (high - low) * 0.1 : 1;
        return {low - margin, high + margin};
    }

    template <class Place>
    static void drawSamples(QPainter &painter, const FaceQuery &query, const Place &place)
    {
        painter.setPen(Qt::NoPen);
        QColor color = query.theme->color(Ink::Muted);
        color.setAlphaF(0.55f);
        painter.setBrush(color);
        const int64_t count = std::min<int64_t>(query.data->count(), 200);
        for (int64_t i = 0; i < count; ++i)
            painter.drawEllipse(place(static_cast<double>(query.data->feature(i, 0)), static_cast<double>(query.data->target(i))), 1.4, 1.4);
    }
};

} // namespace

const FaceStyle &fittedCurveFace()
{
    static const FittedCurveFace face;
    return face;
}

} // namespace zhibei
