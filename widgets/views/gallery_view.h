#pragma once

#include "widgets/views/view.h"
#include "widgets/views/sample_grid.h"

namespace zhibei {

class ChoiceTexts;
class ViewHeader;

/// The judged samples with what the network says of each: worst loss first, best first or in their order; all, the wrong
/// ones or one class. A click makes a sample everybody's.
class GalleryView : public View {
    Q_OBJECT
public:
    enum class Order { WorstFirst, BestFirst, AsTheyCome };
    explicit GalleryView(Theme *theme, QWidget *parent = nullptr);

    std::vector<std::shared_ptr<const Probe>> probes() const override;
    Figure figure() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;
    QSize sizeHint() const override;

    void setOrder(Order order);
    /// −2: all, −1: the wrong ones, else a class.
    void setFilter(int filter);
    /// The dataset's samples, in the order shown.
    std::vector<qint64> samples() const;
    QString reading() const;

protected:
    void onData() override;
    void onSample() override;
    void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer) override;
    void retranslate() override;
    void paintEvent(QPaintEvent *event) override;

private:
    void sort();
    void showReading(const QString &ofSample);
    QString missing() const;
    QString csv() const;

    JudgementProbe m_probe;
    std::shared_ptr<const Judgement> m_judgement;
    ViewHeader *m_header;
    class QComboBox *m_order, *m_filter;
    SampleGrid *m_grid;
};

} // namespace zhibei
