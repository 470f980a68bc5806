#pragma once

#include "core/ops/lanes.h"
#include "core/program/program.h"

#include <type_traits>

namespace zhibei {

class Backward;
class OnnxExport;

/// How an op's work can be cut into independent tasks.
enum class Cut {
    Tile,      ///< each tile of sixteen samples on its own
    Parameter, ///< reads the whole batch, writes rows of a parameter's gradient
    Batch,     ///< reads the whole batch, writes one value for it
};

/// What a kernel may know of the step it runs in.
struct StepContext {
    uint64_t seed = 0;
    int64_t step = 0;
    int64_t batch = 0;     ///< samples that count; lanes beyond repeat the last one
    bool training = false; ///< false: dropout and noise are off
};

/// Where an op's value is: tile t begins at base + t·stride (stride 0: the same for all tiles).
template <class T>
struct Operand {
    T *base = nullptr;
    int64_t stride = 0;
    int64_t count = 0; ///< numbers per sample, or numbers of the parameter
};

/// The arguments of one kernel call.
template <class T>
struct Call {
    const OpInstance &op;
    const StepContext &context;
    const Operand<T> *inputs;
    const Operand<T> *outputs;
    int64_t tile = 0;           ///< Cut::Tile
    int group = 0;              ///< Cut::Tile: which vector of the tile's samples
    int64_t begin = 0, end = 0; ///< Cut::Parameter: rows of the gradient

    const T *in(int i, int64_t t) const { return inputs[i].base + t * inputs[i].stride; }
    T *out(int i, int64_t t) const { return outputs[i].base + t * outputs[i].stride; }
    const T *in(int i = 0) const { return in(i, tile); }
    T *out(int i = 0) const { return out(i, tile); }
    /// The same as vectors over the samples of the group.
    LaneView<const T> vin(int i = 0) const { return {in(i) + group * width<T>}; }
    LaneView<T> vout(int i = 0) const { return {out(i) + group * width<T>}; }
    /// Place in the batch of the first sample of the group.
    int64_t firstSample() const { return tile * lanes + group * width<T>; }
    int64_t inCount(int i = 0) const { return inputs[i].count; }
    int64_t outCount(int i = 0) const { return outputs[i].count; }
    int inputCount() const { return static_cast<int>(op.inputs.size()); }
};

/// A primitive operator, in one constant in one file of this folder: shape rule, kernel, gradient rule.
struct Op {
    const char *id;
    Cut cut;
    /// Shapes of the outputs for the input shapes.
    std::vector<Shape> (*shapes)(const Program &program, const OpInstance &op);
    void (*run)(const Call<float> &);
    void (*runDouble)(const Call<double> &); ///< the same kernel, for gradient checks
    /// Appends the ops that compute the inputs' gradients; null: nothing flows back.
    void (*gradient)(Backward &backward, const OpInstance &op) = nullptr;
    bool view = false; ///< the output is the input under another shape: no work, no memory
    /// Multiply-adds of the op's products, as its formula has them: per sample (Tile) or per row and sample (Parameter).
    /// Null: there are no products in it.
    int64_t (*multiplyAdds)(const Program &program, const OpInstance &op) = nullptr;
    /// Writes the ONNX nodes that compute the same in use; null: only training needs the op.
    void (*onnx)(OnnxExport &e, const OpInstance &op) = nullptr;
    /// About how many multiply-adds a number of the result takes beside the products; decides what is worth sharing.
    int weight = 2;
};

/// Shape rules that many ops have.
std::vector<Shape> sameAsFirst(const Program &program, const OpInstance &op);
std::vector<Shape> oneNumber(const Program &program, const OpInstance &op);

/// Ops that treat a value row by row keep the number of rows first; 0 stands for one.
inline int64_t rowsOf(const OpInstance &op) { return op.integers[0] > 0 ? op.integers[0] : 1; }

/// The kernel for a number type.
template <class T>
auto kernelOf(const Op &op)
{
    if constexpr (std::is_same_v<T, float>)
        return op.run;
    else
        return op.runDouble;
}

} // namespace zhibei
