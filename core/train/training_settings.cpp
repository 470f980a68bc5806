#include "core/train/training_settings.h"

namespace zhibei {

namespace {

AttributeSpec choice(const char *id, const char *text, const char *help, const char *standard, std::vector<Choice> choices)
{
    AttributeSpec spec{id, text, help, AttributeType::Choice, std::string(standard)};
    spec.choices = std::move(choices);
    return spec;
}

AttributeSpec real(const char *id, const char *text, const char *help, double standard, double low, double high,
                   bool logarithmic = false, const char *onlyIf = "")
{
    return {id, text, help, AttributeType::Real, standard, low, high, logarithmic, {}, onlyIf};
}

AttributeSpec integer(const char *id, const char *text, const char *help, int64_t standard, double low, double high,
                      bool logarithmic = false, const char *onlyIf = "")
{
    return {id, text, help, AttributeType::Integer, standard, low, high, logarithmic, {}, onlyIf};
}

AttributeSpec words(const char *id, const char *text, const char *help)
{
    return {id, text, help, AttributeType::Text, std::string()};
}

} // namespace

const std::vector<AttributeSpec> &trainingSchema()
{
    static const std::vector<AttributeSpec> schema{
        integer("batch", ZB_TEXT("Batch size"), ZB_TEXT("How many samples are looked at before the weights move."), 32, 1, 4096, true),
        integer("seed", ZB_TEXT("Seed"), ZB_TEXT("Decides initial weights, shuffling and dropout. The same seed gives the same run, bit for bit."), 1, 0, 1e9),
        choice("init", ZB_TEXT("Initial weights"), ZB_TEXT("How weights are drawn before training begins, where a layer does not say otherwise."), "auto",
               {{"auto", ZB_TEXT("to suit the activation")}, {"normal", ZB_TEXT("normal")}, {"xavier", ZB_TEXT("Xavier")},
                {"he", ZB_TEXT("He")}, {"zero", ZB_TEXT("zero")}}),
        real("init_spread", ZB_TEXT("Spread of normal weights"), ZB_TEXT("Standard deviation where weights are drawn from a normal distribution."), 0.5, 0.0001, 10, true),
        integer("stop_epochs", ZB_TEXT("Stop after epochs"), ZB_TEXT("0: no limit."), 0, 0, 1e6),
        real("stop_seconds", ZB_TEXT("Stop after seconds"), ZB_TEXT("Seconds spent training. 0: no limit."), 0, 0, 1e6),
        choice("stop_metric", ZB_TEXT("Stop when"), ZB_TEXT("Training stops once this is as good as wished."), "none",
               {{"none", ZB_TEXT("never")}, {"train_loss", ZB_TEXT("training loss falls to")}, {"test_loss", ZB_TEXT("test loss falls to")},
                {"train_accuracy", ZB_TEXT("training accuracy reaches")}, {"test_accuracy", ZB_TEXT("test accuracy reaches")},
                {"test_r2", ZB_TEXT("test R² reaches")}}),
        real("stop_value", ZB_TEXT("Wished value"), ZB_TEXT("Accuracies run from 0 to 1."), 0.95, -1e6, 1e6, false, "stop_metric=train_loss,test_loss,train_accuracy,test_accuracy,test_r2"),
        integer("patience", ZB_TEXT("Early stopping"), ZB_TEXT("Stops when the test loss has not become better for so many epochs. 0: off."), 0, 0, 1e5),
        {"keep_best", ZB_TEXT("Keep the best"), ZB_TEXT("When training stops by itself, goes back to the weights with the smallest test loss."), AttributeType::Switch, false},
    };
    return schema;
}

const std::vector<AttributeSpec> &objectiveAttributes()
{
    static const std::vector<AttributeSpec> schema{
        choice("optimizer", ZB_TEXT("Optimizer"), ZB_TEXT("How the weights follow the gradient downhill."), "adam",
               {{"sgd", ZB_TEXT("SGD")}, {"momentum", ZB_TEXT("SGD with momentum")}, {"rmsprop", ZB_TEXT("RMSProp")}, {"adam", ZB_TEXT("Adam")}, {"adamw", ZB_TEXT("AdamW")}}),
        real("rate", ZB_TEXT("Learning rate"), ZB_TEXT("How far the weights move in one step."), 0.001, 0, 100, true),
        real("momentum", ZB_TEXT("Momentum"), ZB_TEXT("How much of the last step is kept in the next."), 0.9, 0, 0.9999, false, "optimizer=momentum"),
        real("beta1", ZB_TEXT("β₁"), ZB_TEXT("How slowly the mean of the gradient follows."), 0.9, 0, 0.9999, false, "optimizer=adam,adamw"),
        real("beta2", ZB_TEXT("β₂"), ZB_TEXT("How slowly the mean square of the gradient follows."), 0.999, 0, 0.99999, false, "optimizer=rmsprop,adam,adamw"),
        real("decay", ZB_TEXT("Weight decay"), ZB_TEXT("Shrinks every weight a little at each step."), 0.01, 0, 10, true, "optimizer=adamw"),
        real("l1", ZB_TEXT("L1 penalty"), ZB_TEXT("Pulls weights to zero by a constant force, so that many end there."), 0, 0, 10, true),
        real("l2", ZB_TEXT("L2 penalty"), ZB_TEXT("Pulls weights to zero by a force that grows with them, so that none becomes large."), 0, 0, 10, true),
        choice("schedule", ZB_TEXT("Learning-rate schedule"), ZB_TEXT("How the learning rate changes as training goes on."), "constant",
               {{"constant", ZB_TEXT("constant")}, {"step", ZB_TEXT("in steps")}, {"exponential", ZB_TEXT("exponential")}, {"cosine", ZB_TEXT("cosine")}}),
        integer("period", ZB_TEXT("Schedule length"), ZB_TEXT("In steps and exponential: steps until the rate is multiplied by the factor. Cosine: steps until it reaches zero."), 1000, 1, 1e9, true, "schedule=step,exponential,cosine"),
        real("factor", ZB_TEXT("Schedule factor"), ZB_TEXT("What the rate is multiplied by after each length of the schedule."), 0.5, 0.001, 1, true, "schedule=step,exponential"),
        integer("warmup", ZB_TEXT("Warm-up steps"), ZB_TEXT("The rate rises evenly from zero over so many steps. 0: at once."), 0, 0, 1e6),
        real("clip", ZB_TEXT("Gradient clipping"), ZB_TEXT("A gradient longer than this is shortened to it. 0: off."), 0, 0, 1e6, true),
        integer("accumulate", ZB_TEXT("Batches an update"), ZB_TEXT("Gradients of so many batches are averaged before the weights move."), 1, 1, 1024, true),
        real("average", ZB_TEXT("Weight averaging"), ZB_TEXT("Measures and shows a moving average of the weights that keeps this share of itself at each step. 0: off."), 0, 0, 0.99999),
        real("weight", ZB_TEXT("Loss weight"), ZB_TEXT("How much this loss counts."), 1, 0, 1e6, true),
        words("trains", ZB_TEXT("Trains"), ZB_TEXT("Names of the layers it moves, with commas between; g* means every name that begins with g. Empty: all.")),
        words("joins", ZB_TEXT("Joins"), ZB_TEXT("The name of another loss: both are then added up and trained as one.")),
        integer("every", ZB_TEXT("Every so many steps"), ZB_TEXT("How often its turn comes where several losses take turns."), 1, 1, 1000),
    };
    return schema;
}

} // namespace zhibei
