#include "core/probes/chain_rule.h"

#include "core/ops/conv.h"
#include "core/ops/ops.h"
#include "core/program/backpass.h"
#include "core/program/plan.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

using Factor = WeightStory::Factor;
using Factors = std::vector<Factor>;
using Numbers = std::vector<float>;

/// Which products a number within a packed parameter takes part in, by op. x: the op's input, dy: the slopes of its output.
struct Products {
    const Op *op;
    Factors (*of)(const Program &program, const OpInstance &op, size_t input, int64_t within, const Numbers &x, const Numbers &dy);
    int64_t (*inputPlace)(const Program &program, const OpInstance &op, int64_t within);  ///< −1: many
    int64_t (*outputPlace)(const Program &program, const OpInstance &op, int64_t within);
};

// Dense: W[inputs + 1][units], the bias in the last row

int64_t units(const Program &program, const OpInstance &op) { return program.count(op.outputs[0]); }

Factors denseFactors(const Program &program, const OpInstance &op, size_t, int64_t within, const Numbers &x, const Numbers &dy)
{
    const auto row = size_t(within / units(program, op));
    return {{double(dy[size_t(within % units(program, op))]), row < x.size() ? double(x[row]) : 1.0}};
}

int64_t denseInput(const Program &program, const OpInstance &op, int64_t within)
{
    const int64_t row = within / units(program, op);
    return row < program.count(op.inputs[0]) ? row : -1;
}

int64_t denseOutput(const Program &program, const OpInstance &op, int64_t within) { return within % units(program, op); }

// Windows: W[channels of a group × kernel elements][outputs], the bias a parameter of its own

/// Where a number of the big or the small side of a convolution stands.
int64_t placeOf(const ConvGeometry &g, int64_t channels, int64_t height, int64_t width, int64_t c, int64_t y, int64_t x)
{
    return g.sequence ? (y * width + x) * channels + c : (c * height + y) * width + x;
}

Factors windowFactors(const Program &, const OpInstance &op, size_t input, int64_t within, const Numbers &x, const Numbers &dy)
{
    const ConvGeometry g = ConvGeometry::unpack(op.integers);
    const bool turned = op.op == &convTransposeOp;
    Factors factors;
    if (input == 2) { // the bias is added at every place of its channel
        const int64_t channels = turned ? g.channels : g.outputs, height = turned ? g.height : g.outHeight, width = turned ? g.width : g.outWidth;
        for (int64_t y = 0; y < height; ++y)
            for (int64_t i = 0; i < width; ++i)
                factors.push_back({double(dy[size_t(placeOf(g, channels, height, width, within, y, i))]), 1});
        return factors;
    }
    const int64_t element = within / g.outputs % g.kernelCount(), output = within % g.outputs, group = output / (g.outputs / g.groups);
    const int64_t channel = group * (g.channels / g.groups) + within / g.outputs / g.kernelCount();
    const int64_t down = element / g.kernelWidth * g.dilationY - g.top, across = element % g.kernelWidth * g.dilationX - g.left;
    const Numbers &big = turned ? dy : x, &small = turned ? x : dy;
    for (int64_t oy = 0; oy < g.outHeight; ++oy)
        for (int64_t ox = 0; ox < g.outWidth; ++ox) {
            const int64_t y = oy * g.strideY + down, i = ox * g.strideX + across;
            const bool inside = y >= 0 && y < g.height && i >= 0 && i < g.width;
            const double far = inside ? double(big[size_t(placeOf(g, g.channels, g.height, g.width, channel, y, i))]) : 0;
            const double near = double(small[size_t(placeOf(g, g.outputs, g.outHeight, g.outWidth, output, oy, ox))]);
            factors.push_back(turned ? Factor{far, near} : Factor{near, far});
        }
    return factors;
}

int64_t many(const Program &, const OpInstance &, int64_t) { return -1; }
int64_t windowOutput(const Program &, const OpInstance &op, int64_t within) { return within % ConvGeometry::unpack(op.integers).outputs; }

