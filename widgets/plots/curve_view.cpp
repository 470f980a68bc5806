#include "widgets/plots/curve_view.h"

#include "widgets/plots/export_button.h"
#include "widgets/plots/stat_strip.h"
#include "widgets/plots/text_button.h"
#include "widgets/plots/timeline.h"
#include "widgets/theme/core_text.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

#include <cmath>

namespace zhibei {

namespace {

constexpr int redrawMs = 30;
constexpr int numbersMs = 100;
constexpr Measure measures[] = {Measure::Loss, Measure::Accuracy, Measure::R2};

std::optional<double> newest(const QList<QPointF> &points)
{
    return points.isEmpty() ? std::nullopt : std::optional(points.back().y());
}

} // namespace

CurveView::CurveView(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    build();
    m_redraw.setSingleShot(true);
    connect(&m_redraw, &QTimer::timeout, this, &CurveView::readHistory);
    connect(theme, &Theme::changed, this, &CurveView::restyle);
    restyle();
    showMeasures();
    retranslate();
}

void CurveView::build()
{
    auto *header = new QHBoxLayout;
    auto *group = new QButtonGroup(this);
    for (size_t i = 0; i < 3; ++i) {
        m_tabs[i] = new TextButton(m_theme, TextButton::Style::Tab);
        group->addButton(m_tabs[i]);
        header->addWidget(m_tabs[i]);
        connect(m_tabs[i], &QAbstractButton::clicked, this, [this, i] { setMeasure(measures[i]); });
    }
    m_stats = new StatStrip(m_theme);
    m_rate = new StatStrip(m_theme);
    m_rate->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_smooth = new TextButton(m_theme, TextButton::Style::Switch);
    m_smooth->setChecked(true);
    m_logarithmic = new TextButton(m_theme, TextButton::Style::Switch);
    m_fit = new QToolButton;
    m_fit->setAutoRaise(true);
    m_export = new ExportButton(m_theme, [this] {
        readHistory();
        return figure();
    });
    header->addSpacing(m_theme->space(2));
    header->addWidget(m_stats, 1);
    header->addWidget(m_rate);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_smooth, m_logarithmic, m_fit, m_export})
        header->addWidget(widget);
    m_plot = new CurvePlot(m_theme);
    auto *column = new QVBoxLayout(this);
    column->addLayout(header);
    column->addWidget(m_plot, 1);
    m_timeline = new Timeline(m_theme);
    m_playRecording = new QToolButton(m_timeline);
    m_playRecording->setAutoRaise(true);
    column->addWidget(m_timeline);

    connect(m_timeline, &Timeline::pastWanted, this, &CurveView::pastWanted);
    connect(m_timeline, &Timeline::nowWanted, this, &CurveView::nowWanted);
    connect(m_playRecording, &QToolButton::clicked, this, &CurveView::playRecordingWanted);
    connect(m_plot, &QCustomPlot::afterReplot, this, &CurveView::alignTimeline);
    connect(m_smooth, &QAbstractButton::toggled, m_plot, &CurvePlot::setSmooth);
    connect(m_logarithmic, &QAbstractButton::toggled, m_plot, &CurvePlot::setLogarithmic);
    connect(m_fit, &QToolButton::clicked, m_plot, &CurvePlot::fit);
    connect(m_plot, &CurvePlot::followingChanged, m_fit, &QWidget::setDisabled);
    m_fit->setDisabled(true);
}

void CurveView::restyle()
{
    const int gap = m_theme->space(1);
    layout()->setContentsMargins(m_theme->space(3), m_theme->space(2), m_theme->space(3), gap);
    layout()->setSpacing(gap);
    layout()->itemAt(0)->layout()->setSpacing(gap);
    m_fit->setIcon(m_theme->icon(QStringLiteral("maximize"), Ink::Muted));
    m_fit->setIconSize(QSize(m_theme->space(4), m_theme->space(4)));
    m_playRecording->setIconSize(QSize(m_theme->space(4), m_theme->space(4)));
    m_timeline->setFixedHeight(m_theme->space(7));
    setRecordingPlays(m_recordingPlays);
    QPalette colors = palette();
    colors.setColor(QPalette::Window, m_theme->color(Ink::Surface));
    setPalette(colors);
    setAutoFillBackground(true);
}

