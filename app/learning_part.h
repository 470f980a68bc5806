#pragma once

#include "core/network/diagnostics.h"
#include "core/network/network.h"

namespace zhibei {

/// The network without the nodes that are not ready and that no loss waits for: a layer just dropped on the canvas,
/// with no wire yet, is no reason to stop what is learning beside it.
Network learningPart(const Network &network, const DataType &data);

} // namespace zhibei
