#pragma once

#include "widgets/views/sample_painter.h"

namespace zhibei {

/// Draws samples as dots: of data with classes in their colours and shapes, else by the number to predict.
class SampleDots {
    Q_DECLARE_TR_FUNCTIONS(SampleDots)
public:
    explicit SampleDots(const Theme *theme) : m_theme(theme), m_painter(theme) {}

    void setData(std::shared_ptr<const Dataset> data);
    void forget() { m_painter.forget(); } ///< colours have changed
    const SamplePainter &samples() const { return m_painter; }
    double radius() const;
    /// How large dots may be, so that `count` of them in `area` can be told apart: 1 is their usual size.
    static double scaleFor(const QSizeF &area, qsizetype count);
    QColor color(qint64 sample) const;
    void paint(QPainter &painter, const QPointF &at, qint64 sample, double scale = 1) const;
    /// A ring around the dot of a sample that stands out.
    void paintRing(QPainter &painter, const QPointF &at) const;
    /// Which colour is which class, in rows from the top of `area`; returns the height. Without a painter it only measures.
    double legend(QPainter *painter, const QRectF &area) const;
    /// "Test sample 12: 7"
    QString reading(qint64 sample) const;
    /// The sample's picture on a card with its words, beside `anchor`.
    void paintCard(QPainter &painter, const QPointF &anchor, const QRectF &bounds, qint64 sample) const;
    /// The index in `places` nearest to `at`, at most `within` pixels away; -1 if there is none.
    static int nearest(const QList<QPointF> &places, const QPointF &at, double within);
    /// The index in `places` to go to from `from` by an arrow key; -1 if there is nothing in that direction.
    static int towards(const QList<QPointF> &places, int from, int key);

private:
    bool classes() const;
    void paintShape(QPainter &painter, const QPointF &at, int shape, double radius) const;

    const Theme *m_theme;
    SamplePainter m_painter;
    std::pair<float, float> m_range{0, 0}; ///< of the number to predict
};

} // namespace zhibei
