#include "core/train/recording.h"

#include "core/train/training.h"

#include <algorithm>

namespace zhibei {

namespace {

constexpr size_t pooledRows = 64, idleRows = 4;

size_t bytesOf(size_t numbers) { return numbers * sizeof(float); }

} // namespace

std::unique_ptr<Training> Course::begin(int threads) const
{
    auto training = std::make_unique<Training>(model, data, settings, threads);
    for (const Objective &objective : model->objectives) {
        const Node *then = network.find(objective.node), *planned = model->network.find(objective.node);
        for (const auto &[attribute, value] : then->attributes)
            if (const auto was = planned->attributes.find(attribute); was == planned->attributes.end() || !(was->second == value))
                training->setAttribute(objective.node, attribute, value);
    }
    return training;
}

Recording::Recording()
{
    m_spiller = std::jthread([this](const std::stop_token &stop) { spill(stop); });
}

Recording::~Recording()
{
    m_spiller.request_stop();
    m_wake.notify_all();
    m_spiller.join();
}

void Recording::setLimits(const Limits &limits)
{
    const std::lock_guard lock(m_mutex);
    m_limits = limits;
    m_diskFails = false;
    thin();
}

void Recording::clear()
{
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
    m_pool.clear();
    m_memory = m_disk = 0;
}

void Recording::add(State state)
{
    const std::lock_guard lock(m_mutex);
    const size_t count = state.numbers->size();
    put({std::move(state), count, nullptr, 0});
}

void Recording::add(const Training &training, std::shared_ptr<const Course> course, double seconds)
{
    std::shared_ptr<AlignedVector<float>> numbers;
    {
        const std::lock_guard lock(m_mutex);
        numbers = room(training.stateCount());
    }
    training.copyState(*numbers);
    add({training.steps(), training.batchLoss(), seconds, std::move(course), true, std::move(numbers)});
}

/// A row that nobody needs any more, or a new one. Only the pool and, while it is in use, an entry and readers hold it.
std::shared_ptr<AlignedVector<float>> Recording::room(size_t count)
{
    size_t idle = 0;
    std::erase_if(m_pool, [&](const auto &row) { return row->size() != count || (row.use_count() == 1 && ++idle > idleRows); });
    for (const auto &row : m_pool)
        if (row.use_count() == 1)
            return row;
    auto row = std::make_shared<AlignedVector<float>>(count);
    if (m_pool.size() < pooledRows)
        m_pool.push_back(row);
    return row;
}

void Recording::put(Entry entry)
{
    entry.id = ++m_lastId;
    if (!m_entries.empty() && m_entries.back().state.step == entry.state.step) {
        if (m_entries.back().state.complete && !entry.state.complete)
            return;
        drop(m_entries.size() - 1);
    }
    m_memory += bytesOf(entry.count);
    m_entries.push_back(std::move(entry));
    thin();
    if (nextToSpill())
        m_wake.notify_all();
}

void Recording::drop(size_t index)
{
    const Entry &entry = m_entries[index];
    (entry.row ? m_disk : m_memory) -= entry.row ? StateFile::bytesFor(entry.count) : bytesOf(entry.count);
    m_entries.erase(m_entries.begin() + std::ptrdiff_t(index));
}

void Recording::cut(int64_t step)
{
    const std::lock_guard lock(m_mutex);
    while (!m_entries.empty() && m_entries.back().state.step > step)
        drop(m_entries.size() - 1);
}

void Recording::thin()
{
    while (m_memory > m_limits.memory || m_entries.size() > m_limits.states) {
        const bool tooMany = m_memory <= m_limits.memory;
        std::optional<size_t> index = dispensable(false);
        if (!index && tooMany)
            index = dispensable(true);
        if (!index)
            return;
        drop(*index);
    }
}

std::optional<size_t> Recording::dispensable(bool onDisk) const
{
    if (m_entries.size() < 3)
        return {};
    const int64_t first = m_entries.front().state.step, now = m_entries.back().state.step;
    // A complete state stands among the complete ones: it is they that replays start from.
    std::vector<int64_t> nextComplete(m_entries.size(), now);
    for (size_t i = m_entries.size() - 1; i-- > 0;)
        nextComplete[i] = m_entries[i + 1].state.complete ? m_entries[i + 1].state.step : nextComplete[i + 1];
    std::optional<size_t> best;
    double least = 0;
    int64_t lastComplete = first;
    for (size_t i = 1; i + 1 < m_entries.size(); ++i) {
        const State &state = m_entries[i].state;
        const int64_t before = state.complete ? lastComplete : m_entries[i - 1].state.step;
        const int64_t after = state.complete ? nextComplete[i] : m_entries[i + 1].state.step;
        if (state.complete)
            lastComplete = state.step;
        // Twice as far back, the distance may be twice as great; the older half of a run is evenly covered.
        const double distance = 1 + double(std::min(now - state.step, (now - first) / 8));
        const double missed = double(after - before) / distance;
        if ((m_entries[i].row != nullptr) == onDisk && (!best || missed < least)) {
            best = i;
            least = missed;
        }
    }
    return best;
}

Recording::Extent Recording::extent() const
{
    const std::lock_guard lock(m_mutex);
    if (m_entries.empty())
        return {};
    return {m_entries.front().state.step, m_entries.back().state.step, m_entries.size(), m_memory, m_disk};
}

std::optional<Recording::State> Recording::nearest(int64_t step) const
{
    Lock lock(m_mutex);
    if (m_entries.empty())
        return {};
    auto found = std::lower_bound(m_entries.begin(), m_entries.end(), step, [](const Entry &e, int64_t s) { return e.state.step < s; });
    if (found == m_entries.end() || (found != m_entries.begin() && step - (found - 1)->state.step < found->state.step - step))
        --found;
    return loaded(*found, std::move(lock));
}

std::optional<Recording::State> Recording::completeBefore(int64_t step) const
{
    Lock lock(m_mutex);
    for (size_t i = m_entries.size(); i-- > 0;)
        if (m_entries[i].state.step <= step && m_entries[i].state.complete)
            return loaded(m_entries[i], std::move(lock));
    return {};
}

Recording::State Recording::loaded(const Entry &entry, Lock lock) const
{
    State state = entry.state;
    const auto row = entry.row;
    const size_t count = entry.count;
    lock.unlock(); // nobody waits for the disk
    if (!state.numbers) {
        auto numbers = std::make_shared<AlignedVector<float>>(count);
        if (!row->read(*numbers))
            std::fill(numbers->begin(), numbers->end(), 0.0f);
        state.numbers = std::move(numbers);
    }
    return state;
}

void Recording::spill(const std::stop_token &stop)
{
    Lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return nextToSpill().has_value(); }))
        spillOne(lock, *nextToSpill());
}

