#include "core/ops/onnx_rules.h"
#include "core/ops/ops.h"

namespace zhibei {

namespace {

constexpr double tiny = 1e-8; // as in capsules.cpp

/// |s|² along the last extent of x
std::string square(OnnxExport &e, const std::string &x, bool keep)
{
    return e.sum(e.add("Mul", {x, x}), {-1}, keep);
}

/// s·|s|² / (1 + |s|²) / √(|s|² + tiny)
std::string squashed(OnnxExport &e, const std::string &x)
{
    const std::string n = square(e, x, true);
    const std::string below = e.add("Mul", {e.scaled(n, 1, 1), e.add("Sqrt", {e.scaled(n, 1, tiny)})});
    return e.add("Mul", {x, e.add("Div", {n, below})});
}

/// Σ_from share·vote: votes [from][to][size], shares [from][to]
std::string addedVotes(OnnxExport &e, const std::string &votes, const std::string &shares, const Integers &n)
{
    return e.sum(e.add("Mul", {votes, e.reshaped(shares, {n[1], n[2], 1})}), {1}, false);
}

std::string votesOf(OnnxExport &e, const OpInstance &op)
{
    return e.reshaped(e.in(op), {op.integers[1], op.integers[2], op.integers[0]});
}

} // namespace

void squashOnnx(OnnxExport &e, const OpInstance &op)
{
    e.set(op, squashed(e, e.in(op)));
}

void capsuleLengthOnnx(OnnxExport &e, const OpInstance &op)
{
    e.set(op, e.add("Sqrt", {e.scaled(square(e, e.in(op), false), 1, tiny)}));
}

/// The rounds are written out one by one.
void routeOnnx(OnnxExport &e, const OpInstance &op)
{
    const auto &n = op.integers;
    const std::string votes = votesOf(e, op);
    std::string logits = e.scaled(e.sum(votes, {3}, false), 0), shares;
    for (int64_t round = 0; round < n[3]; ++round) {
        shares = e.add("Softmax", {logits}, {{"axis", int64_t(-1)}});
        if (round + 1 == n[3])
            break;
        const std::string sum = e.reshaped(squashed(e, addedVotes(e, votes, shares, n)), {1, n[2], n[0]});
        logits = e.add("Add", {logits, e.sum(e.add("Mul", {votes, sum}), {3}, false)});
    }
    e.set(op, shares);
}

void addVotesOnnx(OnnxExport &e, const OpInstance &op)
{
    e.set(op, addedVotes(e, votesOf(e, op), e.in(op, 1), op.integers));
}

/// In use the longest capsule is kept.
void labelMaskOnnx(OnnxExport &e, const OpInstance &op)
{
    const std::string longest = e.add("Hardmax", {square(e, e.in(op), false)}, {{"axis", int64_t(-1)}});
    e.set(op, e.add("Mul", {e.in(op), e.reshaped(longest, {e.shape(op).count() / op.integers[0], 1})}));
}

} // namespace zhibei
