#pragma once

#include <QJsonObject>

namespace zhibei {

/// Trains the digits flat out in the window as it opens, and then without one. Figures: startup_s (until the first step has
/// been seen), samples_per_s, headless_samples_per_s, throughput_ratio, ticks_within_50_ms (share of the event loop's),
/// longest_tick_ms, frames_per_s (newer numbers shown), faces_per_s (newer pictures on the canvas), resident_mib,
/// memory_growth (over the measurement, as a share), publishing_share (of the trainer's time).
QJsonObject benchWindow(double seconds);

/// The same figures for lenet at 1920 × 1080 with the feature maps of its first layer open beside the canvas, the inspector
/// and the curves.
QJsonObject benchMaps(double seconds);

/// The same with every view that applies open and in sight.
QJsonObject benchViews(double seconds);

/// The same figures for a network of 100 dense layers, all on the canvas.
QJsonObject benchDeep(double seconds);

/// Pans a canvas of 500 nodes and draws it again and again: frames_per_s, longest_frame_ms.
QJsonObject benchCanvas(double seconds);

} // namespace zhibei
