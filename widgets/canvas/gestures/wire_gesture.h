#pragma once

#include "widgets/canvas/gestures/gesture.h"
#include "widgets/canvas/gestures/wire_preview.h"
#include "widgets/canvas/wiring.h"

#include <QHash>
#include <QString>

#include <memory>
#include <optional>

namespace zhibei {

class NetworkView;

/// Draws a wire from a port, in either direction, or moves one end of a wire there is. Ports that fit light up; a
/// port that does not says why. Dropped on nothing, a new wire offers the kinds that fit and an old one goes away.
class WireGesture : public Gesture {
public:
    /// `anchor` stays where it is: an output port if `forward`, else an input port. `moved`: the wire whose other
    /// end is being moved.
    WireGesture(NetworkView *view, const PortRef &anchor, bool forward, const std::optional<Wire> &moved = std::nullopt);
    ~WireGesture() override;

    void move(const Pointer &pointer) override;
    void finish(const Pointer &pointer) override;
    void cancel() override;
    Qt::CursorShape cursor() const override { return Qt::CrossCursor; }

private:
    void offerPorts();
    std::optional<PortRef> portAt(const QPointF &place) const;
    const WireAnswer &answer(const PortRef &other);
    Wire wireTo(const PortRef &other) const;
    void showTo(const QPointF &place, const std::optional<PortRef> &port);
    void offerKinds(const Pointer &pointer);
    void clear();

    NetworkView *m_view;
    PortRef m_anchor;
    bool m_forward;
    std::optional<Wire> m_moved;
    Network m_network; ///< as it was at the start: `m_wiring` refers to it
    DataType m_data;
    Wiring m_wiring;
    std::map<PortRef, WireAnswer> m_answers;
    std::unique_ptr<WirePreview> m_preview;
    QPointF m_start;
    bool m_done = false;
};

} // namespace zhibei
