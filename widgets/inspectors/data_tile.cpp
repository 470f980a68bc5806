#include "widgets/inspectors/data_tile.h"

#include "widgets/theme/core_text.h"

#include <QPainter>

#include <algorithm>

namespace zhibei {

DataTile::DataTile(Theme *theme, const DataSource &source, std::string resources, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_source(source), m_resources(std::move(resources))
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    makeSample();
    retranslate();
}

void DataTile::makeSample()
{
    const bool drawable = m_source.family == DataFamily::Plane || m_source.family == DataFamily::Curve;
    if (!drawable || m_source.paintable)
        return;
    DataSpec spec;
    spec.source = m_source.id;
    constexpr int64_t fewSamples = 90;
    if (const AttributeSpec *size = findAttribute(m_source.options, "size"))
        spec.options["size"] = std::clamp(fewSamples, static_cast<int64_t>(size->minimum), static_cast<int64_t>(size->maximum));
    try {
        m_sample = makeDataset(spec, m_resources);
    } catch (const DataError &) {
        m_sample.reset(); // the icon stands for it
    }
}

void DataTile::retranslate()
{
    setText(coreText(m_source.text));
    setAccessibleName(text());
    updateGeometry();
    setToolTip(QStringLiteral("<p><b>%1</b><br>%2</p>").arg(text().toHtmlEscaped(), coreText(m_source.help).toHtmlEscaped()));
    update();
}

QSize DataTile::sizeHint() const
{
    const QFontMetrics caption(m_theme->font(Type::Caption));
    // Lines break between words only: the longest word must fit.
    int longest = 0;
    const QStringList words = text().split(u' ');
    for (const QString &word : words)
        longest = std::max(longest, caption.horizontalAdvance(word));
    return {std::max(m_theme->space(17), longest + m_theme->space(2) + 2), m_theme->space(10) + m_theme->space(3) + 2 * caption.height()};
}

void DataTile::paintSamples(QPainter &painter, const QRectF &place) const
{
    const Dataset &data = *m_sample;
    const auto x = [&data](int64_t i) { return data.features.row(i)[0]; };
    const auto y = [&data](int64_t i) { return data.planar ? data.features.row(i)[1] : data.targets.row(i)[0]; };
    float left = 1e30f, right = -1e30f, bottom = 1e30f, top = -1e30f;
    for (int64_t i = 0; i < data.count(); ++i) {
        left = std::min(left, x(i));
        right = std::max(right, x(i));
        bottom = std::min(bottom, y(i));
        top = std::max(top, y(i));
    }
    const float width = std::max(right - left, 1e-6f), height = std::max(top - bottom, 1e-6f);
    const double dot = data.count() < 10 ? 3 : 1.6;
    painter.setPen(Qt::NoPen);
    for (int64_t i = 0; i < data.count(); ++i) {
        const bool classes = data.classification();
        painter.setBrush(classes ? m_theme->classColor(static_cast<int>(data.targets.row(i)[0]), static_cast<int>(data.classNames.size()))
                                 : data.planar ? QColor(m_theme->signedColor((data.targets.row(i)[0])))
                                               : m_theme->color(Ink::Accent));
        const QPointF at(place.left() + place.width() * double((x(i) - left) / width),
                         place.bottom() - place.height() * double((y(i) - bottom) / height));
        painter.drawEllipse(at, dot, dot);
    }
}

void DataTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double edge = isChecked() || hasFocus() ? 2 : 1;
    painter.setPen(QPen(m_theme->color(isChecked() || hasFocus() ? Ink::Accent : underMouse() ? Ink::Muted : Ink::Line), edge));
    painter.setBrush(m_theme->color(isChecked() ? Ink::AccentBackground : Ink::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), m_theme->controlRadius(), m_theme->controlRadius());

    const QFont caption = m_theme->font(Type::Caption);
    const int captionHeight = 2 * QFontMetrics(caption).height();
    const int margin = m_theme->space(2);
    const QRectF picture(margin, margin, width() - 2 * margin, height() - captionHeight - margin - m_theme->space(2));
    if (m_sample && m_sample->count() > 0) {
        const double side = std::min(picture.height(), picture.width());
        paintSamples(painter, QRectF(picture.center().x() - side * 0.5, picture.top(), side, side).adjusted(3, 2, -3, -2));
    } else {
        const int side = m_theme->space(6);
        painter.drawPixmap(QPointF(picture.center().x() - side * 0.5, picture.center().y() - side * 0.5),
                           m_theme->pixmap(QString::fromStdString(m_source.icon), side, m_theme->color(Ink::Data), devicePixelRatioF()));
    }
    painter.setFont(caption);
    painter.setPen(m_theme->color(isChecked() ? Ink::Text : Ink::Muted));
    const QRect lines(m_theme->space(1), height() - captionHeight - m_theme->space(1), width() - m_theme->space(2), captionHeight);
    painter.drawText(lines, Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextWordWrap, text());
}

} // namespace zhibei
