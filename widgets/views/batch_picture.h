#pragma once

#include "core/data/dataset.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <memory>
#include <vector>

namespace zhibei {

/// The samples of a batch, small, side by side: points of the plane as points, pictures as pictures, everything else as a
/// line of its numbers or words. One is marked.
class BatchPicture {
public:
    BatchPicture() = default;
    BatchPicture(std::shared_ptr<const Dataset> data, std::vector<int64_t> samples, int64_t marked);

    void paint(QPainter &painter, const QRectF &area, const Theme &theme) const;
    /// Place in the batch of the sample drawn there; −1: none.
    int64_t at(const QRectF &area, const QPointF &place, const Theme &theme) const;
    /// "sample 17: x 0.31, y −1.2 → orange"
    QString reading(int64_t place) const;
    static QString sampleText(const Dataset &data, int64_t sample);
    static QString targetText(const Dataset &data, int64_t sample);

private:
    bool isPlane() const { return m_data->planar || m_data->curve; }
    bool isPicture() const { return m_data->featureShape.rank() >= 2 && m_data->featureClasses == 0; }
    QPointF point(int64_t place, const QRectF &area) const;
    std::pair<float, float> rangeUp() const;
    struct Grid { int columns = 1, rows = 1; double width = 1, height = 1; };
    Grid grid(const QRectF &area, const Theme &theme) const;
    QRectF cell(int64_t place, const QRectF &area, const Grid &grid) const;
    QColor targetColor(int64_t sample, const Theme &theme) const;
    void paintPlane(QPainter &painter, const QRectF &area, const Theme &theme) const;

    std::shared_ptr<const Dataset> m_data;
    std::vector<int64_t> m_samples;
    int64_t m_marked = 0;
};

} // namespace zhibei
