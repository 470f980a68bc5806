#include "core/program/plan.h"

#include "core/ops/transpose.h"
#include "core/program/parallel.h"

#include <algorithm>
#include <chrono>

namespace zhibei {

template <class T>
Plan<T>::Plan(const Program &program, int64_t tiles, std::vector<ValueId> results, Keep keep, int64_t arenaSize)
    : m_program(program), m_tiles(tiles)
{
    selectOps(results);
    schedule();
    place(results, keep);
    bind(arenaSize);
    cutRows();
}

/// Keeps the ops that the results, or any gradient, depend on.
template <class T>
void Plan<T>::selectOps(const std::vector<ValueId> &results)
{
    std::vector<bool> needed(m_program.values.size(), false);
    for (ValueId value : results)
        needed[size_t(value)] = true;
    for (size_t v = 0; v < m_program.values.size(); ++v)
        if (m_program.values[v].space == Space::Gradient)
            needed[v] = true;
    std::vector<OpInstance> kept;
    for (auto op = m_program.ops.rbegin(); op != m_program.ops.rend(); ++op) {
        if (std::none_of(op->outputs.begin(), op->outputs.end(), [&](ValueId v) { return needed[size_t(v)]; }))
            continue;
        for (ValueId in : op->inputs)
            needed[size_t(in)] = true;
        kept.push_back(*op);
    }
    std::reverse(kept.begin(), kept.end());
    m_program.ops = std::move(kept);
}

/// Orders ops into as few phases as the dependencies allow: all tile work that is ready, then whole-batch work, and so on.
template <class T>
void Plan<T>::schedule()
{
    std::vector<bool> made(m_program.values.size(), true), done(m_program.ops.size(), false);
    for (const OpInstance &op : m_program.ops)
        for (ValueId out : op.outputs)
            made[size_t(out)] = false;
    const auto takeReady = [&](Cut cut, std::vector<int> &list) {
        const size_t before = list.size();
        for (size_t i = 0; i < m_program.ops.size(); ++i) { // program order is a valid order, so one pass finds all
            const OpInstance &op = m_program.ops[i];
            if (done[i] || op.op->cut != cut || !std::all_of(op.inputs.begin(), op.inputs.end(), [&](ValueId v) { return made[size_t(v)]; }))
                continue;
            done[i] = true;
            list.push_back(static_cast<int>(i));
            if (cut == Cut::Tile)
                for (ValueId out : op.outputs)
                    made[size_t(out)] = true;
        }
        if (cut != Cut::Tile) // ready for the next phase only
            for (size_t k = before; k < list.size(); ++k)
                for (ValueId out : m_program.ops[size_t(list[k])].outputs)
                    made[size_t(out)] = true;
        return list.size() - before;
    };
    for (bool progress = true; progress;) {
        progress = false;
        for (Cut cut : {Cut::Tile, Cut::Batch}) {
            const int begin = static_cast<int>(m_order.size());
            if (takeReady(cut, m_order)) {
                m_phases.push_back({cut, begin, static_cast<int>(m_order.size())});
                progress = true;
            }
        }
    }
    takeReady(Cut::Parameter, m_rowOps);
}

/// Lays out the block of a tile: first fit among the places that are free while a value lives.
template <class T>
void Plan<T>::place(const std::vector<ValueId> &results, Keep keep)
{
    const size_t count = m_program.values.size();
    const int forever = static_cast<int>(m_order.size()) + 1;
    std::vector<int> born(count, -1), dies(count, -1);
    std::vector<ValueId> root(count);
    for (size_t v = 0; v < count; ++v)
        root[v] = static_cast<ValueId>(v);
    const auto use = [&](ValueId v, int time) {
        const auto r = size_t(root[size_t(v)]);
        born[r] = born[r] < 0 ? time : born[r];
        dies[r] = std::max(dies[r], time);
    };
    for (int time = 0; time < static_cast<int>(m_order.size()); ++time) {
        const OpInstance &op = m_program.ops[size_t(m_order[size_t(time)])];
        if (op.op->view)
            root[size_t(op.outputs[0])] = root[size_t(op.inputs[0])];
        for (ValueId v : op.inputs)
            use(v, m_program.values[size_t(v)].space == Space::Sample && born[size_t(root[size_t(v)])] < 0 ? 0 : time);
        for (ValueId v : op.inputs)
            use(v, time);
        for (ValueId v : op.outputs)
            use(v, time);
    }
    for (int i : m_rowOps)
        for (ValueId v : m_program.ops[size_t(i)].inputs)
            use(v, forever);
    for (ValueId v : results)
        use(v, forever);
    for (ValueId v : {m_program.features, m_program.target}) // fed before the first op
        if (v != noValue && born[size_t(v)] >= 0)
            born[size_t(v)] = 0;

    m_places.assign(count, -1);
    struct Taken { int64_t begin, end; int born, dies; };
    std::vector<Taken> taken;
    int64_t batchValues = 0;
    for (size_t v = 0; v < count; ++v) {
        const ValueInfo &info = m_program.values[v];
        if (info.space == Space::Parameter || info.space == Space::Gradient) {
            m_places[v] = info.offset;
        } else if (info.space == Space::Batch) {
            if (born[v] >= 0 || dies[v] >= 0) {
                m_places[v] = batchValues;
                batchValues += info.shape.count();
            }
        } else if (born[v] >= 0 && root[v] == static_cast<ValueId>(v)) {
            const int64_t size = info.shape.count() * lanes;
            const int from = keep == Keep::All ? 0 : born[v], to = keep == Keep::All ? forever : dies[v];
            int64_t begin = 0;
            for (const Taken &other : taken) // sorted by begin
                if (other.born <= to && from <= other.dies && other.begin < begin + size && begin < other.end)
                    begin = other.end;
            const Taken mine{begin, begin + size, from, to};
            taken.insert(std::upper_bound(taken.begin(), taken.end(), mine, [](const Taken &a, const Taken &b) { return a.begin < b.begin; }), mine);
            m_places[v] = begin;
            m_stride = std::max(m_stride, begin + size);
        }
    }
    for (size_t v = 0; v < count; ++v)
        if (root[v] != static_cast<ValueId>(v))
            m_places[v] = m_places[size_t(root[v])];
    m_batchValues.assign(size_t(batchValues), T(0));
}

template <class T>
void Plan<T>::bind(int64_t arenaSize)
{
    m_block.assign(size_t(m_stride * m_tiles), T(0));
    const bool backward = std::any_of(m_program.values.begin(), m_program.values.end(), [](const ValueInfo &v) { return v.space == Space::Gradient; });
    m_gradients.assign(backward ? size_t(arenaSize) : 0, T(0));
    for (const OpInstance &op : m_program.ops) {
        for (const std::vector<ValueId> *list : {&op.inputs, &op.outputs})
            for (ValueId v : *list) {
                const ValueInfo &info = m_program.values[size_t(v)];
                Operand<T> operand{nullptr, 0, info.shape.count()};
                if (info.space == Space::Sample) {
                    operand.base = m_block.data() + m_places[size_t(v)];
                    operand.stride = m_stride;
                } else if (info.space == Space::Batch) {
                    operand.base = m_batchValues.data() + m_places[size_t(v)];
                } else if (info.space == Space::Gradient) {
                    operand.base = m_gradients.data() + info.offset;
                } else {
                    m_parameterOperands.push_back(static_cast<int>(m_operands.size()));
                    m_parameterOffsets.push_back(info.offset);
                }
                m_operands.push_back(operand);
            }
        if (op.op->cut == Cut::Tile && !op.op->view)
            m_tileCost += lanes * (multiplyAdds(op) + op.op->weight * m_program.count(op.outputs[0]));
    }
    const Operand<T> *operand = m_operands.data();
    for (const OpInstance &op : m_program.ops) {
        m_kernels.push_back({op.op->view ? nullptr : kernelOf<T>(*op.op), &op, operand, operand + op.inputs.size()});
        operand += op.inputs.size() + op.outputs.size();
    }
}

/// Groups the ops that write one gradient and cuts its rows into blocks of about eight thousand numbers.
template <class T>
void Plan<T>::cutRows()
{
    std::stable_sort(m_rowOps.begin(), m_rowOps.end(), [&](int a, int b) {
        return m_program.ops[size_t(a)].outputs[0] < m_program.ops[size_t(b)].outputs[0];
    });
    for (size_t i = 0; i < m_rowOps.size();) {
        const ValueId gradient = m_program.ops[size_t(m_rowOps[i])].outputs[0];
        size_t j = i;
        for (; j < m_rowOps.size() && m_program.ops[size_t(m_rowOps[j])].outputs[0] == gradient; ++j) {
            const OpInstance &op = m_program.ops[size_t(m_rowOps[j])];
            m_rowCost += m_program.count(gradient) * lanes * m_tiles + (op.op->multiplyAdds ? op.op->multiplyAdds(m_program, op) : 0);
        }
        const Shape &shape = m_program.shape(gradient);
        const int64_t rows = shape[0], columns = shape.count() / rows;
        const int64_t block = std::max<int64_t>(12, 8192 / columns / 12 * 12);
        for (int64_t first = 0; first < rows; first += block) {
            const int64_t last = std::min(rows, first + block);
            m_rowTasks.push_back({static_cast<int>(i), static_cast<int>(j), first, last,
                                  m_program.values[size_t(gradient)].offset + first * columns, (last - first) * columns});
        }
        i = j;
    }
}

template <class T>
void Plan<T>::bindParameters(std::span<const T> parameters)
{
    if (parameters.data() == m_boundParameters)
        return;
    m_boundParameters = parameters.data();
    for (size_t k = 0; k < m_parameterOperands.size(); ++k) // kernels read parameters only
        m_operands[size_t(m_parameterOperands[k])].base = const_cast<T *>(parameters.data()) + m_parameterOffsets[k];
}

template <class T>
int64_t Plan<T>::multiplyAdds(const OpInstance &op) const
{
    const int64_t each = op.op->multiplyAdds ? op.op->multiplyAdds(m_program, op) : 0;
    return op.op->cut == Cut::Parameter ? each * m_program.shape(op.outputs[0])[0] : each;
}

template <class T>
void Plan<T>::measure(OpTimes *times)
{
    m_times = times;
    if (times)
        *times = {std::vector<double>(m_program.ops.size(), 0.0), 0};
}

namespace {

/// Runs `work` and adds to `sum` how long that took, less what asking the clock takes.
template <class Work>
void timed(double &sum, const Work &work)
{
    using Clock = std::chrono::steady_clock;
    const auto since = [](Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); };
    static const double asking = [&] {
        double least = 1;
        for (int i = 0; i < 1000; ++i)
            least = std::min(least, since(Clock::now()));
        return least;
    }();
    const auto start = Clock::now();
    work();
    sum += std::max(0.0, since(start) - asking);
}

} // namespace

