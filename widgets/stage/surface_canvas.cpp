#include "widgets/stage/surface_canvas.h"

#include "widgets/plots/text_button.h"
#include "widgets/stage/figure_numbers.h"

#include <QKeyEvent>

#include <cmath>

namespace zhibei {

namespace {

constexpr int groundSide = 192; ///< pixels a side: finer than the samples, so that edges look drawn

} // namespace

SurfaceCanvas::SurfaceCanvas(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(theme, &Theme::changed, this, &SurfaceCanvas::invalidate);
    retranslate();
}

void SurfaceCanvas::retranslate()
{
    setAccessibleName(tr("What the network says, with the data"));
    update();
}

void SurfaceCanvas::invalidate()
{
    m_ground = groundImage(groundSide);
    m_samples = QPixmap();
    update();
}

void SurfaceCanvas::setData(std::shared_ptr<const Dataset> data, const DataSpec &spec)
{
    const bool sameSource = m_data && spec.source == m_spec.source;
    m_data = std::move(data);
    m_spec = spec;
    m_gesture.reset();
    if (m_data) {
        // While points are painted the plane stays still, unless they leave it.
        const QRectF fitted = unitsFor(*m_data);
        if (!sameSource || !m_units.contains(fitted))
            m_units = fitted;
    }
    if (m_observation && m_data && m_observation->surface.shape().rank() != (m_data->curve ? 2 : 3))
        m_observation.reset();
    invalidate();
}

void SurfaceCanvas::setObservation(std::shared_ptr<const Observation> observation)
{
    m_observation = std::move(observation);
    m_ground = groundImage(groundSide);
    update();
}

void SurfaceCanvas::setTool(PointTool tool, int label)
{
    m_tool = tool;
    m_label = label;
    setCursor(!editable() || tool == PointTool::Move ? Qt::ArrowCursor : Qt::CrossCursor);
}

void SurfaceCanvas::setShowTest(bool show)
{
    m_showTest = show;
    invalidate();
}

void SurfaceCanvas::setDiscretise(bool discretise)
{
    m_discretise = discretise;
    invalidate();
}

void SurfaceCanvas::setShowResiduals(bool show)
{
    m_showResiduals = show;
    update();
}

bool SurfaceCanvas::editable() const
{
    const DataSource *source = findDataSource(m_spec.source);
    if (!m_data || !source)
        return false;
    return (source->family == DataFamily::Plane && m_data->planar && m_data->classification())
        || (source->family == DataFamily::Curve && m_data->curve);
}

QRectF SurfaceCanvas::unitsFor(const Dataset &data) const
{
    const auto span = [](std::pair<float, float> range) {
        const double size = std::max(1e-6, static_cast<double>(range.second) - range.first);
        return std::pair(range.first - 0.12 * size, size * 1.24);
    };
    if (data.curve && data.count() > 0) {
        const auto [x, width] = span(data.featureRange(0));
        const auto [y, height] = span(data.targetRange());
        return {x, y, width, height};
    }
    const QRectF base(-6, -6, 12, 12);
    if (data.count() == 0)
        return base;
    const auto [left, right] = data.featureRange(0);
    const auto [bottom, top] = data.featureRange(1);
    const double reach = std::max({std::abs(left), std::abs(right), std::abs(bottom), std::abs(top)});
    const bool ownPlane = findDataSource(m_spec.source) && findDataSource(m_spec.source)->family == DataFamily::Plane;
    if (ownPlane)
        return reach <= 6 ? base : QRectF(-reach * 1.05, -reach * 1.05, reach * 2.1, reach * 2.1);
    const auto [x, width] = span({left, right});
    const auto [y, height] = span({bottom, top});
    return {x, y, width, height};
}

PlaneAxes SurfaceCanvas::axesFor(const QSize &size) const
{
    QRectF inside = QRectF(QPointF(), QSizeF(size)).marginsRemoved(PlaneAxes::margins(*m_theme));
    if (!isCurve()) {
        const double side = std::max(1.0, std::min(inside.width(), inside.height()));
        inside = QRectF(inside.left() + (inside.width() - side) / 2, inside.top(), side, side);
    }
    return {m_units, inside.normalized()};
}

SurfaceStyle SurfaceCanvas::style() const
{
    SurfaceStyle style;
    style.decision = decision();
    style.discretise = m_discretise;
    if (m_data && style.decision == Decision::None && m_data->count() > 0) {
        // The surface holds what the network says, in its own scale.
        double largest = 0;
        for (const float target : m_data->targets.values())
            largest = std::max(largest, std::abs(static_cast<double>(target)));
        style.largest = largest;
    }
    return style;
}

Decision SurfaceCanvas::decision() const
{
    if (!m_data || !m_data->classification())
        return Decision::None;
    const bool known = m_observation && m_observation->snapshot && m_observation->snapshot->model
        && !m_observation->snapshot->model->objectives.empty();
    return known ? m_observation->snapshot->model->objectives.front().decision : Decision::Half;
}

bool SurfaceCanvas::hasSurface() const
{
    return m_observation && m_data && m_observation->surface.shape().rank() == 3 && !m_data->curve;
}

QImage SurfaceCanvas::groundImage(int side) const
{
    return hasSurface() ? surfaceImage(*m_theme, style(), m_observation->surface, side) : QImage();
}

std::optional<double> SurfaceCanvas::curveAt(double x, int64_t output) const
{
    if (!m_observation || !isCurve() || m_observation->surface.shape().rank() != 2)
        return {};
    const Tensor &surface = m_observation->surface;
    const Plane &plane = m_observation->request.plane;
    const int64_t points = surface.shape()[1];
    if (output >= surface.shape()[0] || points < 2 || plane.right <= plane.left)
        return {};
    const double at = (x - plane.left) / (plane.right - plane.left) * static_cast<double>(points) - 0.5;
    if (at < -0.5 - 1e-6 || at > static_cast<double>(points) - 0.5 + 1e-6)
        return {};
    // Samples are the middles of equal pieces; half a piece beyond the outer ones the line goes straight on.
    const int64_t first = std::clamp<int64_t>(static_cast<int64_t>(at), 0, points - 2);
    const float *row = surface.data() + output * points;
    const double part = at - static_cast<double>(first);
    const double value = row[first] * (1 - part) + row[first + 1] * part;
    return m_data->targetInUnits(static_cast<float>(value), output);
}

std::vector<PaintedPoint> SurfaceCanvas::editedPoints() const
{
    const DataSource *source = findDataSource(m_spec.source);
    if (source && source->paintable && !m_spec.points.empty())
        return m_spec.points;
    return m_data ? asPoints(*m_data, static_cast<size_t>(m_data->count())) : std::vector<PaintedPoint>();
}

bool SurfaceCanvas::event(QEvent *event)
{
    // While the canvas has the focus, the keys that paint are its own and no shortcut's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        const bool arrow = key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down;
        const bool paints = key->key() == Qt::Key_Space && editable();
        const bool cancels = key->key() == Qt::Key_Escape && (m_gesture || m_keyCursor);
        if (plain && (arrow || paints || cancels)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void SurfaceCanvas::focusInEvent(QFocusEvent *event)
{
    m_ring = byKeyboard(event->reason());
    QWidget::focusInEvent(event);
    update();
}

void SurfaceCanvas::beginGesture(const QPointF &at)
{
    if (editable())
        m_gesture = PointGesture::begin(m_tool, m_label, editedPoints(), axes(), at);
    update();
}

void SurfaceCanvas::commit()
{
    static int gestures = 0;
    const std::unique_ptr<PointGesture> gesture = std::move(m_gesture);
    update();
    if (gesture && gesture->changed())
        emit pointsEdited(gesture->points(), QStringLiteral("points-%1").arg(++gestures));
}

void SurfaceCanvas::cancel()
{
    m_gesture.reset();
    update();
}

void SurfaceCanvas::mousePressEvent(QMouseEvent *event)
{
    m_keyCursor.reset();
    if (event->button() == Qt::LeftButton && !m_gesture && axes().pixels().contains(event->position()))
        beginGesture(event->position());
}

void SurfaceCanvas::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    if (m_gesture && (event->buttons() & Qt::LeftButton))
        m_gesture->moveTo(event->position());
    update();
}

void SurfaceCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        commit();
}

void SurfaceCanvas::leaveEvent(QEvent *)
{
    m_pointer.reset();
    update();
}

void SurfaceCanvas::focusOutEvent(QFocusEvent *event)
{
    m_keyCursor.reset();
    if (event->reason() != Qt::PopupFocusReason)
        cancel();
    QWidget::focusOutEvent(event);
}

void SurfaceCanvas::moveKeyCursor(const QPointF &step)
{
    const QRectF inside = axes().pixels();
    QPointF at = m_keyCursor.value_or(inside.center()) + step;
    at = {std::clamp(at.x(), inside.left(), inside.right()), std::clamp(at.y(), inside.top(), inside.bottom())};
    m_keyCursor = at;
    if (m_gesture)
        m_gesture->moveTo(at);
    setAccessibleDescription(reading(axes().toUnits(at)).join(QStringLiteral(", ")));
    update();
}

void SurfaceCanvas::pressKeyCursor()
{
    if (!m_keyCursor)
        moveKeyCursor({});
    if (m_gesture)
        return commit();
    beginGesture(*m_keyCursor);
    if (m_tool != PointTool::Move)
        commit();
}

void SurfaceCanvas::keyPressEvent(QKeyEvent *event)
{
    const double step = event->modifiers() & Qt::ShiftModifier ? 1 : std::max(2.0, axes().pixels().width() / 48);
    switch (event->key()) {
    case Qt::Key_Left: return moveKeyCursor({-step, 0});
    case Qt::Key_Right: return moveKeyCursor({step, 0});
    case Qt::Key_Up: return moveKeyCursor({0, -step});
    case Qt::Key_Down: return moveKeyCursor({0, step});
    case Qt::Key_Space: return pressKeyCursor();
    case Qt::Key_Escape:
        if (m_gesture || m_keyCursor) {
            m_keyCursor.reset();
            return cancel();
        }
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void SurfaceCanvas::resizeEvent(QResizeEvent *)
{
    m_samples = QPixmap();
}

QString SurfaceCanvas::csv() const
{
    return m_data ? surfaceCsv(*m_data, m_observation.get()) : QString();
}

} // namespace zhibei
