#include "widgets/views/grid_view.h"

#include "core/probes/latent.h"
#include "core/probes/principal_axes.h"
#include "widgets/stage/surface_image.h"
#include "widgets/views/contours.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr int squares = 20;  ///< of the grid, a side
constexpr int sheetCell = 2; ///< in places of the grid

}

GridView::GridView(Theme *theme, QWidget *parent) : PaintedView(theme, parent), m_dots(theme)
{
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setRange(0, 100);
    m_slider->setValue(100);
    m_slider->setMinimumWidth(theme->space(30));
    header()->add(m_slider);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) { setBent(value / 100.0); });
    retranslate();
}

std::vector<std::shared_ptr<const Probe>> GridView::probes() const
{
    if (node().empty() || !data() || !data()->planar)
        return {};
    return {std::make_shared<WarpedGridProbe>(node())};
}

void GridView::setBent(double bent)
{
    bent = std::clamp(bent, 0.0, 1.0);
    if (bent == m_bent)
        return;
    m_bent = bent;
    m_slider->setValue(int(std::lround(100 * bent)));
    m_drawn = {};
    update();
}

void GridView::forget()
{
    m_grid.reset();
    m_drawn = {};
    m_marked = -1;
    m_waiting = true;
    m_borders.clear();
}

void GridView::onData()
{
    forget();
    m_dots.setData(data());
    showReading();
    update();
}

void GridView::onNode()
{
    forget();
    showReading();
    update();
}

void GridView::onSnapshot()
{
    if (m_grid && m_grid->snapshot && m_grid->snapshot->model != model()) {
        forget();
        showReading();
        update();
    }
}

void GridView::onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer)
{
    if (key.toStdString() != WarpedGridProbe(node()).key())
        return;
    m_waiting = false;
    auto found = std::dynamic_pointer_cast<const WarpedGrid>(answer);
    if (found && data() && !found->samples.empty() && found->samples.back() >= data()->count())
        found.reset(); // of other data
    if (found && m_grid && !found->direct) {
        auto turned = std::make_shared<WarpedGrid>(*found);
        const PlanePoint sign = facing(found->places, m_grid->places);
        for (std::vector<PlanePoint> *points : {&turned->places, &turned->points})
            for (PlanePoint &at : *points)
                at = {at[0] * sign[0], at[1] * sign[1]};
        found = std::move(turned);
    }
    m_grid = std::move(found);
    m_drawn = {};
    measure();
    showReading();
    update();
}

void GridView::measure()
{
    m_borders.clear();
    if (!m_grid)
        return;
    double low[2] = {INFINITY, INFINITY}, high[2] = {-INFINITY, -INFINITY};
    for (const std::vector<PlanePoint> *points : {&m_grid->places, &m_grid->points})
        for (const PlanePoint &p : *points)
            for (size_t a = 0; a < 2; ++a) {
                low[a] = std::min(low[a], double(p[a]));
                high[a] = std::max(high[a], double(p[a]));
            }
    m_frame = QRectF(low[0], low[1], std::max(1e-6, high[0] - low[0]), std::max(1e-6, high[1] - low[1]));
    const int n = m_grid->plane.resolution, outputs = int(m_grid->outputs);
    if (outputs == 0 || m_grid->decision == Decision::None)
        return;
    const double threshold = m_grid->decision == Decision::Half ? 0.5 : 0;
    m_borders = verdictBorders(n, n, outputs, threshold, [&](int k, int row, int column) { return double(m_grid->verdict[size_t((row * n + column) * outputs + k)]); });
}

void GridView::restyle()
{
    m_dots.forget();
    m_drawn = {};
}

void GridView::resizeEvent(QResizeEvent *event)
{
    m_drawn = {};
    PaintedView::resizeEvent(event);
}

void GridView::retranslate()
{
    m_drawn = {};
    m_slider->setAccessibleName(tr("How far the plane is bent"));
    m_slider->setToolTip(tr("From the flat plane of the inputs to what the layer makes of it"));
    showReading();
}

QString GridView::missing() const
{
    if (data() && !data()->planar)
        return tr("This asks for data of the plane, such as the spiral.");
    if (!model() || node().empty())
        return tr("Select a layer to see how it bends the plane.");
    const ValueId value = numbersOf(*model(), node());
    if (value == noValue || model()->program.count(value) < 2)
        return tr("A plane wants a layer of two numbers or more.");
    return m_waiting ? tr("Computing…") : tr("There is nothing to show: no samples, or numbers that are no longer finite.");
}

void GridView::showReading()
{
    m_slider->setVisible(m_grid != nullptr);
    QString text;
    if (m_grid && m_grid->direct)
        text = tr("The layer's two numbers");
    else if (m_grid)
        text = tr("%n number(s), in sight: %1 % of the spread", nullptr, int(m_grid->dims)).arg(QString::number(100 * (m_grid->share[0] + m_grid->share[1]), 'f', 1));
    header()->setReading(text);
    setAccessibleDescription(m_grid && m_marked >= 0 ? m_dots.reading(m_grid->samples[size_t(m_marked)]) + QStringLiteral(" · ") + text : text);
}

