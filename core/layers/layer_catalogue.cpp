#include "core/layers/kinds.h"

namespace zhibei {

std::span<const LayerKind *const> layerKinds()
{
    static const LayerKind *const kinds[] = {
        &inputKind,
        &neuronKind, &denseKind, &dropoutKind, &flattenKind, &reshapeKind, &normaliseKind, &batchNormKind, &layerNormKind,
        &conv2Kind, &convTranspose2Kind, &conv1Kind, &maxPoolKind, &averagePoolKind, &globalPoolKind, &upsampleKind, &padKind, &cropKind,
        &embeddingKind, &oneHotKind, &rnnKind, &lstmKind, &gruKind, &timeDenseKind,
        &attentionKind, &multiHeadKind, &positionalEncodingKind, &paddingMaskKind,
        &primaryCapsulesKind, &capsulesKind, &capsuleLengthKind, &labelMaskKind,
        &activationKind,
        &concatenateKind, &addKind, &subtractKind, &multiplyKind, &matrixProductKind, &sumKind, &meanKind,
        &sliceKind, &transposeKind, &repeatKind, &scaleKind, &functionKind, &noiseKind, &constantKind, &stopGradientKind,
        &squaredKind, &absoluteKind, &huberKind, &crossEntropyKind, &binaryCrossEntropyKind, &hingeKind, &marginKind, &divergenceKind,
    };
    return kinds;
}

const LayerKind *findKind(const std::string &id)
{
    for (const LayerKind *kind : layerKinds())
        if (kind->id == id)
            return kind;
    return nullptr;
}

const char *categoryText(Category category)
{
    switch (category) {
    case Category::Data: return ZB_TEXT("Data");
    case Category::Layer: return ZB_TEXT("Neurons and layers");
    case Category::Convolution: return ZB_TEXT("Convolution");
    case Category::Sequence: return ZB_TEXT("Sequences");
    case Category::Capsule: return ZB_TEXT("Capsules");
    case Category::Activation: return ZB_TEXT("Activation");
    case Category::Arithmetic: return ZB_TEXT("Arithmetic");
    case Category::Objective: return ZB_TEXT("Objective");
    }
    return "";
}

} // namespace zhibei
