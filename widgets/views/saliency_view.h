#pragma once

#include "core/probes/saliency.h"
#include "widgets/views/painted_view.h"

#include <QImage>

class QComboBox;

namespace zhibei {

/// Which places of the sample everybody looks at, or of the drawing, made the network say what it says: gradient times
/// input, or how much less sure it is with a place covered. Over a picture as colours, else a bar for each number.
class SaliencyView : public PaintedView {
    Q_OBJECT
public:
    explicit SaliencyView(Theme *theme, QWidget *parent = nullptr);

    std::vector<std::shared_ptr<const Probe>> probes() const override;
    Figure figure() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;

    void setMethod(SaliencyMethod method);
    void setNumber(int number); ///< class or predicted number; −1: what the network decides for
    const std::shared_ptr<const Saliency> &saliency() const { return m_saliency; }
    QString reading() const { return header()->reading(); }

protected:
    void onData() override;
    void onObservation() override;
    void onSnapshot() override;
    void onSample() override;
    void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer) override;
    void retranslate() override;
    void restyle() override;
    void paint(QPainter &painter, const QRectF &area, bool live) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    SaliencyQuestion question() const;
    void ask();
    void showReading();
    void hover(int64_t place);
    bool picture() const { return !m_image.isNull(); }
    /// The picture beside the same under its colours; the first is empty where there is room for one only.
    struct Places { QRectF plain, covered, scale; };
    Places places(const QRectF &area) const;
    void paintPicture(QPainter &painter, const QRectF &area, bool live) const;
    void paintScale(QPainter &painter, const QRectF &area) const;
    void paintBars(QPainter &painter, const QRectF &area, bool live) const;
    /// A text as its characters on the colours of what they add.
    void paintText(QPainter &painter, const QRectF &area, bool live) const;
    bool text() const { return data() && data()->featureClasses > 0; }
    QRectF character(int64_t place, const QRectF &area) const;
    double barHeight() const;
    int barsIn(const QRectF &area) const;
    int64_t placeAt(const QPointF &at) const;
    QString placeName(int64_t place) const;
    QString answerName(int number) const;
    QString csv() const;

    std::shared_ptr<const Saliency> m_saliency;
    std::vector<float> m_drawn;  ///< what the observation was about
    QImage m_image, m_colours;   ///< the sample, and its places with what is unimportant left clear
    float m_largest = 0;
    SaliencyMethod m_method = SaliencyMethod::Gradient;
    int m_number = -1;
    int m_scrolled = 0;          ///< first bar in sight
    int64_t m_hovered = -1;
    ChoiceTexts *m_methods;
    QComboBox *m_box;
};

} // namespace zhibei
