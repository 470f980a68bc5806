#pragma once

#include "core/data/dataset.h"
#include "widgets/stage/stroke_picture.h"

#include "widgets/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace zhibei {

class ClassBars;
class DrawCanvas;

/// A pad to draw on and be answered at once: the drawing, what the network sees in it, and how sure it is. While
/// nothing is drawn it shows a sample of the data, and buttons go through them.
///
///     pad->setData(document.dataset());
///     connect(pad, &DrawPad::drawn, [&](std::vector<float> picture) { request.drawn = std::move(picture); });
///     connect(pad, &DrawPad::sampleChosen, [&](qint64 sample) { request.sample = sample; });
///     pad->setPrediction(observation->prediction, classNames);
class DrawPad : public QWidget {
    Q_OBJECT
public:
    explicit DrawPad(Theme *theme, QWidget *parent = nullptr);

    /// Whether such data can be drawn: pictures of one channel.
    static bool applies(const Dataset &data);
    /// Takes the size of the pictures, the classes and the samples; shows the first test sample.
    void setData(std::shared_ptr<const Dataset> data);
    /// The sample the network looks at while nothing is drawn.
    void setSample(qint64 sample);
    qint64 sample() const { return m_sample; }
    /// Shows a picture that is no sample of the data: height × width numbers from 0 to 1.
    void setShown(std::vector<float> picture);

    /// What the network says: a probability per class, or, without class names, the predicted numbers. One number
    /// for two classes is the probability of the second. Empty: nothing.
    void setPrediction(std::vector<float> probabilities, const QStringList &classNames);
    /// Why there can be no answer, in words, in the place of the bars; empty: there can.
    void setSilence(const QString &why);
    /// What the pad reads out: "3, 98.6 %"; empty while there is no prediction.
    QString answer() const;

    DrawCanvas *canvas() const { return m_canvas; }
    bool isBlank() const;
    void clear();
    /// The drawing as the network gets it, centred as the samples are; empty while nothing is drawn.
    std::vector<float> picture() const;

signals:
    /// While drawing, at most 60 times a second, and at the end of a stroke. Empty: cleared.
    void drawn(const std::vector<float> &picture);
    void sampleChosen(qint64 sample);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void restyle();
    QToolButton *addButton(QBoxLayout *row);
    void onStrokesChanged();
    void sendDrawing();
    void stepSample(int step);
    void chooseSample(qint64 sample);
    void showState();
    /// Not if the network has lost its numbers: then there is no answer, and no first among the classes.
    bool isFinite() const;
    void showAnswer();
    int truth() const;
    QString className(size_t index) const;

    Theme *m_theme;
    std::shared_ptr<const Dataset> m_data;
    qint64 m_sample = 0;
    std::vector<float> m_prediction;
    QStringList m_names;
    QTimer m_send;

    QLabel *m_title, *m_sees, *m_figure, *m_share, *m_sampleText, *m_silence;
    QToolButton *m_previous, *m_random, *m_next, *m_clear;
    DrawCanvas *m_canvas;
    ClassBars *m_bars;
};

} // namespace zhibei
