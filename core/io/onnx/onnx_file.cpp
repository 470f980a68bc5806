#include "core/io/onnx/onnx_file.h"

#include "core/io/atomic_file.h"
#include "core/io/onnx/onnx_proto.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/stubs/logging.h>

#include <climits>
#include <filesystem>
#include <fstream>
#include <set>

namespace zhibei {

namespace {

constexpr int mostNodes = 100'000;
constexpr int mostRank = 8;
constexpr int mostDepth = 32;

/// Parses bytes without a word on standard error.
template <class Message>
bool parse(const std::string &bytes, Message &message)
{
    const google::protobuf::LogSilencer silence;
    google::protobuf::io::CodedInputStream stream(reinterpret_cast<const uint8_t *>(bytes.data()), static_cast<int>(bytes.size()));
    stream.SetRecursionLimit(mostDepth);
    return message.ParseFromCodedStream(&stream) && stream.ConsumedEntireMessage();
}

OnnxAttribute attributeFrom(const onnx::AttributeProto &proto, const std::string &path)
{
    switch (proto.type()) {
    case onnx::AttributeProto::FLOAT: return proto.f();
    case onnx::AttributeProto::STRING: return proto.s();
    case onnx::AttributeProto::TENSOR: return tensorFromProto(proto.t(), path);
    case onnx::AttributeProto::FLOATS: return std::vector<float>(proto.floats().begin(), proto.floats().end());
    case onnx::AttributeProto::INTS: return std::vector<int64_t>(proto.ints().begin(), proto.ints().end());
    case onnx::AttributeProto::STRINGS: return std::vector<std::string>(proto.strings().begin(), proto.strings().end());
    default: return int64_t(proto.i()); // graphs belong to operators that importOnnx does not know
    }
}

OnnxPort portFrom(const onnx::ValueInfoProto &proto, const std::string &path)
{
    OnnxPort port{proto.name(), OnnxTensor::Type::Float, {}};
    const auto &tensor = proto.type().tensor_type();
    const int type = tensor.elem_type();
    if (type == onnx::TensorProto::BOOL)
        port.type = OnnxTensor::Type::Boolean;
    else if (type != onnx::TensorProto::FLOAT && type != onnx::TensorProto::DOUBLE && type != onnx::TensorProto::FLOAT16)
        port.type = OnnxTensor::Type::Integer;
    if (tensor.shape().dim_size() > mostRank)
        throw damagedOnnx(path, proto.name());
    for (const auto &extent : tensor.shape().dim()) {
        if (extent.has_dim_value() && (extent.dim_value() < 0 || extent.dim_value() > mostOnnxNumbers))
            throw damagedOnnx(path, proto.name());
        port.dims.push_back(extent.has_dim_value() ? extent.dim_value() : -1);
    }
    return port;
}

OnnxNode nodeFrom(const onnx::NodeProto &proto, const std::string &path)
{
    const bool standard = proto.domain().empty() || proto.domain() == "ai.onnx";
    OnnxNode node{standard ? proto.op_type() : proto.domain() + "." + proto.op_type(),
                  {proto.input().begin(), proto.input().end()}, {proto.output().begin(), proto.output().end()}, {}};
    for (const auto &attribute : proto.attribute())
        node.attributes.insert_or_assign(attribute.name(), attributeFrom(attribute, path));
    return node;
}

/// Whether every node uses only what was there before it: no cycle, nothing from nowhere, nothing made twice.
void checkOrder(const OnnxModel &model, const std::string &path)
{
    std::set<std::string> known{""};
    for (const OnnxPort &port : model.inputs)
        known.insert(port.name);
    for (const auto &[name, tensor] : model.constants)
        known.insert(name);
    for (const OnnxNode &node : model.nodes) {
        for (const std::string &name : node.inputs)
            if (!known.contains(name))
                throw FileError({ZB_TEXT("In “%1” the operator %2 uses “%3” before it is there: the graph has a cycle or is damaged."), {path, node.op, name}});
        for (const std::string &name : node.outputs)
            if (!known.insert(name).second && !name.empty())
                throw damagedOnnx(path, name);
    }
    for (const OnnxPort &port : model.outputs)
        if (!known.contains(port.name))
            throw damagedOnnx(path, port.name);
}

void addPort(onnx::ValueInfoProto &proto, const OnnxPort &port)
{
    proto.set_name(port.name);
    auto &tensor = *proto.mutable_type()->mutable_tensor_type();
    tensor.set_elem_type(port.type == OnnxTensor::Type::Float ? onnx::TensorProto::FLOAT : onnx::TensorProto::INT64);
    for (int64_t extent : port.dims)
        if (extent < 0)
            tensor.mutable_shape()->add_dim()->set_dim_param("batch");
        else
            tensor.mutable_shape()->add_dim()->set_dim_value(extent);
}

struct AttributeWriter {
    onnx::AttributeProto &proto;

