#pragma once

#include "core/probes/judgement.h"
#include "widgets/theme/theme.h"

#include <QCache>
#include <QCoreApplication>
#include <QImage>

class QPainter;

namespace zhibei {

/// Numbers of a picture [channels, height, width] or a table [height, width] as an image: three channels are colours from 0
/// to 1, one is ink, signed where it has negative numbers. Null for what is no picture.
QImage pictureImage(const Theme &theme, std::span<const float> numbers, const Shape &shape);

/// Draws samples small, and says in words what they are and what the network makes of them. Pictures are kept, so that
/// scrolling through thousands stays smooth.
class SamplePainter {
    Q_DECLARE_TR_FUNCTIONS(SamplePainter)
public:
    explicit SamplePainter(const Theme *theme) : m_theme(theme), m_images(32 * 1024) {}

    void setData(std::shared_ptr<const Dataset> data);
    const std::shared_ptr<const Dataset> &data() const { return m_data; }
    void forget() { m_images.clear(); } ///< colours have changed
    bool hasPictures() const;
    /// The sample's picture, its pixels kept as pixels, as large as fits.
    void paintPicture(QPainter &painter, const QRectF &area, qint64 sample) const;
    /// What the sample consists of: "x 1.2   y −0.3"; of a text its characters.
    QString numbers(qint64 sample) const;

    QString className(int index) const;
    /// The right answer to a judged sample; empty where there is none in a few words (a whole picture to predict).
    QString truth(const Judgement &judgement, int64_t i) const;
    QString verdict(const Judgement &judgement, int64_t i) const;
    static QString name(const Dataset &data, qint64 sample); ///< "Test sample 12"
    /// "Test sample 12: right answer 7, taken for 1 (93.2 %), loss 4.1"
    QString reading(const Judgement &judgement, int64_t i) const;

private:
    bool predictsTargets(const Judgement &judgement) const;

    const Theme *m_theme;
    std::shared_ptr<const Dataset> m_data;
    mutable QCache<qint64, QImage> m_images; ///< cost: kilobytes
};

/// Whether the network's answer is wrong; of predicted numbers none is.
bool isWrong(const Judgement &judgement, int64_t i);

} // namespace zhibei
