#include "widgets/stage/surface_view.h"

#include "widgets/plots/export_button.h"
#include "widgets/plots/text_button.h"
#include "widgets/stage/surface_canvas.h"
#include "widgets/theme/core_text.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace zhibei {

namespace {

QIcon discIcon(const Theme &theme, const QColor &color, int size, qreal ratio)
{
    QPixmap pixmap((QSizeF(size, size) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Ink::Surface), 1));
    painter.setBrush(color);
    painter.drawEllipse(QRectF(1, 1, size - 2, size - 2));
    return QIcon(pixmap);
}

} // namespace

SurfaceView::SurfaceView(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    build();
    connect(theme, &Theme::changed, this, &SurfaceView::restyle);
    restyle();
    retranslate();
    showControls();
}

void SurfaceView::build()
{
    m_canvas = new SurfaceCanvas(m_theme);
    m_tools = new QHBoxLayout;
    m_toolGroup = new QButtonGroup(this);
    m_move = addTool(PointTool::Move, 0);
    m_erase = addTool(PointTool::Erase, 0);
    m_move->setChecked(true);
    m_test = new TextButton(m_theme, TextButton::Style::Switch);
    m_test->setChecked(true);
    m_discretise = new TextButton(m_theme, TextButton::Style::Switch);
    m_residuals = new TextButton(m_theme, TextButton::Style::Switch);
    m_export = new ExportButton(m_theme, [this] { return figure(); });
    m_tools->addStretch(1);
    m_tools->addWidget(m_export);
    auto *switches = new QHBoxLayout;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_test, m_discretise, m_residuals})
        switches->addWidget(widget);
    switches->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_tools);
    column->addWidget(m_canvas, 1);
    column->addLayout(switches);

    connect(m_test, &QAbstractButton::toggled, m_canvas, &SurfaceCanvas::setShowTest);
    connect(m_discretise, &QAbstractButton::toggled, m_canvas, &SurfaceCanvas::setDiscretise);
    connect(m_residuals, &QAbstractButton::toggled, m_canvas, &SurfaceCanvas::setShowResiduals);
    connect(m_canvas, &SurfaceCanvas::pointsEdited, this, &SurfaceView::pointsEdited);
}

QToolButton *SurfaceView::addTool(PointTool tool, int label)
{
    auto *button = new QToolButton;
    button->setCheckable(true);
    button->setAutoRaise(true);
    m_toolGroup->addButton(button);
    // The classes stand between Move and Erase.
    m_tools->insertWidget(tool == PointTool::Move ? 0 : 1 + label, button);
    connect(button, &QToolButton::toggled, this, [this, tool, label](bool on) {
        if (on)
            m_canvas->setTool(tool, label);
    });
    return button;
}

void SurfaceView::buildClassTools(int classes)
{
    if (m_classTools.size() == classes)
        return;
    m_move->setChecked(true);
    qDeleteAll(m_classTools);
    m_classTools.clear();
    for (int k = 0; k < classes; ++k)
        m_classTools.append(addTool(PointTool::Paint, k));
    restyle();
}

void SurfaceView::setTool(PointTool tool, int label)
{
    QToolButton *button = tool == PointTool::Move ? m_move : tool == PointTool::Erase ? m_erase : m_classTools.value(label);
    if (button)
        button->setChecked(true);
}

void SurfaceView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SurfaceView::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_move, tr("Move points"));
    name(m_erase, tr("Erase points"));
    for (qsizetype k = 0; k < m_classTools.size(); ++k) {
        const bool named = m_data && static_cast<size_t>(k) < m_data->classNames.size();
        name(m_classTools[k], named ? tr("Paint points of class %1").arg(coreText(m_data->classNames[static_cast<size_t>(k)]))
                                    : tr("Paint points"));
    }
    m_test->setText(tr("test data"));
    m_test->setToolTip(tr("Show the samples kept for testing, as rings"));
    m_discretise->setText(tr("decisions"));
    m_discretise->setToolTip(tr("Only what it decides, not how sure it is"));
    m_residuals->setText(tr("errors"));
    m_residuals->setToolTip(tr("Show the distance from each point to the curve"));
    for (TextButton *button : {m_test, m_discretise, m_residuals})
        button->updateGeometry();
    m_canvas->retranslate();
}

void SurfaceView::restyle()
{
    m_tools->setSpacing(m_theme->space(1));
    const int size = m_theme->space(4);
    m_move->setIcon(m_theme->icon(QStringLiteral("move"), Ink::Muted));
    m_erase->setIcon(m_theme->icon(QStringLiteral("eraser"), Ink::Muted));
    for (qsizetype k = 0; k < m_classTools.size(); ++k) {
        const bool curve = m_data && m_data->curve;
        const QColor color = curve ? m_theme->color(Ink::Negative)
                                   : m_theme->classColor(static_cast<int>(k), static_cast<int>(m_classTools.size()));
        m_classTools[k]->setIcon(discIcon(*m_theme, color, size, devicePixelRatioF()));
    }
    for (QAbstractButton *button : m_toolGroup->buttons())
        button->setIconSize(QSize(size, size));
}

void SurfaceView::setData(std::shared_ptr<const Dataset> data, const DataSpec &spec)
{
    const Plane before = plane();
    m_data = data;
    m_canvas->setData(std::move(data), spec);
    const bool editable = m_canvas->editable();
    buildClassTools(!editable ? 0 : m_data->curve ? 1 : static_cast<int>(m_data->classNames.size()));
    showControls();
    restyle();
    retranslate();
    if (!(plane() == before))
        emit planeChanged();
}

void SurfaceView::showControls()
{
    const bool editable = m_canvas->editable(), curve = m_canvas->isCurve();
    m_move->setVisible(editable);
    m_erase->setVisible(editable);
    m_test->setVisible(m_data && m_data->testCount() > 0);
    m_discretise->setVisible(m_data && !curve && m_data->planar);
    m_residuals->setVisible(curve);
}

void SurfaceView::setObservation(std::shared_ptr<const Observation> observation)
{
    m_canvas->setObservation(std::move(observation));
}

Plane SurfaceView::plane() const
{
    const QRectF &units = m_canvas->units();
    Plane plane;
    plane.left = static_cast<float>(units.left());
    plane.right = static_cast<float>(units.right());
    plane.bottom = static_cast<float>(units.top());
    plane.top = static_cast<float>(units.bottom());
    plane.resolution = m_canvas->isCurve() ? 256 : 48;
    return plane;
}

DataSpec SurfaceView::painted(const DataSpec &spec, const Dataset &data, std::vector<PaintedPoint> points)
{
    DataSpec out = spec;
    out.points = std::move(points);
    const DataSource *source = findDataSource(spec.source);
    if (source && source->paintable)
        return out;
    out.source = data.curve ? "curve_points" : "points";
    out.options.clear();
    if (!data.curve)
        out.options["classes"] = static_cast<int64_t>(data.classNames.size());
    return out;
}

Figure SurfaceView::figure() const
{
    const SurfaceCanvas *canvas = m_canvas;
    return {canvas->isCurve() ? tr("Fitted curve") : tr("Decision surface"), canvas->size(),
            [canvas](QPaintDevice &device, const QSize &size) {
                QPainter painter(&device);
                canvas->paintFigure(painter, size);
            },
            [canvas] { return canvas->csv(); }};
}

bool SurfaceView::exportTo(const QString &path, QString *error) const
{
    return FigureExport::write(figure(), path, error);
}

} // namespace zhibei
