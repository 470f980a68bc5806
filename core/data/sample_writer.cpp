#include "core/data/sample_writer.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
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
    m_count += static_cast<int64_t>(numbers.size());
    while (!numbers.empty()) {
        if (m_pieces.empty() || m_pieces.back().size() == piece) {
            if (m_file >= 0)
                flush();
            m_pieces.emplace_back();
            if (m_count > static_cast<int64_t>(piece)) // growing by doubling would leave holes as large as the data
                m_pieces.back().reserve(piece);
        }
        std::vector<float> &last = m_pieces.back();
        const size_t taken = std::min(numbers.size(), piece - last.size());
        last.insert(last.end(), numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(taken));
        numbers = numbers.subspan(taken);
    }
    if (m_file < 0 && m_count * static_cast<int64_t>(sizeof(float)) > m_limit)
        flush();
}

void SampleWriter::flush()
{
    if (m_file < 0 && (m_file = openUnnamedFile()) < 0)
        throw noRoom();
    for (const std::vector<float> &numbers : m_pieces)
        if (!writeNumbers(m_file, numbers))
            throw noRoom();
    m_pieces.clear();
}

Tensor SampleWriter::finish(Shape shape)
{
    Numbers numbers;
    if (m_file < 0) {
        numbers = Numbers::unset(static_cast<size_t>(m_count));
        float *to = numbers.data();
        for (std::vector<float> &from : m_pieces) {
            to = std::copy(from.begin(), from.end(), to);
            std::vector<float>().swap(from); // never twice in memory
        }
        m_pieces.clear();
    } else {
        flush();
        numbers = Numbers::map(m_file, static_cast<size_t>(m_count));
        if (numbers.empty())
            throw noRoom();
        close(m_file);
        m_file = -1;
    }
    m_count = 0;
    return Tensor(std::move(shape), std::move(numbers));
}

} // namespace zhibei