template <class T>
void Plan<T>::run(int op, const StepContext &context, int64_t tile, int64_t begin, int64_t end)
{
    const Kernel &kernel = m_kernels[size_t(op)];
    if (!kernel.run)
        return;
    const Call<T> call{*kernel.op, context, kernel.inputs, kernel.outputs, tile, 0, begin, end};
    if (m_times) [[unlikely]]
        timed(m_times->ops[size_t(op)], [&] { kernel.run(call); });
    else
        kernel.run(call);
}

template <class T>
void Plan<T>::runOps(const Phase &phase, int64_t tile, const StepContext &context)
{
    for (int k = phase.begin; k < phase.end; ++k)
        run(m_order[size_t(k)], context, tile, 0, 0);
}

template <class T>
void Plan<T>::runBatch(const StepContext &context, std::span<const T> parameters, const Feed &feed, bool parallel)
{
    bindParameters(parameters);
    const int64_t tiles = tilesFor(context.batch);
    bool first = true;
    for (const Phase &phase : m_phases) {
        const auto work = [&](int64_t tile) {
            if (first && m_times)
                timed(m_times->feed, [&] { feed(tile); });
            else if (first)
                feed(tile);
            runOps(phase, tile, context);
        };
        if (phase.cut == Cut::Batch)
            runOps(phase, 0, context);
        else if (parallel && tiles > 1)
            parallelFor(tiles, work);
        else
            for (int64_t tile = 0; tile < tiles; ++tile)
                work(tile);
        first = first && phase.cut != Cut::Tile;
    }
}

template <class T>
void Plan<T>::runRows(const RowTask &task, const StepContext &context)
{
    for (int k = task.begin; k < task.end; ++k)
        run(m_rowOps[size_t(k)], context, 0, task.first, task.last);
}

template class Plan<float>;
template class Plan<double>;

void gatherTile(const float *const *rows, int64_t count, float *tile)
{
    constexpr int64_t W = width<float>;
    int64_t i = 0;
    for (; i + W <= count; i += W)
        for (int64_t l = 0; l < lanes; l += W)
            transposeSquare<float>([&](int64_t j) { return rows[l + j] + i; }, tile + i * lanes + l, lanes);
    for (; i < count; ++i)
        for (int64_t l = 0; l < lanes; ++l)
            tile[i * lanes + l] = rows[l][i];
}

} // namespace zhibei
