#include "widgets/views/inside/inside_view.h"

#include "widgets/plots/text_button.h"
#include "widgets/theme/core_text.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace zhibei {

namespace {

constexpr int64_t wheelRest = 350; // ms: one turn of the wheel is one level

} // namespace

InsideView::InsideView(Theme *theme, QWidget *parent) : View(theme, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_back = new QToolButton(this));
    row->addWidget(m_trail = new QLabel(this), 1);
    row->addLayout(m_tabRow = new QHBoxLayout);
    m_back->setAutoRaise(true);
    m_back->setVisible(false);
    m_trail->setProperty("role", "strong");
    m_trail->setMinimumWidth(1);
    column->addLayout(row);
    column->addWidget(m_stack = new QStackedWidget(this), 1);
    m_stack->addWidget(m_nothing = new QLabel(m_stack));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setProperty("role", "caption");
    connect(m_back, &QToolButton::clicked, this, &InsideView::goBack);
    showTrail();
}

QSize InsideView::sizeHint() const { return {theme()->space(160), theme()->space(100)}; }

std::vector<std::shared_ptr<const Probe>> InsideView::probes() const
{
    if (node().empty())
        return {};
    return {std::make_shared<InsideProbe>(probe())};
}

// What there is to show

void InsideView::onData() { setInside(nullptr); }
void InsideView::onSample() {}

void InsideView::onNode()
{
    if (node() != m_shown)
        setInside(nullptr);
}

/// A picture on the draw pad is looked at in place of the sample.
void InsideView::onObservation()
{
    const std::vector<float> drawn = observation() ? observation()->request.drawn : std::vector<float>();
    if (drawn == m_drawn)
        return;
    m_drawn = drawn;
    emit probesChanged();
}

void InsideView::onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer)
{
    if (key.toStdString() == probe().key())
        setInside(std::dynamic_pointer_cast<const Inside>(answer));
}

void InsideView::setInside(std::shared_ptr<const Inside> inside)
{
    const bool same = inside && m_inside && inside->model == m_inside->model && inside->node == m_inside->node;
    m_inside = std::move(inside);
    if (!same)
        buildTabs();
    for (const Tab &tab : m_tabs)
        if (isOpen(tab))
            tab.page->setInside(m_inside, data());
    showTrail();
}

bool InsideView::isOpen(const Tab &tab) const { return m_tab < m_tabs.size() && m_tabs[m_tab].page == tab.page; }

void InsideView::buildTabs()
{
    if (!m_inside) { // for the moment: pages keep what was chosen until another layer takes their place
        for (const Tab &tab : m_tabs)
            tab.page->setInside(nullptr, nullptr);
        m_stack->setCurrentWidget(m_nothing);
        return;
    }
    std::vector<const InsidePageKind *> kinds;
    for (const InsidePageKind &kind : insidePageKinds())
        if (kind.suits(*m_inside))
            kinds.push_back(&kind);
    const bool otherNode = m_inside->node != m_shown;
    const bool fits = !otherNode && std::equal(kinds.begin(), kinds.end(), m_tabs.begin(), m_tabs.end(), [](const InsidePageKind *kind, const Tab &tab) { return kind == tab.kind; });
    m_shown = m_inside->node;
    if (!fits) {
        for (const Tab &tab : m_tabs) {
            tab.page->setInside(nullptr, nullptr);
            tab.page->deleteLater();
            tab.button->deleteLater();
            m_stack->removeWidget(tab.page);
            m_tabRow->removeWidget(tab.button);
            tab.button->hide();
        }
        m_tabs.clear();
        for (const InsidePageKind *kind : kinds) {
            Tab tab{kind, kind->make(theme(), m_stack), new TextButton(theme(), TextButton::Style::Tab, this)};
            tab.page->setChoices(m_pageChoices[QLatin1String(kind->id)].toObject());
            tab.button->setText(kind->name());
            tab.button->setCheckable(true);
            tab.button->setAutoExclusive(true);
            m_stack->addWidget(tab.page);
            m_tabRow->addWidget(tab.button);
            connect(tab.page, &InsidePage::told, this, &InsideView::showTrail);
            connect(tab.button, &QAbstractButton::clicked, this, [this, kind] {
                m_wanted = QLatin1String(kind->id);
                showPage(m_wanted);
            });
            m_tabs.push_back(tab);
        }
        m_pageChoices = {};
    }
    m_tab = 0;
    for (size_t i = 0; i < m_tabs.size(); ++i)
        if (m_wanted == QLatin1String(m_tabs[i].kind->id))
            m_tab = i;
    showTab(m_tab);
}

void InsideView::showTab(size_t index)
{
    m_tab = index;
    m_tabs[index].button->setChecked(true);
    m_stack->setCurrentWidget(m_tabs[index].page);
    if (hasFocus() || isAncestorOf(focusWidget()))
        m_tabs[index].page->setFocus();
}

void InsideView::showPage(const QString &id)
{
    m_wanted = id;
    for (size_t i = 0; i < m_tabs.size() && m_inside; ++i)
        if (id == QLatin1String(m_tabs[i].kind->id)) {
            showTab(i);
            m_tabs[i].page->setInside(m_inside, data());
        }
    showTrail();
}

