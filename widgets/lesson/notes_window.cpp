#include "widgets/lesson/notes_window.h"

#include "widgets/lesson/scene_words.h"

#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace zhibei {

NotesWindow::NotesWindow(Theme *theme, QWidget *parent) : QWidget(parent, Qt::Window), m_theme(theme)
{
    setProperty("role", "panel");
    setAttribute(Qt::WA_StyledBackground);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setProperty("role", "panel");
    scroll->setWidgetResizable(true);
    outer->addWidget(scroll);
    auto *content = new QWidget;
    content->setProperty("role", "panel");
    auto *column = new QVBoxLayout(content);
    column->addWidget(m_scene = new QLabel(content));
    column->addWidget(m_notes = new SceneWords(theme, content));
    column->addWidget(m_nextHead = new QLabel(content));
    column->addWidget(m_next = new QLabel(content));
    column->addWidget(m_nextText = new SceneWords(theme, content));
    column->addStretch(1);
    for (QLabel *label : {m_scene, m_next, m_nextHead}) {
        label->setWordWrap(true);
        label->setProperty("role", label == m_nextHead ? "caption" : "title");
    }
    m_notes->setStyle(Type::Stage, Ink::Text);
    m_nextText->setStyle(Type::Text, Ink::Muted);
    scroll->setWidget(content);
    connect(theme, &Theme::changed, this, &NotesWindow::restyle);
    restyle();
    retranslate();
}

void NotesWindow::setNotes(const QString &scene, const QString &notes, const QString &next, const QString &nextText, const QString &folder)
{
    m_scene->setText(scene);
    m_notes->setWords(notes.isEmpty() ? tr("No notes for this scene.") : notes, folder);
    m_next->setText(next);
    m_nextText->setWords(nextText, folder);
    m_nextHead->setVisible(!next.isEmpty());
    m_next->setVisible(!next.isEmpty());
}

QString NotesWindow::notes() const { return m_notes->words(); }

void NotesWindow::open()
{
    for (QScreen *screen : QGuiApplication::screens())
        if (parentWidget() && screen != parentWidget()->screen())
            move(screen->availableGeometry().topLeft() + QPoint(m_theme->space(10), m_theme->space(10)));
    resize(m_theme->space(130), m_theme->space(120));
    show();
    raise();
}

void NotesWindow::restyle()
{
    const int side = m_theme->space(6);
    m_scene->parentWidget()->layout()->setContentsMargins(side, side, side, side);
    m_scene->parentWidget()->layout()->setSpacing(m_theme->space(3));
}

void NotesWindow::retranslate()
{
    setWindowTitle(tr("Notes"));
    m_nextHead->setText(tr("Next"));
}

void NotesWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace zhibei
