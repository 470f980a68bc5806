#pragma once

#include "widgets/views/view.h"
#include "widgets/views/view_header.h"

namespace zhibei {

/// A view that is a row of choices above a picture it paints itself.
class PaintedView : public View {
    Q_OBJECT
public:
    explicit PaintedView(Theme *theme, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    /// A field of a CSV line, quoted where it must be.
    static QString csvField(const QString &text);

protected:
    ViewHeader *header() const { return m_header; }
    /// Where to paint: below the header.
    QRectF body() const;
    /// Draws everything into `area`; `live` with what only the screen needs, like marks under the pointer.
    virtual void paint(QPainter &painter, const QRectF &area, bool live) const = 0;
    /// One friendly sentence instead of a picture.
    void paintMessage(QPainter &painter, const QRectF &area, const QString &text) const;
    /// The picture as `paint` draws it, under `title` and the header's reading.
    Figure figureOf(const QString &name, const QString &title, std::function<QString()> csv) const;
    void paintEvent(QPaintEvent *event) override;

private:
    ViewHeader *m_header;
};

} // namespace zhibei
