#pragma once

#include "core/probes/routing_layer.h"
#include "widgets/views/inside/inside_page.h"

namespace zhibei {

/// Routing by agreement, round by round: how much of each lower capsule's vote each upper one takes, and how long the upper
/// ones become. Up and Down choose the upper capsule.
class RoutingPage : public InsidePage {
    Q_OBJECT
public:
    using InsidePage::InsidePage;

    void draw(QPainter &painter, const QSize &size) const override;
    QString reading() const override;
    QString csv() const override;
    void choose(int64_t capsule);

protected:
    void onInside() override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Places { QRectF shares, lengths; };
    Places places(const QSize &size, int round) const;
    QString capsuleName(int64_t capsule) const;

    std::optional<RoutingLayer> m_layer;
    int64_t m_capsule = 0;
};

} // namespace zhibei