QList<GridView::Panel> GridView::panels(const QRectF &area) const
{
    const double margin = theme()->space(3), legend = m_dots.legend(nullptr, area.adjusted(margin, 0, -margin, 0));
    const QRectF all = area.adjusted(margin, legend + margin, -margin, -margin);
    if (all.width() < 1.5 * all.height() || all.width() < theme()->space(100))
        return {{all, m_bent, {}}};
    const double gap = theme()->space(8), width = (all.width() - gap) / 2;
    return {{QRectF(all.left(), all.top(), width, all.height()), 0, tr("the inputs")},
            {QRectF(all.left() + width + gap, all.top(), width, all.height()), m_bent, QString::fromStdString(m_grid->node)}};
}

QPointF GridView::mixed(const Panel &panel, const QPointF &flat, const QPointF &bent) const
{
    // Flat and bent plane each fill the panel as far as they can without losing their proportions.
    const Plane &plane = m_grid->plane;
    const auto fit = [&](const QRectF &frame, const QPointF &at) {
        const QRectF room = panel.name.isEmpty() ? panel.area : panel.area.adjusted(0, QFontMetricsF(theme()->font(Type::Caption)).height(), 0, 0);
        const double scale = 0.94 * std::min(room.width() / frame.width(), room.height() / frame.height());
        const QPointF off = (at - frame.center()) * scale;
        return room.center() + QPointF(off.x(), -off.y());
    };
    const QRectF flatFrame(double(plane.left), double(plane.bottom), double(plane.right - plane.left), double(plane.top - plane.bottom));
    return (1 - panel.bent) * fit(flatFrame, flat) + panel.bent * fit(m_frame, bent);
}

QPointF GridView::ofGrid(const Panel &panel, double column, double row) const
{
    const int n = m_grid->plane.resolution;
    const int c = std::clamp(int(column), 0, n - 2), r = std::clamp(int(row), 0, n - 2);
    const double fx = column - c, fy = row - r;
    const auto corner = [&](int dr, int dc) {
        const PlanePoint &flat = m_grid->place(r + dr, c + dc), &bent = m_grid->places[size_t((r + dr) * n + c + dc)];
        return mixed(panel, {double(flat[0]), double(flat[1])}, {double(bent[0]), double(bent[1])});
    };
    return (1 - fy) * ((1 - fx) * corner(0, 0) + fx * corner(0, 1)) + fy * ((1 - fx) * corner(1, 0) + fx * corner(1, 1));
}

QPointF GridView::ofSample(const Panel &panel, int dot) const
{
    const qint64 sample = m_grid->samples[size_t(dot)];
    const PlanePoint &bent = m_grid->points[size_t(dot)];
    return mixed(panel, {double(data()->feature(sample, 0)), double(data()->feature(sample, 1))}, {double(bent[0]), double(bent[1])});
}

QList<QPointF> GridView::dots(const Panel &panel) const
{
    QList<QPointF> places;
    for (int i = 0; i < int(m_grid->samples.size()); ++i)
        places.append(ofSample(panel, i));
    return places;
}

void GridView::paintSheet(QPainter &painter, const Panel &panel) const
{
    const int n = m_grid->plane.resolution;
    QList<QPointF> at;
    at.reserve(n * n);
    for (int i = 0; i < n * n; ++i) {
        const PlanePoint flat = m_grid->place(i / n, i % n), &bent = m_grid->places[size_t(i)];
        at.append(mixed(panel, {double(flat[0]), double(flat[1])}, {double(bent[0]), double(bent[1])}));
    }
    float largest = 1e-9f;
    for (const float value : m_grid->verdict)
        largest = std::isfinite(value) ? std::max(largest, std::abs(value)) : largest;
    const SurfaceStyle style{m_grid->decision, double(largest)};
    painter.setPen(Qt::NoPen);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int row = 0; row + sheetCell < n && m_grid->outputs > 0; row += sheetCell)
        for (int column = 0; column + sheetCell < n; column += sheetCell) {
            const size_t middle = size_t((row + sheetCell / 2) * n + column + sheetCell / 2) * size_t(m_grid->outputs);
            painter.setBrush(QColor(surfaceColor(*theme(), style, std::span(m_grid->verdict).subspan(middle, size_t(m_grid->outputs)))));
            const QPointF corners[] = {at[row * n + column], at[row * n + column + sheetCell], at[(row + sheetCell) * n + column + sheetCell], at[(row + sheetCell) * n + column]};
            painter.drawPolygon(corners, 4);
        }
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ink = theme()->color(Ink::Text);
    painter.setBrush(Qt::NoBrush);
    for (int line = 0; line < n; line += std::max(1, (n - 1) / squares)) {
        ink.setAlphaF(line == 0 || line == n - 1 ? 0.6f : 0.22f);
        painter.setPen(QPen(ink, 1));
        painter.drawPolyline(at.constData() + line * n, n);
        QPolygonF upright;
        for (int row = 0; row < n; ++row)
            upright.append(at[row * n + line]);
        painter.drawPolyline(upright);
    }
}

