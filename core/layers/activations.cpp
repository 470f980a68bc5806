#include "core/layers/activations.h"

#include "core/ops/ops.h"

#include <stdexcept>

namespace zhibei {

const std::vector<ActivationFunction> &activationFunctions()
{
    static const std::vector<ActivationFunction> functions{
        {"identity", ZB_TEXT("none"), nullptr, 0, false},
        {"sigmoid", ZB_TEXT("sigmoid"), &sigmoidOp, 0, false},
        {"tanh", ZB_TEXT("tanh"), &tanhOp, 0, false},
        {"relu", ZB_TEXT("ReLU"), &reluOp, 0, true},
        {"leaky_relu", ZB_TEXT("leaky ReLU"), &leakyReluOp, 0.01, true},
        {"leaky_relu_2", ZB_TEXT("leaky ReLU 0.2"), &leakyReluOp, 0.2, true},
        {"elu", ZB_TEXT("ELU"), &eluOp, 1.0, true},
        {"selu", ZB_TEXT("SELU"), &seluOp, 0, true},
        {"gelu", ZB_TEXT("GELU"), &geluOp, 0, true},
        {"softplus", ZB_TEXT("softplus"), &softplusOp, 0, true},
        {"softmax", ZB_TEXT("softmax"), &softmaxOp, 0, false},
    };
    return functions;
}

const ActivationFunction &activationFunction(const std::string &id)
{
    for (const ActivationFunction &function : activationFunctions())
        if (function.id == id)
            return function;
    throw std::out_of_range("no activation function " + id);
}

AttributeSpec activationAttribute(const std::string &id, const std::string &defaultId)
{
    AttributeSpec spec{id, ZB_TEXT("Activation"), ZB_TEXT("The function each result goes through. Without one, layers in a row are no more than one layer."),
                       AttributeType::Choice, defaultId};
    for (const ActivationFunction &function : activationFunctions())
        spec.choices.push_back({function.id, function.text});
    return spec;
}

std::vector<AttributeSpec> weightAttributes()
{
    AttributeSpec bias{"bias", ZB_TEXT("Bias"), ZB_TEXT("Adds a number of its own to each neuron, so that it need not be silent at zero."),
                       AttributeType::Switch, true};
    AttributeSpec init{"init", ZB_TEXT("Initial weights"), ZB_TEXT("How the weights are drawn before training begins."),
                       AttributeType::Choice, std::string("auto")};
    init.choices = {{"auto", ZB_TEXT("as the training says")}, {"normal", ZB_TEXT("normal")}, {"xavier", ZB_TEXT("Xavier")},
                    {"he", ZB_TEXT("He")}, {"zero", ZB_TEXT("zero")}};
    AttributeSpec frozen{"frozen", ZB_TEXT("Frozen"), ZB_TEXT("Keeps the weights as they are while the rest learns."), AttributeType::Switch, false};
    AttributeSpec share{"share", ZB_TEXT("Shares weights with"), ZB_TEXT("The name of a layer of the same kind whose weights this one uses and trains too. Empty: its own."),
                        AttributeType::Text, std::string()};
    return {bias, init, frozen, share};
}

} // namespace zhibei
