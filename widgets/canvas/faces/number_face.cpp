#include "widgets/canvas/faces/face.h"

#include "widgets/theme/theme.h"

#include <QLocale>

namespace zhibei {

namespace {

/// A single number, written.
class NumberFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override { return query.type && query.count() == 1; }
    QSizeF size(const FaceQuery &) const override { return {92, 36}; }

    void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const override
    {
        const Tensor *output = query.output();
        if (!output) {
            drawEmptyField(painter, area, *query.theme);
            return;
        }
        const float value = (*output)[0];
        painter.setFont(canvasFont(*query.theme, Type::Title));
        painter.setPen(query.theme->color(value < 0 ? Ink::Negative : Ink::Positive));
        painter.drawText(area, Qt::AlignCenter, (value < 0 ? QStringLiteral("−") : QStringLiteral("+"))
                         + QLocale().toString(static_cast<double>(std::abs(value)), 'g', 3));
    }
};

} // namespace

const FaceStyle &numberFace()
{
    static const NumberFace face;
    return face;
}

} // namespace zhibei