void CurveView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CurveView::retranslate()
{
    m_tabs[0]->setText(tr("Loss"));
    m_tabs[1]->setText(tr("Accuracy"));
    m_tabs[2]->setText(tr("R²"));
    m_tabs[0]->setToolTip(tr("How wrong the network is: the smaller, the better"));
    m_tabs[1]->setToolTip(tr("The share of samples it classifies correctly"));
    m_tabs[2]->setToolTip(tr("The share of the variance it explains; 1 is perfect"));
    m_smooth->setText(tr("smooth"));
    m_smooth->setToolTip(tr("Draw the mean of the noisy training loss"));
    m_logarithmic->setText(tr("log"));
    m_logarithmic->setToolTip(tr("Logarithmic axis: small losses grow visible"));
    m_fit->setToolTip(tr("Show the whole run and follow it (double click)"));
    m_fit->setAccessibleName(m_fit->toolTip());
    setRecordingPlays(m_recordingPlays);
    m_timeline->retranslate();
    m_plot->retranslate();
    for (TextButton *button : {m_tabs[0], m_tabs[1], m_tabs[2], m_smooth, m_logarithmic})
        button->updateGeometry();
    showNumbers();
}

void CurveView::setHistory(const History *history)
{
    m_history = history;
    m_curves = {};
    m_redraw.stop();
    m_sinceRedraw.invalidate();
    if (!history) {
        showMeasures();
        showCurves();
    }
    refresh();
}

void CurveView::refresh()
{
    if (!m_history || !isVisible() || m_redraw.isActive())
        return;
    const qint64 elapsed = m_sinceRedraw.isValid() ? m_sinceRedraw.elapsed() : redrawMs;
    if (elapsed >= redrawMs)
        readHistory();
    else
        m_redraw.start(static_cast<int>(redrawMs - elapsed));
}

void CurveView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void CurveView::readHistory()
{
    if (!m_history)
        return;
    History::Curves curves = m_history->curves(m_curves.version);
    if (curves.version == m_curves.version)
        return;
    m_sinceRedraw.start();
    m_curves = std::move(curves);
    showMeasures();
    showCurves();
    showNewNumbers();
}

void CurveView::showMeasures()
{
    if (m_measure != Measure::Loss && !hasMeasure(m_curves, m_measure))
        m_measure = Measure::Loss;
    for (size_t i = 0; i < 3; ++i) {
        m_tabs[i]->setVisible(i == 0 || hasMeasure(m_curves, measures[i]));
        m_tabs[i]->setChecked(measures[i] == m_measure);
    }
    m_logarithmic->setVisible(m_measure == Measure::Loss);
    m_smooth->setVisible(m_measure == Measure::Loss);
}

void CurveView::showCurves()
{
    m_plot->setCurves(m_measure, curveSet(m_curves, m_measure));
}

void CurveView::setMeasure(Measure measure)
{
    if (m_measure == measure)
        return;
    m_measure = measure;
    showMeasures();
    m_plot->fit();
    showCurves();
    showNumbers();
}

void CurveView::setLogarithmic(bool logarithmic)
{
    m_logarithmic->setChecked(logarithmic);
}

void CurveView::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    if (m_snapshot == snapshot)
        return;
    m_snapshot = std::move(snapshot);
    showNewNumbers();
}

void CurveView::showNewNumbers()
{
    // Digits that change more often than this cannot be read.
    const bool playing = m_snapshot && m_snapshot->state == TrainerState::Playing;
    if (playing && m_sinceNumbers.isValid() && m_sinceNumbers.elapsed() < numbersMs)
        return;
    showNumbers();
}