// Embedding: W[vocabulary][size], row x[t] at step t

Factors embeddingFactors(const Program &, const OpInstance &op, size_t, int64_t within, const Numbers &x, const Numbers &dy)
{
    const int64_t size = op.integers[0];
    Factors factors;
    for (size_t t = 0; t < x.size(); ++t)
        factors.push_back({double(dy[t * size_t(size) + size_t(within % size)]), int64_t(x[t]) == within / size ? 1.0 : 0.0});
    return factors;
}

int64_t embeddingOutput(const Program &, const OpInstance &op, int64_t within) { return within % op.integers[0]; }

// Gain and shift: y = x·gain + shift; integers: channels, inner

Factors affineFactors(const Program &, const OpInstance &op, size_t input, int64_t within, const Numbers &x, const Numbers &dy)
{
    const auto channels = size_t(op.integers[0]), inner = size_t(op.integers[1]);
    Factors factors;
    for (size_t i = 0; i < dy.size(); ++i)
        if (i / inner % channels == size_t(within))
            factors.push_back({double(dy[i]), input == 1 ? double(x[i]) : 1.0});
    return factors;
}

int64_t itself(const Program &, const OpInstance &, int64_t within) { return within; }

const Products table[] = {
    {&denseOp, denseFactors, denseInput, denseOutput},
    {&convOp, windowFactors, many, windowOutput},
    {&convTransposeOp, windowFactors, many, windowOutput},
    {&embeddingOp, embeddingFactors, many, embeddingOutput},
    {&affineOp, affineFactors, many, itself},
};

const Products *productsOf(const Op *op)
{
    const auto found = std::find_if(std::begin(table), std::end(table), [op](const Products &p) { return p.op == op; });
    return found == std::end(table) ? nullptr : found;
}

bool isActivation(const Op *op)
{
    static const Op *const functions[] = {&sigmoidOp, &tanhOp, &reluOp, &leakyReluOp, &eluOp, &geluOp, &softplusOp, &seluOp};
    return std::find(std::begin(functions), std::end(functions), op) != std::end(functions);
}

/// f'(z) of an element-wise op, measured.
double slopeOf(const OpInstance &op, double z)
{
    Program program;
    program.features = program.addValue({"z", Shape({1}), Space::Sample, {}, 0});
    const ValueId y = program.add(*op.op, {program.features}, "f", {}, op.integers, op.reals, op.table);
    Plan<double> plan(program, 1, {y}, Keep::All, 0);
    const double step = 1e-6 * std::max(1.0, std::abs(z));
    const auto at = [&](double where) {
        plan.runBatch({0, 0, 1, true}, {}, [&](int64_t tile) { std::fill_n(plan.tile(program.features, tile), lanes, where); }, false);
        return plan.tile(y, 0)[0];
    };
    return (at(z + step) - at(z - step)) / (2 * step);
}

double rootMeanSquare(const Numbers &numbers)
{
    double sum = 0;
    for (const float number : numbers)
        sum += double(number) * double(number);
    return numbers.empty() ? 0 : std::sqrt(sum / double(numbers.size()));
}

} // namespace

std::vector<float> ChainRule::slopes(ValueId value, int64_t sample) const
{
    std::vector<float> slopes = m_pass.gradient(value, sample);
    for (float &slope : slopes)
        slope *= float(m_batch);
    return slopes;
}

std::vector<WeightStory::Use> ChainRule::uses(int64_t place) const
{
    const Program &program = m_pass.model().program; // the forward part
    std::vector<WeightStory::Use> found;
    for (const OpInstance &op : program.ops)
        for (size_t i = 0; i < op.inputs.size(); ++i) {
            const ValueInfo &info = program.values[size_t(op.inputs[i])];
            const bool holds = info.space == Space::Parameter && info.offset <= place && place < info.offset + info.shape.count();
            if (holds && !m_pass.gradient(op.outputs[0], m_shown).empty())
                found.push_back(use(op, i, place - info.offset));
        }
    return found;
}

