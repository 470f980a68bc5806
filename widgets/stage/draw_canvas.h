#pragma once

#include "widgets/stage/stroke_picture.h"
#include "widgets/theme/theme.h"

#include <QImage>
#include <QWidget>

#include <optional>

namespace zhibei {

/// The square to draw a picture on. It shows pixels as they are: what is drawn, or a sample while nothing is.
/// Mouse, pen or finger; or arrows to move, space to put the pen down and up. Escape takes back the stroke under way,
/// else everything.
class DrawCanvas : public QWidget {
    Q_OBJECT
public:
    explicit DrawCanvas(Theme *theme, QWidget *parent = nullptr);

    /// Drops what was drawn.
    void setPictureSize(int height, int width);
    int pictureHeight() const { return m_height; }
    int pictureWidth() const { return m_width; }
    /// The picture behind an empty pad: height × width numbers from 0 to 1, or nothing.
    void setShown(std::vector<float> picture);
    /// What an empty pad says.
    void setInvitation(const QString &text);

    const Strokes &strokes() const { return m_strokes; }
    bool isBlank() const { return m_strokes.isEmpty(); }
    void clear();
    QSize sizeHint() const override;

signals:
    void strokesChanged();
    /// A stroke was completed.
    void strokeEnded();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRectF board() const;
    QPointF toPicture(const QPointF &at) const;
    void penDown(const QPointF &at);
    void penTo(const QPointF &at);
    void penUp();
    void abandonStroke();
    void moveKeyCursor(int dx, int dy);
    void changed();
    QImage image() const;

    Theme *m_theme;
    int m_height = 28, m_width = 28;
    std::vector<float> m_shown;
    QString m_invitation;
    Strokes m_strokes;
    bool m_down = false;
    std::optional<QPoint> m_keyCursor; ///< a pixel of the picture
};

} // namespace zhibei
