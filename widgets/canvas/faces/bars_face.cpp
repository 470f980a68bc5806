#include "widgets/canvas/faces/face.h"

#include "widgets/theme/core_text.h"
#include "widgets/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr int64_t barLimit = 24;

/// One bar a number: class probabilities where the node answers, else the values themselves.
class BarsFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override
    {
        const bool asked = query.kind->face == Face::Bars;
        const bool classes = query.answers && query.data && query.data->classification();
        return query.rank() == 1 && query.count() >= 2 && query.count() <= barLimit && (asked || classes || softmax(query));
    }

    bool stretches(const FaceQuery &) const override { return true; }
    QSizeF size(const FaceQuery &query) const override
    {
        return {std::clamp(static_cast<double>(query.count()) * 13, 84.0, 208.0), labelled(query) ? 72.0 : 52.0};
    }

    void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const override
    {
        const std::vector<float> values = numbers(query);
        const bool labels = labelled(query);
        const QRectF field = labels ? area.adjusted(0, 0, 0, -20) : area;
        const int64_t count = query.count();
        const double step = field.width() / static_cast<double>(count), width = std::max(2.0, std::min(step - 3, 14.0));
        const float largest = std::max(largestMagnitude(values), 1e-6f);
        const bool shares = std::all_of(values.begin(), values.end(), [](float v) { return v >= 0 && v <= 1.0001f; });
        const float scale = shares ? 1.0f : largest;
        const double zero = shares ? field.bottom() - 2 : field.center().y();
        const bool finite = std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
        const auto best = values.empty() || !finite ? -1 : std::max_element(values.begin(), values.end()) - values.begin();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(canvasFont(*query.theme, Type::Caption));
        for (int64_t i = 0; i < count; ++i) {
            const double centre = field.left() + (static_cast<double>(i) + 0.5) * step;
            painter.setPen(Qt::NoPen);
            painter.setBrush(query.theme->color(Ink::Line));
            painter.drawRect(QRectF(centre - width / 2, zero, width, 1.5));
            if (!values.empty() && finite) {
                const float value = values[static_cast<size_t>(i)];
                const double height = static_cast<double>(value / scale) * (shares ? field.height() - 4 : field.height() / 2 - 2);
                painter.setBrush(!shares ? QColor(query.theme->signedColor(value < 0 ? -1 : 1))
                                         : query.theme->color(i == best ? Ink::Accent : Ink::Muted));
                painter.drawRoundedRect(QRectF(centre - width / 2, zero, width, -height).normalized(), 1.5, 1.5);
            }
            if (!labels)
                continue;
            painter.setPen(query.theme->color(i == best ? Ink::Text : Ink::Muted));
            painter.drawText(QRectF(centre - step, field.bottom() + 1, 2 * step, 19), Qt::AlignCenter, name(query, i));
        }
    }

private:
    static bool softmax(const FaceQuery &query)
    {
        for (const auto &[id, value] : query.node->attributes)
            if (const auto *text = std::get_if<std::string>(&value); text && *text == "softmax")
                return true;
        return false;
    }

    static QString name(const FaceQuery &query, int64_t i) { return coreText(query.data->classNames[static_cast<size_t>(i)]); }

    /// Names stand under the bars where each is a sign or two.
    static bool labelled(const FaceQuery &query)
    {
        if (!query.data || static_cast<int64_t>(query.data->classNames.size()) != query.count() || query.count() > 12)
            return false;
        for (int64_t i = 0; i < query.count(); ++i)
            if (name(query, i).size() > 2)
                return false;
        return true;
    }

    static std::vector<float> numbers(const FaceQuery &query)
    {
        const auto wanted = static_cast<size_t>(query.count());
        if (std::vector<float> said = query.prediction(); said.size() == wanted)
            return said;
        const Tensor *output = query.output();
        return output ? std::vector<float>(output->values().begin(), output->values().end()) : std::vector<float>();
    }
};

} // namespace

const FaceStyle &barsFace()
{
    static const BarsFace face;
    return face;
}

} // namespace zhibei
