#pragma once

#include "core/data/dataset.h"

#include <QWidget>

#include <memory>

class QLabel;
class QToolButton;

namespace zhibei {

class Theme;

/// One row of a table: its numbers, the right answer, and what the network says. A picture is drawn. Of a text: the text itself, and the
/// character or word that comes next at every place.
class SamplePanel : public QWidget {
    Q_OBJECT
public:
    explicit SamplePanel(Theme *theme, QWidget *parent = nullptr);

    void setData(std::shared_ptr<const Dataset> data);
    void setSample(qint64 sample);
    /// A probability per class, or the predicted numbers; empty: nothing yet.
    void setPrediction(std::vector<float> prediction);

signals:
    void sampleChosen(qint64 sample);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool hasSample() const;
    void choose(int step);
    void showSample();
    void restyle();
    QString truth() const;
    QString answer() const;
    QString numbers() const;
    /// As large as the panel has room for; null for what is no picture.
    QPixmap picture() const;
    /// Whether an answer is one class after the other, not one for the whole sample.
    bool answersText() const;
    /// The class that the network thinks likeliest, place by place.
    std::vector<float> likeliest() const;

    Theme *m_theme;
    std::shared_ptr<const Dataset> m_data;
    qint64 m_sample = 0;
    std::vector<float> m_prediction;
    QLabel *m_title, *m_picture, *m_numbers, *m_says, *m_figure, *m_truth;
    QToolButton *m_previous, *m_next;
};

} // namespace zhibei
