#pragma once

#include "core/data/dataset.h"
#include "core/network/network.h"

#include <memory>

/// A small classification that trains in milliseconds: two clouds of points, a net with a skip connection and dropout.
std::shared_ptr<const zhibei::Dataset> twoClouds(int samples = 90);
zhibei::Network smallNet();
/// A net wide enough that its work is shared between threads.
zhibei::Network wideNet();
