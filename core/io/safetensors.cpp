#include "core/io/safetensors.h"

#include "core/io/json.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace zhibei {

using nlohmann::json;

namespace {

static_assert(std::endian::native == std::endian::little, "safetensors are little-endian, as is every machine we build for");

constexpr size_t prefix = 8;
constexpr size_t mostHeaderBytes = size_t(16) << 20;
constexpr size_t mostTensors = 100'000;
constexpr size_t mostRank = 8;

FileError damaged()
{
    return FileError({ZB_TEXT("The file of weights is damaged: save the project again or train anew."), {}});
}

FileError damaged(const std::string &tensor)
{
    return FileError({ZB_TEXT("The weights “%1” are damaged: save the project again or train anew."), {tensor}});
}

/// Where a tensor's numbers are.
struct Entry {
    std::string name;
    Shape shape;
    bool wide = false; ///< F64
    size_t begin = 0, end = 0;
};

size_t sizeAt(const json &value, const std::string &name)
{
    if (!value.is_number_unsigned())
        throw damaged(name);
    return value.get<size_t>();
}

Shape readShape(const json &value, const std::string &name, size_t mostCount)
{
    if (!value.is_array() || value.size() > mostRank)
        throw damaged(name);
    std::vector<int64_t> extents;
    size_t count = 1;
    for (const json &element : value) {
        const size_t extent = sizeAt(element, name);
        if (extent > mostCount || (extent > 0 && count > mostCount / extent))
            throw damaged(name);
        count *= extent;
        extents.push_back(static_cast<int64_t>(extent));
    }
    return Shape(extents);
}

Entry readEntry(const std::string &name, const json &about, size_t dataBytes)
{
    if (!about.is_object() || !about.contains("dtype") || !about.contains("shape") || !about.contains("data_offsets"))
        throw damaged(name);
    Entry entry;
    entry.name = name;
    entry.wide = about["dtype"] == "F64";
    if (!entry.wide && about["dtype"] != "F32")
        throw FileError({ZB_TEXT("The weights “%1” are not 32-bit or 64-bit numbers: convert them first."), {name}});
    const json &offsets = about["data_offsets"];
    if (!offsets.is_array() || offsets.size() != 2)
        throw damaged(name);
    entry.begin = sizeAt(offsets[0], name);
    entry.end = sizeAt(offsets[1], name);
    const size_t width = entry.wide ? 8 : 4;
    entry.shape = readShape(about["shape"], name, dataBytes / width);
    const auto bytes = static_cast<size_t>(entry.shape.count()) * width;
    if (entry.end > dataBytes || entry.begin > entry.end || entry.end - entry.begin != bytes)
        throw damaged(name);
    return entry;
}

/// The tensors must fill the data without gap or overlap.
void checkCover(const std::vector<Entry> &entries, size_t dataBytes)
{
    std::vector<std::pair<size_t, size_t>> pieces;
    for (const Entry &entry : entries)
        pieces.emplace_back(entry.begin, entry.end);
    std::sort(pieces.begin(), pieces.end());
    size_t at = 0;
    for (const auto &[begin, end] : pieces) {
        if (begin != at)
            throw damaged();
        at = end;
    }
    if (at != dataBytes)
        throw damaged();
}

Tensor readTensor(const Entry &entry, const unsigned char *data)
{
    Tensor tensor(entry.shape);
    for (int64_t i = 0; i < tensor.count(); ++i) {
        const unsigned char *from = data + entry.begin + static_cast<size_t>(i) * (entry.wide ? 8 : 4);
        if (entry.wide) {
            double value = 0;
            std::memcpy(&value, from, 8);
            tensor[i] = static_cast<float>(value);
        } else {
            std::memcpy(&tensor[i], from, 4);
        }
        if (!std::isfinite(tensor[i]))
            throw FileError({ZB_TEXT("The weights “%1” hold a number that is not finite: train anew."), {entry.name}});
    }
    return tensor;
}

} // namespace

std::vector<unsigned char> toSafetensors(const std::map<std::string, Tensor> &tensors)
{
    json header = json::object();
    size_t at = 0;
    for (const auto &[name, tensor] : tensors) {
        const size_t bytes = static_cast<size_t>(tensor.count()) * sizeof(float);
        header[name] = {{"dtype", "F32"}, {"shape", tensor.shape().extents()}, {"data_offsets", {at, at + bytes}}};
        at += bytes;
    }
    std::string text = header.dump(-1, ' ', false, json::error_handler_t::replace);
    text.resize((text.size() + 7) / 8 * 8, ' '); // so that the numbers are aligned, as the format allows
    std::vector<unsigned char> bytes(prefix + text.size() + at);
    const uint64_t length = text.size();
    std::memcpy(bytes.data(), &length, prefix);
    std::memcpy(bytes.data() + prefix, text.data(), text.size());
    size_t to = prefix + text.size();
    for (const auto &[name, tensor] : tensors) {
        const size_t count = static_cast<size_t>(tensor.count()) * sizeof(float);
        if (count > 0)
            std::memcpy(bytes.data() + to, tensor.data(), count);
        to += count;
    }
    return bytes;
}

std::map<std::string, Tensor> fromSafetensors(const std::vector<unsigned char> &bytes)
{
    if (bytes.size() < prefix)
        throw damaged();
    uint64_t length = 0;
    std::memcpy(&length, bytes.data(), prefix);
    if (length > bytes.size() - prefix || length > mostHeaderBytes)
        throw damaged();
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()) + prefix, static_cast<size_t>(length));
    const json header = parseJson(text, "weights.safetensors", {.bytes = mostHeaderBytes, .depth = 4});
    if (!header.is_object() || header.size() > mostTensors)
        throw damaged();
    const size_t dataBytes = bytes.size() - prefix - static_cast<size_t>(length);
    std::vector<Entry> entries;
    for (const auto &[name, about] : header.items())
        if (name != "__metadata__")
            entries.push_back(readEntry(name, about, dataBytes));
    checkCover(entries, dataBytes);
    std::map<std::string, Tensor> tensors;
    for (const Entry &entry : entries)
        tensors.emplace(entry.name, readTensor(entry, bytes.data() + prefix + length));
    return tensors;
}

} // namespace zhibei
