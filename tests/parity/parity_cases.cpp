#include "tests/parity/parity_cases.h"

using namespace zhibei;

namespace {

ValueType numbers(std::initializer_list<int64_t> extents) { return {Shape(std::vector<int64_t>(extents)), 0}; }
ValueType classes(int64_t count, int of) { return {Shape({count}), of}; }

constexpr int64_t twoTiles = 19; // a batch that is more than one tile, and not a whole number of them

struct Extra {
    const char *kind;
    LayerKind::Sample sample;
    int64_t batch = 3;
    bool training = true;
};

Attributes windows(int64_t kernel, int64_t stride, const char *padding, Attributes more = {})
{
    more.insert({{"kernel", kernel}, {"stride", stride}, {"padding", std::string(padding)}});
    return more;
}

Attributes filters(int64_t count, Attributes more)
{
    more.insert({{"filters", count}, {"activation", std::string("identity")}});
    return more;
}

std::vector<Extra> layers()
{
    return {
        {"dense", {{{"units", int64_t(5)}, {"activation", std::string("relu")}}, {numbers({4})}}, twoTiles},
        {"dense", {{{"units", int64_t(4)}, {"activation", std::string("selu")}}, {numbers({3})}}},
        {"dense", {{{"units", int64_t(4)}, {"activation", std::string("leaky_relu_2")}, {"bias", false}}, {numbers({3})}}},
        {"neuron", {{{"activation", std::string("elu")}}, {numbers({2}), numbers({1}), numbers({3})}}},
        {"activation", {{{"function", std::string("softmax")}}, {numbers({2, 2, 3})}}},
        {"activation", {{{"function", std::string("gelu")}}, {numbers({40})}}, twoTiles},
        {"dropout", {{{"rate", 0.5}}, {numbers({4})}}, 3, false},
        {"batch_norm", {{}, {numbers({3})}}, twoTiles},
        {"batch_norm", {{{"epsilon", 0.05}}, {numbers({2, 3, 2})}}, twoTiles},
        {"batch_norm", {{}, {numbers({2, 3, 2})}}, 3, false},
        {"batch_norm", {{}, {numbers({4, 2})}}, 3, false},
        {"layer_norm", {{{"epsilon", 0.1}}, {numbers({5})}}},
        {"normalise", {{}, {numbers({2, 3, 2})}}},
        {"label_mask", {{}, {numbers({4, 3}), classes(1, 4)}}, 6, false},
        {"capsules", {{{"units", int64_t(3)}, {"size", int64_t(4)}, {"iterations", int64_t(3)}}, {numbers({5, 2})}}},
        {"primary_capsules", {windows(3, 1, "same", {{"maps", int64_t(2)}, {"size", int64_t(2)}}), {numbers({2, 3, 4})}}},
    };
}

std::vector<Extra> convolutions()
{
    return {
        {"conv2d", {filters(3, windows(3, 2, "same")), {numbers({2, 6, 5})}}},
        {"conv2d", {filters(3, windows(4, 1, "same")), {numbers({1, 5, 4})}}},
        {"conv2d", {filters(4, windows(3, 1, "explicit", {{"pad", int64_t(1)}, {"groups", int64_t(4)}})), {numbers({4, 4, 3})}}, twoTiles},
        {"conv2d", {filters(2, windows(2, 3, "valid", {{"dilation", int64_t(3)}})), {numbers({2, 8, 7})}}},
        {"conv2d", {filters(2, windows(5, 2, "explicit", {{"pad", int64_t(3)}})), {numbers({1, 4, 4})}}},
        {"conv2d", {filters(14, windows(3, 1, "same")), {numbers({13, 8, 7})}}}, // channels enough for minimal filtering
        {"conv2d", {filters(14, windows(3, 1, "explicit", {{"pad", int64_t(3)}})), {numbers({13, 4, 3})}}},
        {"conv1d", {filters(3, windows(4, 2, "same")), {numbers({7, 2})}}},
        {"conv1d", {filters(2, windows(3, 1, "explicit", {{"pad", int64_t(2)}})), {numbers({5, 2})}}},
        {"conv_transpose2d", {filters(2, windows(3, 2, "same")), {numbers({2, 3, 2})}}},
        {"conv_transpose2d", {filters(2, windows(2, 3, "same")), {numbers({2, 2, 3})}}},
        {"conv_transpose2d", {filters(1, windows(5, 3, "explicit", {{"pad", int64_t(2)}})), {numbers({3, 2, 2})}}, twoTiles},
        {"conv_transpose2d", {filters(13, windows(3, 1, "valid")), {numbers({14, 8, 7})}}},
        {"max_pool", {windows(3, 1, "explicit", {{"pad", int64_t(1)}}), {numbers({2, 4, 5})}}},
        {"max_pool", {windows(2, 3, "same"), {numbers({7, 2})}}},
        {"average_pool", {windows(2, 2, "same"), {numbers({2, 5, 3})}}},
        {"average_pool", {windows(3, 2, "explicit", {{"pad", int64_t(1)}}), {numbers({2, 4, 5})}}},
        {"global_pool", {{{"method", std::string("max")}}, {numbers({5, 2})}}},
        {"upsample", {{{"factor", int64_t(3)}}, {numbers({2, 2, 3})}}},
        {"upsample", {{{"method", std::string("bilinear")}}, {numbers({2, 4, 3})}}},
        {"crop", {{{"amount", int64_t(2)}}, {numbers({1, 5, 6})}}},
    };
}

std::vector<Extra> sequences()
{
    const ValueType none, mask = numbers({4}), x = numbers({4, 3});
    const Attributes deep{{"units", int64_t(2)}, {"layers", int64_t(3)}, {"both_ways", true}, {"returns", std::string("last")}};
    const Attributes masked{{"units", int64_t(3)}, {"both_ways", true}};
    const Attributes plain{{"units", int64_t(3)}, {"bias", false}, {"returns", std::string("last")}};
    return {
        {"rnn", {{{"units", int64_t(3)}, {"activation", std::string("relu")}}, {x, none, none}}, twoTiles},
        {"rnn", {deep, {x, none, none}}},
        {"rnn", {masked, {x, mask, numbers({6})}}},
        {"rnn", {plain, {x, none, none}}},
        {"lstm", {deep, {x, none, none, none}}},
        {"lstm", {masked, {x, mask, numbers({6}), numbers({6})}}},
        {"lstm", {plain, {x, none, none, none}}, twoTiles},
        {"lstm", {plain, {x, none, numbers({3}), none}}},
        {"lstm", {plain, {x, none, none, numbers({3})}}},
        {"gru", {deep, {x, none, none}}},
        {"gru", {masked, {x, mask, numbers({6})}}},
        {"gru", {plain, {x, none, none}}, twoTiles},
        {"embedding", {{{"size", int64_t(4)}}, {classes(5, 6)}}, twoTiles},
        {"padding_mask", {{{"filler", int64_t(2)}}, {classes(6, 4)}}},
        {"positional_encoding", {{}, {numbers({7, 6})}}},
        {"attention", {{}, {numbers({2, 3}), x, numbers({4, 2}), mask}}},
        {"attention", {{{"causal", true}}, {x, x, numbers({4, 2}), mask}}},
        {"multi_head_attention", {{{"size", int64_t(4)}, {"heads", int64_t(2)}, {"bias", false}}, {x, none, none, mask}}},
        {"multi_head_attention", {{{"size", int64_t(6)}, {"heads", int64_t(2)}, {"causal", true}}, {x, numbers({4, 2}), none, mask}}},
    };
}

std::vector<Extra> arithmetic()
{
    return {
        {"concatenate", {{}, {numbers({2, 2}), numbers({1, 2}), numbers({3, 2})}}},
        {"sum", {{{"axis", int64_t(2)}}, {numbers({2, 3, 4})}}},
        {"mean", {{{"axis", int64_t(2)}}, {numbers({2, 3, 4})}}},
        {"mean", {{}, {numbers({2, 3})}}},
        {"slice", {{{"axis", int64_t(2)}, {"begin", int64_t(1)}, {"count", int64_t(2)}}, {numbers({2, 2, 4})}}},
        {"transpose", {{{"order", std::vector<int64_t>{3, 1, 0, 2}}}, {numbers({2, 3, 1, 2})}}},
        {"constant", {{{"shape", std::vector<int64_t>{2, 3}}, {"value", -2.5}}, {}}},
    };
}

std::vector<Extra> losses()
{
    const ValueType none, steps = classes(4, 3), scores = numbers({4, 3}), mask = numbers({4});
    const Attributes strict{{"smoothing", 0.2}, {"class_weights", std::string("1, 3, 0.25")}};
    return {
        {"squared", {{}, {numbers({2, 3}), numbers({2, 3})}}, twoTiles},
        {"absolute", {{}, {numbers({1}), classes(1, 2)}}},
        {"huber", {{{"delta", 0.3}}, {numbers({6}), numbers({6})}}, twoTiles},
        {"huber", {{{"delta", 2.5}}, {numbers({6}), numbers({6})}}},
        {"cross_entropy", {{}, {numbers({5}), classes(1, 5), none}}, twoTiles},
        {"cross_entropy", {{{"smoothing", 0.3}}, {numbers({5}), classes(1, 5), none}}},
        {"cross_entropy", {{{"class_weights", std::string("2, 0.5")}}, {numbers({2}), classes(1, 2), none}}, twoTiles},
        {"cross_entropy", {{}, {scores, steps, mask}}},
        {"cross_entropy", {strict, {scores, steps, mask}}},
        {"cross_entropy", {strict, {scores, steps, none}}},
        {"binary_cross_entropy", {{}, {numbers({4}), numbers({4})}}, twoTiles},
        {"hinge", {{}, {numbers({3}), classes(1, 3)}}, twoTiles},
        {"margin", {{}, {numbers({6}), classes(1, 6)}}, twoTiles},
        {"divergence", {{}, {numbers({6}), numbers({6})}}, twoTiles},
    };
}

} // namespace

