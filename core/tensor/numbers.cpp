#include "core/tensor/numbers.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <new>
#include <string>

namespace zhibei {

namespace {

constexpr auto alignment = std::align_val_t(64);

float *allocate(size_t count)
{
    return count == 0 ? nullptr : static_cast<float *>(::operator new(count * sizeof(float), alignment));
}

int openUnnamedFileIn(std::string folder)
{
    if (const int file = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600); file >= 0)
        return file;
    std::string name = folder + "/zhibei-XXXXXX"; // a file system without O_TMPFILE
    const int file = mkostemp(name.data(), O_CLOEXEC);
    if (file >= 0)
        unlink(name.c_str());
    return file;
}

} // namespace

Numbers::Numbers(size_t count, float fill) : m_begin(allocate(count)), m_count(count)
{
    std::fill_n(m_begin, count, fill);
}

Numbers::Numbers(const Numbers &other)
{
    if (!other.m_mapped) {
        m_begin = allocate(other.m_count);
        m_count = other.m_count;
        std::copy_n(other.m_begin, m_count, m_begin);
        return;
    }
    const int file = openUnnamedFile();
    const bool written = file >= 0 && writeNumbers(file, {other.m_begin, other.m_count});
    if (written)
        map(file, other.m_count).swap(*this);
    if (file >= 0)
        close(file);
    if (!written || !m_begin)
        throw std::bad_alloc();
}

Numbers &Numbers::operator=(const Numbers &other)
{
    if (this == &other)
        return *this;
    if (m_count == other.m_count) // no new memory while training
        std::copy_n(other.m_begin, m_count, m_begin);
    else
        Numbers(other).swap(*this);
    return *this;
}

Numbers::~Numbers()
{
    if (m_mapped)
        munmap(m_begin, m_count * sizeof(float));
    else
        ::operator delete(m_begin, alignment);
}

Numbers Numbers::map(int file, size_t count)
{
    Numbers numbers;
    if (count == 0)
        return numbers;
    void *begin = mmap(nullptr, count * sizeof(float), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (begin != MAP_FAILED) {
        numbers.m_begin = static_cast<float *>(begin);
        numbers.m_count = count;
        numbers.m_mapped = true;
    }
    return numbers;
}

int openUnnamedFile()
{
    const char *own = std::getenv("TMPDIR");
    for (const char *folder : {own, "/var/tmp", "/tmp"})
        if (folder && *folder)
            if (const int file = openUnnamedFileIn(folder); file >= 0)
                return file;
    return -1;
}

bool writeNumbers(int file, std::span<const float> numbers)
{
    const char *at = reinterpret_cast<const char *>(numbers.data());
    size_t left = numbers.size_bytes();
    while (left > 0) {
        const ssize_t done = write(file, at, std::min<size_t>(left, size_t(1) << 28));
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        at += done;
        left -= static_cast<size_t>(done);
    }
    return true;
}

} // namespace zhibei
