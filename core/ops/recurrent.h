#pragma once

#include "core/ops/ops.h"

namespace zhibei {

/// A recurrent layer in one direction over a sequence.
struct RecurrentShape {
    enum Kind { Rnn, Lstm, Gru } cell = Rnn;
    int64_t steps = 1, units = 1;
    bool initial = false; ///< initial states are given
    bool masked = false;  ///< a number a step: 0 keeps the state as it was
    bool relu = false;    ///< Rnn only: ReLU instead of tanh
    bool bias = false;    ///< Gru only: what the state says has a bias of its own

    int64_t gates() const { return cell == Lstm ? 4 : cell == Gru ? 3 : 1; }
    Integers pack() const { return {cell, steps, units, initial, masked, relu, bias}; }
    static RecurrentShape unpack(const Integers &i) { return {Kind(i[0]), i[1], i[2], i[3] != 0, i[4] != 0, i[5] != 0, i[6] != 0}; }
};

} // namespace zhibei
