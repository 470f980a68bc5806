#include "core/data/npy_file.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace zhibei {

namespace {

constexpr size_t mostHeader = 65536;
constexpr size_t mostRank = 8;
constexpr int64_t mostNumbers = int64_t(1) << 32;

template <class T>
void convert(const std::vector<char> &bytes, std::vector<float> &numbers)
{
    numbers.resize(bytes.size() / sizeof(T));
    for (size_t i = 0; i < numbers.size(); ++i) {
        T value;
        std::memcpy(&value, bytes.data() + i * sizeof(T), sizeof(T));
        numbers[i] = static_cast<float>(value);
    }
}

using Converter = void (*)(const std::vector<char> &, std::vector<float> &);

Converter converterOf(char kind, size_t size)
{
    const struct {
        char kind;
        size_t size;
        Converter convert;
    } known[] = {{'f', 4, convert<float>}, {'f', 8, convert<double>}, {'b', 1, convert<uint8_t>},
                 {'i', 1, convert<int8_t>}, {'i', 2, convert<int16_t>}, {'i', 4, convert<int32_t>}, {'i', 8, convert<int64_t>},
                 {'u', 1, convert<uint8_t>}, {'u', 2, convert<uint16_t>}, {'u', 4, convert<uint32_t>}, {'u', 8, convert<uint64_t>}};
    for (const auto &entry : known)
        if (entry.kind == kind && entry.size == size)
            return entry.convert;
    return nullptr;
}

/// What follows `'key':` in the header's dictionary; empty if it is not there.
std::string_view valueOf(std::string_view header, std::string_view key)
{
    const std::string quoted = "'" + std::string(key) + "'";
    size_t at = header.find(quoted);
    if (at == std::string_view::npos)
        return {};
    at = header.find_first_not_of(' ', at + quoted.size());
    if (at == std::string_view::npos || header[at] != ':')
        return {};
    at = header.find_first_not_of(' ', at + 1);
    return at == std::string_view::npos ? std::string_view() : header.substr(at);
}

/// "(60000, 28, 28)", "(5,)"; false if it is not that, or too large.
bool readShape(std::string_view text, std::vector<int64_t> &shape)
{
    if (text.empty() || text[0] != '(')
        return false;
    const size_t end = text.find(')');
    if (end == std::string_view::npos)
        return false;
    int64_t count = 1;
    for (size_t at = 1; at < end;) {
        const size_t comma = std::min(text.find(',', at), end);
        while (at < comma && text[at] == ' ')
            ++at;
        if (at < comma) {
            int64_t extent = 0;
            const auto [stop, error] = std::from_chars(text.data() + at, text.data() + comma, extent);
            if (error != std::errc() || stop != text.data() + comma || extent < 1 || extent > mostNumbers / count || shape.size() == mostRank)
                return false;
            shape.push_back(extent);
            count *= extent;
        }
        at = comma + 1;
    }
    return !shape.empty();
}

} // namespace

NpyFile::NpyFile(std::istream &stream, int64_t bytes, std::string name) : m_stream(stream), m_name(std::move(name))
{
    readHeader();
    const auto at = static_cast<int64_t>(m_stream.tellg());
    if (at < 0 || count() * static_cast<int64_t>(m_size) != bytes - at)
        throw DataError({ZB_TEXT("“%1” is damaged or cut short: copy or download it again."), {m_name}});
}

void NpyFile::fail() const
{
    throw DataError({ZB_TEXT("“%1” is not an array of numbers that can be read: save it with numpy.save as float32, float64 or integers."), {m_name}});
}

