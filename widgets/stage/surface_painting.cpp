#include "widgets/plots/curve_data.h"
#include "widgets/stage/surface_canvas.h"
#include "widgets/theme/core_text.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <set>

// How the canvas draws itself; its state and its gestures are in surface_canvas.cpp.

namespace zhibei {

namespace {

/// A place, coarse enough to survive scaling there and back.
std::pair<long, long> place(double x, double y)
{
    return {std::lround(x * 4096), std::lround(y * 4096)};
}

} // namespace

void SurfaceCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_data)
        return;
    const PlaneAxes axes = this->axes();
    paintGround(painter, axes, m_ground);
    if (m_gesture) {
        paintSamples(painter, axes);
    } else {
        const qreal ratio = devicePixelRatioF();
        if (m_samples.isNull() || m_samples.devicePixelRatioF() != ratio) {
            m_samples = QPixmap((QSizeF(size()) * ratio).toSize());
            m_samples.setDevicePixelRatio(ratio);
            m_samples.fill(Qt::transparent);
            QPainter layer(&m_samples);
            layer.setRenderHint(QPainter::Antialiasing);
            paintSamples(layer, axes);
        }
        painter.drawPixmap(0, 0, m_samples);
    }
    paintCurve(painter, axes);
    paintEmpty(painter, axes);
    paintPointer(painter, axes);
}

void SurfaceCanvas::paintFigure(QPainter &painter, const QSize &size) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(QPoint(), size), m_theme->color(Ink::Surface));
    if (!m_data)
        return;
    const PlaneAxes axes = axesFor(size);
    paintGround(painter, axes, groundImage(384));
    paintSamples(painter, axes);
    paintCurve(painter, axes);
}

void SurfaceCanvas::paintGround(QPainter &painter, const PlaneAxes &axes, const QImage &image) const
{
    if (!isCurve()) {
        painter.fillRect(axes.pixels(), m_theme->color(Ink::Middle));
        if (!image.isNull()) {
            const Plane &plane = m_observation->request.plane;
            const QRectF target(axes.toPixels({plane.left, plane.top}), axes.toPixels({plane.right, plane.bottom}));
            painter.save();
            painter.setClipRect(axes.pixels());
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(target, image);
            painter.restore();
        }
    }
    axes.paint(painter, *m_theme, isCurve());
    const auto name = [this](size_t i) {
        return i < m_data->featureNames.size() ? coreText(m_data->featureNames[i]) : QString();
    };
    axes.paintNames(painter, *m_theme, name(0), isCurve() ? coreText(m_data->targetName) : name(1));
    if (isCurve() && m_showResiduals)
        paintResiduals(painter, axes);
}

void SurfaceCanvas::paintSample(QPainter &painter, const QPointF &at, int label, bool test) const
{
    const int classes = static_cast<int>(m_data->classNames.size());
    const QColor color = isCurve() ? m_theme->color(test ? Ink::Positive : Ink::Negative)
        : classes > 0              ? m_theme->classColor(label, classes)
                                   : m_theme->color(Ink::Text);
    const double radius = 4.0 * std::min(1.5, m_theme->textScale());
    if (test) {
        painter.setPen(QPen(color, 1.75));
        painter.setBrush(m_theme->color(Ink::Surface));
        painter.drawEllipse(at, radius - 0.75, radius - 0.75);
    } else {
        painter.setPen(QPen(m_theme->color(Ink::Surface), 1));
        painter.setBrush(color);
        painter.drawEllipse(at, radius, radius);
    }
}

