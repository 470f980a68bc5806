#include "core/train/observer.h"

#include "core/layers/layer_kind.h"
#include "core/ops/lanes.h"
#include "core/program/inference.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

/// The place in the input plane of column i, row j of a grid; rows run from the top.
float gridX(const Plane &plane, int64_t i)
{
    return plane.left + (plane.right - plane.left) * (float(i) + 0.5f) / float(plane.resolution);
}

float gridY(const Plane &plane, int64_t j)
{
    return plane.top - (plane.top - plane.bottom) * (float(j) + 0.5f) / float(plane.resolution);
}

constexpr int64_t batch = 256;
/// Planes and curves, which are looked at in many places at once, have few numbers; pictures are looked at one by one.
constexpr int64_t smallSample = 16;
/// Heat maps are made for values of up to this many numbers.
constexpr int64_t maximumPlaneUnits = 64;

Tensor toTensor(std::vector<float> numbers, const Shape &shape)
{
    Tensor tensor(shape);
    std::copy(numbers.begin(), numbers.end(), tensor.data());
    return tensor;
}

Observation::WireStrength strengthOf(const WireWeights &weights, std::span<const float> arena)
{
    const int64_t columns = weights.rows > 0 ? weights.parameter->shape.count() / weights.parameter->shape[0] : 1;
    double sum = 0, square = 0;
    const int64_t begin = weights.firstRow * columns, end = (weights.firstRow + weights.rows) * columns;
    for (int64_t k = begin; k < end; ++k) {
        const double w = double(arena[size_t(weights.parameter->index(k))]);
        sum += w;
        square += w * w;
    }
    const double n = double(std::max<int64_t>(1, end - begin));
    return {float(sum / n), float(std::sqrt(square / n)), end - begin};
}

} // namespace

WireWeights wireWeights(const Model &model, const Wire &wire)
{
    const ParameterView *parameter = model.parameter(wire.to.node, "weights");
    if (!parameter)
        return {};
    int64_t row = 0;
    std::optional<WireWeights> own;
    for (const Wire &other : model.network.wiresInto(wire.to)) {
        const ValueType *type = model.analysis.type(other.from);
        const int64_t rows = type ? type->shape.count() : 0;
        if (other == wire)
            own = WireWeights{parameter, row, rows};
        row += rows;
    }
    // Kernels, and matrices that are used at every step or by every capsule, belong to the wire as a whole.
    if (parameter->shape.rank() != 2 || row != parameter->shape[0])
        return wire.to.port == 0 ? WireWeights{parameter, 0, parameter->shape[0]} : WireWeights{};
    return own.value_or(WireWeights{});
}

struct Observer::Private {
    void use(const std::shared_ptr<const Model> &model)
    {
        if (!inference || &inference->model() != model.get())
            inference = std::make_unique<Inference>(model, model->data.features.count() <= smallSample ? batch : lanes);
    }

    void observeSample(Observation &seen, const Dataset &data)
    {
        const Model &model = inference->model();
        const int64_t size = model.data.features.count();
        const float *features = nullptr;
        if (int64_t(seen.request.drawn.size()) == size)
            features = seen.request.drawn.data();
        else if (seen.request.sample >= 0 && seen.request.sample < data.count())
            features = data.features.row(seen.request.sample).data();
        if (!features)
            return;
        inference->run(*seen.snapshot->parameters, features, 1);
        for (const auto &[port, type] : model.analysis.types)
            if (!type.classes)
                seen.outputs[port] = toTensor(inference->output(port, 0), type.shape);
        const bool answers = !model.objectives.empty() && (!data.classification() || model.objectives[0].classes == int(data.classNames.size()));
        if (answers) // else it says something, but not which class this is
            seen.prediction = inference->prediction(0);
    }

    void observePlane(Observation &seen, const Dataset &data, const DataSpec &spec)
    {
        const Plane &plane = seen.request.plane;
        const int64_t n = plane.resolution;
        prepareMaps(seen, Shape({n, n}));
        scan(seen, n * n, [&](int64_t place) { return inputsAt(spec, data, gridX(plane, place % n), gridY(plane, place / n)); });
    }

    void observeCurve(Observation &seen, const Dataset &data, const DataSpec &spec)
    {
        const Plane &plane = seen.request.plane;
        prepareMaps(seen, Shape({plane.resolution}));
        scan(seen, plane.resolution, [&](int64_t place) { return inputsAt(spec, data, gridX(plane, place), 0); });
    }

    void prepareMaps(Observation &seen, const Shape &grid)
    {
        const Model &model = inference->model();
        const auto map = [&](int64_t units) {
            std::vector<int64_t> extents{units};
            extents.insert(extents.end(), grid.extents().begin(), grid.extents().end());
            return Tensor(Shape(extents));
        };
        if (seen.request.planes)
            for (const auto &[port, type] : model.analysis.types)
                if (!type.classes && port.port != 1 && type.shape.rank() == 1 && type.shape[0] <= maximumPlaneUnits)
                    seen.planes[port] = map(type.shape[0]);
        if (seen.request.surface && !model.objectives.empty())
            seen.surface = map(model.program.count(model.objectives[0].prediction));
    }

    /// Runs the network at every place of the grid and sorts its numbers into the maps.
    template <class InputsAt>
    void scan(Observation &seen, int64_t places, InputsAt inputsAtPlace)
    {
        const int64_t size = inference->model().data.features.count();
        grid.resize(size_t(batch * size));
        for (int64_t first = 0; first < places; first += batch) {
            const int64_t count = std::min(batch, places - first);
            for (int64_t i = 0; i < count; ++i) {
                const std::vector<float> inputs = inputsAtPlace(first + i);
                std::copy_n(inputs.begin(), std::min<size_t>(inputs.size(), size_t(size)), grid.begin() + i * size);
            }
            inference->run(*seen.snapshot->parameters, grid.data(), count);
            for (int64_t i = 0; i < count; ++i) {
                for (auto &[port, map] : seen.planes)
                    spread(inference->output(port, i), map, first + i);
                if (!seen.surface.empty())
                    spread(inference->prediction(i), seen.surface, first + i);
            }
        }
    }

    static void spread(const std::vector<float> &numbers, Tensor &map, int64_t place)
    {
        for (size_t unit = 0; unit < numbers.size(); ++unit)
            map.row(int64_t(unit))[size_t(place)] = numbers[unit];
    }

    std::unique_ptr<Inference> inference;
    std::vector<float> grid;
};

Observer::Observer() : d(std::make_unique<Private>()) {}
Observer::~Observer() = default;

std::shared_ptr<const Observation> Observer::observe(std::shared_ptr<const Snapshot> snapshot, const Dataset &data,
                                                     const DataSpec &spec, const ObservationRequest &request)
{
    auto seen = std::make_shared<Observation>();
    seen->snapshot = std::move(snapshot);
    seen->request = request;
    const Snapshot &moment = *seen->snapshot;
    if (!moment.model || !moment.parameters || moment.model->data != data.type())
        return seen;
    d->use(moment.model);
    d->observeSample(*seen, data);
    if (data.planar && (request.planes || request.surface))
        d->observePlane(*seen, data, spec);
    else if (data.curve && (request.planes || request.surface))
        d->observeCurve(*seen, data, spec);
    for (const Wire &wire : moment.model->network.wires)
        if (const WireWeights weights = wireWeights(*moment.model, wire); weights.parameter)
            seen->wires[wire] = strengthOf(weights, *moment.parameters);
    return seen;
}

} // namespace zhibei
