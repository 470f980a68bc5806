#pragma once

#include "widgets/canvas/gestures/gesture.h"
#include "widgets/canvas/wiring.h"

#include <QString>

#include <memory>
#include <optional>

namespace zhibei {

class GhostItem;
class NetworkView;

/// Something from the palette over the canvas: a ghost of the card follows the pointer, a wire that would take it in
/// lights up. Payload as in nodeMimeType.
class DropGesture : public Gesture {
public:
    DropGesture(NetworkView *view, const QString &payload);
    ~DropGesture() override;
    /// Whether the canvas knows what it is.
    bool possible() const { return m_kind || !m_source.isEmpty(); }

    void move(const Pointer &pointer) override;
    void finish(const Pointer &pointer) override;
    void cancel() override;

private:
    std::optional<Wire> wireAt(const QPointF &place) const;

    NetworkView *m_view;
    const LayerKind *m_kind = nullptr;
    QString m_source; ///< a data source's id
    std::unique_ptr<GhostItem> m_ghost;
};

} // namespace zhibei
