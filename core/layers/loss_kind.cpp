#include "core/layers/loss_kind.h"

#include "core/train/training_settings.h"

namespace zhibei {

LayerKind lossKind(LayerKind kind)
{
    kind.category = Category::Objective;
    kind.face = Face::LossCurve;
    kind.icon = "target";
    kind.inputs = {{"prediction", ZB_TEXT("prediction")}, {"target", ZB_TEXT("right answer"), false, true}};
    kind.attributes.insert(kind.attributes.end(), objectiveAttributes().begin(), objectiveAttributes().end());
    return kind;
}

} // namespace zhibei
