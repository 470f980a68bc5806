#include "widgets/canvas/faces/face.h"

#include "widgets/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr double gap = 4;
constexpr int64_t headLimit = 4;

/// Who looks where: the attention matrix of each head, rows look at columns, more ink where more is taken.
class AttentionFace : public FaceStyle {
public:
    bool suits(const FaceQuery &query) const override { return query.rank() == 2 && weightsPort(query) >= 0; }

    QSizeF size(const FaceQuery &query) const override
    {
        const int64_t heads = shown(query);
        return heads == 1 ? QSizeF(76, 76) : QSizeF(2 * 50 + gap, std::ceil(static_cast<double>(heads) / 2) * (50 + gap) - gap);
    }

    void paint(QPainter &painter, const QRectF &area, const FaceQuery &query) const override
    {
        const Tensor *weights = query.further(weightsPort(query));
        const int rank = weights ? weights->shape().rank() : 0;
        const int64_t heads = shown(query), across = heads == 1 ? 1 : 2, down = (heads + across - 1) / across;
        const double width = (area.width() + gap) / static_cast<double>(across) - gap, height = (area.height() + gap) / static_cast<double>(down) - gap;
        for (int64_t head = 0; head < heads; ++head) {
            const QRectF box(area.left() + static_cast<double>(head % across) * (width + gap), area.top() + static_cast<double>(head / across) * (height + gap), width, height);
            if (rank != 2 && !(rank == 3 && head < weights->shape()[0])) {
                drawEmptyField(painter, box, *query.theme);
                continue;
            }
            const auto rows = static_cast<int>(weights->shape()[rank - 2]), columns = static_cast<int>(weights->shape()[rank - 1]);
            const float *matrix = weights->data() + (rank == 3 ? head * weights->rowCount() : 0);
            const std::span<const float> own(matrix, static_cast<size_t>(rows) * static_cast<size_t>(columns));
            drawPixels(painter, box, magnitudeImage(*query.theme, matrix, columns, rows, largestMagnitude(own)));
        }
    }

private:
    static int weightsPort(const FaceQuery &query)
    {
        const auto &ports = query.kind->outputs;
        const auto found = std::find_if(ports.begin(), ports.end(), [](const PortSpec &port) { return port.id == "weights"; });
        return found == ports.end() ? -1 : static_cast<int>(found - ports.begin());
    }

    static int64_t shown(const FaceQuery &query)
    {
        if (!findAttribute(query.kind->attributes, "heads"))
            return 1;
        return std::min(headLimit, std::get<int64_t>(attributeValue(query.kind->attributes, query.node->attributes, "heads")));
    }
};

} // namespace

const FaceStyle &attentionFace()
{
    static const AttentionFace face;
    return face;
}

} // namespace zhibei
