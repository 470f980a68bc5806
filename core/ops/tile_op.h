#pragma once

#include "core/ops/lane_math.h"
#include "core/ops/onnx_rules.h"
#include "core/ops/ops.h"
#include "core/program/backward.h"

namespace zhibei {

using GradientRule = void (*)(Backward &, const OpInstance &);
using CountRule = int64_t (*)(const Program &, const OpInstance &);
using ShapeRule = std::vector<Shape> (*)(const Program &, const OpInstance &);

/// Runs `K::run<T>` for every group of samples of a tile.
template <class K, class T>
void eachGroup(const Call<T> &call)
{
    Call<T> c = call;
    for (c.group = 0; c.group < groups<T>; ++c.group)
        K::template run<T>(c);
}

/// The usual op: `K::run<T>` computes one vector of samples.
template <class K>
constexpr Op tileOp(const char *id, ShapeRule shapes, GradientRule gradient = nullptr, OnnxRule onnx = nullptr, CountRule multiplyAdds = nullptr)
{
    return {id, Cut::Tile, shapes, eachGroup<K, float>, eachGroup<K, double>, gradient, false, multiplyAdds, onnx};
}

/// The same where `K::run<T>` computes a whole tile at once.
template <class K>
constexpr Op wholeTileOp(const char *id, ShapeRule shapes, GradientRule gradient = nullptr, OnnxRule onnx = nullptr)
{
    return {id, Cut::Tile, shapes, K::template run<float>, K::template run<double>, gradient, false, nullptr, onnx};
}

} // namespace zhibei
