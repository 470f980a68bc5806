#include "widgets/views/finding_card.h"

#include "widgets/theme/core_text.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

namespace zhibei {

FindingCard::FindingCard(Theme *theme, const Finding &finding, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_icon(new QLabel(this)), m_node(new QLabel(this)), m_text(new QLabel(this)), m_tip(new QLabel(this)), m_advice(new QLabel(this))
{
    setProperty("role", "card");
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    m_node->setProperty("role", "strong");
    for (QLabel *label : {m_text, m_advice}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *grid = new QGridLayout(this);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_node, 0, 1);
    grid->addWidget(m_text, 1, 1);
    grid->addWidget(m_tip, 2, 0, Qt::AlignTop);
    grid->addWidget(m_advice, 2, 1);
    grid->setColumnStretch(1, 1);
    restyle();
    setFinding(finding);
}

void FindingCard::setFinding(const Finding &finding)
{
    m_finding = finding;
    const QString node = QString::fromStdString(finding.node);
    m_node->setText(node);
    m_node->setVisible(!node.isEmpty());
    m_text->setText(coreText(finding.text));
    m_advice->setText(coreText(finding.advice));
    setAccessibleName(node.isEmpty() ? m_text->text() : QStringLiteral("%1: %2").arg(node, m_text->text()));
    setAccessibleDescription(m_advice->text());
}

void FindingCard::restyle()
{
    const int gap = m_theme->space(2), side = m_theme->space(4);
    layout()->setContentsMargins(gap, gap, gap, gap);
    static_cast<QGridLayout *>(layout())->setHorizontalSpacing(gap);
    static_cast<QGridLayout *>(layout())->setVerticalSpacing(m_theme->space(1));
    m_icon->setPixmap(m_theme->pixmap(QStringLiteral("triangle-alert"), side, m_theme->color(Ink::Bad), devicePixelRatioF()));
    m_tip->setPixmap(m_theme->pixmap(QStringLiteral("lightbulb"), side, m_theme->color(Ink::Good), devicePixelRatioF()));
}

void FindingCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (rect().contains(event->position().toPoint()) && !m_finding.node.empty())
        emit chosen(QString::fromStdString(m_finding.node));
}

void FindingCard::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) && !m_finding.node.empty())
        emit chosen(QString::fromStdString(m_finding.node));
    else
        QFrame::keyPressEvent(event);
}

void FindingCard::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->color(Ink::Accent), 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), m_theme->controlRadius(), m_theme->controlRadius());
}

} // namespace zhibei
