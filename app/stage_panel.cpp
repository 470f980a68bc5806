#include "app/stage_panel.h"

#include "app/sample_panel.h"
#include "app/session.h"
#include "widgets/help/help_page.h"
#include "widgets/stage/draw_pad.h"
#include "widgets/stage/surface_view.h"
#include "widgets/theme/core_text.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace zhibei {

StagePanel::StagePanel(Theme *theme, Session *session, QWidget *parent)
    : QStackedWidget(parent), m_theme(theme), m_session(session), m_pad(new DrawPad(theme)),
      m_surface(new SurfaceView(theme)), m_table(new SamplePanel(theme))
{
    setProperty("role", "panel");
    setAttribute(Qt::WA_StyledBackground);
    for (QWidget *content : {static_cast<QWidget *>(m_pad), static_cast<QWidget *>(m_surface), static_cast<QWidget *>(m_table)})
        addWidget(page(content));
    setHelpPage(m_pad, QStringLiteral("window/draw_pad"));
    setHelpPage(m_table, QStringLiteral("window/draw_pad"));
    setHelpPage(m_surface, QStringLiteral("window/surface"));
    connect(theme, &Theme::changed, this, &StagePanel::restyle);
    Document *document = session->document();
    connect(document, &Document::opened, this, &StagePanel::onDataChanged);
    connect(document, &Document::dataChanged, this, &StagePanel::onDataChanged);
    connect(m_pad, &DrawPad::drawn, session, &Session::setDrawn);
    connect(m_pad, &DrawPad::sampleChosen, session, &Session::setSample);
    connect(m_table, &SamplePanel::sampleChosen, session, &Session::setSample);
    connect(session, &Session::sampleChanged, this, [this] {
        m_pad->setSample(m_session->request().sample);
        m_table->setSample(m_session->request().sample);
    });
    connect(m_session->document(), &Document::opened, this, &StagePanel::forgetAnswers);
    connect(m_surface, &SurfaceView::planeChanged, this, [this] { m_session->setPlane(m_surface->plane()); });
    connect(m_surface, &SurfaceView::pointsEdited, this, &StagePanel::onPoints);
    restyle();
    onDataChanged();
}

QWidget *StagePanel::page(QWidget *content)
{
    auto *page = new QWidget;
    page->setProperty("role", "panel");
    auto *column = new QVBoxLayout(page);
    column->addWidget(content, 1);
    // The surface takes all the room there is; the others keep together at the top.
    if (content != m_surface)
        content->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addStretch(0);
    m_pages.push_back(page);
    // Large text on a small screen scrolls; it is never cut off.
    auto *scroll = new QScrollArea(this);
    scroll->setProperty("role", "panel");
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    return scroll;
}

int StagePanel::heightFor(int width) const
{
    return currentWidget() && currentIndex() == 1 ? width + m_theme->space(12) : m_theme->space(72);
}

QSize StagePanel::sizeHint() const { return {m_theme->space(92), m_theme->space(72)}; }

void StagePanel::onDataChanged()
{
    const Document *document = m_session->document();
    m_data = document->dataset();
    if (!m_data)
        return;
    const bool draws = DrawPad::applies(*m_data), spans = SurfaceView::applies(*m_data);
    m_pad->setData(draws ? m_data : nullptr);
    m_surface->setData(spans ? m_data : nullptr, document->project().data);
    m_table->setData(m_data);
    if (const int page = draws ? 0 : spans ? 1 : 2; page != currentIndex()) {
        setCurrentIndex(page);
        emit pageChanged();
    }
    if (spans)
        m_session->setPlane(m_surface->plane());
    else if (m_data->testCount() > 0)
        m_session->setSample(m_data->trainCount);
}

void StagePanel::onPoints(const std::vector<PaintedPoint> &points, const QString &mergeKey)
{
    if (!m_data)
        return;
    const auto data = m_data;
    m_session->document()->edit(QT_TRANSLATE_NOOP("Undo", "Change points"), [&](Project &project) {
        project.data = SurfaceView::painted(project.data, *data, points);
    }, mergeKey);
}

void StagePanel::setObservation(const std::shared_ptr<const Observation> &observation)
{
    if (!observation || !observation->snapshot || !observation->snapshot->model || !m_data
        || observation->snapshot->model->data != m_data->type())
        return;
    if (currentIndex() == 0) {
        m_pad->setPrediction(observation->prediction, classNames());
        m_pad->setSilence(silence(*observation));
    } else if (currentIndex() == 1) {
        m_surface->setObservation(observation);
    } else {
        m_table->setPrediction(observation->prediction);
    }
}

void StagePanel::forgetAnswers()
{
    m_pad->setPrediction({}, {});
    m_pad->setSilence({});
    m_surface->setObservation(nullptr);
    m_table->setPrediction({});
}

QString StagePanel::silence(const Observation &observation) const
{
    const Network &network = observation.snapshot->model->network;
    const bool takesPictures = std::any_of(network.wires.begin(), network.wires.end(), [&](const Wire &wire) {
        const Node *source = network.find(wire.from.node);
        return source && source->kind == "input" && wire.from.port == 0;
    });
    if (!takesPictures)
        return tr("No layer takes the pictures in, so the network does not see what you draw. Drag a wire from the data to a layer.");
    if (!observation.prediction.empty())
        return {};
    return tr("What the network makes of the picture shows on the cards. It names no class, since no loss teaches it the classes: for that, let a cross-entropy judge a layer of %n neurons.",
              nullptr, static_cast<int>(m_data->classNames.size()));
}

QStringList StagePanel::classNames() const
{
    QStringList names;
    for (const std::string &name : m_data->classNames)
        names += coreText(name);
    return names;
}

void StagePanel::restyle()
{
    const int side = m_theme->space(3);
    for (QWidget *page : m_pages)
        page->layout()->setContentsMargins(side, m_theme->space(1), side, m_theme->space(3));
    updateGeometry();
}

} // namespace zhibei
