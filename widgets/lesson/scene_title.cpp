#include "widgets/lesson/scene_title.h"

#include <QLabel>
#include <QVBoxLayout>

namespace zhibei {

SceneTitle::SceneTitle(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_first(new QLabel(this)), m_second(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (QLabel *label : {m_first, m_second}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    connect(theme, &Theme::changed, this, &SceneTitle::restyle);
    restyle();
}

void SceneTitle::setTitles(const QStringList &titles)
{
    m_first->setText(titles.value(0));
    m_second->setText(titles.value(1));
    m_second->setVisible(titles.size() > 1);
}

void SceneTitle::setLarge(bool large)
{
    m_large = large;
    restyle();
}

void SceneTitle::restyle()
{
    QFont first = m_theme->font(Type::Stage), second = m_theme->font(m_large ? Type::Stage : Type::Text);
    first.setWeight(QFont::Bold);
    if (m_large)
        first.setPixelSize(first.pixelSize() * 8 / 5);
    m_first->setFont(first);
    m_second->setFont(second);
    m_second->setStyleSheet(QStringLiteral("color: %1;").arg(m_theme->color(Ink::Muted).name()));
    layout()->setSpacing(m_theme->space(1));
}

} // namespace zhibei
