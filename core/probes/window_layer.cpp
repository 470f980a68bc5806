#include "core/probes/window_layer.h"

#include <algorithm>

namespace zhibei {

std::optional<WindowLayer> WindowLayer::of(const Inside &inside)
{
    const std::pair<const Op *, Kind> kinds[] = {{&convOp, Kind::Convolution}, {&convTransposeOp, Kind::Transposed},
                                                 {&maxPoolOp, Kind::Largest}, {&averagePoolOp, Kind::Mean}};
    for (const auto &[op, kind] : kinds) {
        const OpInstance *found = inside.find(*op);
        if (!found || inside.find(*op, 1) || inside.numbers(found->outputs[0]).empty())
            continue;
        const ConvGeometry g = ConvGeometry::unpack(found->integers);
        const bool single = g.kernelCount() == 1 && (g.sequence || (g.height == 1 && g.width == 1));
        if (kind == Kind::Convolution && single) // the same neurons at every step, or votes of capsules
            continue;
        return WindowLayer(inside, *found, kind);
    }
    return std::nullopt;
}

WindowLayer::WindowLayer(const Inside &inside, const OpInstance &op, Kind kind)
    : m_inside(&inside), m_op(&op), m_function(inside.functionAfter(op.outputs[0])), m_kind(kind), m_geometry(ConvGeometry::unpack(op.integers))
{
}

WindowLayer::Extent WindowLayer::in() const
{
    const ConvGeometry &g = m_geometry;
    return m_kind == Kind::Transposed ? Extent{g.outputs, g.outHeight, g.outWidth} : Extent{g.channels, g.height, g.width};
}

WindowLayer::Extent WindowLayer::out() const
{
    const ConvGeometry &g = m_geometry;
    if (m_kind == Kind::Transposed)
        return {g.channels, g.height, g.width};
    return {hasKernels() ? g.outputs : g.channels, g.outHeight, g.outWidth};
}

namespace {

int64_t place(const WindowLayer::Extent &e, bool sequence, int64_t channel, int64_t y, int64_t x)
{
    return sequence ? x * e.channels + channel : (channel * e.height + y) * e.width + x;
}

} // namespace

int64_t WindowLayer::inIndex(int64_t channel, int64_t y, int64_t x) const { return place(in(), sequence(), channel, y, x); }
int64_t WindowLayer::outIndex(int64_t channel, int64_t y, int64_t x) const { return place(out(), sequence(), channel, y, x); }

namespace {

std::vector<float> mapOf(std::span<const float> numbers, const WindowLayer::Extent &e, bool sequence, int64_t channel)
{
    std::vector<float> map(size_t(e.height * e.width), 0.0f);
    for (int64_t y = 0; y < e.height; ++y)
        for (int64_t x = 0; x < e.width; ++x)
            if (const auto k = size_t(place(e, sequence, channel, y, x)); k < numbers.size())
                map[size_t(y * e.width + x)] = numbers[k];
    return map;
}

} // namespace

std::vector<float> WindowLayer::inMap(int64_t channel) const { return mapOf(m_inside->numbers(m_op->inputs[0]), in(), sequence(), channel); }

std::vector<float> WindowLayer::outMap(int64_t channel) const
{
    return mapOf(m_inside->numbers(m_function ? m_function->outputs[0] : m_op->outputs[0]), out(), sequence(), channel);
}

namespace {

// Weights are packed [channels of a group × kernel elements][outputs], see core/ops/conv.cpp.
float weightAt(std::span<const float> packed, const ConvGeometry &g, int64_t bigInGroup, int64_t small, int64_t element)
{
    const auto k = size_t((bigInGroup * g.kernelCount() + element) * g.outputs + small);
    return k < packed.size() ? packed[k] : 0;
}

} // namespace

std::vector<float> WindowLayer::kernel(int64_t o, int64_t c) const
{
    const ConvGeometry &g = m_geometry;
    const std::span<const float> packed = m_inside->numbers(m_op->inputs[1]);
    std::vector<float> all;
    for (int64_t k = 0; k < g.kernelCount(); ++k)
        all.push_back(m_kind == Kind::Transposed ? weightAt(packed, g, o % (g.channels / g.groups), sight(o, 0, 0).firstChannel + c, k)
                                                 : weightAt(packed, g, c, o, k));
    return all;
}

WindowLayer::Sight WindowLayer::sight(int64_t channel, int64_t y, int64_t x) const
{
    const ConvGeometry &g = m_geometry;
    Sight sight;
    if (hasKernels()) {
        sight.channels = in().channels / g.groups;
        sight.firstChannel = channel / (out().channels / g.groups) * sight.channels;
    } else {
        sight.firstChannel = channel;
    }
    const auto look = [&](int64_t at, int64_t taps, int64_t stride, int64_t dilation, int64_t before, int64_t extent, std::vector<int64_t> &places,
                          std::vector<int64_t> &met) {
        for (int64_t k = 0; k < taps; ++k) {
            if (m_kind != Kind::Transposed) {
                places.push_back(at * stride + k * dilation - before);
                met.push_back(k);
                continue;
            }
            const int64_t from = at + before - k * dilation; // the kernel was painted from there, if that is a whole place
            if (from % stride == 0 && from >= 0 && from / stride < extent) {
                places.insert(places.begin(), from / stride);
                met.insert(met.begin(), k);
            }
        }
    };
    look(y, g.kernelHeight, g.strideY, g.dilationY, g.top, in().height, sight.rows, sight.rowTaps);
    look(x, g.kernelWidth, g.strideX, g.dilationX, g.left, in().width, sight.columns, sight.columnTaps);
    return sight;
}

WeightedSum WindowLayer::sum(int64_t channel, int64_t y, int64_t x) const
{
    const ConvGeometry &g = m_geometry;
    const Sight sight = this->sight(channel, y, x);
    const Extent from = in();
    const std::span<const float> arrives = m_inside->numbers(m_op->inputs[0]), leaves = m_inside->numbers(m_op->outputs[0]);
    const std::span<const float> packed = hasKernels() ? m_inside->numbers(m_op->inputs[1]) : std::span<const float>();
    const auto index = size_t(outIndex(channel, y, x));
    WeightedSum sum;
    int64_t seen = 0;
    for (int64_t c = 0; c < sight.channels; ++c)
        for (size_t i = 0; i < sight.rows.size(); ++i)
            for (size_t j = 0; j < sight.columns.size(); ++j) {
                const int64_t row = sight.rows[i], column = sight.columns[j], element = sight.rowTaps[i] * g.kernelWidth + sight.columnTaps[j];
                const bool within = row >= 0 && row < from.height && column >= 0 && column < from.width;
                WeightedSum::Term term;
                term.from = within ? inIndex(sight.firstChannel + c, row, column) : -1;
                term.value = within ? arrives[size_t(term.from)] : 0;
                if (m_kind == Kind::Convolution)
                    term.weight = weightAt(packed, g, c, channel, element);
                else if (m_kind == Kind::Transposed)
                    term.weight = weightAt(packed, g, channel % (g.channels / g.groups), sight.firstChannel + c, element);
                seen += within;
                sum.terms.push_back(term);
            }
    if (hasKernels() && m_op->inputs.size() > 2) {
        sum.biased = true;
        sum.bias = m_inside->numbers(m_op->inputs[2])[size_t(channel)];
    }
    const auto winner = m_kind == Kind::Largest ? int64_t(m_inside->numbers(m_op->outputs[1])[index]) : -1;
    for (WeightedSum::Term &term : sum.terms) {
        if (m_kind == Kind::Mean && term.from >= 0)
            term.weight = 1.0f / float(m_op->integers[18] ? g.kernelCount() : seen);
        else if (m_kind == Kind::Largest)
            term.weight = term.from >= 0 && term.from == winner ? 1.0f : 0.0f;
    }
    sum.engine = leaves[index];
    const std::span<const float> after = m_function ? m_inside->numbers(m_function->outputs[0]) : leaves;
    sum.output = index < after.size() ? after[index] : sum.engine;
    return sum;
}

} // namespace zhibei