/// The oldest in memory, once memory is three quarters full.
std::optional<size_t> Recording::nextToSpill() const
{
    if (m_limits.folder.empty() || m_diskFails || m_memory <= m_limits.memory / 4 * 3)
        return {};
    for (size_t i = 0; i + 1 < m_entries.size(); ++i)
        if (!m_entries[i].row)
            return StateFile::bytesFor(m_entries[i].count) <= m_limits.disk ? std::optional(i) : std::nullopt;
    return {};
}

void Recording::spillOne(Lock &lock, size_t index)
{
    const uint64_t id = m_entries[index].id;
    const size_t need = StateFile::bytesFor(m_entries[index].count);
    while (m_disk + need > m_limits.disk) {
        const auto old = dispensable(true);
        if (!old) {
            m_diskFails = true; // nothing but the first state is there, and it fills the room
            return;
        }
        drop(*old);
    }
    const auto numbers = std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry &e) { return e.id == id; })->state.numbers;
    const Limits limits = m_limits;
    lock.unlock();
    if (!m_file) // no other thread looks at it
        m_file = StateFile::create(limits.folder, limits.disk + limits.disk / 8);
    const auto row = m_file ? m_file->write(*numbers) : nullptr;
    lock.lock();
    m_diskFails = !row;
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry &e) { return e.id == id; });
    if (!row || entry == m_entries.end())
        return;
    entry->row = row;
    entry->state.numbers.reset();
    m_memory -= bytesOf(entry->count);
    m_disk += need;
}

} // namespace zhibei
