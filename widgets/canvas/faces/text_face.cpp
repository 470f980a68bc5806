#include "widgets/canvas/faces/face.h"

#include "widgets/theme/core_text.h"
#include "widgets/theme/theme.h"

namespace zhibei {

namespace {

constexpr int64_t shownSteps = 60;

/// Text: the shown sample's characters or words, read as they stand.
class TextFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override
    {
        return query.kind->category == Category::Data && query.kind->inputs.empty() && query.type && query.type->classes > 0
               && query.data && query.data->featureClasses > 0 && !query.data->classNames.empty();
    }

    bool stretches(const FaceQuery &) const override { return true; }
    QSizeF size(const FaceQuery &) const override { return {140, 68}; }

    void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const override
    {
        const int64_t sample = query.observation ? query.observation->request.sample : -1;
        if (sample < 0 || sample >= query.data->count()) {
            drawEmptyField(painter, area, *query.theme);
            return;
        }
        QString text;
        for (int64_t step = 0; step < std::min(shownSteps, query.data->featureShape.count()); ++step) {
            const auto index = static_cast<size_t>(query.data->features.row(sample)[static_cast<size_t>(step)]);
            if (index >= query.data->classNames.size())
                continue;
            const QString name = coreText(query.data->classNames[index]);
            const bool words = name.size() > 1 && name[0].isLetter() && !text.isEmpty();
            // A line break is a sign that the network reads and writes like any other.
            text += (words ? QStringLiteral(" ") : QString()) + (name == QStringLiteral("\n") ? QStringLiteral("↵") : name);
        }
        painter.setFont(canvasFont(*query.theme, Type::Caption));
        painter.setPen(query.theme->color(Ink::Text));
        painter.save();
        painter.setClipRect(area);
        painter.drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere, text);
        painter.restore();
    }
};

} // namespace

const FaceStyle &textFace()
{
    static const TextFace face;
    return face;
}

} // namespace zhibei
