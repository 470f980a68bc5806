#include "widgets/views/landscape_view.h"

#include "widgets/plots/reading_card.h"
#include "widgets/plots/text_button.h"
#include "widgets/stage/plane_axes.h"
#include "widgets/views/contours.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr double bend = 60;       ///< how much better low places are told apart by colour
constexpr double reliefBend = 8; ///< and by height: less, else a valley hides behind its own rim
constexpr int contours = 12;

QString number(double value) { return std::isfinite(value) ? QString::number(value, 'g', 3).replace(u'-', u'−') : QStringLiteral("–"); }

} // namespace

LandscapeView::LandscapeView(Theme *theme, QWidget *parent) : PaintedView(theme, parent), m_walk(std::make_shared<Walk>())
{
    m_question.walk = m_walk;
    m_question.progress = std::make_shared<std::atomic<int>>(0);
    m_kinds = header()->addTexts(2);
    m_looks = header()->addTexts(2);
    m_other = new TextButton(theme, TextButton::Style::Tab);
    header()->add(m_other);
    m_button = new QPushButton(this);
    m_button->setProperty("role", "primary");
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(m_kinds, &ChoiceTexts::chosen, this, [this](int chosen) { setDirections(LandscapeQuestion::Directions(chosen)); });
    connect(m_looks, &ChoiceTexts::chosen, this, [this](int chosen) { setRelief(chosen == 1); });
    connect(m_button, &QPushButton::clicked, this, [this] { isComputing() ? cancel() : compute(); });
    connect(m_other, &TextButton::clicked, this, [this] {
        ++m_question.seed;
        compute();
    });
    retranslate();
}

std::vector<std::shared_ptr<const Probe>> LandscapeView::probes() const
{
    if (!m_asked)
        return {};
    return {std::make_shared<LandscapeProbe>(m_question)};
}

void LandscapeView::setDirections(LandscapeQuestion::Directions directions)
{
    m_kinds->setCurrent(int(directions));
    if (directions == m_question.directions)
        return;
    m_question.directions = directions;
    if (m_asked)
        compute();
    else
        showControls();
}

void LandscapeView::setRelief(bool relief)
{
    m_looks->setCurrent(relief);
    m_relief = relief;
    m_cursor.reset();
    showReading();
    update();
}

void LandscapeView::turn(double by)
{
    m_turn = std::remainder(m_turn + by, 2 * M_PI);
    update();
}

void LandscapeView::compute()
{
    forget();
    m_asked = true;
    m_question.progress->store(0);
    showControls();
    emit probesChanged();
}

void LandscapeView::cancel()
{
    forget();
    m_asked = false;
    showControls();
    emit probesChanged();
}

void LandscapeView::forget()
{
    m_landscape.reset();
    m_image = {};
    m_lines.clear();
    m_way.clear();
    m_placed.clear();
    m_cursor.reset();
    m_failed = false;
}

void LandscapeView::onData()
{
    m_walk->clear();
    forget();
    showControls();
}

void LandscapeView::onSnapshot()
{
    m_walk->record(*snapshot());
    if (m_landscape && m_landscape->snapshot && (m_landscape->snapshot->model != model() || m_landscape->snapshot->generation != snapshot()->generation)) {
        forget();
        showControls();
    }
    followWalk();
}

/// Places on the plane are kept: to find one takes a product with all weights.
void LandscapeView::followWalk()
{
    if (!m_landscape || !isVisible())
        return;
    const auto place = [this](const AlignedVector<float> &weights) {
        const PlanePoint at = m_landscape->place(weights);
        return QPointF(double(at[0]), double(at[1]));
    };
    std::map<Walk::Weights, QPointF> placed;
    m_way.clear();
    for (const Walk::Stop &stop : m_walk->stops()) {
        const auto known = m_placed.find(stop.weights);
        m_way.append(known != m_placed.end() ? known->second : place(*stop.weights));
        placed.emplace(stop.weights, m_way.last());
    }
    m_placed = std::move(placed);
    if (snapshot() && snapshot()->parameters && !m_placed.contains(snapshot()->parameters))
        m_way.append(place(*snapshot()->parameters));
    update();
}

void LandscapeView::showEvent(QShowEvent *event)
{
    PaintedView::showEvent(event);
    followWalk();
}

