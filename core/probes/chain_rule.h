#pragma once

#include "core/probes/weight_story.h"

namespace zhibei {

class Backpass;

/// Reads the chain rule of one learned number off a pass that has run on a batch.
class ChainRule {
public:
    /// `batch` samples; `shown` is the place of the one whose numbers are wanted.
    ChainRule(const Backpass &pass, int64_t batch, int64_t shown) : m_pass(pass), m_batch(batch), m_shown(shown) {}

    /// Every op that uses the number at `place` of the arena.
    std::vector<WeightStory::Use> uses(int64_t place) const;

private:
    WeightStory::Use use(const OpInstance &op, size_t input, int64_t within) const;
    std::vector<WeightStory::Factor> factors(const OpInstance &op, size_t input, int64_t within, int64_t sample) const;
    std::optional<WeightStory::Origin> origin(ValueId z, int64_t unit, double delta) const;
    WeightStory::Beside beside(ValueId value) const;
    /// Slopes of a sample's own loss by a value.
    std::vector<float> slopes(ValueId value, int64_t sample) const;

    const Backpass &m_pass;
    int64_t m_batch, m_shown;
};

} // namespace zhibei