void NpyFile::readHeader()
{
    unsigned char start[12] = {};
    m_stream.read(reinterpret_cast<char *>(start), 8);
    if (!m_stream || std::memcmp(start, "\x93NUMPY", 6) != 0 || start[6] < 1 || start[6] > 3)
        fail();
    const int lengthBytes = start[6] == 1 ? 2 : 4;
    m_stream.read(reinterpret_cast<char *>(start) + 8, lengthBytes);
    size_t length = 0;
    for (int i = lengthBytes; i-- > 0;)
        length = length << 8 | start[8 + i];
    if (!m_stream || length > mostHeader)
        fail();
    std::string header(length, '\0');
    m_stream.read(header.data(), static_cast<std::streamsize>(length));
    const std::string_view type = valueOf(header, "descr"), order = valueOf(header, "fortran_order");
    m_columnMajor = order.starts_with("True");
    if (!m_stream || type.size() < 5 || type[0] != '\'' || type[4] != '\'' || (!m_columnMajor && !order.starts_with("False"))
        || !readShape(valueOf(header, "shape"), m_shape))
        fail();
    m_kind = type[2];
    m_size = static_cast<size_t>(type[3] - '0');
    const bool littleEndian = type[1] == '<' || (type[1] == '|' && m_size == 1);
    if (!littleEndian || !converterOf(m_kind, m_size))
        fail();
}

int64_t NpyFile::count() const
{
    int64_t product = 1;
    for (int64_t extent : m_shape)
        product *= extent;
    return product;
}

Tensor NpyFile::read(float factor)
{
    constexpr int64_t piece = 1 << 20;
    const Converter convert = converterOf(m_kind, m_size);
    SampleWriter writer;
    std::vector<char> bytes;
    std::vector<float> numbers;
    for (int64_t left = count(); left > 0; left -= std::min(left, piece)) {
        bytes.resize(static_cast<size_t>(std::min(left, piece)) * m_size);
        m_stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!m_stream)
            throw DataError({ZB_TEXT("“%1” is damaged or cut short: copy or download it again."), {m_name}});
        convert(bytes, numbers);
        if (factor != 1.0f)
            for (float &number : numbers)
                number *= factor;
        writer.append(numbers);
    }
    Tensor read = writer.finish(Shape(m_shape));
    return m_columnMajor && m_shape.size() > 1 ? rowMajor(read) : read;
}

Tensor NpyFile::rowMajor(const Tensor &columnMajor) const
{
    std::vector<int64_t> strides, index(m_shape.size());
    int64_t stride = 1;
    for (int64_t extent : m_shape) {
        strides.push_back(stride);
        stride *= extent;
    }
    SampleWriter writer;
    std::vector<float> line(static_cast<size_t>(m_shape.back()));
    int64_t from = 0;
    for (int64_t rows = count() / m_shape.back(); rows-- > 0;) {
        for (size_t i = 0; i < line.size(); ++i)
            line[i] = columnMajor[from + static_cast<int64_t>(i) * strides.back()];
        writer.append(line);
        for (size_t axis = m_shape.size() - 1; axis-- > 0;) { // the next row: count up from the last axis but one
            from += strides[axis];
            if (++index[axis] < m_shape[axis])
                break;
            from -= strides[axis] * m_shape[axis];
            index[axis] = 0;
        }
    }
    return writer.finish(Shape(m_shape));
}

std::vector<unsigned char> npyBytes(const Tensor &tensor)
{
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (";
    for (const int64_t extent : tensor.shape().extents())
        header += std::to_string(extent) + ", ";
    header += "), }";
    constexpr size_t preamble = 10, alignment = 64;
    header.append(alignment - (preamble + header.size() + 1) % alignment, ' ');
    header += '\n';
    const std::string front = std::string("\x93NUMPY\x01\0", 8) + char(header.size() & 255) + char(header.size() >> 8) + header;
    const auto numbers = std::as_bytes(tensor.values());
    std::vector<unsigned char> bytes(front.size() + numbers.size());
    std::memcpy(bytes.data(), front.data(), front.size());
    std::memcpy(bytes.data() + front.size(), numbers.data(), numbers.size());
    return bytes;
}

} // namespace zhibei
