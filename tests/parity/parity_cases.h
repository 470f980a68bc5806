#pragma once

#include "core/layers/layer_kind.h"

/// One setting of one kind that is held against PyTorch. What PyTorch says of it stands in expected.safetensors, under
/// names that begin with `name`; make_expected.py makes them.
struct ParityCase {
    std::string name; ///< "conv2d.3"
    const zhibei::LayerKind *kind = nullptr;
    zhibei::LayerKind::Sample sample;
    int64_t batch = 3;
    bool training = true; ///< false: as in use; only outputs are compared
};

/// Every sample of every kind, and more.
std::vector<ParityCase> parityCases();

/// Why a kind has no case; null if it should have one.
const char *withoutParity(const zhibei::LayerKind &kind);

/// One training of twenty steps: a small net, and what its loss node says of the optimizer.
struct TrajectoryCase {
    std::string name; ///< "mlp.adam.clip"
    std::string net;  ///< "mlp", "convnet", "letters"
    zhibei::Attributes objective;
};

std::vector<TrajectoryCase> trajectoryCases();
