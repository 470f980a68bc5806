#pragma once

#include "core/probes/attention_layer.h"
#include "widgets/views/inside/cells.h"
#include "widgets/views/inside/inside_page.h"

namespace zhibei {

/// Where one head looks: a row for each query, a column for each key, darker where it takes more; and how one of these
/// shares came about. The arrow keys move, Page Up and Page Down choose the head.
class AttentionPage : public InsidePage {
    Q_OBJECT
public:
    using InsidePage::InsidePage;

    void draw(QPainter &painter, const QSize &size) const override;
    QString place() const override;
    QString reading() const override;
    QString csv() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject &choices) override;

    int64_t head() const { return m_head; }
    void choose(int64_t head, int64_t query, int64_t key);

protected:
    void onInside() override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Places { QRectF matrix, heads, numbers; };
    Places places(const QSize &size) const;
    QRectF headPlace(const QRectF &area, int64_t head) const;
    Cells cells(int64_t head) const;
    void press(const QPointF &at);

    std::optional<AttentionLayer> m_layer;
    int64_t m_head = 0, m_query = 0, m_key = 0;
};

} // namespace zhibei