InsidePage *InsideView::page() const { return m_inside && m_tab < m_tabs.size() ? m_tabs[m_tab].page : nullptr; }
QString InsideView::pageId() const { return page() ? QString::fromLatin1(m_tabs[m_tab].kind->id) : QString(); }

// Words

QString InsideView::missing() const
{
    if (node().empty())
        return tr("Choose a layer to see what happens inside it.");
    if (!model())
        return tr("There is nothing to see yet: finish the network first.");
    return tr("A moment: the numbers are on their way.");
}

QString InsideView::trail() const
{
    QStringList parts;
    if (m_home)
        parts << tr("Model");
    if (!node().empty())
        parts << QString::fromStdString(node());
    if (page() && !page()->place().isEmpty())
        parts << page()->place();
    return parts.join(QStringLiteral(" › "));
}

void InsideView::showTrail()
{
    m_trail->setText(trail());
    m_nothing->setText(missing());
    setAccessibleDescription(page() ? page()->reading() : missing());
}

void InsideView::retranslate()
{
    m_back->setToolTip(tr("Back (Escape)"));
    m_back->setAccessibleName(tr("Back"));
    for (const Tab &tab : m_tabs)
        tab.button->setText(tab.kind->name());
    if (InsidePage *shown = page())
        shown->setInside(m_inside, data());
    showTrail();
}

void InsideView::restyle()
{
    const int side = theme()->space(4);
    m_back->setIcon(theme()->icon(QStringLiteral("arrow-left"), Ink::Muted));
    m_back->setIconSize({side, side});
    layout()->setContentsMargins(theme()->space(2), theme()->space(1), theme()->space(2), theme()->space(1));
    m_trail->setContentsMargins(theme()->space(2), 0, theme()->space(2), 0);
}

Figure InsideView::figure() const
{
    const auto name = node().empty() ? tr("inside") : tr("inside %1").arg(QString::fromStdString(node()));
    const auto paint = [this](QPaintDevice &device, const QSize &size) {
        QPainter painter(&device);
        painter.setRenderHint(QPainter::Antialiasing);
        if (const InsidePage *shown = page()) {
            shown->draw(painter, size);
        } else {
            painter.setPen(theme()->color(Ink::Muted));
            painter.setFont(theme()->font(Type::Caption));
            painter.drawText(QRect(QPoint(), size), Qt::AlignCenter | Qt::TextWordWrap, missing());
        }
    };
    return {name, m_stack->size(), paint, [this] { return page() ? page()->csv() : QStringLiteral("op,number,value\n"); }};
}

QJsonObject InsideView::choices() const
{
    QJsonObject all = m_pageChoices;
    for (const Tab &tab : m_tabs)
        if (const QJsonObject own = tab.page->choices(); !own.isEmpty())
            all[QLatin1String(tab.kind->id)] = own;
    if (!m_wanted.isEmpty())
        all[QStringLiteral("page")] = m_wanted;
    return all;
}

void InsideView::setChoices(const QJsonObject &choices)
{
    m_pageChoices = choices;
    m_wanted = choices[QStringLiteral("page")].toString();
    for (const Tab &tab : m_tabs)
        tab.page->setChoices(choices[QLatin1String(tab.kind->id)].toObject());
    if (!m_tabs.empty()) {
        m_pageChoices = {};
        showPage(m_wanted);
    }
}

// Coming and going

void InsideView::setHome(bool home)
{
    m_home = home;
    m_back->setVisible(home);
    showTrail();
}

void InsideView::goBack()
{
    if (page() && page()->back())
        return showTrail();
    if (m_home)
        emit left();
}

/// Escape is its own before the window's shortcuts see it.
bool InsideView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        // In the network's place, Delete must not reach the node that is selected there.
        if (m_home && (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Backspace || key->key() == Qt::Key_Delete)) {
            event->accept();
            return true;
        }
    }
    return View::event(event);
}

void InsideView::keyPressEvent(QKeyEvent *event)
{
    const bool inPage = page() && !page()->place().isEmpty();
    const bool leaves = event->key() == Qt::Key_Escape || event->key() == Qt::Key_Backspace || event->matches(QKeySequence::Back);
    if (leaves && (m_home || inPage))
        goBack();
    else
        View::keyPressEvent(event);
}

void InsideView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::BackButton)
        goBack();
    else
        View::mousePressEvent(event);
}

/// The wheel goes deeper, or out, a level a turn; pages that scroll take it first.
void InsideView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const int turn = event->angleDelta().y();
    const int64_t now = QDateTime::currentMSecsSinceEpoch();
    if (std::abs(turn) < 60 || now - m_wheelAt < wheelRest || !m_home)
        return;
    m_wheelAt = now;
    if (turn < 0)
        goBack();
    else if (page())
        page()->enter(page()->mapFrom(this, event->position()));
}

void InsideView::focusInEvent(QFocusEvent *event)
{
    View::focusInEvent(event);
    if (page())
        page()->setFocus(event->reason());
}

} // namespace zhibei