std::vector<ParityCase> parityCases()
{
    std::vector<ParityCase> all;
    std::map<std::string, int> numbered;
    const auto add = [&](const LayerKind &kind, const LayerKind::Sample &sample, int64_t batch, bool training) {
        if (!withoutParity(kind))
            all.push_back({kind.id + "." + std::to_string(numbered[kind.id]++), &kind, sample, batch, training});
    };
    for (const LayerKind *kind : layerKinds())
        for (const LayerKind::Sample &sample : kind->samples) // what is dropped is a matter of chance: only in use is it PyTorch's
            add(*kind, sample, 3, kind->id != "dropout");
    for (const auto &extras : {layers(), convolutions(), sequences(), arithmetic(), losses()})
        for (const Extra &extra : extras)
            add(*findKind(extra.kind), extra.sample, extra.batch, extra.training);
    return all;
}

const char *withoutParity(const LayerKind &kind)
{
    if (kind.id == "input")
        return "shows data and computes nothing";
    if (kind.id == "noise")
        return "random numbers of our own generator";
    return nullptr;
}

std::vector<TrajectoryCase> trajectoryCases()
{
    const std::map<std::string, Attributes> everyOptimizer{
        {"plain", {}},
        {"penalties", {{"l1", 0.01}, {"l2", 0.05}}},
    };
    const std::map<std::string, Attributes> once{
        {"adamw.decay", {{"decay", 0.3}}},
        {"adam.betas", {{"beta1", 0.5}, {"beta2", 0.9}}},
        {"rmsprop.beta", {{"beta2", 0.9}}},
        {"momentum.strong", {{"momentum", 0.99}}},
        {"momentum.step", {{"schedule", std::string("step")}, {"period", int64_t(6)}, {"factor", 0.4}}},
        {"sgd.exponential", {{"schedule", std::string("exponential")}, {"period", int64_t(5)}, {"factor", 0.5}}},
        {"adam.cosine", {{"schedule", std::string("cosine")}, {"period", int64_t(14)}}},
        {"adam.warmup", {{"warmup", int64_t(7)}}},
        {"sgd.warmup_cosine", {{"schedule", std::string("cosine")}, {"period", int64_t(30)}, {"warmup", int64_t(5)}}},
        {"sgd.clip", {{"clip", 0.2}}},
        {"adam.clip", {{"clip", 0.05}, {"l2", 0.02}}},
        {"adam.accumulate", {{"accumulate", int64_t(3)}}},
        {"momentum.accumulate_clip", {{"accumulate", int64_t(2)}, {"clip", 0.3}, {"l1", 0.02}}},
        {"adam.average", {{"average", 0.9}}},
        {"sgd.average_accumulate", {{"average", 0.3}, {"accumulate", int64_t(2)}}},
        {"adam.smoothing", {{"smoothing", 0.1}, {"class_weights", std::string("1, 2, 0.5")}}},
    };
    std::vector<TrajectoryCase> all;
    const auto add = [&](const std::string &optimizer, const std::string &name, Attributes objective) {
        objective["optimizer"] = optimizer;
        objective["rate"] = optimizer == "sgd" || optimizer == "momentum" ? 0.1 : 0.01;
        for (const char *net : {"mlp", "convnet", "letters"})
            all.push_back({net + ("." + name), net, objective});
    };
    for (const char *optimizer : {"sgd", "momentum", "rmsprop", "adam", "adamw"})
        for (const auto &[name, objective] : everyOptimizer)
            add(optimizer, optimizer + ("." + name), objective);
    for (const auto &[name, objective] : once)
        add(name.substr(0, name.find('.')), name, objective);
    return all;
}
