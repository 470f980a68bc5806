#include "tests/core/gradient_checker.h"

#include <QtTest>

#include <set>

using namespace zhibei;

namespace {

/// What goes wrong with one op of the backward part.
using Plant = std::function<void(Program &, size_t op)>;

/// The result times `factor`: a turned sign, a forgotten 2, or (0) no gradient at all.
Plant scaled(double factor)
{
    return [factor](Program &program, size_t at) {
        const ValueId right = program.ops[at].outputs[0], wrong = program.addValue(program.values[size_t(right)]);
        OpInstance scale;
        scale.op = &scaleOp;
        scale.inputs = {right};
        scale.outputs = {wrong};
        scale.reals[0] = factor;
        for (size_t later = at + 1; later < program.ops.size(); ++later)
            std::replace(program.ops[later].inputs.begin(), program.ops[later].inputs.end(), right, wrong);
        program.ops.insert(program.ops.begin() + std::ptrdiff_t(at) + 1, scale);
    };
}

Plant integer(size_t index, int64_t value)
{
    return [=](Program &program, size_t at) { program.ops[at].integers[index] = value; };
}

Plant real(size_t index, double value)
{
    return [=](Program &program, size_t at) { program.ops[at].reals[index] = value; };
}

/// Reads another of its inputs instead of this one.
Plant reads(size_t input, size_t instead)
{
    return [=](Program &program, size_t at) { program.ops[at].inputs[input] = program.ops[at].inputs[instead]; };
}

Plant exchanged(size_t a, size_t b)
{
    return [=](Program &program, size_t at) { std::swap(program.ops[at].inputs[a], program.ops[at].inputs[b]); };
}

/// A term of a sum or a factor of a product is left out.
Plant without(size_t input)
{
    return [=](Program &program, size_t at) { program.ops[at].inputs.erase(program.ops[at].inputs.begin() + std::ptrdiff_t(input)); };
}

/// A parameter's gradient is not formed.
Plant left()
{
    return [](Program &program, size_t at) { program.ops.erase(program.ops.begin() + std::ptrdiff_t(at)); };
}

Plant replaced(const Op &op, double factor = 1)
{
    return [&op, factor](Program &program, size_t at) {
        program.ops[at].op = &op;
        program.ops[at].reals[0] = factor;
    };
}

struct Fault {
    const char *text, *kind;
    LayerKind::Sample sample;
    const char *op; ///< of the backward part, the first one
    Plant plant;
};

ValueType numbers(std::initializer_list<int64_t> extents) { return {Shape(std::vector<int64_t>(extents)), 0}; }
LayerKind::Sample activation(const char *function) { return {{{"function", std::string(function)}}, {numbers({6})}}; }

std::vector<Fault> faultsOfLayers()
{
    const LayerKind::Sample dense{{{"units", int64_t(3)}, {"activation", std::string("identity")}}, {numbers({3})}};
    const LayerKind::Sample conv{{{"filters", int64_t(2)}, {"kernel", int64_t(2)}, {"dilation", int64_t(2)}, {"activation", std::string("tanh")}}, {numbers({2, 5, 5})}};
    const LayerKind::Sample norm{{}, {numbers({2, 3, 2})}};
    return {
        {"turned sign", "dense", dense, "dense_input_gradient", scaled(-1)},
        {"weights get twice as much", "dense", dense, "to_rows", scaled(2)},
        {"weights get nothing", "dense", dense, "dense_weights_gradient", left()},
        {"bias gets nothing", "conv2d", conv, "channel_sum", scaled(0)},
        {"dilation forgotten across", "conv2d", conv, "conv_weights_gradient", integer(11, 1)},
        {"dilation forgotten down", "conv2d", conv, "conv_transpose", integer(10, 1)},
        {"kernel gets nothing", "conv2d", conv, "sum_tiles", left()},
        {"turned sign", "conv_transpose2d", findKind("conv_transpose2d")->samples[1], "conv", scaled(-1)},
        {"factors exchanged", "activation", activation("tanh"), "tanh_gradient", exchanged(0, 1)},
        {"factors exchanged", "activation", activation("sigmoid"), "sigmoid_gradient", exchanged(0, 1)},
        {"looks at dy for its sign", "activation", activation("relu"), "relu_gradient", reads(1, 0)},
        {"slope of another leak", "activation", activation("leaky_relu"), "leaky_relu_gradient", real(0, 0.1)},
        {"term missing in the slope", "activation", activation("elu"), "elu_gradient", real(0, 0)},
        {"slope at y", "activation", activation("gelu"), "gelu_gradient", reads(2, 1)},
        {"factors exchanged", "activation", activation("softplus"), "softplus_gradient", exchanged(0, 1)},
        {"turned sign", "activation", activation("selu"), "selu_gradient", scaled(-1)},
        {"one row instead of four", "time_dense", {{{"units", int64_t(3)}, {"activation", std::string("softmax")}}, {numbers({4, 2})}}, "softmax_gradient", integer(0, 1)},
        {"mask forgotten", "dropout", {{{"rate", 0.5}}, {numbers({9})}}, "mask", replaced(scaleOp)},
        {"mean of everything", "layer_norm", {{}, {numbers({4, 3})}}, "normalise_gradient", integer(0, 1)},
        {"y and dy exchanged", "normalise", {{{"method", std::string("length")}}, {numbers({6})}}, "unit_length_gradient", exchanged(0, 1)},
        {"wrong denominator of the mean", "batch_norm", norm, "batch_means", integer(2, 7)},
        {"y and dy exchanged", "batch_norm", norm, "standardise_gradient", exchanged(0, 1)},
        {"one mean missing", "batch_norm", norm, "tile_products", scaled(0)},
        {"gain from dy alone", "batch_norm", norm, "affine_gain", reads(1, 0)},
        {"gain forgotten", "batch_norm", norm, "affine", replaced(scaleOp)},
        {"turned sign", "max_pool", findKind("max_pool")->samples[0], "max_pool_gradient", scaled(-1)},
        {"padding counted", "average_pool", findKind("average_pool")->samples[1], "average_pool_gradient", integer(18, 1)},
        {"another interpolation", "upsample", findKind("upsample")->samples[1], "upsample_bilinear_gradient", replaced(upsampleNearestGradientOp)},
        {"half of it", "upsample", findKind("upsample")->samples[0], "upsample_nearest_gradient", scaled(0.5)},
        {"shifted by a row", "pad", findKind("pad")->samples[0], "pad", integer(3, -1)},
    };
}

std::vector<Fault> faultsOfSequences()
{
    const ValueType none;
    return {
        {"wrong size of an entry", "embedding", findKind("embedding")->samples[0], "embedding_gradient", integer(0, 2)},
        {"the cell's gradient forgotten", "lstm", findKind("lstm")->samples[0], "recurrent_gradient", integer(11, 0)},
        {"slope of tanh for ReLU", "rnn", {{{"units", int64_t(3)}, {"activation", std::string("relu")}}, {numbers({4, 2}), none, none}}, "recurrent_gradient", integer(5, 0)},
        {"mask forgotten", "gru", {{{"units", int64_t(3)}}, {numbers({4, 2}), numbers({4}), none}}, "recurrent_gradient", integer(4, 0)},
        {"its bias gets nothing", "gru", findKind("gru")->samples[0], "channel_sum", scaled(0)},
        {"not turned back", "gru", {{{"units", int64_t(2)}, {"both_ways", true}}, {numbers({4, 2}), none, none}}, "axis_reverse", replaced(scaleOp)},
        {"a term missing", "multi_head_attention", {{{"size", int64_t(4)}, {"heads", int64_t(2)}}, {numbers({3, 4}), none, none, none}}, "add", without(1)},
        {"transpose missing", "matrix_product", {{}, {numbers({3, 3}), numbers({3, 3})}}, "matmul", integer(5, 0)},
        {"factor of the scores forgotten", "attention", findKind("attention")->samples[0], "scale", real(0, 1)},
        {"scores get nothing", "attention", {{}, {numbers({2, 3}), numbers({4, 3}), numbers({4, 2}), none}}, "softmax_gradient", scaled(0)},
        {"factors exchanged", "primary_capsules", findKind("primary_capsules")->samples[0], "squash_gradient", exchanged(0, 1)},
        {"dy for s", "capsule_length", findKind("capsule_length")->samples[0], "capsule_length_gradient", scaled(-1)},
        {"votes weighed alike", "capsules", findKind("capsules")->samples[0], "add_votes_gradient", scaled(0.5)},
        {"mask forgotten", "label_mask", findKind("label_mask")->samples[0], "mask", replaced(scaleOp)},
    };
}

std::vector<Fault> faultsOfArithmetic()
{
    return {
        {"a factor missing", "multiply", {{}, {numbers({3}), numbers({3}), numbers({3})}}, "product_gradient", without(2)},
        {"one place off", "concatenate", {{}, {numbers({3}), numbers({2})}}, "slice", integer(0, 1)},
        {"denominator forgotten", "mean", {{}, {numbers({4})}}, "axis_repeat", real(0, 1)},
        {"begins elsewhere", "slice", {{{"begin", int64_t(1)}, {"count", int64_t(2)}}, {numbers({4})}}, "axis_paste", integer(3, 0)},
        {"order not inverted", "transpose", {{{"order", std::vector<int64_t>{2, 0, 1}}}, {numbers({3, 3, 3})}}, "permute",
         [](Program &program, size_t at) { std::swap(program.ops[at].integers[6], program.ops[at].integers[8]); }},
        {"factor forgotten", "scale", findKind("scale")->samples[0], "scale", real(0, 1)},
        {"turned sign", "repeat", findKind("repeat")->samples[0], "axis_sum", scaled(-1)},
    };
}

std::vector<Fault> faultsOfLosses()
{
    const ValueType four = numbers({4}), none, oneOfFour{Shape({1}), 4}, oneOfTwo{Shape({1}), 2};
    return {
        {"2 forgotten", "squared", {{}, {four, four}}, "squared_loss_gradient", scaled(0.5)},
        {"learned target's sign", "absolute", {{}, {four, four}}, "absolute_loss_gradient", exchanged(0, 1)},
        {"another border", "huber", {{{"delta", 0.3}}, {four, four}}, "huber_loss_gradient", real(0, 1)},
        {"turned sign", "hinge", {{}, {numbers({1}), oneOfTwo}}, "hinge_loss_gradient", scaled(-1)},
        {"not divided by the classes", "hinge", {{}, {four, oneOfFour}}, "multi_hinge_loss_gradient", scaled(4)},
        {"twice as much", "margin", {{}, {four, oneOfFour}}, "margin_loss_gradient", scaled(2)},
        {"for t its logarithm", "divergence", {{}, {four, four}}, "divergence_gradient", reads(1, 0)},
        {"learned target forgotten", "divergence", {{}, {four, four}}, "divergence_target_gradient", scaled(0)},
        {"smoothing forgotten", "cross_entropy", {{{"smoothing", 0.2}}, {four, oneOfFour, none}}, "softmax_cross_entropy_gradient", real(0, 0)},
        {"class weights forgotten", "cross_entropy", {{{"class_weights", std::string("1, 2, 3, 4")}}, {four, oneOfFour, none}}, "softmax_cross_entropy_gradient",
         [](Program &program, size_t at) { program.ops[at].table.clear(); }},
        {"p and t exchanged", "binary_cross_entropy", {{}, {four, four}}, "sigmoid_cross_entropy_gradient", exchanged(0, 1)},
        {"half the loss", "squared", {{}, {four, four}}, "loss_seed", real(0, 0.5)},
    };
}

std::vector<Fault> faults()
{
    std::vector<Fault> all;
    for (const auto &some : {faultsOfLayers(), faultsOfSequences(), faultsOfArithmetic(), faultsOfLosses()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace

/// The checker of gradients is itself checked: planted faults in the backward ops of many kinds do not go unseen.
class TestGradientFaults : public QObject {
    Q_OBJECT

private slots:
    void isSeen_data()
    {
        QTest::addColumn<int>("index");
        std::set<std::string> ops;
        const std::vector<Fault> all = faults();
        for (size_t i = 0; i < all.size(); ++i) {
            QTest::addRow("%s: %s, %s", all[i].kind, all[i].op, all[i].text) << int(i);
            ops.insert(all[i].op);
        }
        QVERIFY(ops.size() >= 40);
    }

    void isSeen()
    {
        QFETCH(int, index);
        const Fault fault = faults()[size_t(index)];
        const KindProgram program(*findKind(fault.kind), fault.sample);
        for (int64_t batch : {5, 19}) {
            const QString mistake = GradientChecker(program, batch).mistake(40);
            QVERIFY2(mistake.isEmpty(), qPrintable(mistake));
            QVERIFY(!mistakeWith(fault, program, batch).isEmpty());
        }
    }

    /// It is the fault that is seen, not the planting.
    void planting()
    {
        Fault fault = faults()[0];
        fault.plant = scaled(1);
        const KindProgram program(*findKind(fault.kind), fault.sample);
        QCOMPARE(mistakeWith(fault, program, 19), QString());
    }

private:
    static QString mistakeWith(const Fault &fault, const KindProgram &program, int64_t batch)
    {
        bool planted = false;
        GradientChecker checker(program, batch, [&](Program &all, size_t forwardOps) {
            for (size_t at = forwardOps; at < all.ops.size() && !planted; ++at)
                if (all.ops[at].op->id == std::string(fault.op)) {
                    fault.plant(all, at);
                    planted = true;
                }
        });
        return planted ? checker.mistake(40) : QString();
    }
};

QTEST_GUILESS_MAIN(TestGradientFaults)
#include "tst_gradient_faults.moc"
