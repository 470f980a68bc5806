#include "core/layers/loss_kind.h"

#include "core/layers/lowering.h"
#include "core/train/training_settings.h"

namespace zhibei {

LayerKind lossKind(LayerKind kind)
{
    kind.category = Category::Objective;
    kind.face = Face::LossCurve;
    kind.icon = "target";
    kind.inputs.insert(kind.inputs.begin(), {{"prediction", ZB_TEXT("prediction")}, {"target", ZB_TEXT("right answer"), false, true}});
    kind.attributes.insert(kind.attributes.end(), objectiveAttributes().begin(), objectiveAttributes().end());
    return kind;
}

ShapeAnswer comparesNumbers(const ShapeQuery &query)
{
    const Shape &prediction = query.inputs[0].shape;
    const ValueType &target = query.inputs[1];
    const bool fits = target.classes ? prediction.count() == target.classes || (target.classes == 2 && prediction.count() == 1)
                                     : prediction.count() == target.shape.count();
    if (fits)
        return {};
    if (target.classes)
        return {{}, {ZB_TEXT("There are %1 classes, but %2 numbers arrive. Give the last layer %1 neurons."),
                     {std::to_string(target.classes), std::to_string(prediction.count())}}, target.classes};
    return {{}, {ZB_TEXT("The right answer has %1 numbers, but %2 arrive. Give the last layer %1 neurons."),
                 {std::to_string(target.shape.count()), std::to_string(prediction.count())}}, target.shape.count()};
}

ComparedTarget comparedTarget(Lowering &l)
{
    const ValueType &type = l.inputType(1);
    const ValueId target = l.input(1);
    if (!type.classes)
        return {target, target, Decision::None};
    if (l.count(l.input(0)) == type.classes)
        return {l.add(oneHotOp, {target}, {type.classes}), target, Decision::Largest};
    return {l.add(signedClassOp, {target}), target, Decision::Sign};
}

} // namespace zhibei