void LandscapeView::onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer)
{
    if (!m_asked || key.toStdString() != LandscapeProbe(m_question).key())
        return;
    m_landscape = std::dynamic_pointer_cast<const Landscape>(answer);
    m_placed.clear();
    m_failed = !m_landscape;
    if (m_failed)
        m_asked = false;
    restyle();
    followWalk();
    showControls();
    if (m_failed)
        emit probesChanged();
}

void LandscapeView::restyle()
{
    m_image = {};
    m_lines.clear();
    placeButton();
    if (!m_landscape)
        return;
    m_least = INFINITY;
    m_most = -INFINITY;
    for (const float loss : m_landscape->loss)
        if (std::isfinite(loss)) {
            m_least = std::min(m_least, double(loss));
            m_most = std::max(m_most, double(loss));
        }
    if (!(m_most > m_least)) {
        m_least = std::isfinite(m_least) ? m_least : 0;
        m_most = m_least + 1;
    }
    const int n = m_landscape->plane.resolution;
    const auto at = [&](int row, int column) { return height(double(m_landscape->loss[size_t(row * n + column)])); };
    constexpr int fine = 8;
    const int side = (n - 1) * fine + 1;
    m_image = QImage(side, side, QImage::Format_RGB32);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const int r = std::min(y / fine, n - 2), c = std::min(x / fine, n - 2);
            const double fy = double(y) / fine - r, fx = double(x) / fine - c;
            m_image.setPixel(x, y, color((1 - fy) * ((1 - fx) * at(r, c) + fx * at(r, c + 1)) + fy * ((1 - fx) * at(r + 1, c) + fx * at(r + 1, c + 1))));
        }
    for (int k = 1; k < contours; ++k)
        m_lines += contour(n, n, double(k) / contours, at);
}

double LandscapeView::part(double loss) const { return std::isfinite(loss) ? std::clamp((loss - m_least) / (m_most - m_least), 0.0, 1.0) : 1; }
double LandscapeView::height(double loss) const { return std::log1p(bend * part(loss)) / std::log1p(bend); }

double LandscapeView::lossOf(double height) const { return m_least + (m_most - m_least) * std::expm1(height * std::log1p(bend)) / bend; }

/// Valleys in the colour of the ground, heights in ink.
QRgb LandscapeView::color(double height) const { return theme()->signedColor(0.75 * (2 * std::clamp(height, 0.0, 1.0) - 1)); }

double LandscapeView::lossAt(const QPointF &at) const
{
    if (!m_landscape)
        return NAN;
    const Plane &plane = m_landscape->plane;
    const int n = plane.resolution;
    const double x = std::clamp((at.x() - double(plane.left)) / double(plane.right - plane.left) * (n - 1), 0.0, n - 1.0);
    const double y = std::clamp((double(plane.top) - at.y()) / double(plane.top - plane.bottom) * (n - 1), 0.0, n - 1.0);
    const int c = std::min(int(x), n - 2), r = std::min(int(y), n - 2);
    const auto loss = [&](int row, int column) { return double(m_landscape->loss[size_t(row * n + column)]); };
    const double fx = x - c, fy = y - r;
    return (1 - fy) * ((1 - fx) * loss(r, c) + fx * loss(r, c + 1)) + fy * ((1 - fx) * loss(r + 1, c) + fx * loss(r + 1, c + 1));
}

void LandscapeView::retranslate()
{
    m_kinds->setTexts({tr("Random directions"), tr("The way walked")});
    m_kinds->setTip(0, tr("Two random directions, each filter as long as the filter it moves"));
    m_kinds->setTip(1, tr("The two directions in which the training has moved most since this view was opened"));
    m_looks->setTexts({tr("Map"), tr("Relief")});
    m_looks->setTip(0, tr("Seen from above, with lines of equal loss"));
    m_looks->setTip(1, tr("Seen at a slant; drag to turn it"));
    m_other->setText(tr("Others"));
    m_other->setToolTip(tr("Two other random directions"));
    showControls();
}

