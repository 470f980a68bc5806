#pragma once

#include "core/network/attributes.h"
#include "core/network/network.h"

namespace zhibei {

/// Settings of the whole training: seed, batch size, initial weights, stop rules. (What belongs to one
/// objective - loss, optimizer, learning rate, penalties - are attributes of its loss node, see
/// `objectiveAttributes`.) Ids: seed, batch, init, stop_epochs, stop_seconds, stop_metric, stop_value, patience.
const std::vector<AttributeSpec> &trainingSchema();

/// The attributes every loss node has: optimizer, rate, momentum, beta1, beta2, decay, l1, l2.
const std::vector<AttributeSpec> &objectiveAttributes();

} // namespace zhibei
