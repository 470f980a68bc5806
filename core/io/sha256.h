#pragma once

#include <cstddef>
#include <string>

namespace zhibei {

/// SHA-256 of bytes given piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;
    void add(const void *bytes, size_t count);
    std::string hex(); ///< ends it

private:
    void *m_context;
};

} // namespace zhibei
