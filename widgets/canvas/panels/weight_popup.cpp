#include "widgets/canvas/panels/weight_popup.h"

#include "widgets/canvas/items/wire_item.h"
#include "widgets/canvas/network_scene.h"
#include "widgets/canvas/panels/weight_section.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zhibei {

WeightPopup::WeightPopup(Theme *theme, NetworkScene *scene, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_scene(scene), m_title(new QLabel(this)), m_nothing(new QLabel(this)), m_body(new QWidget(this))
{
    auto *close = new QToolButton(this);
    close->setObjectName(QStringLiteral("close"));
    close->setAutoRaise(true);
    auto *header = new QHBoxLayout;
    header->addWidget(m_title, 1);
    header->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme->space(3), theme->space(2), theme->space(2), theme->space(3));
    layout->addLayout(header);
    layout->addWidget(m_body);
    layout->addWidget(m_nothing);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, theme->space(1), 0);
    body->setSpacing(theme->space(2));
    m_nothing->setWordWrap(true);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(scene, &NetworkScene::liveChanged, this, &WeightPopup::onLive);
    connect(scene, &NetworkScene::rebuilt, this, &WeightPopup::onRebuilt);
    connect(theme, &Theme::changed, this, [this] { retranslate(); });
    retranslate();
    hide();
}

void WeightPopup::retranslate()
{
    auto *close = findChild<QToolButton *>(QStringLiteral("close"));
    close->setIcon(m_theme->icon(QStringLiteral("x"), Ink::Muted));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close"));
    m_title->setFont(m_theme->font(Type::Strong));
    m_title->setText(title());
    const bool trains = m_scene->observation() && m_scene->observation()->snapshot && m_scene->observation()->snapshot->model;
    m_nothing->setText(trains ? tr("This wire passes its values on as they are: it has no weights.")
                              : tr("There are no weights yet: the network must be able to train first."));
}

QString WeightPopup::title() const
{
    return m_node.empty() ? QStringLiteral("%1 → %2").arg(QString::fromStdString(m_wire.from.node), QString::fromStdString(m_wire.to.node))
                          : QString::fromStdString(m_node);
}

void WeightPopup::clear()
{
    qDeleteAll(m_sections);
    m_sections.clear();
}

void WeightPopup::addSection(const QString &fullName, int64_t firstRow, int64_t rows)
{
    auto *section = new WeightSection(m_theme, fullName, firstRow, rows, m_body);
    connect(section, &WeightSection::edited, m_scene, &NetworkScene::parameterEdited);
    if (!section->refresh(*m_scene->observation()->snapshot)) {
        delete section;
        return;
    }
    m_body->layout()->addWidget(section);
    m_sections << section;
}

void WeightPopup::openWire(const Wire &wire, const QPoint &place)
{
    clear();
    m_wire = wire;
    m_node.clear();
    const auto seen = m_scene->observation();
    if (seen && seen->snapshot && seen->snapshot->model) {
        const WireWeights weights = wireWeights(*seen->snapshot->model, wire);
        if (weights.parameter) {
            addSection(QString::fromStdString(weights.parameter->fullName()), weights.firstRow, weights.rows);
            const ParameterView *bias = seen->snapshot->model->parameter(wire.to.node, "bias");
            if (bias && bias->shape.count() > 1) // a single neuron's bias has a dot of its own
                addSection(QString::fromStdString(bias->fullName()), 0, 1);
        }
    }
    open(place);
}

void WeightPopup::openBias(const NodeId &node, const QPoint &place)
{
    clear();
    m_node = node;
    const auto seen = m_scene->observation();
    if (seen && seen->snapshot && seen->snapshot->model && seen->snapshot->model->parameter(node, "bias"))
        addSection(QString::fromStdString(node) + QStringLiteral(".bias"), 0, 1);
    open(place);
}

void WeightPopup::open(const QPoint &place)
{
    retranslate();
    m_nothing->setVisible(m_sections.isEmpty());
    setFixedWidth(m_theme->space(72));
    adjustSize();
    const QSize room = parentWidget()->size();
    move(std::clamp(place.x() + 12, 0, std::max(0, room.width() - width())), std::clamp(place.y() + 12, 0, std::max(0, room.height() - height())));
    show();
    raise();
}

void WeightPopup::onLive()
{
    if (!isVisible())
        return;
    const auto seen = m_scene->observation();
    const bool known = seen && seen->snapshot
                       && std::all_of(m_sections.begin(), m_sections.end(), [&](WeightSection *s) { return s->refresh(*seen->snapshot); });
    if (!known && !m_sections.isEmpty())
        hide();
}

void WeightPopup::onRebuilt()
{
    const bool gone = m_node.empty() ? !m_scene->wireItem(m_wire) : !m_scene->network().find(m_node);
    if (isVisible() && gone)
        hide();
}

void WeightPopup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void WeightPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QFrame::keyPressEvent(event);
    hide();
    parentWidget()->setFocus();
}

void WeightPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->color(Ink::Line), 1));
    painter.setBrush(m_theme->color(Ink::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme->cardRadius(), m_theme->cardRadius());
}

} // namespace zhibei
