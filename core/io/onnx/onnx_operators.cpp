#include "core/io/onnx/onnx_operators.h"

#include "core/io/onnx/onnx_importer.h"

namespace zhibei {

OnnxOperator onnxOperator(const std::string &name)
{
    using namespace onnx_import;
    static const std::map<std::string, OnnxOperator> operators{
        {"Add", add}, {"Sum", add}, {"Sub", subtract}, {"Mul", multiply}, {"Div", divide}, {"Neg", negate}, {"Pow", power},
        {"Max", largest}, {"Min", smallest}, {"Clip", clip}, {"Equal", equal}, {"Not", negation}, {"Where", choose},
        {"Relu", activation}, {"Tanh", activation}, {"Sigmoid", activation}, {"Softplus", activation}, {"Gelu", activation},
        {"Exp", function}, {"Log", function}, {"Sqrt", function}, {"Reciprocal", function}, {"Abs", function}, {"Erf", function},
        {"LeakyRelu", leakyRelu}, {"Elu", elu}, {"Selu", selu}, {"Softmax", softmax}, {"Hardmax", hardmax},
        {"Identity", pass}, {"Cast", pass}, {"Dropout", dropout},
        {"Gemm", gemm}, {"MatMul", product},
        {"Reshape", reshape}, {"Flatten", flatten}, {"Squeeze", squeeze}, {"Unsqueeze", unsqueeze}, {"Transpose", transpose},
        {"Expand", expand}, {"Shape", shape}, {"Size", shape}, {"Constant", constant}, {"ConstantOfShape", constant},
        {"Concat", concat}, {"Slice", slice}, {"Split", split}, {"Gather", gather}, {"OneHot", oneHot}, {"Pad", pad}, {"Resize", resize}, {"Upsample", resize},
        {"ReduceSum", sum}, {"ReduceMean", mean}, {"ReduceMax", maximum},
        {"Conv", conv}, {"ConvTranspose", convTranspose}, {"MaxPool", maxPool}, {"AveragePool", averagePool},
        {"GlobalAveragePool", globalPool}, {"GlobalMaxPool", globalPool},
        {"BatchNormalization", batchNorm}, {"LayerNormalization", layerNorm},
        {"RNN", recurrent}, {"LSTM", recurrent}, {"GRU", recurrent},
    };
    const auto found = operators.find(name);
    return found == operators.end() ? nullptr : found->second;
}

} // namespace zhibei
