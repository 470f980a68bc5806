#pragma once

#include "core/ops/op.h"
#include "core/tensor/tensor.h"

#include <span>

namespace zhibei {

/// What a plan keeps readable after a run.
enum class Keep {
    Needed, ///< only the values named; others share memory
    All,    ///< every value
};

/// What each op of a plan's program takes, added up in seconds, and the loading of samples.
struct OpTimes {
    std::vector<double> ops;
    double feed = 0;
};

/// A program made ready to run over and over: every buffer laid out, work cut into phases of independent tasks.
/// Running allocates nothing. T is float; double serves gradient checks.
///
/// Memory: one block a tile, in which each value has its place for as long as it is needed; so the work on a tile stays
/// in one core's cache. Parameters and their gradients are arenas that all tiles share.
template <class T>
class Plan {
public:
    /// Plans for up to `tiles` tiles. Ops that nothing in `results` depends on are left out.
    Plan(const Program &program, int64_t tiles, std::vector<ValueId> results, Keep keep, int64_t arenaSize);

    /// Fills a tile's features and targets; called inside the first phase, so that loading is shared out too.
    /// A reference to something callable: it must outlive the run, and nothing is allocated for it.
    class Feed {
    public:
        template <class F>
        Feed(const F &callable)
            : m_object(&callable), m_call([](const void *object, int64_t tile) { (*static_cast<const F *>(object))(tile); }) {}
        void operator()(int64_t tile) const { m_call(m_object, tile); }

    private:
        const void *m_object;
        void (*m_call)(const void *, int64_t);
    };

    /// Runs all ops that work on samples or on the whole batch. context.batch samples count.
    void runBatch(const StepContext &context, std::span<const T> parameters, const Feed &feed, bool parallel);

    /// A block of rows of one parameter's gradient; tasks are independent of each other.
    struct RowTask {
        int begin, end;       ///< ops [begin, end) of the row list: all that write this gradient
        int64_t first, last;  ///< rows
        int64_t offset, count; ///< place in the arena
    };
    const std::vector<RowTask> &rowTasks() const { return m_rowTasks; }
    /// Forms the gradient of one block of rows.
    void runRows(const RowTask &task, const StepContext &context);

    /// A value of a tile: count × lanes numbers. Only for values that are kept.
    T *tile(ValueId value, int64_t tile) { return m_block.data() + tile * m_stride + m_places[size_t(value)]; }
    const T *tile(ValueId value, int64_t tile) const { return m_block.data() + tile * m_stride + m_places[size_t(value)]; }
    bool has(ValueId value) const { return value >= 0 && m_places[size_t(value)] >= 0; }
    /// A number for the whole batch.
    T batchValue(ValueId value) const { return m_batchValues[size_t(m_places[size_t(value)])]; }
    std::span<T> gradients() { return m_gradients; }
    const Program &program() const { return m_program; }
    int64_t tiles() const { return m_tiles; }
    /// Rough multiply-adds of one tile in runBatch; decides whether sharing pays.
    int64_t tileCost() const { return m_tileCost; }
    int64_t rowCost() const { return m_rowCost; }

    /// Multiply-adds per sample of an op of the program.
    int64_t multiplyAdds(const OpInstance &op) const;
    /// From now on adds up, from zero, what everything takes; null: no longer. Only for runs on a single thread.
    void measure(OpTimes *times);

private:
    struct Phase { Cut cut; int begin, end; };
    /// An op, ready to be called.
    struct Kernel {
        void (*run)(const Call<T> &); ///< null: a view, nothing to do
        const OpInstance *op;
        const Operand<T> *inputs, *outputs;
    };

    void selectOps(const std::vector<ValueId> &results);
    void schedule();
    void place(const std::vector<ValueId> &results, Keep keep);
    void bind(int64_t arenaSize);
    void cutRows();
    void bindParameters(std::span<const T> parameters);
    void runOps(const Phase &phase, int64_t tile, const StepContext &context);
    void run(int op, const StepContext &context, int64_t tile, int64_t begin, int64_t end);

    Program m_program;
    int64_t m_tiles;
    std::vector<int> m_order;          ///< ops in running order: batch phases, then rows
    std::vector<Phase> m_phases;
    std::vector<int> m_rowOps;
    std::vector<RowTask> m_rowTasks;
    std::vector<int64_t> m_places;     ///< per value: within the tile block, the arena or the batch values; -1: none
    int64_t m_stride = 0;
    AlignedVector<T> m_block, m_gradients;
    std::vector<T> m_batchValues;
    std::vector<Operand<T>> m_operands;
    std::vector<Kernel> m_kernels;     ///< per op
    std::vector<int> m_parameterOperands;
    std::vector<int64_t> m_parameterOffsets;
    const T *m_boundParameters = nullptr;
    int64_t m_tileCost = 0, m_rowCost = 0;
    OpTimes *m_times = nullptr;
};

extern template class Plan<float>;
extern template class Plan<double>;

/// Copies sample `sample` of a tile value out: count numbers.
template <class T>
void readSample(const T *tile, int64_t count, int64_t lane, T *out)
{
    for (int64_t i = 0; i < count; ++i)
        out[i] = tile[i * lanes + lane];
}

/// Fills a tile with rows of a table: lane l gets rows[l], count numbers each.
void gatherTile(const float *const *rows, int64_t count, float *tile);

} // namespace zhibei