void LandscapeView::showControls()
{
    const bool possible = model() && data() && !model()->objectives.empty() && data()->trainCount > 0;
    m_button->setText(isComputing() ? tr("Cancel") : tr("Compute the landscape"));
    m_button->setVisible(possible && !m_landscape);
    m_looks->setVisible(m_landscape != nullptr);
    m_other->setVisible(m_landscape && m_question.directions == LandscapeQuestion::Directions::Random);
    if (isComputing())
        m_tick.start();
    else
        m_tick.stop();
    placeButton();
    showReading();
    update();
}

void LandscapeView::placeButton()
{
    const QRectF area = body();
    const QSize size = m_button->sizeHint().boundedTo(area.size().toSize());
    m_button->setGeometry(QRect(QPoint(int(area.center().x()) - size.width() / 2, int(area.center().y()) + theme()->space(3)), size));
}

void LandscapeView::resizeEvent(QResizeEvent *event)
{
    PaintedView::resizeEvent(event);
    placeButton();
}

void LandscapeView::showReading()
{
    QString text;
    if (m_landscape) {
        text = tr("here: loss %1 on %n training sample(s)", nullptr, int(m_landscape->samples)).arg(number(m_landscape->here));
        if (m_question.directions == LandscapeQuestion::Directions::Walked)
            text += QStringLiteral(" · ") + tr("%1 % of the way lies in this plane").arg(QString::number(100 * m_landscape->share, 'f', 0));
    }
    header()->setReading(text);
    setAccessibleDescription(m_cursor ? tr("loss %1").arg(number(lossAt(*m_cursor))) : text);
}

QString LandscapeView::missing() const
{
    if (!model() || !data() || model()->objectives.empty() || data()->trainCount == 0)
        return tr("This asks for a network with a loss and samples to train on.");
    if (m_failed && m_question.directions == LandscapeQuestion::Directions::Walked)
        return tr("There is no way yet: train some steps while this view is open.");
    if (isComputing())
        return tr("%1 % done").arg(m_question.progress->load());
    return tr("The loss at 25 × 25 places around the weights of now.");
}

PlaneAxes LandscapeView::axes(const QRectF &area) const
{
    const QMarginsF room = PlaneAxes::margins(*theme());
    const Plane &plane = m_landscape->plane;
    QRectF pixels = area.adjusted(room.left() + theme()->space(2), theme()->space(2), -theme()->space(20), -room.bottom());
    pixels.setSize({std::max(1.0, pixels.width()), std::max(1.0, pixels.height())});
    return {QRectF(double(plane.left), double(plane.bottom), double(plane.right - plane.left), double(plane.top - plane.bottom)), pixels};
}

void LandscapeView::paint(QPainter &painter, const QRectF &area, bool live) const
{
    if (!m_landscape || m_image.isNull()) {
        const double line = QFontMetricsF(theme()->font(Type::Text)).height();
        paintMessage(painter, QRectF(area.left(), area.top(), area.width(), area.height() / 2 + line / 2), missing());
        if (live && isComputing())
            paintProgress(painter, area);
        return;
    }
    const PlaneAxes axes = this->axes(area);
    if (m_relief) {
        QColor line = theme()->color(Ink::Text);
        line.setAlphaF(0.18f);
        relief(area).paint(painter, [this](double rise) {
            return QColor(color(height(m_least + (m_most - m_least) * std::expm1(rise * std::log1p(reliefBend)) / reliefBend)));
        }, line);
    } else {
        paintMap(painter, axes);
        axes.paint(painter, *theme(), false);
        const bool walked = m_question.directions == LandscapeQuestion::Directions::Walked;
        painter.setFont(theme()->font(Type::Caption));
        painter.setPen(theme()->color(Ink::Text));
        const double line = QFontMetricsF(painter.font()).height();
        painter.drawText(QRectF(axes.pixels().left(), axes.pixels().bottom() + theme()->space(1) + line, axes.pixels().width(), line), Qt::AlignHCenter,
                         walked ? tr("first axis of the way; upwards, the second") : tr("one random direction; upwards, another"));
    }
    paintWalk(painter, area);
    paintScale(painter, QRectF(axes.pixels().right() + theme()->space(3), axes.pixels().top(), theme()->space(3), axes.pixels().height()));
    if (!live || !m_cursor)
        return;
    const QPointF at = placeOf(area, *m_cursor);
    painter.setPen(QPen(theme()->color(Ink::Text), 1));
    painter.drawLine(at - QPointF(6, 0), at + QPointF(6, 0));
    painter.drawLine(at - QPointF(0, 6), at + QPointF(0, 6));
    ReadingCard card;
    card.lines.append({tr("loss %1").arg(number(lossAt(*m_cursor))), theme()->color(Ink::Text)});
    card.paint(painter, *theme(), at + QPointF(10, 0), area);
}

