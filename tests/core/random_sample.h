#pragma once

#include "core/layers/layer_kind.h"

#include <QString>

#include <random>

/// Settings and inputs of a kind, drawn at random from its attributes' ranges and choices until its shape rule says yes.
/// The same seed draws the same.
class RandomSample {
public:
    RandomSample(const zhibei::LayerKind &kind, uint64_t seed);

    bool found() const { return m_found; }
    const zhibei::LayerKind::Sample &sample() const { return m_sample; }
    int64_t batch() const { return m_batch; }
    /// For a message: the settings and shapes.
    QString text() const;

private:
    int64_t whole(int64_t low, int64_t high) { return low + int64_t(m_random() % uint64_t(high - low + 1)); }
    double real() { return double(m_random() >> 11) / double(uint64_t(1) << 53); }
    zhibei::Attributes attributes();
    zhibei::Value value(const zhibei::AttributeSpec &spec);
    std::vector<zhibei::ValueType> inputs();
    zhibei::ValueType input(const zhibei::PortSpec &port, const std::vector<zhibei::ValueType> &others);
    bool fits() const;

    const zhibei::LayerKind &m_kind;
    std::mt19937_64 m_random;
    zhibei::LayerKind::Sample m_sample;
    int64_t m_batch = 1;
    bool m_found = false;
};
