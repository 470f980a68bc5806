#include "core/io/onnx/onnx_folder.h"

#include "core/io/atomic_file.h"
#include "core/io/onnx/onnx_export.h"
#include "core/io/onnx/onnx_file.h"
#include "core/io/onnx/onnx_import.h"
#include "core/program/inference.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

namespace zhibei {

namespace {

namespace fs = std::filesystem;
using Dims = std::vector<int64_t>;

/// Where the numbers of one sample are in a tensor whose batch is the extent `axis`: visit(number of the sample, place).
template <class Visit>
void eachOf(const Dims &dims, int axis, int64_t sample, const Visit &visit)
{
    const Dims all(dims.begin(), dims.end());
    const int64_t inner = axis < 0 ? countOf(dims) : countOf({all.begin() + axis + 1, all.end()});
    const int64_t outer = axis < 0 ? 1 : countOf({all.begin(), all.begin() + axis}), batch = axis < 0 ? 1 : dims[size_t(axis)];
    for (int64_t o = 0; o < outer; ++o)
        for (int64_t k = 0; k < inner; ++k)
            visit(o * inner + k, (o * batch + sample) * inner + k);
}

/// A network of a graph, ready to compute.
class Runner {
public:
    explicit Runner(OnnxNetwork network) : m_network(std::move(network))
    {
        m_network.data.target = {Shape({1}), 0};
        for (const Diagnostic &diagnostic : analyse(m_network.network, m_network.data).diagnostics)
            if (diagnostic.blocks && !diagnostic.node.empty())
                throw FileError(diagnostic.text);
        m_model = buildModel(m_network.network, m_network.data);
        m_parameters.resize(size_t(m_model->parameterCount), 0);
        importParameters(*m_model, m_network.weights, m_parameters);
    }

    std::map<std::string, OnnxTensor> run(const OnnxBindings &inputs)
    {
        const int64_t batch = m_network.inputs.empty() || m_network.batchAxis < 0 ? 1 : m_network.inputs[0].dims[size_t(m_network.batchAxis)];
        const int64_t size = m_network.data.features.count();
        std::vector<float> features(size_t(batch * size), 0);
        for (const OnnxNetwork::Input &input : m_network.inputs)
            for (int64_t sample = 0; sample < batch; ++sample)
                eachOf(input.dims, m_network.batchAxis, sample, [&](int64_t k, int64_t place) {
                    features[size_t(sample * size + input.begin + k)] = inputs.at(input.name).real(place);
                });
        Inference inference(m_model, batch);
        inference.run(m_parameters, features.data(), batch);
        std::map<std::string, OnnxTensor> results;
        for (const auto &[name, flow] : m_network.outputs)
            results.emplace(name, flow.constant ? *flow.constant : read(inference, flow, batch));
        return results;
    }

private:
    static OnnxTensor read(const Inference &inference, const OnnxFlow &flow, int64_t batch)
    {
        OnnxTensor tensor = OnnxTensor::of(flow.dims, std::vector<float>(size_t(countOf(flow.dims))));
        for (int64_t sample = 0; sample < (flow.batchAxis < 0 ? 1 : batch); ++sample) {
            const std::vector<float> numbers = inference.output(flow.port, sample);
            eachOf(flow.dims, flow.batchAxis, sample, [&](int64_t k, int64_t place) { tensor.floats[size_t(place)] = numbers.at(size_t(k)); });
        }
        return tensor;
    }

    OnnxNetwork m_network;
    std::shared_ptr<const Model> m_model;
    AlignedVector<float> m_parameters;
};

OnnxBindings bound(const std::vector<OnnxPort> &ports, const fs::path &set, const std::string &stem)
{
    OnnxBindings all;
    for (size_t k = 0; k < ports.size(); ++k) {
        const fs::path file = set / (stem + std::to_string(k) + ".pb");
        if (fs::exists(file))
            all[ports[k].name] = readOnnxTensor(file.string()).tensor;
    }
    return all;
}

OnnxVerdict judged(const OnnxBindings &wanted, const std::map<std::string, OnnxTensor> &got, const OnnxTolerance &tolerance)
{
    OnnxVerdict verdict{{}, true, 0, {}};
    for (const auto &[name, right] : wanted) {
        const OnnxTensor &ours = got.at(name);
        if (ours.dims != right.dims)
            return {{}, false, INFINITY, name};
        for (int64_t k = 0; k < right.count(); ++k) {
            const double a = ours.real(k), b = right.real(k), difference = a == b || (std::isnan(a) && std::isnan(b)) ? 0 : std::abs(a - b);
            verdict.passed &= difference <= tolerance.absolute + tolerance.relative * std::abs(b);
            if (!(difference <= verdict.difference)) {
                verdict.difference = std::isnan(difference) ? INFINITY : difference;
                verdict.output = name;
            }
        }
    }
    return verdict;
}

} // namespace

std::vector<OnnxVerdict> evalOnnxFolder(const std::string &folder, const OnnxTolerance &tolerance)
{
    const OnnxModel model = readOnnx((fs::path(folder) / "model.onnx").string());
    std::set<fs::path> sets;
    for (const auto &entry : fs::directory_iterator(folder))
        if (entry.is_directory() && entry.path().filename().string().starts_with("test_data_set_"))
            sets.insert(entry.path());
    if (sets.empty())
        throw FileError({ZB_TEXT("There are no test data in “%1”: it should hold model.onnx and test_data_set_0."), {folder}});
    std::vector<OnnxVerdict> verdicts;
    for (const fs::path &set : sets) {
        const OnnxBindings inputs = bound(model.inputs, set, "input_");
        verdicts.push_back(judged(bound(model.outputs, set, "output_"), Runner(importOnnx(model, inputs)).run(inputs), tolerance));
        verdicts.back().set = set.filename().string();
    }
    return verdicts;
}

void writeOnnxFolder(const std::string &folder, std::shared_ptr<const Model> model, std::span<const float> parameters,
                     const float *features, int64_t count)
{
    std::map<std::string, ValueId> values;
    const OnnxModel graph = exportOnnx(*model, parameters, &values);
    const fs::path set = fs::path(folder) / "test_data_set_0";
    std::error_code failed;
    fs::create_directories(set, failed);
    writeOnnx(graph, (fs::path(folder) / "model.onnx").string());
    Inference inference(model, count);
    inference.run(parameters, features, count);
    const auto write = [&](const std::vector<OnnxPort> &ports, const std::string &stem) {
        for (size_t k = 0; k < ports.size(); ++k) {
            OnnxTensor tensor{ports[k].type, ports[k].dims, {}, {}};
            tensor.dims[0] = count;
            for (int64_t sample = 0; sample < count; ++sample)
                for (float number : inference.value(values.at(ports[k].name), sample))
                    tensor.whole() ? tensor.integers.push_back(int64_t(number)) : tensor.floats.push_back(number);
            writeOnnxTensor({ports[k].name, tensor}, (set / (stem + std::to_string(k) + ".pb")).string());
        }
    };
    write(graph.inputs, "input_");
    write(graph.outputs, "output_");
}

} // namespace zhibei
