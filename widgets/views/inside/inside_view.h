#pragma once

#include "widgets/views/inside/inside_pages.h"
#include "widgets/views/view.h"

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace zhibei {

class TextButton;

/// The inside of one node, live: which of its pages suit, where one is in it, and the way back. In a dock it follows the
/// selection; on the canvas it stands in the network's place (see LookInside) and `setHome` gives it the way out.
class InsideView : public View {
    Q_OBJECT
public:
    explicit InsideView(Theme *theme, QWidget *parent = nullptr);

    std::vector<std::shared_ptr<const Probe>> probes() const override;
    Figure figure() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;
    QSize sizeHint() const override;

    /// Shows the way back to the network; `left` is sent when it is gone.
    void setHome(bool home);
    /// One level up: within the page, then out of the node.
    void goBack();
    using View::node;
    const Inside *inside() const { return m_inside.get(); }
    InsidePage *page() const;
    QString pageId() const; ///< empty while there is none
    void showPage(const QString &id);
    /// "Model › conv1 › map 3"
    QString trail() const;

signals:
    void left();

protected:
    void onData() override;
    void onSample() override;
    void onNode() override;
    void onObservation() override;
    void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer) override;
    void retranslate() override;
    void restyle() override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Tab { const InsidePageKind *kind; InsidePage *page; TextButton *button; };
    void setInside(std::shared_ptr<const Inside> inside);
    void buildTabs();
    void showTab(size_t index);
    void showTrail();
    bool isOpen(const Tab &tab) const;
    QString missing() const;
    InsideProbe probe() const { return {node(), sample(), m_drawn}; }

    std::shared_ptr<const Inside> m_inside;
    std::vector<Tab> m_tabs;
    size_t m_tab = 0;
    QString m_wanted;           ///< the page that was chosen last, where it suits
    QJsonObject m_pageChoices;  ///< by page id, until the pages are there
    std::vector<float> m_drawn;
    NodeId m_shown;
    bool m_home = false;
    int64_t m_wheelAt = 0;      ///< when a turn of the wheel last changed the level: the rest of the turn does not count
    QHBoxLayout *m_tabRow;
    QToolButton *m_back;
    QLabel *m_trail, *m_nothing;
    QStackedWidget *m_stack;
};

} // namespace zhibei