void SurfaceCanvas::paintSamples(QPainter &painter, const PlaneAxes &axes) const
{
    std::set<std::pair<long, long>> kept;
    if (m_gesture)
        for (const PaintedPoint &point : m_gesture->points())
            kept.insert(place(point.x, point.y));
    painter.save();
    painter.setClipRect(axes.pixels().adjusted(-5, -5, 5, 5));
    // Test samples first: what is trained on lies on top.
    for (const bool test : {true, false}) {
        const int64_t first = test ? m_data->trainCount : 0, last = test ? m_data->count() : m_data->trainCount;
        for (int64_t i = first; i < last && (!test || m_showTest); ++i) {
            const double x = m_data->feature(i, 0), y = isCurve() ? m_data->target(i) : m_data->feature(i, 1);
            if (m_gesture && !kept.contains(place(x, y)))
                continue;
            paintSample(painter, axes.toPixels({x, y}), m_data->classification() ? static_cast<int>(m_data->target(i)) : 0, test);
        }
    }
    if (m_gesture) {
        std::set<std::pair<long, long>> old;
        for (int64_t i = 0; i < m_data->count(); ++i)
            old.insert(place(m_data->feature(i, 0), isCurve() ? m_data->target(i) : m_data->feature(i, 1)));
        for (const PaintedPoint &point : m_gesture->points())
            if (!old.contains(place(point.x, point.y)))
                paintSample(painter, axes.toPixels({point.x, point.y}), point.label, false);
    }
    painter.restore();
}

void SurfaceCanvas::paintResiduals(QPainter &painter, const PlaneAxes &axes) const
{
    QColor ink = m_theme->color(Ink::Bad);
    ink.setAlphaF(0.6f);
    painter.setPen(QPen(ink, 1.25));
    for (int64_t i = 0; i < (m_showTest ? m_data->count() : m_data->trainCount); ++i) {
        const double x = m_data->feature(i, 0);
        if (const auto y = curveAt(x))
            painter.drawLine(axes.toPixels({x, m_data->target(i)}), axes.toPixels({x, *y}));
    }
}

