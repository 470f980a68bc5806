#pragma once

#include "core/layers/layer_kind.h"

namespace zhibei {

struct Op;

/// An activation function as dense layers, neurons and activation nodes offer it.
struct ActivationFunction {
    std::string id;
    std::string text;        ///< marked English name
    const Op *op;            ///< null: identity
    double parameter = 0;    ///< the op's first real
    bool rectifier = false;  ///< He rather than Xavier weights go before it
};
const std::vector<ActivationFunction> &activationFunctions();
const ActivationFunction &activationFunction(const std::string &id);

/// The attribute that chooses one; `defaultId` e.g. "relu".
AttributeSpec activationAttribute(const std::string &id, const std::string &defaultId);
/// The attributes "bias", "init", "frozen" and "share" of everything with weights.
std::vector<AttributeSpec> weightAttributes();

} // namespace zhibei