void CurveView::showNumbers()
{
    m_sinceNumbers.start();
    const CurveSet &curves = m_plot->curves();
    std::optional<double> train = newest(curves.train), test = newest(curves.test);
    const std::optional<Evaluation> evaluation = m_snapshot ? m_snapshot->evaluation : std::nullopt;
    if (evaluation) {
        if (const auto value = measured(evaluation->test, m_measure))
            test = value;
        if (const auto value = measured(evaluation->train, m_measure); value && m_measure != Measure::Loss)
            train = value;
    }
    if (m_snapshot && m_snapshot->batchLoss && m_measure == Measure::Loss)
        train = m_snapshot->batchLoss;

    QList<StatStrip::Item> items;
    if (train || test)
        items = {{tr("train"), train ? measureText(m_measure, train) : QString(), Ink::Negative},
                 {tr("test"), test ? measureText(m_measure, test) : QString(), Ink::Positive}};
    const QString names[] = {tr("loss"), tr("accuracy"), tr("R²")};
    for (size_t i = 0; evaluation && i < 3; ++i)
        if (const auto value = measured(evaluation->test, measures[i]); value && measures[i] != m_measure)
            items.append({names[i], measureText(measures[i], value), {}});
    m_stats->setItems(items);

    const double rate = m_snapshot ? m_snapshot->samplesPerSecond : 0;
    m_rate->setItems(rate > 0 ? QList<StatStrip::Item>{{tr("%1 samples/s").arg(countText(std::llround(rate))), {}, {}}}
                              : QList<StatStrip::Item>{});
    shareHeader();
    const bool stuck = m_snapshot && m_snapshot->state == TrainerState::Empty && !m_snapshot->reason.empty();
    m_plot->setEmptyText(stuck ? coreText(m_snapshot->reason) : tr("Press play: the loss appears here"));
}

void CurveView::shareHeader()
{
    // Where there is no room for both, the speed gives way to what is learned.
    const int room = m_stats->width() + m_rate->width();
    const bool both = room >= m_stats->sizeHint().width() + m_rate->sizeHint().width();
    m_rate->setMaximumWidth(both ? QWIDGETSIZE_MAX : 0);
}

void CurveView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareHeader();
}

void CurveView::setRecorded(qint64 first, qint64 last, std::optional<qint64> past)
{
    if (past != m_timeline->past())
        m_plot->setPastStep(past ? std::optional(static_cast<double>(*past)) : std::nullopt);
    m_timeline->setRecorded(first, last, past);
    m_playRecording->setEnabled(last > first);
}

void CurveView::setRecordingPlays(bool plays)
{
    m_recordingPlays = plays;
    m_playRecording->setIcon(m_theme->icon(plays ? QStringLiteral("pause") : QStringLiteral("film"), plays ? Ink::Accent : Ink::Muted));
    m_playRecording->setToolTip(plays ? tr("Pause the recording") : tr("Play the run so far like a film"));
    m_playRecording->setAccessibleName(m_playRecording->toolTip());
}

void CurveView::alignTimeline()
{
    // While the curves show the whole run, a step stands below itself.
    const QRect plane = m_plot->axisRect()->rect();
    const QCPRange steps = m_plot->xAxis->range();
    m_timeline->setPlane(plane.left(), plane.right(), m_plot->isFollowing() ? std::optional(QPointF(steps.lower, steps.upper)) : std::nullopt);
    const QSize size = m_playRecording->sizeHint();
    m_playRecording->setGeometry(std::max(0, (plane.left() - size.width()) / 2 - m_theme->space(1)), (m_timeline->height() - size.height()) / 2,
                                 size.width(), size.height());
}

QStringList CurveView::numbers() const
{
    QStringList texts;
    for (const StatStrip *strip : {m_stats, m_rate})
        for (const StatStrip::Item &item : strip->items())
            texts.append((item.name + QLatin1Char(' ') + item.value).trimmed());
    return texts;
}

Figure CurveView::figure() const
{
    return {tr("Learning curves"), m_plot->size() + QSize(0, m_theme->space(8)),
            [this](QPaintDevice &device, const QSize &size) { paintFigure(device, size); },
            [this] { return curvesCsv(m_curves); }};
}

void CurveView::paintFigure(QPaintDevice &device, const QSize &size) const
{
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setAntialiasing(true);
    painter.fillRect(QRect(QPoint(), size), m_theme->color(Ink::Surface));
    const int header = m_theme->space(8), margin = m_theme->space(3);
    QList<StatStrip::Item> items = m_stats->items();
    for (size_t i = 0; i < 3; ++i)
        if (measures[i] == m_measure)
            items.prepend({{}, m_tabs[i]->text(), {}});
    StatStrip::paint(painter, *m_theme, {static_cast<double>(margin), header * 0.7}, items, size.width() - 2 * margin);
    painter.translate(0, header);
    m_plot->xAxis->setLabel(tr("step"));
    m_plot->toPainter(&painter, size.width(), size.height() - header);
    m_plot->xAxis->setLabel(QString());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

bool CurveView::exportTo(const QString &path, QString *error)
{
    readHistory();
    return FigureExport::write(figure(), path, error);
}

} // namespace zhibei
