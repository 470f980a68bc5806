#include "widgets/canvas/faces/face.h"

#include "core/network/folding.h"
#include "widgets/theme/core_text.h"
#include "widgets/theme/theme.h"

namespace zhibei {

namespace {

/// The features of an input, a row each: what it looks like over the plane, or its value, and its name.
class FeaturesFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override
    {
        return query.kind->category == Category::Data && query.kind->inputs.empty() && query.rank() == 1
               && query.count() <= featurePortLimit && query.type->classes == 0;
    }

    bool stretches(const FaceQuery &) const override { return true; }
    QSizeF size(const FaceQuery &query) const override
    {
        return {84, featureRowHeight * static_cast<double>(query.count())};
    }

    void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const override
    {
        const Tensor *plane = query.plane(), *output = query.output();
        const int64_t count = query.count();
        painter.setFont(canvasFont(*query.theme, Type::Caption));
        for (int64_t i = 0; i < count; ++i) {
            const QRectF row(area.left(), area.top() + static_cast<double>(i) * featureRowHeight, area.width(), featureRowHeight);
            const QRectF box(row.left(), row.top() + 2, featureRowHeight - 4, featureRowHeight - 4);
            if (plane) {
                const int side = static_cast<int>(plane->shape()[1]);
                const std::span<const float> values = plane->row(i);
                drawPixels(painter, box, signedImage(*query.theme, values.data(), side, side, largestMagnitude(values)));
            } else if (output) {
                painter.fillRect(box, QColor(query.theme->signedColor(static_cast<double>((*output)[i]))));
            } else {
                drawEmptyField(painter, box, *query.theme);
            }
            painter.setPen(query.theme->color(Ink::Text));
            const QRectF label = row.adjusted(featureRowHeight + 4, 0, -2, 0);
            const QString name = QFontMetricsF(painter.font()).elidedText(this->name(query, i), Qt::ElideRight, label.width());
            painter.drawText(label, Qt::AlignVCenter | Qt::AlignRight, name);
        }
    }

private:
    static QString name(const FaceQuery &query, int64_t i)
    {
        const auto index = static_cast<size_t>(i);
        if (query.data && index < query.data->featureNames.size())
            return coreText(query.data->featureNames[index]);
        return QStringLiteral("x%1").arg(i + 1);
    }
};

} // namespace

const FaceStyle &featuresFace()
{
    static const FeaturesFace face;
    return face;
}

} // namespace zhibei
