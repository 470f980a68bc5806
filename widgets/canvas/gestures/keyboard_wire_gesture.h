#pragma once

#include "widgets/canvas/gestures/gesture.h"
#include "widgets/canvas/gestures/wire_preview.h"
#include "widgets/canvas/wiring.h"

#include <memory>

namespace zhibei {

class NetworkView;

/// Draws a wire without a mouse: left and right or up and down walk the ports it could go to, Tab changes the output it
/// starts at, Enter draws it.
class KeyboardWireGesture : public Gesture {
public:
    KeyboardWireGesture(NetworkView *view, const NodeId &from);
    ~KeyboardWireGesture() override;
    /// False if there is nothing to wire from here.
    bool possible() const { return !m_outputs.empty() && !m_inputs.empty(); }

    void move(const Pointer &) override {}
    void finish(const Pointer &) override { cancel(); }
    void cancel() override;
    bool key(const QKeyEvent &event) override;

private:
    void show();
    void commit();
    void walk(const QPointF &direction);

    NetworkView *m_view;
    Network m_network;
    DataType m_data;
    Wiring m_wiring;
    std::vector<PortRef> m_outputs, m_inputs;
    size_t m_output = 0, m_input = 0;
    std::unique_ptr<WirePreview> m_preview;
};

} // namespace zhibei
