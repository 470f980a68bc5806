#include "core/io/onnx/onnx_project.h"

#include "core/io/onnx/onnx_file.h"
#include "core/io/onnx/onnx_import.h"
#include "core/layers/layer_kind.h"
#include "core/network/layout.h"
#include "core/train/training_settings.h"

#include <algorithm>

namespace zhibei {

namespace {

/// A loss and the answers that it wants.
struct Judge {
    std::string kind;
    int64_t classes = 0; ///< 0: numbers
    int64_t numbers = 1;
    bool itself = false; ///< the right answer is the input
};

std::string activationOf(const Node &node)
{
    const LayerKind &kind = *findKind(node.kind);
    for (const char *id : {"function", "activation"})
        if (findAttribute(kind.attributes, id))
            return std::get<std::string>(attributeValue(kind.attributes, node.attributes, id));
    return {};
}

Judge judgeOf(const Node &last, const Shape &prediction, int64_t features)
{
    const int64_t count = prediction.count();
    const std::string activation = activationOf(last);
    if (count == features && count > 1)
        return {"squared", 0, count, true};
    if (activation == "sigmoid" && count == 1)
        return {"binary_cross_entropy", 2};
    const bool scores = activation == "softmax" || (activation == "identity" && count > 2) || (last.kind != "activation" && activation.empty() && count > 2);
    if (prediction.rank() == 1 && count > 1 && scores)
        return {"cross_entropy", count};
    return {"squared", 0, count};
}

bool learns(const OnnxNetwork &made)
{
    return std::any_of(made.weights.begin(), made.weights.end(), [&](const auto &entry) {
        const Node *node = made.network.find(entry.first.substr(0, entry.first.find('.')));
        return node && !node->attributes.contains("frozen");
    });
}

} // namespace

ReadyModel readyModel(const Project &project, const DataType &data)
{
    for (const Diagnostic &diagnostic : analyse(project.network, data).diagnostics)
        if (diagnostic.blocks && !diagnostic.node.empty())
            throw FileError(diagnostic.text);
    ReadyModel ready{buildModel(project.network, data), {}};
    ready.parameters.resize(size_t(ready.model->parameterCount));
    const auto seed = std::get<int64_t>(attributeValue(trainingSchema(), project.training, "seed"));
    initialiseParameters(*ready.model, project.training, uint64_t(seed), ready.parameters);
    importParameters(*ready.model, project.weights, ready.parameters);
    return ready;
}

Project projectFromOnnx(const std::string &path)
{
    OnnxNetwork made = importOnnx(readOnnx(path));
    Project project;
    project.data.source = "random";
    project.data.options = {{"shape", made.data.features.extents()}, {"symbols", int64_t(made.data.featureClasses)}};
    const NodeId input = made.network.nodes.front().id;
    const auto predicts = std::find_if(made.outputs.begin(), made.outputs.end(), [](const auto &output) { return !output.second.constant; });
    if (predicts != made.outputs.end() && made.outputs.size() == 1 && learns(made)) {
        const OnnxFlow &prediction = predicts->second;
        Judge judge = judgeOf(*made.network.find(prediction.port.node), prediction.sample(), made.data.featureClasses ? 0 : made.data.features.count());
        const NodeId loss = made.network.addNode(judge.kind);
        made.network.connect(prediction.port, {loss, 0});
        made.network.connect({input, judge.itself ? 0 : 1}, {loss, 1});
        project.data.options["classes"] = judge.classes;
        project.data.options["targets"] = judge.itself ? 1 : std::max<int64_t>(1, judge.numbers);
    }
    const auto sizes = usualSizes(made.network, analyse(made.network, made.data));
    for (const auto &[id, place] : tidyLayout(made.network, sizes))
        made.network.find(id)->position = place;
    project.network = std::move(made.network);
    project.weights = std::move(made.weights);
    return project;
}

} // namespace zhibei
