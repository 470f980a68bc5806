#include "tests/core/random_sample.h"

#include "core/ops/philox.h"
#include "core/train/training_settings.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace zhibei;

RandomSample::RandomSample(const LayerKind &kind, uint64_t seed)
    : m_kind(kind), m_random(keyOf(kind.id) + seed)
{
    for (int trial = 0; trial < 200'000 && !m_found; ++trial) {
        m_sample = {attributes(), inputs()};
        m_found = fits();
    }
    m_batch = whole(1, 20);
}

Attributes RandomSample::attributes()
{
    Attributes all;
    for (const AttributeSpec &spec : m_kind.attributes) {
        if (findAttribute(objectiveAttributes(), spec.id) && m_kind.category == Category::Objective)
            continue; // of the optimizer
        if (spec.id == "frozen")
            continue; // has no gradient
        all[spec.id] = spec.id == "iterations" ? int64_t(1) : value(spec); // nothing flows back through further rounds
    }
    return all;
}

/// Small numbers where the range is wide: a case should take milliseconds.
Value RandomSample::value(const AttributeSpec &spec)
{
    switch (spec.type) {
    case AttributeType::Integer: {
        const auto low = int64_t(spec.minimum);
        return whole(low, std::min(int64_t(spec.maximum), low + 3));
    }
    case AttributeType::Real: {
        if (!spec.logarithmic)
            return std::max(spec.minimum, -2.0) + real() * (std::min(spec.maximum, 2.0) - std::max(spec.minimum, -2.0));
        const double low = std::log(std::max(spec.minimum, 1e-3)), high = std::log(std::min(spec.maximum, 3.0));
        return std::exp(low + real() * (high - low));
    }
    case AttributeType::Switch: return whole(0, 1) == 1;
    case AttributeType::Choice: return spec.choices[size_t(whole(0, int64_t(spec.choices.size()) - 1))].id;
    case AttributeType::Integers: {
        std::vector<int64_t> numbers(size_t(whole(1, 4)));
        if (spec.minimum == 0) { // axes
            std::iota(numbers.begin(), numbers.end(), 0);
            for (size_t i = numbers.size(); i > 1; --i)
                std::swap(numbers[i - 1], numbers[size_t(whole(0, int64_t(i) - 1))]);
        } else {
            std::generate(numbers.begin(), numbers.end(), [&] { return whole(1, 4); });
        }
        return numbers;
    }
    case AttributeType::Text: break;
    }
    return spec.id == "class_weights" && whole(0, 1) ? std::string("0.5, 2, 1.25, 3") : std::string();
}

std::vector<ValueType> RandomSample::inputs()
{
    std::vector<ValueType> all;
    for (const PortSpec &port : m_kind.inputs)
        for (int64_t wires = port.variadic ? whole(1, 3) : 1; wires > 0; --wires)
            all.push_back(input(port, all));
    return all;
}

ValueType RandomSample::input(const PortSpec &port, const std::vector<ValueType> &others)
{
    if (port.optional && whole(0, 1))
        return {};
    if (m_kind.takesIndices || (port.target && whole(0, 1)))
        return {Shape({whole(1, 4)}), int(whole(2, 5))};
    if (!others.empty() && !others.back().absent() && whole(0, 1))
        return {others.back().shape, 0};
    std::vector<int64_t> extents(size_t(whole(1, 3)));
    std::generate(extents.begin(), extents.end(), [&] { return whole(1, 5); });
    return {Shape(extents), 0};
}

bool RandomSample::fits() const
{
    int64_t numbers = 0;
    for (const ValueType &type : m_sample.inputs)
        numbers += type.absent() ? 0 : type.shape.count();
    const Node node{"node", m_kind.id, m_sample.attributes, {}, {}};
    const DataType none;
    return numbers <= 60 && m_kind.inferShape({node, m_kind, m_sample.inputs, none}).mistake.empty();
}

QString RandomSample::text() const
{
    QString all = QStringLiteral("batch %1").arg(m_batch);
    for (const auto &[id, value] : m_sample.attributes)
        all += QStringLiteral(", %1 %2").arg(QString::fromStdString(id), QString::fromStdString(valueText(value)));
    for (const ValueType &type : m_sample.inputs)
        all += QStringLiteral(", [%1]").arg(QString::fromStdString(type.shape.text()));
    return all;
}