WeightStory::Use ChainRule::use(const OpInstance &op, size_t input, int64_t within) const
{
    const Program &program = m_pass.model().program;
    WeightStory::Use made;
    made.op = op.op->id;
    made.node = op.node;
    made.source = program.values[size_t(op.inputs[0])].node;
    for (const ValueId in : op.inputs)
        if (program.values[size_t(in)].space == Space::Sample)
            made.inputs.push_back(beside(in));
    made.outputs.push_back(beside(op.outputs[0]));
    const Products *products = productsOf(op.op);
    if (!products)
        return made;
    made.products = true;
    made.inputPlace = products->inputPlace(program, op, within);
    made.outputPlace = input == 2 ? within : products->outputPlace(program, op, within);
    made.factors = factors(op, input, within, m_shown);
    for (int64_t sample = 0; sample < m_batch; ++sample) {
        double sum = 0;
        for (const Factor &factor : factors(op, input, within, sample)) {
            sum += factor.product();
            made.magnitude += std::abs(factor.product()) / double(m_batch);
        }
        made.perSample.push_back(sum);
    }
    if (op.op == &denseOp)
        made.origin = origin(op.outputs[0], made.outputPlace, made.factors.front().delta);
    return made;
}

std::vector<WeightStory::Factor> ChainRule::factors(const OpInstance &op, size_t input, int64_t within, int64_t sample) const
{
    return productsOf(op.op)->of(m_pass.model().program, op, input, within, m_pass.value(op.inputs[0], sample), slopes(op.outputs[0], sample));
}

std::optional<WeightStory::Origin> ChainRule::origin(ValueId z, int64_t unit, double delta) const
{
    const OpInstance *reader = nullptr;
    for (const OpInstance &op : m_pass.model().program.ops)
        if (std::find(op.inputs.begin(), op.inputs.end(), z) != op.inputs.end() && !slopes(op.outputs[0], m_shown).empty()) {
            if (reader)
                return std::nullopt; // several: their slopes add up
            reader = &op;
        }
    if (!reader)
        return std::nullopt;
    WeightStory::Origin made;
    const auto at = [&](const std::vector<float> &numbers, int64_t i) { return size_t(i) < numbers.size() ? double(numbers[size_t(i)]) : 0; };
    made.z = at(m_pass.value(z, m_shown), unit);
    if (isActivation(reader->op)) {
        made.function = reader->op->id;
        made.upstream = at(slopes(reader->outputs[0], m_shown), unit);
        made.slope = slopeOf(*reader, made.z);
        return made;
    }
    const bool softmax = reader->op == &softmaxCrossEntropyOp;
    if (!softmax && reader->op != &sigmoidCrossEntropyOp)
        return std::nullopt;
    made.kind = WeightStory::Origin::Kind::CrossEntropy;
    made.function = softmax ? "softmax" : "sigmoid";
    made.probability = at(m_pass.value(reader->outputs[1], m_shown), unit);
    const std::vector<float> target = m_pass.value(reader->inputs[1], m_shown);
    made.truth = softmax ? double(at(target, 0) == double(unit)) : at(target, unit);
    // Smoothed labels, class weights and several rows change the rule: then there is nothing short to say.
    return std::abs(made.probability - made.truth - delta) < 1e-4 ? std::optional(made) : std::nullopt;
}

WeightStory::Beside ChainRule::beside(ValueId value) const
{
    const ValueInfo &info = m_pass.model().program.values[size_t(value)];
    WeightStory::Beside made{info.node.empty() ? info.name : info.node, info.shape, rootMeanSquare(m_pass.value(value, m_shown)), {}};
    if (const std::vector<float> slope = slopes(value, m_shown); !slope.empty())
        made.slope = rootMeanSquare(slope);
    return made;
}

} // namespace zhibei
