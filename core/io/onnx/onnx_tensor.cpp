#include "core/io/onnx/onnx_proto.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace zhibei {

namespace {

static_assert(std::endian::native == std::endian::little, "ONNX files are little-endian, as is every machine we build for");

using onnx::TensorProto;

/// IEEE 754 half precision
float halfToFloat(uint16_t bits)
{
    const int exponent = bits >> 10 & 31;
    const float fraction = float(bits & 1023) / 1024.0f, sign = bits >> 15 ? -1.0f : 1.0f;
    if (exponent == 31)
        return fraction != 0 ? std::nanf("") : sign * INFINITY;
    return sign * (exponent == 0 ? std::ldexp(fraction, -14) : std::ldexp(1 + fraction, exponent - 15));
}

/// A number type of the file: its bytes in raw data, and whether it is whole.
struct Encoding {
    size_t bytes = 0; ///< 0: a type that we do not read
    OnnxTensor::Type type = OnnxTensor::Type::Float;
};

Encoding encodingOf(int type)
{
    using T = OnnxTensor::Type;
    switch (type) {
    case TensorProto::FLOAT: return {4, T::Float};
    case TensorProto::DOUBLE: return {8, T::Float};
    case TensorProto::FLOAT16: return {2, T::Float};
    case TensorProto::INT64: case TensorProto::UINT64: return {8, T::Integer};
    case TensorProto::INT32: case TensorProto::UINT32: return {4, T::Integer};
    case TensorProto::INT16: case TensorProto::UINT16: return {2, T::Integer};
    case TensorProto::INT8: case TensorProto::UINT8: return {1, T::Integer};
    case TensorProto::BOOL: return {1, T::Boolean};
    default: return {};
    }
}

template <class From, class To>
void widen(const std::string &raw, std::vector<To> &to)
{
    for (size_t i = 0; i < to.size(); ++i) {
        From number;
        std::memcpy(&number, raw.data() + i * sizeof(From), sizeof(From));
        to[i] = static_cast<To>(number);
    }
}

void fromRaw(int type, const std::string &raw, OnnxTensor &tensor)
{
    switch (type) {
    case TensorProto::FLOAT: widen<float>(raw, tensor.floats); break;
    case TensorProto::DOUBLE: widen<double>(raw, tensor.floats); break;
    case TensorProto::FLOAT16:
        for (size_t i = 0; i < tensor.floats.size(); ++i) {
            uint16_t half;
            std::memcpy(&half, raw.data() + i * 2, 2);
            tensor.floats[i] = halfToFloat(half);
        }
        break;
    case TensorProto::INT64: case TensorProto::UINT64: widen<int64_t>(raw, tensor.integers); break;
    case TensorProto::INT32: widen<int32_t>(raw, tensor.integers); break;
    case TensorProto::UINT32: widen<uint32_t>(raw, tensor.integers); break;
    case TensorProto::INT16: widen<int16_t>(raw, tensor.integers); break;
    case TensorProto::UINT16: widen<uint16_t>(raw, tensor.integers); break;
    case TensorProto::INT8: widen<int8_t>(raw, tensor.integers); break;
    default: widen<uint8_t>(raw, tensor.integers); break;
    }
}

/// Copies a list of the file if it has as many numbers as the tensor.
template <class List, class To>
bool fromList(const List &list, std::vector<To> &to)
{
    if (size_t(list.size()) != to.size())
        return false;
    for (int i = 0; i < list.size(); ++i)
        to[size_t(i)] = static_cast<To>(list.Get(i));
    return true;
}

bool fromLists(const TensorProto &proto, OnnxTensor &tensor)
{
    switch (proto.data_type()) {
    case TensorProto::FLOAT: return fromList(proto.float_data(), tensor.floats);
    case TensorProto::DOUBLE: return fromList(proto.double_data(), tensor.floats);
    case TensorProto::INT64: return fromList(proto.int64_data(), tensor.integers);
    case TensorProto::UINT64: case TensorProto::UINT32: return fromList(proto.uint64_data(), tensor.integers);
    case TensorProto::FLOAT16:
        if (size_t(proto.int32_data_size()) != tensor.floats.size())
            return false;
        for (int i = 0; i < proto.int32_data_size(); ++i)
            tensor.floats[size_t(i)] = halfToFloat(static_cast<uint16_t>(proto.int32_data(i)));
        return true;
    default: return fromList(proto.int32_data(), tensor.integers);
    }
}

/// The bytes of weights that lie beside the model: nowhere but in its folder or below.
std::string externalBytes(const TensorProto &proto, const std::string &path, size_t wanted)
{
    namespace fs = std::filesystem;
    std::string location;
    int64_t offset = 0;
    for (const auto &entry : proto.external_data()) {
        if (entry.key() == "location")
            location = entry.value();
        if (entry.key() == "offset")
            offset = std::strtoll(entry.value().c_str(), nullptr, 10);
    }
    std::error_code failed;
    const fs::path folder = fs::weakly_canonical(fs::absolute(path).parent_path(), failed);
    const fs::path file = fs::weakly_canonical(folder / location, failed);
    const auto [last, unused] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    if (failed || location.empty() || fs::path(location).is_absolute() || last != folder.end())
        throw FileError({ZB_TEXT("“%1” wants weights from “%2”, outside its own folder: do not trust this file."), {path, location}});
    if (!fs::is_regular_file(file, failed))
        throw FileError({ZB_TEXT("There is no file “%1”."), {file.string()}});
    const auto size = static_cast<int64_t>(fs::file_size(file, failed));
    if (offset < 0 || offset > size || size - offset < int64_t(wanted))
        throw damagedOnnx(path, location);
    std::string bytes(wanted, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.seekg(offset);
    if (!stream.read(bytes.data(), std::streamsize(wanted)))
        throw FileError({ZB_TEXT("“%1” cannot be read: check its permissions."), {file.string()}});
    return bytes;
}

} // namespace

OnnxTensor tensorFromProto(const TensorProto &proto, const std::string &path)
{
    const Encoding encoding = encodingOf(proto.data_type());
    if (!encoding.bytes || proto.has_segment())
        throw FileError({ZB_TEXT("“%1” holds the tensor “%2” of a type that Zhibei does not read."), {path, proto.name()}});
    OnnxTensor tensor;
    tensor.type = encoding.type;
    int64_t count = 1;
    for (int64_t extent : proto.dims()) {
        if (extent < 0 || extent > mostOnnxNumbers || (extent > 0 && count > mostOnnxNumbers / extent))
            throw damagedOnnx(path, proto.name());
        count *= extent;
        tensor.dims.push_back(extent);
    }
    const bool external = proto.data_location() == TensorProto::EXTERNAL;
    const size_t bytes = size_t(count) * encoding.bytes;
    const size_t listed = size_t(proto.float_data_size()) + size_t(proto.double_data_size()) + size_t(proto.int32_data_size())
                        + size_t(proto.int64_data_size()) + size_t(proto.uint64_data_size());
    if (!external && (proto.has_raw_data() ? proto.raw_data().size() != bytes : listed != size_t(count)))
        throw damagedOnnx(path, proto.name()); // before anything is allocated
    const std::string outside = external ? externalBytes(proto, path, bytes) : std::string();
    if (tensor.whole())
        tensor.integers.resize(size_t(count));
    else
        tensor.floats.resize(size_t(count));
    if (external || proto.has_raw_data())
        fromRaw(proto.data_type(), external ? outside : proto.raw_data(), tensor);
    else if (!fromLists(proto, tensor))
        throw damagedOnnx(path, proto.name());
    return tensor;
}

void tensorToProto(const OnnxTensor &tensor, const std::string &name, TensorProto &proto)
{
    proto.set_name(name);
    for (int64_t extent : tensor.dims)
        proto.add_dims(extent);
    if (tensor.whole()) {
        proto.set_data_type(TensorProto::INT64);
        proto.set_raw_data(tensor.integers.data(), tensor.integers.size() * sizeof(int64_t));
    } else {
        proto.set_data_type(TensorProto::FLOAT);
        proto.set_raw_data(tensor.floats.data(), tensor.floats.size() * sizeof(float));
    }
}

} // namespace zhibei
