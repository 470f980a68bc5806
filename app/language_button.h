#pragma once

#include <QAbstractButton>

namespace zhibei {

class Theme;

/// 中 / En: one press switches; the language of the moment is the strong one.
class LanguageButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit LanguageButton(Theme *theme, QWidget *parent = nullptr);

    void setChinese(bool chinese);
    /// Shows only the language that a press would bring.
    void setCompact(bool compact);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QStringList words() const;
    int wordsWidth() const;

    Theme *m_theme;
    bool m_chinese = false, m_compact = false;
};

} // namespace zhibei
