#include "widgets/views/gallery_view.h"

#include "widgets/views/painted_view.h"
#include "widgets/views/view_header.h"

#include <QComboBox>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhibei {

namespace {
constexpr int firstClass = 2; ///< index of the first class in the box of filters
}

GalleryView::GalleryView(Theme *theme, QWidget *parent) : View(theme, parent), m_header(new ViewHeader(theme)), m_grid(new SampleGrid(theme))
{
    m_order = m_header->addBox([this](int) { sort(); });
    m_filter = m_header->addBox([this](int) { sort(); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_grid, 1);
    connect(m_grid, &SampleGrid::chosen, this, &View::sampleChosen);
    connect(m_grid, &SampleGrid::readingChanged, this, &GalleryView::showReading);
    setFocusProxy(m_grid);
    retranslate();
}

std::vector<std::shared_ptr<const Probe>> GalleryView::probes() const { return {std::make_shared<JudgementProbe>(m_probe)}; }

QSize GalleryView::sizeHint() const { return {theme()->space(110), theme()->space(70)}; }

void GalleryView::onData()
{
    m_judgement.reset();
    m_grid->setData(data());
    retranslate();
    sort();
}

void GalleryView::onSample() { m_grid->setChosen(sample()); }

void GalleryView::onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer)
{
    if (key.toStdString() != m_probe.key())
        return;
    m_judgement = std::dynamic_pointer_cast<const Judgement>(answer);
    sort();
}

void GalleryView::retranslate()
{
    ViewHeader::fill(m_order, {tr("Worst first"), tr("Best first"), tr("In their order")});
    QStringList filters{tr("All"), tr("Wrong ones")};
    for (size_t c = 0; data() && c < data()->classNames.size(); ++c)
        filters.append(tr("Class %1").arg(m_grid->painter().className(int(c))));
    ViewHeader::fill(m_filter, filters);
    m_order->setAccessibleName(tr("Order"));
    m_filter->setAccessibleName(tr("Which samples"));
    m_grid->setAccessibleName(tr("Samples"));
    showReading({});
}

void GalleryView::setOrder(Order order)
{
    m_order->setCurrentIndex(int(order));
    sort();
}

void GalleryView::setFilter(int filter)
{
    m_filter->setCurrentIndex(filter + firstClass);
    sort();
}

void GalleryView::sort()
{
    std::vector<int64_t> order;
    const int filter = m_filter->currentIndex() - firstClass;
    m_filter->setVisible(!m_judgement || m_judgement->classes > 0);
    for (int64_t i = 0; m_judgement && i < m_judgement->count(); ++i)
        if (m_judgement->classes == 0 || filter < -1 || (filter == -1 ? isWrong(*m_judgement, i) : m_judgement->truth[size_t(i)] == filter))
            order.push_back(i);
    // What is no number is the worst there is.
    const auto loss = [&](int64_t i) {
        const float value = m_judgement->loss[size_t(i)];
        return std::isnan(value) ? INFINITY : value;
    };
    if (m_order->currentIndex() == int(Order::WorstFirst))
        std::stable_sort(order.begin(), order.end(), [&](int64_t a, int64_t b) { return loss(a) > loss(b); });
    else if (m_order->currentIndex() == int(Order::BestFirst))
        std::stable_sort(order.begin(), order.end(), [&](int64_t a, int64_t b) { return loss(a) < loss(b); });
    m_grid->setSamples(m_judgement, std::move(order));
    m_grid->setChosen(sample());
    showReading({});
    update();
}

std::vector<qint64> GalleryView::samples() const
{
    std::vector<qint64> samples;
    for (const int64_t i : m_grid->order())
        samples.push_back(m_judgement->first + i);
    return samples;
}

QString GalleryView::missing() const
{
    if (!m_judgement)
        return tr("This asks for a network with a loss that judges each sample as a whole.");
    if (m_grid->order().empty())
        return m_filter->currentIndex() == firstClass - 1 ? tr("Nothing is wrong here.") : tr("There is no such sample.");
    return {};
}

void GalleryView::showReading(const QString &ofSample)
{
    QString text = ofSample;
    if (text.isEmpty() && m_judgement && m_judgement->classes > 0) {
        const auto wrong = std::count_if(m_grid->order().begin(), m_grid->order().end(), [&](int64_t i) { return isWrong(*m_judgement, i); });
        text = tr("%n sample(s), %1 wrong", nullptr, int(m_grid->order().size())).arg(wrong);
    } else if (text.isEmpty() && m_judgement) {
        text = tr("%n sample(s)", nullptr, int(m_grid->order().size()));
    }
    m_header->setReading(text);
    setAccessibleDescription(text);
}

QString GalleryView::reading() const { return m_header->reading(); }

void GalleryView::paintEvent(QPaintEvent *)
{
    const QString text = missing();
    if (text.isEmpty())
        return;
    QPainter painter(this);
    painter.setFont(theme()->font(Type::Text));
    painter.setPen(theme()->color(Ink::Muted));
    painter.drawText(m_grid->geometry(), Qt::AlignCenter | Qt::TextWordWrap, text);
}

QJsonObject GalleryView::choices() const
{
    return {{QStringLiteral("order"), m_order->currentIndex()}, {QStringLiteral("filter"), m_filter->currentIndex()}};
}

void GalleryView::setChoices(const QJsonObject &choices)
{
    m_order->setCurrentIndex(std::clamp(choices[QStringLiteral("order")].toInt(), 0, m_order->count() - 1));
    m_filter->setCurrentIndex(std::clamp(choices[QStringLiteral("filter")].toInt(), 0, m_filter->count() - 1));
    sort();
}

QString GalleryView::csv() const
{
    QString text = QStringLiteral("sample,truth,verdict,loss\n");
    for (const int64_t i : m_grid->order())
        text += QStringLiteral("%1,%2,%3,%4\n").arg(QString::number(m_judgement->first + i), PaintedView::csvField(m_grid->painter().truth(*m_judgement, i)),
                                                    PaintedView::csvField(m_grid->painter().verdict(*m_judgement, i)), QString::number(double(m_judgement->loss[size_t(i)])));
    return text;
}

Figure GalleryView::figure() const
{
    return {tr("Gallery"), size(), [this](QPaintDevice &device, const QSize &size) {
                QPainter painter(&device);
                painter.setRenderHint(QPainter::Antialiasing);
                painter.fillRect(QRect(QPoint(), size), theme()->color(Ink::Surface));
                painter.setFont(theme()->font(Type::Caption));
                painter.setPen(theme()->color(Ink::Muted));
                const QString text = missing();
                const double margin = theme()->space(2), line = QFontMetricsF(painter.font()).height();
                painter.drawText(QRectF(margin, margin / 2, size.width() - 2 * margin, line), Qt::AlignLeft | Qt::AlignVCenter,
                                 text.isEmpty() ? m_order->currentText() + QStringLiteral("   ") + reading() : text);
                m_grid->paintFirst(painter, QRectF(0, line + margin, size.width(), size.height() - line - margin));
            }, [this] { return csv(); }};
}

} // namespace zhibei
