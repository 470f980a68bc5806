#pragma once

#include "widgets/theme/theme.h"

#include <QTextBrowser>

#include <functional>

namespace zhibei {

/// A text of a scene in one language: Markdown with the links and formulas of a lesson. As high as its text, never
/// scrolling; links and the words of the glossary say what they are under the pointer.
class SceneWords : public QTextBrowser {
    Q_OBJECT
public:
    SceneWords(Theme *theme, QWidget *parent = nullptr);

    /// `folder`: of the lesson, for formulas and pictures.
    void setWords(const QString &markdown, const QString &folder);
    const QString &words() const { return m_words; }
    void setStyle(Type type, Ink ink);
    /// What a link says under the pointer; empty: nothing.
    void setExplanation(std::function<QString(const QUrl &)> explanation) { m_explanation = std::move(explanation); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    bool event(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void set();
    void layOut();
    void explain(const QUrl &link);

    Theme *m_theme;
    QString m_words, m_folder;
    QStringList m_formulas; ///< by the number in their place-holder
    std::function<QString(const QUrl &)> m_explanation;
    Type m_type = Type::Text;
    Ink m_ink = Ink::Text;
    int m_pictureWidth = 0;
};

} // namespace zhibei