void SurfaceCanvas::paintCurve(QPainter &painter, const PlaneAxes &axes) const
{
    if (!isCurve() || !m_observation || m_observation->surface.shape().rank() != 2)
        return;
    const int64_t outputs = m_observation->surface.shape()[0];
    painter.save();
    painter.setClipRect(axes.pixels());
    painter.setBrush(Qt::NoBrush);
    for (int64_t k = 0; k < outputs; ++k) {
        QPainterPath path;
        bool down = false;
        for (double pixel = axes.pixels().left(); pixel <= axes.pixels().right(); pixel += 1) {
            const double x = axes.toUnits({pixel, 0}).x();
            const auto y = curveAt(x, k);
            if (!y || !std::isfinite(*y)) {
                down = false;
                continue;
            }
            const QPointF at(pixel, std::clamp(axes.toPixels({x, *y}).y(), -1e5, 1e5));
            down ? path.lineTo(at) : path.moveTo(at);
            down = true;
        }
        const QColor color = outputs == 1 ? m_theme->color(Ink::Text)
                                          : m_theme->classColor(static_cast<int>(k), static_cast<int>(outputs));
        painter.setPen(QPen(color, 2.5 * std::min(1.5, m_theme->textScale()), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
    }
    painter.restore();
}

void SurfaceCanvas::paintEmpty(QPainter &painter, const PlaneAxes &axes) const
{
    if (m_data->count() > 0 || m_gesture)
        return;
    painter.setPen(m_theme->color(Ink::Muted));
    painter.setFont(m_theme->font(Type::Text));
    painter.drawText(axes.pixels(), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("No points yet: choose a colour above and paint some here"));
}

void SurfaceCanvas::paintPointer(QPainter &painter, const PlaneAxes &axes) const
{
    if (hasFocus() && m_ring) {
        painter.setPen(QPen(m_theme->color(Ink::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(axes.pixels().adjusted(-1, -1, 1, 1));
    }
    const std::optional<QPointF> at = m_keyCursor ? m_keyCursor : m_pointer;
    if (!at || !axes.pixels().contains(*at))
        return;
    if (m_keyCursor || isCurve()) {
        painter.setPen(QPen(m_theme->color(Ink::Accent), 1, Qt::DashLine));
        painter.drawLine(QPointF(at->x(), axes.pixels().top()), QPointF(at->x(), axes.pixels().bottom()));
        if (m_keyCursor)
            painter.drawLine(QPointF(axes.pixels().left(), at->y()), QPointF(axes.pixels().right(), at->y()));
    }
    if (editable() && m_tool == PointTool::Erase) {
        painter.setPen(QPen(m_theme->color(Ink::Text), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(*at, PointGesture::reach, PointGesture::reach);
    } else if (editable() && m_tool == PointTool::Move && !m_gesture) {
        const std::vector<PaintedPoint> points = editedPoints();
        if (const int index = PointGesture::pointAt(points, axes, *at); index >= 0) {
            const PaintedPoint &point = points[static_cast<size_t>(index)];
            painter.setPen(QPen(m_theme->color(Ink::Text), 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(axes.toPixels({point.x, point.y}), 7, 7);
        }
    }
    if (!m_gesture)
        card(axes.toUnits(*at)).paint(painter, *m_theme, *at + QPointF(4, 8), QRectF(rect()));
}

ReadingCard SurfaceCanvas::card(const QPointF &at) const
{
    ReadingCard card;
    if (!m_data)
        return card;
    const QColor plain = m_theme->color(Ink::Text);
    const auto number = [](double value) { return measureText(Measure::Loss, value).replace(QLatin1Char('-'), QStringLiteral("−")); };
    const auto named = [](const QString &name, const QString &value) { return name + QLatin1Char(' ') + value; };
    const auto feature = [this](size_t i) {
        return i < m_data->featureNames.size() ? coreText(m_data->featureNames[i]) : QString();
    };
    card.lines.append({named(feature(0), number(at.x())), plain});
    if (isCurve()) {
        if (const auto y = curveAt(at.x()))
            card.lines.append({tr("network %1").arg(number(*y)), plain});
        return card;
    }
    card.lines.append({named(feature(1), number(at.y())), plain});
    if (!hasSurface())
        return card;
    const Plane &plane = m_observation->request.plane;
    const double u = (at.x() - plane.left) / (plane.right - plane.left), v = (plane.top - at.y()) / (plane.top - plane.bottom);
    if (u < 0 || u > 1 || v < 0 || v > 1)
        return card;
    std::vector<float> outputs = surfaceAt(m_observation->surface, u, v);
    if (!m_data->classification()) {
        for (size_t k = 0; k < outputs.size(); ++k)
            card.lines.append({tr("network %1").arg(number(m_data->targetInUnits(outputs[k], static_cast<int64_t>(k)))), plain});
        return card;
    }
    const int classes = static_cast<int>(m_data->classNames.size());
    if (outputs.size() == 1 && decision() == Decision::Sign && classes == 2) {
        // No probability: the sign says which class, the number how far from the border.
        const int k = outputs[0] > 0 ? 1 : 0;
        card.lines.append({named(coreText(m_data->classNames[static_cast<size_t>(k)]), number(outputs[0])),
                           m_theme->classColor(k, classes)});
        return card;
    }
    if (outputs.size() == 1)
        outputs = {1 - outputs[0], outputs[0]};
    std::vector<size_t> order(std::min(outputs.size(), m_data->classNames.size()));
    for (size_t k = 0; k < order.size(); ++k)
        order[k] = k;
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return outputs[a] > outputs[b]; });
    order.resize(std::min<size_t>(order.size(), 3));
    for (const size_t k : order)
        card.lines.append({named(coreText(m_data->classNames[k]), measureText(Measure::Accuracy, outputs[k])),
                           m_theme->classColor(static_cast<int>(k), classes)});
    return card;
}

QStringList SurfaceCanvas::reading(const QPointF &at) const
{
    QStringList texts;
    for (const ReadingCard::Line &line : card(at).lines)
        texts.append(line.text);
    return texts;
}

} // namespace zhibei
