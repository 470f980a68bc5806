#pragma once

#include "widgets/views/micro_scene.h"

#include <QWidget>

namespace zhibei {

/// Paints a scene of the microscope and reads it under the mouse.
class MicroscopeStage : public QWidget {
    Q_OBJECT
public:
    explicit MicroscopeStage(Theme *theme, QWidget *parent = nullptr);

    void setScene(MicroScene scene);
    const MicroScene &scene() const { return m_scene; }
    /// `size` logical pixels, at the painter's origin.
    void paint(QPainter &painter, const QSize &size) const;
    QSize minimumSizeHint() const override { return {m_theme->space(36), m_theme->space(20)}; }

signals:
    void batchPlaceChosen(qint64 place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Place { const MicroPanel *panel; QRectF title, picture, caption; };
    /// The area below the words at the top.
    QRectF body(const QSize &size) const;
    std::vector<Place> places(const QRectF &body) const;
    double arrowWidth(size_t column, const QRectF &body) const;
    QRectF columnRect(size_t column, const QRectF &body) const;
    double wordsHeight(const QSize &size) const;
    void paintBars(QPainter &painter, const QRectF &area, const MicroPanel &panel) const;
    void paintArrow(QPainter &painter, const QRectF &area, const QString &words) const;
    QString readingAt(const QPointF &place) const;

    Theme *m_theme;
    MicroScene m_scene;
    QString m_reading;
};

} // namespace zhibei
