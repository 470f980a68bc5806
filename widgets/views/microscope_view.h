#pragma once

#include "core/probes/weight_story.h"
#include "widgets/views/view.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace zhibei {

class MicroscopeStage;
class MicroscopeTimeline;
class TextButton;
class WeightPage;

/// Slow motion inside the training's next update: batch, forward and backward node by node, update; and the chain rule of
/// any one weight. The training rests meanwhile; the nodes at work stand in the light on the canvas. Keys: left and right
/// step, Home and End jump, Space plays.
class MicroscopeView : public View {
    Q_OBJECT
public:
    explicit MicroscopeView(Theme *theme, QWidget *parent = nullptr);

    std::vector<std::shared_ptr<const Probe>> probes() const override;
    bool looksAtNextStep() const override { return true; }
    NetworkPart spotlight() const override;
    Figure figure() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;
    QSize sizeHint() const override;

    const std::shared_ptr<const Microscopy> &seen() const { return m_seen; }
    int position() const { return m_position; }
    void setPosition(int position);
    void setPlaying(bool playing);
    bool isPlaying() const { return m_player.isActive(); }
    void chooseWeight(const QString &parameter, qint64 k);
    const WeightPage *weightPage() const { return m_weight; }

protected:
    void onData() override;
    void onSnapshot() override;
    void onNode() override;
    void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer) override;
    void retranslate() override;
    void restyle() override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildControls();
    QToolButton *addButton(const char *icon, void (MicroscopeView::*act)());
    void forward();
    void back();
    void togglePlay();
    void toFirst();
    void tick();
    void setSpeed(int speed);
    void showStep();
    void showTab();
    void say();
    MicroStep step() const;
    /// How the next step is known to be another one.
    bool isSameStep(const Microscopy &other) const;
    WeightStoryProbe storyProbe() const;
    QString csv() const;

    std::shared_ptr<const Microscopy> m_seen;
    int m_position = 0, m_speed = 1;
    qint64 m_shown = 0;      ///< place in the batch
    bool m_weightTab = false;
    bool m_taking = false;   ///< the step is being done for real
    QTimer m_player;
    MicroscopeTimeline *m_timeline;
    MicroscopeStage *m_stage;
    WeightPage *m_weight;
    QWidget *m_controls, *m_pages;
    QLabel *m_message;
    QToolButton *m_first, *m_back, *m_play, *m_forward;
    QList<TextButton *> m_speeds;
    TextButton *m_stepTab, *m_weightTabButton;
    QPushButton *m_take, *m_pause;
};

} // namespace zhibei