void GridView::paintPanel(QPainter &painter, const Panel &panel) const
{
    paintSheet(painter, panel);
    painter.setPen(QPen(theme()->color(Ink::Text), 2));
    for (const QLineF &piece : m_borders)
        painter.drawLine(ofGrid(panel, piece.x1(), piece.y1()), ofGrid(panel, piece.x2(), piece.y2()));
    const QList<QPointF> places = dots(panel);
    const double scale = SampleDots::scaleFor(panel.area.size() / 1.4, places.size());
    for (int i = 0; i < places.size(); ++i)
        m_dots.paint(painter, places[i], m_grid->samples[size_t(i)], scale);
    painter.setFont(theme()->font(Type::Caption));
    painter.setPen(theme()->color(Ink::Muted));
    painter.drawText(panel.area, Qt::AlignHCenter | Qt::AlignTop, panel.name);
}

void GridView::paint(QPainter &painter, const QRectF &area, bool live) const
{
    if (!m_grid || !data())
        return paintMessage(painter, area, missing());
    const QList<Panel> all = panels(area);
    if (all.last().area.height() < theme()->space(6) || all.last().area.width() < theme()->space(6))
        return;
    const auto draw = [&](QPainter &on) {
        const double margin = theme()->space(3);
        m_dots.legend(&on, area.adjusted(margin, 0, -margin, 0));
        for (const Panel &panel : all)
            paintPanel(on, panel);
    };
    if (!live)
        return draw(painter);
    const qreal ratio = devicePixelRatioF();
    if (m_drawn.isNull() || m_drawn.devicePixelRatioF() != ratio) {
        m_drawn = QPixmap((QSizeF(size()) * ratio).toSize());
        m_drawn.setDevicePixelRatio(ratio);
        m_drawn.fill(Qt::transparent);
        QPainter layer(&m_drawn);
        layer.setRenderHint(QPainter::Antialiasing);
        draw(layer);
    }
    painter.drawPixmap(0, 0, m_drawn);
    const auto shown = std::find(m_grid->samples.begin(), m_grid->samples.end(), sample());
    for (const Panel &panel : all) {
        if (shown != m_grid->samples.end())
            m_dots.paintRing(painter, ofSample(panel, int(shown - m_grid->samples.begin())));
        if (m_marked >= 0)
            m_dots.paintRing(painter, ofSample(panel, m_marked));
    }
    if (m_marked >= 0)
        m_dots.paintCard(painter, ofSample(all.last(), m_marked), area, m_grid->samples[size_t(m_marked)]);
}

int GridView::dotAt(const QPointF &at) const
{
    if (!m_grid || !data())
        return -1;
    for (const Panel &panel : panels(body()))
        if (panel.area.contains(at))
            return SampleDots::nearest(dots(panel), at, theme()->space(4));
    return -1;
}

void GridView::mark(int dot)
{
    if (dot == m_marked)
        return;
    m_marked = dot;
    showReading();
    update();
}

void GridView::mouseMoveEvent(QMouseEvent *event) { mark(dotAt(event->position())); }

void GridView::mousePressEvent(QMouseEvent *event)
{
    mark(dotAt(event->position()));
    if (m_marked >= 0)
        emit sampleChosen(m_grid->samples[size_t(m_marked)]);
}

void GridView::leaveEvent(QEvent *) { mark(-1); }

void GridView::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool arrow = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!m_grid || !data() || (!arrow && !enters))
        return PaintedView::keyPressEvent(event);
    if (enters && m_marked >= 0)
        emit sampleChosen(m_grid->samples[size_t(m_marked)]);
    else if (const int next = arrow ? SampleDots::towards(dots(panels(body()).last()), m_marked, key) : -1; next >= 0)
        mark(next);
}

QJsonObject GridView::choices() const { return {{QStringLiteral("bent"), m_bent}}; }
void GridView::setChoices(const QJsonObject &choices) { setBent(choices[QStringLiteral("bent")].toDouble(1)); }

QString GridView::csv() const
{
    QString text = QStringLiteral("x,y,bent_x,bent_y\n");
    const int64_t n = m_grid ? m_grid->plane.resolution : 0;
    for (int64_t i = 0; i < n * n; ++i) {
        const PlanePoint flat = m_grid->place(i / n, i % n), &bent = m_grid->places[size_t(i)];
        text += QStringLiteral("%1,%2,%3,%4\n").arg(double(flat[0])).arg(double(flat[1])).arg(double(bent[0])).arg(double(bent[1]));
    }
    return text;
}

Figure GridView::figure() const
{
    return figureOf(tr("Bent grid"), m_grid ? QString::fromStdString(m_grid->node) : tr("Bent grid"), [this] { return csv(); });
}

} // namespace zhibei
