#include "core/probes/attention_layer.h"

#include "core/ops/ops.h"

#include <cmath>

namespace zhibei {

std::optional<AttentionLayer> AttentionLayer::of(const Inside &inside)
{
    const OpInstance *product = inside.find(matmulOp), *softmax = inside.find(softmaxOp);
    if (!product || !inside.find(matmulOp, 1) || !softmax || inside.numbers(softmax->outputs[0]).empty())
        return std::nullopt;
    return AttentionLayer(inside, *product, *softmax);
}

AttentionLayer::AttentionLayer(const Inside &inside, const OpInstance &product, const OpInstance &softmax)
    : m_inside(&inside), m_product(&product), m_softmax(&softmax), m_heads(product.integers[0]), m_queries(product.integers[1]),
      m_keys(product.integers[2]), m_length(product.integers[3])
{
}

float AttentionLayer::at(ValueId value, int64_t index) const
{
    const std::span<const float> numbers = m_inside->numbers(value);
    return size_t(index) < numbers.size() ? numbers[size_t(index)] : 0;
}

float AttentionLayer::weight(int64_t head, int64_t query, int64_t key) const { return at(m_softmax->outputs[0], (head * m_queries + query) * m_keys + key); }
float AttentionLayer::score(int64_t head, int64_t query, int64_t key) const { return at(m_softmax->inputs[0], (head * m_queries + query) * m_keys + key); }

std::vector<float> AttentionLayer::weights(int64_t head) const
{
    std::vector<float> all;
    for (int64_t query = 0; query < m_queries; ++query)
        for (int64_t key = 0; key < m_keys; ++key)
            all.push_back(weight(head, query, key));
    return all;
}

WeightedSum AttentionLayer::sum(int64_t head, int64_t query, int64_t key) const
{
    WeightedSum sum;
    const float scale = 1 / std::sqrt(float(m_length));
    for (int64_t i = 0; i < m_length; ++i)
        sum.terms.push_back({i, at(m_product->inputs[0], (head * m_queries + query) * m_length + i),
                             scale * at(m_product->inputs[1], (head * m_keys + key) * m_length + i)});
    sum.engine = score(head, query, key);
    sum.output = weight(head, query, key);
    return sum;
}

} // namespace zhibei
