#include "core/probes/saliency.h"

#include "core/ops/ops.h"
#include "core/program/backpass.h"
#include "core/program/inference.h"
#include "core/train/evaluator.h"

#include <algorithm>
#include <cstring>

namespace zhibei {

namespace {

/// Numbers that speak for one answer: of a sequence, those of its last step.
struct Voice {
    int64_t first = 0, width = 0; ///< its numbers within the prediction
    int classes = 0;
    Decision decision = Decision::None;

    explicit Voice(const Model &model)
    {
        const Objective &objective = model.objectives.front();
        const int64_t count = model.program.count(objective.prediction);
        const int64_t rows = objective.classes > 0 ? model.program.count(objective.target) : 1;
        width = count / std::max<int64_t>(1, rows);
        first = count - width;
        classes = objective.classes;
        decision = objective.decision;
    }
    bool shared() const { return classes == 2 && width == 1; } ///< two classes speak with one number
    int64_t index(int number) const { return first + (shared() ? 0 : number); }
    float sign(int number) const { return shared() && number == 0 ? -1.0f : 1.0f; }
    int answers() const { return classes > 0 ? classes : int(width); }
    bool complete() const { return shared() || width >= answers(); }
    float says(std::span<const float> prediction, int number) const
    {
        const float said = prediction[size_t(index(number))];
        if (!shared())
            return said;
        const float second = decision == Decision::Sign ? (1 + said) / 2 : said;
        return number == 1 ? second : 1 - second;
    }
    int decides(std::span<const float> prediction) const
    {
        return classes > 0 ? decide(decision, prediction.subspan(size_t(first), size_t(width))) : 0;
    }
};

/// What the network says before softmax or sigmoid squeeze it: there slopes do not vanish where it is sure.
ValueId scoreOf(const Model &model)
{
    const ValueId prediction = model.objectives.front().prediction;
    for (const OpInstance &op : model.program.ops)
        for (const ValueId out : op.outputs)
            if (out == prediction && (op.op == &softmaxCrossEntropyOp || op.op == &sigmoidCrossEntropyOp || op.op == &softmaxOp || op.op == &sigmoidOp))
                return op.inputs[0];
    return prediction;
}

/// Adds, for each place, the products of a value's numbers and their slopes; the value holds as many numbers a place.
void addProducts(const Backpass &pass, ValueId value, std::vector<float> &places, bool channelsFirst)
{
    const std::vector<float> numbers = pass.value(value, 0), slopes = pass.gradient(value, 0);
    const size_t count = places.size(), each = numbers.size() / count;
    for (size_t i = 0; i < slopes.size() && each > 0; ++i)
        places[channelsFirst ? i % count : i / each] += numbers[i] * slopes[i];
}

bool picture(const Shape &shape) { return shape.rank() == 3 || shape.rank() == 2; }

void measureGradient(Saliency &found, const Moment &moment, const Voice &voice)
{
    const Model &model = *moment.model();
    Backpass &pass = moment.slopes({scoreOf(model), voice.index(found.number)});
    Dataset one;
    one.featureShape = found.shape;
    std::vector<int64_t> extents = found.shape.extents();
    extents.insert(extents.begin(), 1);
    one.features = Tensor(Shape(extents));
    std::copy(found.input.begin(), found.input.end(), one.features.data());
    one.targets = Tensor(Shape({1, moment.data->targetCount}));
    const int64_t sample = 0;
    pass.run(moment.parameters(), one, std::span(&sample, 1));
    const ValueId features = model.program.features;
    if (pass.gradientOf(features) != noValue) {
        addProducts(pass, features, found.places, true);
    } else { // indices have no slope; what they are turned into has
        for (const OpInstance &op : model.program.ops)
            if (!op.inputs.empty() && op.inputs[0] == features && pass.gradientOf(op.outputs[0]) != noValue)
                addProducts(pass, op.outputs[0], found.places, false);
    }
    for (float &place : found.places)
        place *= voice.sign(found.number);
}

float commonest(const Dataset &data)
{
    std::vector<int64_t> counts(size_t(data.featureClasses), 0);
    for (int64_t i = 0; i < std::min<int64_t>(data.count(), 100); ++i)
        for (const float index : data.features.row(i))
            ++counts[size_t(std::clamp(int(index), 0, data.featureClasses - 1))];
    return float(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

/// What stands where a place is covered: grey, or for a row of numbers what is usual there.
std::vector<float> coverOf(const Saliency &found, const Dataset &data)
{
    const auto &input = found.input;
    if (data.featureClasses > 0)
        return std::vector<float>(input.size(), commonest(data));
    if (picture(found.shape)) {
        const auto [least, most] = std::minmax_element(input.begin(), input.end());
        return std::vector<float>(input.size(), (*least + *most) / 2);
    }
    const int64_t samples = std::min<int64_t>(data.trainCount, 1000);
    std::vector<double> sums(input.size(), 0);
    for (int64_t i = 0; i < samples; ++i)
        for (size_t k = 0; k < sums.size(); ++k)
            sums[k] += double(data.features.row(i)[k]);
    std::vector<float> means;
    for (const double sum : sums)
        means.push_back(float(sum / double(std::max<int64_t>(1, samples))));
    return means;
}

/// The sample with one place covered.
void cover(const Saliency &found, std::span<const float> with, int64_t place, float *sample)
{
    std::copy(found.input.begin(), found.input.end(), sample);
    if (!picture(found.shape)) {
        sample[place] = with[size_t(place)];
        return;
    }
    const int rank = found.shape.rank();
    const int64_t height = found.shape[rank - 2], width = found.shape[rank - 1], channels = found.shape.count() / (height * width);
    const Patch patch = Patch::of(height, width);
    const int64_t row = place / found.columns, column = place % found.columns;
    for (int64_t c = 0; c < channels; ++c)
        for (int64_t y = patch.begin(row); y < patch.end(row, height); ++y)
            for (int64_t x = patch.begin(column); x < patch.end(column, width); ++x)
                sample[(c * height + y) * width + x] = with[size_t((c * height + y) * width + x)];
}

void measureOcclusion(Saliency &found, const Moment &moment, const Voice &voice)
{
    Inference &network = moment.inference();
    const std::vector<float> with = coverOf(found, *moment.data);
    const int64_t size = found.shape.count(), count = int64_t(found.places.size());
    std::vector<float> covered(size_t(network.capacity() * size));
    for (int64_t first = 0; first < count && !moment.stop.stop_requested(); first += network.capacity()) {
        const int64_t chunk = std::min(network.capacity(), count - first);
        for (int64_t i = 0; i < chunk; ++i)
            cover(found, with, first + i, covered.data() + i * size);
        network.run(moment.parameters(), covered.data(), chunk);
        for (int64_t i = 0; i < chunk; ++i)
            found.places[size_t(first + i)] = found.says - voice.says(network.prediction(i), found.number);
    }
}

uint64_t fingerprint(std::span<const float> numbers)
{
    uint64_t hash = 14695981039346656037ull; // FNV-1a
    for (const float number : numbers) {
        uint32_t bits = 0;
        std::memcpy(&bits, &number, sizeof bits);
        hash = (hash ^ bits) * 1099511628211ull;
    }
    return hash;
}

} // namespace

Patch Patch::of(int64_t height, int64_t width)
{
    const int64_t side = (std::min(height, width) + 2) / 5;
    // At most 20 places a side, however long a sequence or large a picture is.
    const int64_t step = std::max(side / 3, (std::max(height, width) + 19) / 20);
    return {std::max(side, step), step};
}

int64_t Patch::begin(int64_t place) const { return std::max<int64_t>(0, place * step + step / 2 - side / 2); }
int64_t Patch::end(int64_t place, int64_t extent) const { return std::min(extent, place * step + step / 2 - side / 2 + side); }

bool SaliencyProbe::applies(const Model &model)
{
    if (model.objectives.empty() || model.program.features == noValue)
        return false;
    const Voice voice(model);
    const bool few = voice.answers() <= mostNumbers && model.objectives.front().target == model.program.target;
    return voice.complete() && (voice.classes > 0 || few);
}

std::string SaliencyProbe::key() const
{
    const std::string what = m_question.drawn.empty() ? std::to_string(m_question.sample) : "drawn " + std::to_string(fingerprint(m_question.drawn));
    return "saliency " + what + " " + std::to_string(m_question.number) + " " + std::to_string(int(m_question.method));
}

std::shared_ptr<Answer> SaliencyProbe::answer(const Moment &moment) const
{
    const Model &model = *moment.model();
    const Dataset &data = *moment.data;
    if (!applies(model))
        return nullptr;
    auto found = std::make_shared<Saliency>();
    found->shape = data.featureShape;
    if (int64_t(m_question.drawn.size()) == found->shape.count())
        found->input = m_question.drawn;
    else if (m_question.sample >= 0 && m_question.sample < data.count())
        found->input.assign(data.features.row(m_question.sample).begin(), data.features.row(m_question.sample).end());
    else
        return nullptr;
    const Voice voice(model);
    Inference &network = moment.inference();
    network.run(moment.parameters(), found->input.data(), 1);
    const std::vector<float> prediction = network.prediction(0);
    found->predicted = voice.decides(prediction);
    found->number = m_question.number >= 0 && m_question.number < voice.answers() ? m_question.number : found->predicted;
    found->says = voice.says(prediction, found->number);
    const int rank = found->shape.rank();
    const int64_t height = picture(found->shape) ? found->shape[rank - 2] : 1, width = picture(found->shape) ? found->shape[rank - 1] : found->shape.count();
    const bool covers = m_question.method == SaliencyMethod::Occlusion;
    const Patch patch = covers && picture(found->shape) ? Patch::of(height, width) : Patch{};
    found->rows = patch.places(height);
    found->columns = patch.places(width);
    found->places.assign(size_t(found->rows * found->columns), 0.0f);
    if (covers)
        measureOcclusion(*found, moment, voice);
    else
        measureGradient(*found, moment, voice);
    return found;
}

} // namespace zhibei
