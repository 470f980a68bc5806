#pragma once

#include <QPlainTextEdit>

#include <functional>

namespace zhibei {

class Theme;

/// Edits a text where it stands: Enter or leaving takes it (Shift+Enter begins a line where lines are allowed),
/// Escape does not. Deletes itself afterwards.
class LineEditor : public QPlainTextEdit {
    Q_OBJECT
public:
    using Done = std::function<void(const QString &)>;

    LineEditor(Theme *theme, const QString &text, bool manyLines, Done done, QWidget *parent);

    void commit();
    void cancel();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void end(bool take);

    bool m_manyLines, m_ended = false;
    Done m_done;
};

} // namespace zhibei
