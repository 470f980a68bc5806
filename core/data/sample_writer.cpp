#include "core/data/sample_writer.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace zhibei {

namespace {

constexpr int64_t usualLimit = int64_t(512) << 20;
constexpr size_t piece = size_t(1) << 20; // numbers written at a time

DataError noRoom()
{
    return DataError({ZB_TEXT("The data do not fit in memory and there is no room for them on disk: free some space, or set TMPDIR to a folder with more."), {}});
}

} // namespace

SampleWriter::SampleWriter(int64_t limit) : m_limit(limit) {}

SampleWriter::~SampleWriter()
{
    if (m_file >= 0)
        close(m_file);
}

int64_t SampleWriter::inMemory()
{
    const char *own = std::getenv("ZHIBEI_SAMPLES_IN_MEMORY");
    const std::string_view text = own ? own : "";
    int64_t bytes = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bytes);
    return !text.empty() && error == std::errc() && end == text.data() + text.size() && bytes >= 0 ? bytes : usualLimit;
}

void SampleWriter::append(std::span<const float> numbers)
{
    m_numbers.insert(m_numbers.end(), numbers.begin(), numbers.end());
    const auto bytes = static_cast<int64_t>(m_numbers.size() * sizeof(float));
    if (m_file >= 0 ? m_numbers.size() >= piece : bytes > m_limit)
        flush();
}

void SampleWriter::flush()
{
    if (m_file < 0 && (m_file = openUnnamedFile()) < 0)
        throw noRoom();
    if (!writeNumbers(m_file, m_numbers))
        throw noRoom();
    m_written += static_cast<int64_t>(m_numbers.size());
    m_numbers.clear();
    if (m_numbers.capacity() > 2 * piece)
        std::vector<float>().swap(m_numbers);
}

Tensor SampleWriter::finish(Shape shape)
{
    Numbers numbers;
    if (m_file < 0) {
        numbers = Numbers(m_numbers.size(), 0.0f);
        std::copy(m_numbers.begin(), m_numbers.end(), numbers.data());
    } else {
        flush();
        numbers = Numbers::map(m_file, static_cast<size_t>(m_written));
        if (m_written > 0 && numbers.empty())
            throw noRoom();
        close(m_file);
        m_file = -1;
    }
    std::vector<float>().swap(m_numbers);
    m_written = 0;
    return Tensor(std::move(shape), std::move(numbers));
}

} // namespace zhibei
