#include "core/train/state_file.h"

#include <algorithm>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

namespace zhibei {

namespace {

constexpr size_t pageBytes = 64 * 1024;

/// Calls `transfer(bytes, count, place)` until all of a piece is read or written.
template <class Byte, class Transfer>
bool wholly(Byte *bytes, size_t count, size_t place, const Transfer &transfer)
{
    while (count > 0) {
        const ssize_t done = transfer(bytes, count, off_t(place));
        if (done <= 0)
            return false;
        bytes += done;
        count -= size_t(done);
        place += size_t(done);
    }
    return true;
}

template <class Byte, class Transfer>
bool pageByPage(Byte *bytes, size_t count, const std::vector<uint32_t> &pages, const Transfer &transfer)
{
    for (size_t i = 0; i < pages.size(); ++i) {
        const size_t from = i * pageBytes, piece = std::min(pageBytes, count - std::min(count, from));
        if (!wholly(bytes + from, piece, size_t(pages[i]) * pageBytes, transfer))
            return false;
    }
    return true;
}

} // namespace

std::shared_ptr<StateFile> StateFile::create(const std::string &folder, size_t bytes)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::string name = folder + "/recording-XXXXXX";
    const int descriptor = mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0)
        return nullptr;
    unlink(name.c_str());
    return std::shared_ptr<StateFile>(new StateFile(descriptor, bytes / pageBytes));
}

StateFile::~StateFile() { close(m_descriptor); }

size_t StateFile::bytesFor(size_t numbers)
{
    return (numbers * sizeof(float) + pageBytes - 1) / pageBytes * pageBytes;
}

size_t StateFile::bytesUsed() const
{
    const std::lock_guard lock(m_mutex);
    return (m_end - m_free.size()) * pageBytes;
}

std::vector<uint32_t> StateFile::takePages(size_t count)
{
    const std::lock_guard lock(m_mutex);
    std::vector<uint32_t> pages;
    if (m_end - m_free.size() + count > m_limit)
        return pages;
    while (pages.size() < count) {
        if (m_free.empty()) {
            pages.push_back(m_end++);
        } else {
            pages.push_back(m_free.back());
            m_free.pop_back();
        }
    }
    return pages;
}

void StateFile::giveBack(const std::vector<uint32_t> &pages)
{
    const std::lock_guard lock(m_mutex);
    m_free.insert(m_free.end(), pages.begin(), pages.end());
}

std::shared_ptr<const StateFile::Row> StateFile::write(std::span<const float> numbers)
{
    auto row = std::make_shared<Row>();
    row->m_pages = takePages(bytesFor(numbers.size()) / pageBytes);
    row->m_file = shared_from_this();
    const auto *bytes = reinterpret_cast<const char *>(numbers.data());
    const auto put = [this](const char *from, size_t count, off_t place) { return pwrite(m_descriptor, from, count, place); };
    if (row->m_pages.empty() || !pageByPage(bytes, numbers.size_bytes(), row->m_pages, put))
        return nullptr;
    return row;
}

bool StateFile::Row::read(std::span<float> numbers) const
{
    auto *bytes = reinterpret_cast<char *>(numbers.data());
    const auto get = [this](char *into, size_t count, off_t place) { return pread(m_file->m_descriptor, into, count, place); };
    return pageByPage(bytes, numbers.size_bytes(), m_pages, get);
}

StateFile::Row::~Row()
{
    if (m_file)
        m_file->giveBack(m_pages);
}

} // namespace zhibei
