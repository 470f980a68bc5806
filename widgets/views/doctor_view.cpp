#include "widgets/views/doctor_view.h"

#include "widgets/theme/core_text.h"
#include "widgets/views/finding_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>

#include <algorithm>

namespace zhibei {

DoctorView::DoctorView(Theme *theme, QWidget *parent)
    : View(theme, parent), m_icon(new QLabel(this)), m_verdict(new QLabel(this)), m_looked(new QLabel(this)), m_scroll(new QScrollArea(this))
{
    auto *content = new QWidget;
    m_list = new QVBoxLayout(content);
    m_list->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_verdict->setProperty("role", "strong");
    m_looked->setProperty("role", "caption");
    for (QLabel *label : {m_verdict, m_looked}) {
        label->setWordWrap(true);
        label->setMinimumWidth(1);
    }
    auto *heading = new QHBoxLayout;
    heading->addWidget(m_icon, 0, Qt::AlignTop);
    heading->addWidget(m_verdict, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(heading);
    column->addWidget(m_looked);
    column->addWidget(m_scroll, 1);
}

std::vector<std::shared_ptr<const Probe>> DoctorView::probes() const { return {std::make_shared<DoctorProbe>()}; }

QSize DoctorView::sizeHint() const { return {theme()->space(110), theme()->space(70)}; }

void DoctorView::onData()
{
    m_asked = false;
    m_diagnosis.reset();
    m_findings.clear();
    showFindings();
}

void DoctorView::onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer)
{
    if (key.toStdString() != DoctorProbe().key())
        return;
    m_asked = true;
    m_diagnosis = std::dynamic_pointer_cast<const Diagnosis>(answer);
    m_findings.clear();
    if (m_diagnosis && history())
        m_findings = curveFindings(history()->curves().evaluations, *m_diagnosis->snapshot->model);
    if (m_diagnosis)
        m_findings.insert(m_findings.end(), m_diagnosis->findings.begin(), m_diagnosis->findings.end());
    showFindings();
}

QString DoctorView::verdict() const
{
    if (!m_diagnosis)
        return m_asked ? tr("The doctor asks for a network that can be computed.") : tr("The doctor has not looked yet.");
    return m_findings.empty() ? tr("All is well.") : tr("%n findings", nullptr, int(m_findings.size()));
}

void DoctorView::showFindings()
{
    const auto sameKind = [](const Finding &a, const Finding &b) { return a.rule == b.rule && a.node == b.node; };
    const bool same = size_t(m_cards.size()) == m_findings.size()
        && std::equal(m_findings.begin(), m_findings.end(), m_cards.begin(), [&](const Finding &finding, const FindingCard *card) { return sameKind(finding, card->finding()); });
    if (!same) {
        qDeleteAll(m_cards);
        m_cards.clear();
        for (const Finding &finding : m_findings) {
            auto *card = new FindingCard(theme(), finding);
            connect(card, &FindingCard::chosen, this, &View::nodeChosen);
            m_list->insertWidget(m_list->count() - 1, card);
            m_cards += card;
        }
    }
    for (qsizetype i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setFinding(m_findings[size_t(i)]);
    const bool well = m_diagnosis && m_findings.empty();
    const int side = theme()->space(4);
    m_icon->setPixmap(theme()->pixmap(well ? QStringLiteral("circle-check") : m_diagnosis ? QStringLiteral("triangle-alert") : QStringLiteral("activity"), side, theme()->color(well ? Ink::Good : m_diagnosis ? Ink::Bad : Ink::Muted), devicePixelRatioF()));
    m_verdict->setText(verdict());
    m_looked->setText(tr("Looked for: dead and saturated units, gradients that vanish or explode, a loss that jumps or does not fall, overfitting, classes that are never the answer."));
    m_looked->setVisible(well);
    QStringList words{verdict()};
    for (const FindingCard *card : m_cards)
        words += card->accessibleName();
    setAccessibleDescription(words.join(QStringLiteral(" ")));
}

void DoctorView::retranslate() { showFindings(); }

void DoctorView::restyle()
{
    const int margin = theme()->space(3), gap = theme()->space(2);
    layout()->setContentsMargins(margin, gap, margin, margin);
    layout()->setSpacing(gap);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(gap);
    for (FindingCard *card : m_cards)
        card->restyle();
    showFindings();
}

QString DoctorView::csv() const
{
    const auto quoted = [](QString text) { return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"'; };
    QString text = QStringLiteral("rule,node,measured,finding,advice\n");
    for (const Finding &finding : m_findings)
        text += QStringLiteral("%1,%2,%3,").arg(QString::fromStdString(finding.rule), QString::fromStdString(finding.node)).arg(finding.measured)
            + quoted(coreText(finding.text)) + u',' + quoted(coreText(finding.advice)) + u'\n';
    return text;
}

void DoctorView::paint(QPaintDevice &device, const QSize &size) const
{
    QPainter painter(&device);
    painter.fillRect(QRect(QPoint(), size), theme()->color(Ink::Surface));
    const int margin = theme()->space(3);
    QRectF left(margin, margin, std::max(1, size.width() - 2 * margin), size.height());
    const auto write = [&](const QString &text, Type type, Ink ink) {
        painter.setFont(theme()->font(type));
        painter.setPen(theme()->color(ink));
        QRectF used;
        painter.drawText(left, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text, &used);
        left.setTop(used.bottom() + theme()->space(1));
    };
    write(verdict(), Type::Title, Ink::Text);
    for (const Finding &finding : m_findings) {
        left.setTop(left.top() + margin);
        if (!finding.node.empty())
            write(QString::fromStdString(finding.node), Type::Strong, Ink::Text);
        write(coreText(finding.text), Type::Text, Ink::Bad);
        write(coreText(finding.advice), Type::Text, Ink::Good);
    }
}

Figure DoctorView::figure() const
{
    return {tr("Doctor"), size(), [this](QPaintDevice &device, const QSize &size) { paint(device, size); }, [this] { return csv(); }};
}

} // namespace zhibei
