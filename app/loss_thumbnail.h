#pragma once

#include "core/train/history.h"

#include <QVector>

namespace zhibei {

/// The training loss up to a step as a few hundred numbers for the card of a loss node. `version` is the history's that
/// `previous` was made of; unchanged, `previous` comes back.
QVector<float> lossThumbnail(const History &history, int64_t lastStep, uint64_t &version, const QVector<float> &previous);

} // namespace zhibei
