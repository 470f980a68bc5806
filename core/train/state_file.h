#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace zhibei {

/// Rows of numbers on disk, for as long as the process lives: the file has no name, so that nothing of it stays behind.
/// Safe from any thread.
class StateFile : public std::enable_shared_from_this<StateFile> {
public:
    /// A file in `folder`, which is made where it is missing, of at most `bytes`. Null if it cannot be made.
    static std::shared_ptr<StateFile> create(const std::string &folder, size_t bytes);
    ~StateFile();
    StateFile(const StateFile &) = delete;
    StateFile &operator=(const StateFile &) = delete;

    /// A row on disk; its room is free again when the last who holds it lets go.
    class Row {
    public:
        ~Row();
        /// Fills `numbers`, as many as were written. False if the disk fails.
        bool read(std::span<float> numbers) const;

    private:
        friend class StateFile;
        std::shared_ptr<StateFile> m_file;
        std::vector<uint32_t> m_pages;
    };
    /// Null where there is no room, or the disk fails.
    std::shared_ptr<const Row> write(std::span<const float> numbers);

    /// What a row of so many numbers takes, and what all take, in bytes.
    static size_t bytesFor(size_t numbers);
    size_t bytesUsed() const;

private:
    StateFile(int descriptor, size_t pages) : m_descriptor(descriptor), m_limit(pages) {}
    std::vector<uint32_t> takePages(size_t count);
    void giveBack(const std::vector<uint32_t> &pages);

    int m_descriptor;
    size_t m_limit;
    mutable std::mutex m_mutex;
    uint32_t m_end = 0;             ///< pages that the file has
    std::vector<uint32_t> m_free;
};

} // namespace zhibei