Relief LandscapeView::relief(const QRectF &area) const
{
    const int n = m_landscape->plane.resolution;
    const double margin = theme()->space(3);
    return {n, [this, n](int row, int column) { return std::log1p(reliefBend * part(double(m_landscape->loss[size_t(row * n + column)]))) / std::log1p(reliefBend); }, m_turn,
            area.adjusted(margin, margin, -theme()->space(20), -margin)};
}

QPointF LandscapeView::toGrid(const QPointF &at) const
{
    const Plane &plane = m_landscape->plane;
    const double last = plane.resolution - 1;
    return {(at.x() - double(plane.left)) / double(plane.right - plane.left) * last, (double(plane.top) - at.y()) / double(plane.top - plane.bottom) * last};
}

QPointF LandscapeView::placeOf(const QRectF &area, const QPointF &units) const
{
    if (!m_relief)
        return axes(area).toPixels(units);
    const QPointF at = toGrid(units);
    const double last = m_landscape->plane.resolution - 1;
    return relief(area).onGround(std::clamp(at.x(), 0.0, last), std::clamp(at.y(), 0.0, last));
}

void LandscapeView::paintProgress(QPainter &painter, const QRectF &area) const
{
    const QRectF bar(area.center().x() - theme()->space(20), area.center().y() - theme()->space(1) / 2.0, theme()->space(40), theme()->space(1));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme()->color(Ink::Line));
    painter.drawRoundedRect(bar, 2, 2);
    painter.setBrush(theme()->color(Ink::Accent));
    painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(bar.width() * m_question.progress->load() / 100, bar.height())), 2, 2);
}

void LandscapeView::paintMap(QPainter &painter, const PlaneAxes &axes) const
{
    const QRectF &pixels = axes.pixels();
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(pixels, m_image);
    painter.setClipRect(pixels);
    QColor ink = theme()->color(Ink::Text);
    ink.setAlphaF(0.35f);
    painter.setPen(QPen(ink, 1));
    const double last = m_landscape->plane.resolution - 1;
    const auto place = [&](const QPointF &at) { return pixels.topLeft() + QPointF(at.x() / last * pixels.width(), at.y() / last * pixels.height()); };
    for (const QLineF &piece : m_lines)
        painter.drawLine(place(piece.p1()), place(piece.p2()));
    painter.restore();
}

void LandscapeView::paintWalk(QPainter &painter, const QRectF &area) const
{
    if (m_way.isEmpty())
        return;
    painter.save();
    if (!m_relief)
        painter.setClipRect(axes(area).pixels());
    QPolygonF way;
    for (const QPointF &at : m_way)
        if (!m_relief || axes(area).units().contains(at))
            way.append(placeOf(area, at));
    if (way.isEmpty())
        return painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme()->color(Ink::Surface), 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(way);
    painter.setPen(QPen(theme()->color(Ink::Text), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(way);
    painter.setPen(QPen(theme()->color(Ink::Surface), 1));
    painter.setBrush(theme()->color(Ink::Text));
    for (const QPointF &at : way)
        painter.drawEllipse(at, 2.5, 2.5);
    painter.setPen(QPen(theme()->color(Ink::Surface), 2));
    painter.setBrush(theme()->color(Ink::Accent));
    painter.drawEllipse(way.last(), 6, 6);
    painter.restore();
}

void LandscapeView::paintScale(QPainter &painter, const QRectF &area) const
{
    for (int y = 0; y < int(area.height()); ++y)
        painter.fillRect(QRectF(area.left(), area.top() + y, area.width(), 1.5), QColor(color(1 - y / area.height())));
    painter.setFont(theme()->font(Type::Caption));
    const double line = QFontMetricsF(painter.font()).height();
    const int steps = std::clamp(int(area.height() / (2.5 * line)), 1, 6);
    painter.setPen(theme()->color(Ink::Muted));
    for (int k = 0; k <= steps; ++k) {
        const double y = std::clamp(area.bottom() - area.height() * k / steps, area.top() + line / 2, area.bottom() - line / 2);
        painter.drawText(QRectF(area.right() + 4, y - line / 2, theme()->space(14), line), Qt::AlignLeft | Qt::AlignVCenter, number(lossOf(double(k) / steps)));
    }
}

void LandscapeView::moveCursor(const std::optional<QPointF> &units)
{
    if (units == m_cursor)
        return;
    m_cursor = units;
    showReading();
    update();
}

void LandscapeView::mousePressEvent(QMouseEvent *event) { m_dragged = event->position().x(); }

void LandscapeView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_landscape)
        return;
    const Plane &plane = m_landscape->plane;
    if (m_relief && event->buttons().testFlag(Qt::LeftButton)) {
        turn(-(event->position().x() - std::exchange(m_dragged, event->position().x())) / 150);
    } else if (m_relief) {
        const QPointF at = relief(body()).nearest(event->position()) / (plane.resolution - 1);
        moveCursor(QPointF(double(plane.left) + at.x() * double(plane.right - plane.left), double(plane.top) - at.y() * double(plane.top - plane.bottom)));
    } else {
        const PlaneAxes axes = this->axes(body());
        moveCursor(axes.pixels().contains(event->position()) ? std::optional(axes.toUnits(event->position())) : std::nullopt);
    }
}