    void operator()(int64_t value) const { proto.set_i(value); proto.set_type(onnx::AttributeProto::INT); }
    void operator()(float value) const { proto.set_f(value); proto.set_type(onnx::AttributeProto::FLOAT); }
    void operator()(const std::string &value) const { proto.set_s(value); proto.set_type(onnx::AttributeProto::STRING); }
    void operator()(const OnnxTensor &value) const { tensorToProto(value, "", *proto.mutable_t()); proto.set_type(onnx::AttributeProto::TENSOR); }
    void operator()(const std::vector<int64_t> &value) const { proto.mutable_ints()->Add(value.begin(), value.end()); proto.set_type(onnx::AttributeProto::INTS); }
    void operator()(const std::vector<float> &value) const { proto.mutable_floats()->Add(value.begin(), value.end()); proto.set_type(onnx::AttributeProto::FLOATS); }
    void operator()(const std::vector<std::string> &value) const
    {
        for (const std::string &text : value)
            proto.add_strings(text);
        proto.set_type(onnx::AttributeProto::STRINGS);
    }
};

void addNode(onnx::NodeProto &proto, const OnnxNode &node)
{
    proto.set_op_type(node.op);
    proto.set_name(node.outputs.at(0));
    for (const std::string &name : node.inputs)
        proto.add_input(name);
    for (const std::string &name : node.outputs)
        proto.add_output(name);
    for (const auto &[name, value] : node.attributes) {
        onnx::AttributeProto &attribute = *proto.add_attribute();
        attribute.set_name(name);
        std::visit(AttributeWriter{attribute}, value);
    }
}

template <class Message>
void writeMessage(const Message &proto, const std::string &path)
{
    if (proto.ByteSizeLong() > INT_MAX)
        throw FileError({ZB_TEXT("“%1” is larger than the two gigabytes an ONNX file may have."), {path}});
    const std::string bytes = proto.SerializeAsString();
    writeFileAtomically(path, {reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size()});
}

} // namespace

FileError damagedOnnx(const std::string &path, const std::string &where)
{
    return FileError({ZB_TEXT("“%1” is not an ONNX file, or is damaged at “%2”."), {path, where}});
}

std::string readBytes(const std::string &path)
{
    namespace fs = std::filesystem;
    std::error_code failed;
    if (!fs::exists(path, failed))
        throw FileError({ZB_TEXT("There is no file “%1”."), {path}});
    if (!fs::is_regular_file(path, failed))
        throw FileError({ZB_TEXT("“%1” is not a file that can be opened."), {path}});
    const uintmax_t size = fs::file_size(path, failed);
    if (failed || size > INT_MAX)
        throw FileError({ZB_TEXT("“%1” is larger than the two gigabytes an ONNX file may have."), {path}});
    std::string bytes(size, '\0');
    std::ifstream stream(path, std::ios::binary);
    if (!stream.read(bytes.data(), std::streamsize(size)))
        throw FileError({ZB_TEXT("“%1” cannot be read: check its permissions."), {path}});
    return bytes;
}

OnnxModel readOnnx(const std::string &path)
{
    onnx::ModelProto proto;
    if (!parse(readBytes(path), proto) || !proto.has_graph() || proto.graph().node_size() > mostNodes)
        throw damagedOnnx(path, "graph");
    OnnxModel model;
    model.opset = 0;
    for (const auto &set : proto.opset_import())
        if (set.domain().empty() || set.domain() == "ai.onnx")
            model.opset = set.version();
    if (model.opset < 1)
        throw damagedOnnx(path, "opset_import");
    int64_t left = mostOnnxNumbers;
    for (const auto &tensor : proto.graph().initializer()) {
        OnnxTensor read = tensorFromProto(tensor, path);
        left -= read.count();
        if (left < 0 || tensor.name().empty())
            throw damagedOnnx(path, tensor.name());
        model.constants.insert_or_assign(tensor.name(), std::move(read));
    }
    for (const auto &port : proto.graph().input())
        if (!model.constants.contains(port.name()))
            model.inputs.push_back(portFrom(port, path));
    for (const auto &port : proto.graph().output())
        model.outputs.push_back(portFrom(port, path));
    for (const auto &node : proto.graph().node())
        model.nodes.push_back(nodeFrom(node, path));
    checkOrder(model, path);
    return model;
}

NamedOnnxTensor readOnnxTensor(const std::string &path)
{
    onnx::TensorProto proto;
    if (!parse(readBytes(path), proto))
        throw damagedOnnx(path, "tensor");
    return {proto.name(), tensorFromProto(proto, path)};
}

void writeOnnxTensor(const NamedOnnxTensor &tensor, const std::string &path)
{
    onnx::TensorProto proto;
    tensorToProto(tensor.tensor, tensor.name, proto);
    writeMessage(proto, path);
}

void writeOnnx(const OnnxModel &model, const std::string &path)
{
    onnx::ModelProto proto;
    proto.set_ir_version(8);
    proto.set_producer_name("Zhibei");
    auto &set = *proto.add_opset_import();
    set.set_domain("");
    set.set_version(model.opset);
    auto &graph = *proto.mutable_graph();
    graph.set_name("network");
    for (const OnnxPort &port : model.inputs)
        addPort(*graph.add_input(), port);
    for (const OnnxPort &port : model.outputs)
        addPort(*graph.add_output(), port);
    for (const auto &[name, tensor] : model.constants)
        tensorToProto(tensor, name, *graph.add_initializer());
    for (const OnnxNode &node : model.nodes)
        addNode(*graph.add_node(), node);
    writeMessage(proto, path);
}

} // namespace zhibei
