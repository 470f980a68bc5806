#pragma once

#include "core/data/data_source.h"
#include "core/data/sample_writer.h"

#include <istream>

namespace zhibei {

/// An array in the NPY format of NumPy (versions 1 to 3): a header that tells type, order and shape, then the numbers.
/// Little-endian f4, f8, signed and unsigned integers of 1 to 8 bytes, and b1 are read.
/// See numpy.org/doc/stable/reference/generated/numpy.lib.format.html.
class NpyFile {
public:
    /// Reads the header from `stream`, which holds `bytes` bytes in all. Throws DataError, naming `name`, for anything
    /// that is not exactly such an array.
    NpyFile(std::istream &stream, int64_t bytes, std::string name);

    const std::vector<int64_t> &shape() const { return m_shape; }
    int64_t count() const;
    /// Integers and truth values, not fractions.
    bool whole() const { return m_kind != 'f'; }
    /// Unsigned bytes, as pictures are stored.
    bool isBytes() const { return m_kind == 'u' && m_size == 1; }

    /// All numbers in row-major order, as floats times `factor`; NaN stays. Throws DataError if the array is cut short.
    Tensor read(float factor = 1.0f);

private:
    void readHeader();
    Tensor rowMajor(const Tensor &columnMajor) const;
    [[noreturn]] void fail() const;

    std::istream &m_stream;
    std::string m_name;
    std::vector<int64_t> m_shape;
    char m_kind = 'f';   ///< f, i, u or b
    size_t m_size = 4;   ///< bytes a number
    bool m_columnMajor = false;
};

/// The numbers as an NPY file (version 1, little-endian f4, row-major).
std::vector<unsigned char> npyBytes(const Tensor &tensor);

} // namespace zhibei