void LandscapeView::leaveEvent(QEvent *) { moveCursor(std::nullopt); }

void LandscapeView::keyPressEvent(QKeyEvent *event)
{
    const int right = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const int up = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    if (!m_landscape || (!right && !up))
        return PaintedView::keyPressEvent(event);
    if (m_relief && right && event->modifiers().testFlag(Qt::ShiftModifier))
        return turn(0.1 * right);
    const Plane &plane = m_landscape->plane;
    const QPointF from = m_cursor.value_or(QPointF());
    const QPointF to = m_cursor ? from + QPointF(right * double(plane.right - plane.left) / 48, up * double(plane.top - plane.bottom) / 48) : from;
    moveCursor(QPointF(std::clamp(to.x(), double(plane.left), double(plane.right)), std::clamp(to.y(), double(plane.bottom), double(plane.top))));
}

QJsonObject LandscapeView::choices() const
{
    return {{QStringLiteral("directions"), int(m_question.directions)}, {QStringLiteral("seed"), qint64(m_question.seed)}, {QStringLiteral("computed"), m_asked}, {QStringLiteral("relief"), m_relief}, {QStringLiteral("turn"), m_turn}};
}

void LandscapeView::setChoices(const QJsonObject &choices)
{
    m_question.seed = uint64_t(std::max(1, choices[QStringLiteral("seed")].toInt(1)));
    setDirections(choices[QStringLiteral("directions")].toInt() == 1 ? LandscapeQuestion::Directions::Walked : LandscapeQuestion::Directions::Random);
    setRelief(choices[QStringLiteral("relief")].toBool());
    m_turn = choices[QStringLiteral("turn")].toDouble(0.6);
    const bool computed = choices[QStringLiteral("computed")].toBool();
    if (computed && !m_asked)
        compute();
    else if (!computed && m_asked)
        cancel();
}

QString LandscapeView::csv() const
{
    QString text = QStringLiteral("part,x,y,loss\n");
    const int64_t n = m_landscape ? m_landscape->plane.resolution : 0;
    for (int64_t i = 0; i < n * n; ++i) {
        const Plane &plane = m_landscape->plane;
        const float last = float(n - 1);
        text += QStringLiteral("plane,%1,%2,%3\n").arg(double(plane.left + (plane.right - plane.left) * float(i % n) / last)).arg(double(plane.top - (plane.top - plane.bottom) * float(i / n) / last)).arg(double(m_landscape->loss[size_t(i)]));
    }
    for (const QPointF &at : m_way)
        text += QStringLiteral("way,%1,%2,\n").arg(at.x()).arg(at.y());
    return text;
}

Figure LandscapeView::figure() const
{
    return figureOf(tr("Loss landscape"), tr("Loss landscape"), [this] { return csv(); });
}

} // namespace zhibei
