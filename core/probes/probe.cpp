#include "core/probes/probe.h"

#include "core/program/backpass.h"
#include "core/program/inference.h"

namespace zhibei {

struct ProbeTools::Private {
    std::unique_ptr<Inference> inference;
    std::map<size_t, std::unique_ptr<Backpass>> backpasses;
    std::map<OneNumber, std::unique_ptr<Backpass>> slopes;
};

ProbeTools::ProbeTools() : d(std::make_unique<Private>()) {}
ProbeTools::~ProbeTools() = default;

Inference &ProbeTools::inference(const std::shared_ptr<const Model> &model)
{
    if (!d->inference || &d->inference->model() != model.get())
        d->inference = std::make_unique<Inference>(model, probeBatch);
    return *d->inference;
}

Backpass &ProbeTools::backpass(const std::shared_ptr<const Model> &model, size_t objective, int64_t capacity)
{
    std::unique_ptr<Backpass> &made = d->backpasses[objective];
    if (!made || &made->model() != model.get() || made->capacity() < capacity)
        made = std::make_unique<Backpass>(model, objective, capacity);
    return *made;
}

Backpass &ProbeTools::slopes(const std::shared_ptr<const Model> &model, const OneNumber &of)
{
    constexpr size_t kept = 12; // plans hold memory: the ten digits and some more
    const bool other = !d->slopes.empty() && &d->slopes.begin()->second->model() != model.get();
    if (other || (d->slopes.size() >= kept && !d->slopes.contains(of)))
        d->slopes.clear();
    std::unique_ptr<Backpass> &made = d->slopes[of];
    if (!made)
        made = std::make_unique<Backpass>(model, of, 1);
    return *made;
}

std::shared_ptr<const Answer> ask(const Probe &probe, const Moment &moment)
{
    const Snapshot &snapshot = *moment.snapshot;
    if (!snapshot.model || !snapshot.parameters || !moment.data || snapshot.model->data != moment.data->type())
        return nullptr;
    const std::shared_ptr<Answer> found = probe.answer(moment);
    if (found)
        found->snapshot = moment.snapshot;
    return found;
}

} // namespace zhibei
