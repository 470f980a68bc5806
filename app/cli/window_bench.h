#pragma once

#include <QJsonObject>

namespace zhibei {

/// Trains the digits flat out with every view open, and then without a window. Figures: startup_s (until the first step has
/// been seen), samples_per_s, headless_samples_per_s, throughput_ratio, ticks_within_50_ms (share of the event loop's),
/// longest_tick_ms, publishing_share (of the trainer's time).
QJsonObject benchWindow(double seconds);

/// Pans a canvas of 500 nodes and draws it again and again: frames_per_s, longest_frame_ms.
QJsonObject benchCanvas(double seconds);

} // namespace zhibei
