#pragma once

#include "widgets/views/choice_bar.h"
#include "widgets/views/view.h"

namespace zhibei {

/// A view that paints itself below a row of choices. The choices are kept in the project.
class ChoiceView : public View {
    Q_OBJECT
public:
    explicit ChoiceView(Theme *theme, QWidget *parent = nullptr);

    QJsonObject choices() const override { return m_bar->values(); }
    void setChoices(const QJsonObject &choices) override { m_bar->setValues(choices); }
    ChoiceBar *bar() const { return m_bar; }
    QSize sizeHint() const override;

protected:
    /// Paints into `area`; `live`: on screen, with what the pointer and the keyboard mark.
    virtual void paintBody(QPainter &painter, const QRectF &area, bool live) const = 0;
    virtual void onChoice() { update(); }
    /// Where the body is on screen.
    QRectF body() const;
    Figure paintedFigure(const QString &name, std::function<QString()> csv) const;
    /// One friendly sentence in the middle of what would be there.
    void paintMessage(QPainter &painter, const QRectF &area, const QString &text) const;

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void restyle() override;
    void retranslate() override;
    virtual void nameChoices() {} ///< gives the bar its texts
    void placeBar();

private:
    ChoiceBar *m_bar;
    bool m_ring = false; ///< the focus came by the keyboard
};

} // namespace zhibei
