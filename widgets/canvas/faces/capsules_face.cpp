#include "widgets/canvas/faces/face.h"

#include "widgets/theme/core_text.h"
#include "widgets/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr int64_t barLimit = 24;

/// How long each capsule is, which is how sure it is: few as bars with the names of their classes, many as a mosaic in ink.
class CapsulesFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override { return query.kind->category == Category::Capsule && (query.rank() == 2 || (query.rank() == 1 && query.count() <= barLimit && query.count() > 1)); }

    bool stretches(const FaceQuery &) const override { return true; }
    QSizeF size(const FaceQuery &query) const override
    {
        const int64_t capsules = query.type->shape[0];
        if (capsules <= barLimit)
            return {std::clamp(static_cast<double>(capsules) * 13, 84.0, 208.0), labelled(query) ? 72.0 : 52.0};
        return {116, 72};
    }

    void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const override
    {
        const Tensor *output = query.output();
        if (!output) {
            drawEmptyField(painter, area, *query.theme);
            return;
        }
        const int64_t capsules = query.type->shape[0];
        std::vector<float> lengths;
        for (int64_t i = 0; i < capsules; ++i) {
            float square = 0;
            for (const float number : output->row(i))
                square += number * number;
            lengths.push_back(std::sqrt(square));
        }
        if (capsules > barLimit)
            paintMosaic(painter, area, *query.theme, lengths);
        else
            paintBars(painter, area, query, lengths);
    }

private:
    static void paintMosaic(QPainter &painter, const QRectF &area, const Theme &theme, std::vector<float> lengths)
    {
        const auto columns = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(lengths.size()) * area.width() / area.height())));
        const int rows = (static_cast<int>(lengths.size()) + columns - 1) / columns;
        lengths.resize(static_cast<size_t>(rows) * static_cast<size_t>(columns), 0.0f);
        drawPixels(painter, area, magnitudeImage(theme, lengths.data(), columns, rows, largestMagnitude(lengths)));
    }

    static void paintBars(QPainter &painter, const QRectF &area, const FaceQuery &query, const std::vector<float> &lengths)
    {
        const bool labels = labelled(query);
        const QRectF field = labels ? area.adjusted(0, 0, 0, -20) : area;
        const double step = field.width() / static_cast<double>(lengths.size()), width = std::max(2.0, std::min(step - 3, 14.0));
        const auto longest = std::max_element(lengths.begin(), lengths.end()) - lengths.begin();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(canvasFont(*query.theme, Type::Caption));
        for (size_t i = 0; i < lengths.size(); ++i) {
            const double centre = field.left() + (static_cast<double>(i) + 0.5) * step;
            const double length = std::isfinite(lengths[i]) ? std::clamp(static_cast<double>(lengths[i]), 0.0, 1.0) : 0;
            const bool best = static_cast<std::ptrdiff_t>(i) == longest;
            painter.setPen(Qt::NoPen);
            painter.setBrush(query.theme->color(Ink::Line));
            painter.drawRoundedRect(QRectF(centre - width / 2, field.top(), width, field.height()), 2, 2); // length 1
            painter.setBrush(query.theme->color(best ? Ink::Accent : Ink::Muted));
            painter.drawRoundedRect(QRectF(centre - width / 2, field.bottom() - length * field.height(), width, length * field.height()), 2, 2);
            if (!labels)
                continue;
            painter.setPen(query.theme->color(best ? Ink::Text : Ink::Muted));
            painter.drawText(QRectF(centre - step, field.bottom() + 1, 2 * step, 19), Qt::AlignCenter, coreText(query.data->classNames[i]));
        }
    }

    static bool labelled(const FaceQuery &query)
    {
        if (!query.data || static_cast<int64_t>(query.data->classNames.size()) != query.type->shape[0] || query.type->shape[0] > 12)
            return false;
        return std::all_of(query.data->classNames.begin(), query.data->classNames.end(), [](const std::string &name) { return coreText(name).size() <= 2; });
    }
};

} // namespace

const FaceStyle &capsulesFace()
{
    static const CapsulesFace face;
    return face;
}

} // namespace zhibei
