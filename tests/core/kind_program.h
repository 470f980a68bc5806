#pragma once

#include "core/layers/kinds.h"
#include "core/layers/lowering.h"
#include "core/ops/ops.h"
#include "core/program/model.h"

/// A small program around one sample case of a kind: features -> a learned mixing matrix -> the kind -> a loss. The matrix in
/// front makes the gradient of the kind's inputs visible as the gradient of a parameter. It is a convolution over a single
/// place: that adds up whatever comes back in a tile, so that nothing may come back for samples beyond the batch.
struct KindProgram {
    KindProgram(const zhibei::LayerKind &kind, const zhibei::LayerKind::Sample &sample);

    std::shared_ptr<zhibei::Model> model;
    zhibei::ValueId loss = zhibei::noValue;
    int classes = 0; ///< of the target; 0: numbers
};
