#include "widgets/canvas/panels/line_editor.h"

#include "widgets/theme/theme.h"

#include <QKeyEvent>

namespace zhibei {

LineEditor::LineEditor(Theme *theme, const QString &text, bool manyLines, Done done, QWidget *parent)
    : QPlainTextEdit(text, parent), m_manyLines(manyLines), m_done(std::move(done))
{
    setFont(theme->font(Type::Text));
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(manyLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(manyLines ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    setAccessibleName(manyLines ? tr("Text of the note") : tr("Name of the node"));
    const int line = fontMetrics().lineSpacing();
    resize(manyLines ? theme->space(58) : theme->space(40), manyLines ? 3 * line + theme->space(6) : line + theme->space(5));
    selectAll();
}

void LineEditor::commit() { end(true); }
void LineEditor::cancel() { end(false); }

void LineEditor::end(bool take)
{
    if (m_ended)
        return;
    m_ended = true;
    hide();
    if (take)
        m_done(toPlainText().trimmed());
    deleteLater();
}

/// The window's shortcuts must not take the keys of a text being written.
bool LineEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void LineEditor::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        cancel();
    else if (enter && !(m_manyLines && event->modifiers() & Qt::ShiftModifier))
        commit();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void LineEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        commit();
}

} // namespace zhibei
