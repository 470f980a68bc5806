#pragma once

#include "core/program/model.h"

namespace zhibei {

struct LayerKind;
struct ShapeQuery;
struct ShapeAnswer;
class Lowering;

/// A loss kind from what makes it different: ports, icon and the settings of the optimizer are added.
LayerKind lossKind(LayerKind kind);

/// For losses that compare number with number: a class as the right answer is compared as -1 or +1 with one output, as
/// one-hot numbers with one output a class.
ShapeAnswer comparesNumbers(const ShapeQuery &query);
struct ComparedTarget {
    ValueId value = noValue;  ///< the numbers to compare with
    ValueId judged = noValue; ///< what a decision is checked against
    Decision decision = Decision::None;
};
ComparedTarget comparedTarget(Lowering &l);

} // namespace zhibei
