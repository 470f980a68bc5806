#include "widgets/views/sample_painter.h"

#include "widgets/stage/plane_axes.h"
#include "widgets/theme/core_text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr qsizetype mostNumbers = 8;
constexpr int64_t fewTargets = 3;

QString number(float value)
{
    return std::isfinite(value) ? PlaneAxes::tickText(double(value)) : QStringLiteral("–");
}

bool isPicture(const Shape &shape)
{
    return shape.rank() == 2 || (shape.rank() == 3 && (shape[0] == 1 || shape[0] == 3));
}

QString numberList(const std::vector<float> &numbers)
{
    QStringList texts;
    for (const float value : numbers)
        texts.append(number(value));
    return texts.join(QStringLiteral("  "));
}

} // namespace

QImage pictureImage(const Theme &theme, std::span<const float> numbers, const Shape &shape)
{
    if (!isPicture(shape) || shape.count() == 0)
        return {};
    const int rank = shape.rank();
    const auto height = int(shape[rank - 2]), width = int(shape[rank - 1]);
    const size_t plane = size_t(height) * size_t(width);
    const bool coloured = rank == 3 && shape[0] == 3;
    float largest = 0, least = 0;
    for (const float value : numbers)
        if (std::isfinite(value)) {
            largest = std::max(largest, std::abs(value));
            least = std::min(least, value);
        }
    const auto level = [&](size_t i) { return std::isfinite(numbers[i]) ? int(std::lround(std::clamp(numbers[i], 0.0f, 1.0f) * 255.0f)) : 0; };
    QImage image(width, height, QImage::Format_RGB32);
    for (size_t i = 0; i < plane; ++i) {
        const double share = largest > 0 && std::isfinite(numbers[i]) ? double(numbers[i] / largest) : 0;
        const QRgb pixel = coloured ? qRgb(level(i), level(plane + i), level(2 * plane + i))
            : least < 0 ? theme.signedColor(share) : theme.magnitudeColor(share);
        reinterpret_cast<QRgb *>(image.scanLine(int(i) / width))[int(i) % width] = pixel;
    }
    return image;
}

void SamplePainter::setData(std::shared_ptr<const Dataset> data)
{
    m_data = std::move(data);
    m_images.clear();
}

bool SamplePainter::hasPictures() const { return m_data && isPicture(m_data->featureShape) && m_data->featureClasses == 0; }

void SamplePainter::paintPicture(QPainter &painter, const QRectF &area, qint64 sample) const
{
    if (!hasPictures() || sample < 0 || sample >= m_data->count())
        return;
    const QImage *image = m_images.object(sample);
    if (!image) {
        std::vector<float> numbers(size_t(m_data->featureShape.count()));
        for (size_t i = 0; i < numbers.size(); ++i)
            numbers[i] = m_data->feature(sample, int64_t(i));
        auto *made = new QImage(pictureImage(*m_theme, numbers, m_data->featureShape));
        const auto cost = std::max<qsizetype>(1, made->sizeInBytes() / 1024);
        if (!m_images.insert(sample, made, cost))
            return;
        image = made;
    }
    const QSizeF size = QSizeF(image->size()).scaled(area.size(), Qt::KeepAspectRatio);
    painter.drawImage(QRectF(area.center() - QPointF(size.width() / 2, size.height() / 2), size), *image);
}

QString SamplePainter::numbers(qint64 sample) const
{
    if (!m_data || sample < 0 || sample >= m_data->count())
        return {};
    const std::span<const float> row = m_data->features.row(sample);
    QStringList parts;
    if (m_data->featureClasses > 0) {
        for (size_t i = 0; i < std::min<size_t>(row.size(), 60); ++i)
            parts += size_t(m_data->featureClasses) == m_data->classNames.size() ? className(int(row[i])) : number(row[i]);
        return parts.join(size_t(m_data->featureClasses) == m_data->classNames.size() ? QString() : QStringLiteral(" "));
    }
    for (size_t i = 0; i < row.size() && parts.size() < mostNumbers; ++i) {
        const QString text = number(m_data->feature(sample, int64_t(i)));
        parts += i < m_data->featureNames.size() ? coreText(m_data->featureNames[i]) + QLatin1Char(' ') + text : text;
    }
    if (row.size() > size_t(mostNumbers))
        parts += QStringLiteral("…");
    return parts.join(QStringLiteral("   "));
}

QString SamplePainter::className(int index) const
{
    const bool known = m_data && index >= 0 && size_t(index) < m_data->classNames.size();
    return known ? coreText(m_data->classNames[size_t(index)]) : QString::number(index);
}

bool SamplePainter::predictsTargets(const Judgement &judgement) const
{
    return m_data && !m_data->classification() && judgement.outputs == m_data->targetCount && judgement.outputs <= fewTargets;
}

QString SamplePainter::truth(const Judgement &judgement, int64_t i) const
{
    if (judgement.classes > 0)
        return className(judgement.truth[size_t(i)]);
    std::vector<float> numbers;
    if (predictsTargets(judgement) && judgement.first + i < m_data->count())
        for (int64_t k = 0; k < m_data->targetCount; ++k)
            numbers.push_back(m_data->target(judgement.first + i, k));
    return numberList(numbers);
}

QString SamplePainter::verdict(const Judgement &judgement, int64_t i) const
{
    if (judgement.classes > 0)
        return className(judgement.verdict[size_t(i)]);
    std::vector<float> numbers;
    if (predictsTargets(judgement))
        for (int64_t k = 0; k < judgement.outputs; ++k)
            numbers.push_back(m_data->targetInUnits(judgement.prediction(i)[size_t(k)], k));
    return numberList(numbers);
}

QString SamplePainter::name(const Dataset &data, qint64 sample)
{
    return sample >= data.trainCount ? tr("Test sample %1").arg(sample - data.trainCount + 1) : tr("Training sample %1").arg(sample + 1);
}

QString SamplePainter::reading(const Judgement &judgement, int64_t i) const
{
    if (!m_data)
        return {};
    const QString name = SamplePainter::name(*m_data, judgement.first + i);
    const QString loss = number(judgement.loss[size_t(i)]);
    if (judgement.classes == 0) {
        const QString says = verdict(judgement, i);
        return says.isEmpty() ? tr("%1: loss %2").arg(name, loss)
                              : tr("%1: right answer %2, predicted %3, loss %4").arg(name, truth(judgement, i), says, loss);
    }
    const int said = judgement.verdict[size_t(i)];
    const float p = judgement.probability(i, said);
    const QString share = std::isfinite(p) ? QString::number(100 * double(p), 'f', 1) : QStringLiteral("–");
    if (!isWrong(judgement, i))
        return tr("%1: %2, recognised (%3 %), loss %4").arg(name, truth(judgement, i), share, loss);
    return tr("%1: right answer %2, taken for %3 (%4 %), loss %5").arg(name, truth(judgement, i), verdict(judgement, i), share, loss);
}

bool isWrong(const Judgement &judgement, int64_t i)
{
    return judgement.classes > 0 && judgement.truth[size_t(i)] != judgement.verdict[size_t(i)];
}

} // namespace zhibei
