#include "core/probes/section.h"

#include "core/probes/latent.h"
#include "core/program/inference.h"

#include <algorithm>

namespace zhibei {

std::pair<float, float> airyRange(const Dataset &data, int64_t feature)
{
    const auto [least, most] = data.featureRange(feature);
    const float air = most > least ? 0.08f * (most - least) : 1;
    return {least - air, most + air};
}

std::vector<float> sectionBase(const SectionQuestion &question, const Dataset &data)
{
    const int64_t size = data.featureShape.count();
    if (question.atSample && question.sample >= 0 && question.sample < data.count()) {
        const auto row = data.features.row(question.sample);
        return {row.begin(), row.end()};
    }
    const int64_t samples = std::min(data.trainCount, sectionMeanOf);
    std::vector<double> mean(size_t(size), 0.0);
    for (int64_t i = 0; i < samples; ++i)
        for (int64_t k = 0; k < size; ++k)
            mean[size_t(k)] += double(data.features.row(i)[size_t(k)]) / double(samples);
    return {mean.begin(), mean.end()};
}

std::vector<float> sectionInputs(const SectionQuestion &question, const Dataset &data, const DataSpec &spec, std::span<const float> base, float across, float up)
{
    if (data.planar && question.across < 2 && question.up < 2)
        return question.across == 0 ? inputsAt(spec, data, across, up) : inputsAt(spec, data, up, across);
    std::vector<float> inputs(base.begin(), base.end());
    const auto put = [&](int64_t feature, float value) {
        const bool scaled = size_t(feature) < data.featureScaling.size();
        inputs[size_t(feature)] = scaled ? data.featureScaling[size_t(feature)].apply(value) : value;
    };
    put(question.across, across);
    put(question.up, up);
    return inputs;
}

bool SectionProbe::applies(const Model &model) { return model.data.featureClasses == 0 && model.data.features.count() >= 2; }

std::string SectionProbe::key() const
{
    const SectionQuestion &q = m_question;
    std::string key = "section " + q.node + ' ' + std::to_string(q.number) + ' ' + std::to_string(q.across) + ' ' + std::to_string(q.up) + ' ' + std::to_string(q.resolution);
    return q.atSample ? key + " at " + std::to_string(q.sample) : key;
}

std::shared_ptr<Answer> SectionProbe::answer(const Moment &moment) const
{
    const Model &model = *moment.model();
    const Dataset &data = *moment.data;
    const int64_t size = model.data.features.count();
    const bool verdict = m_question.node.empty();
    const ValueId value = !verdict ? numbersOf(model, m_question.node) : model.objectives.empty() ? noValue : model.objectives.front().prediction;
    if (!applies(model) || value == noValue || data.count() == 0 || m_question.across == m_question.up)
        return nullptr;
    if (std::min(m_question.across, m_question.up) < 0 || std::max(m_question.across, m_question.up) >= size)
        return nullptr;
    const int64_t outputs = model.program.count(value);
    if (!verdict && (m_question.number < 0 || m_question.number >= outputs))
        return nullptr;
    auto found = std::make_shared<Section>();
    found->question = m_question;
    if (verdict) {
        found->decision = model.objectives.front().decision;
        found->classes = model.objectives.front().classes;
    }
    const auto [left, right] = airyRange(data, m_question.across);
    const auto [bottom, top] = airyRange(data, m_question.up);
    const int64_t n = m_question.resolution;
    found->plane = {left, right, bottom, top, int(n)};
    const int64_t shown = verdict ? std::min<int64_t>(outputs, 64) : 1;
    found->values = Tensor(Shape({shown, n, n}));
    const std::vector<float> base = sectionBase(m_question, data);
    Inference &network = moment.inference();
    std::vector<float> rows;
    for (int64_t begin = 0; begin < n * n && !moment.stop.stop_requested(); begin += network.capacity()) {
        const int64_t chunk = std::min(network.capacity(), n * n - begin);
        rows.clear();
        for (int64_t place = begin; place < begin + chunk; ++place) {
            const float x = left + (right - left) * (float(place % n) + 0.5f) / float(n), y = top - (top - bottom) * (float(place / n) + 0.5f) / float(n);
            const std::vector<float> inputs = sectionInputs(m_question, data, moment.spec, base, x, y);
            rows.insert(rows.end(), inputs.begin(), inputs.end());
        }
        network.run(moment.parameters(), rows.data(), chunk);
        for (int64_t i = 0; i < chunk; ++i) {
            const std::vector<float> says = network.value(value, i);
            for (int64_t k = 0; k < shown; ++k)
                found->values.row(k)[size_t(begin + i)] = says[size_t(verdict ? k : m_question.number)];
        }
    }
    return found;
}

} // namespace zhibei
