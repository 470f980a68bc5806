#include "core/ops/tile_op.h"

#include <algorithm>

namespace zhibei {

namespace {

// Capsules (Sabour, Frosst and Hinton, 2017): x [capsules][size]; integers[0]: size.

constexpr double tiny = 1e-8;

template <class T>
Vec<T> squareOf(const LaneView<const T> &s, int64_t size)
{
    Vec<T> n{};
    for (int64_t d = 0; d < size; ++d)
        n += s[d] * s[d];
    return n;
}

/// y = s·|s|² / (1 + |s|²) / √(|s|² + tiny): the direction stays, the length falls between 0 and 1
struct Squash {
    template <class T>
    static Vec<T> factor(Vec<T> n) { return n / ((T(1) + n) * laneSqrt<T>(n + T(tiny))); }

    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t size = c.op.integers[0];
        for (int64_t i = 0; i < c.outCount(); i += size) {
            const auto s = c.vin() + i;
            const Vec<T> k = factor<T>(squareOf<T>(s, size));
            for (int64_t d = 0; d < size; ++d)
                c.vout()[i + d] = s[d] * k;
        }
    }
};

/// (dy, s) -> ds = k·dy + 2·k'·(s·dy)·s, k the factor of |s|²
struct SquashGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t size = c.op.integers[0];
        for (int64_t i = 0; i < c.outCount(); i += size) {
            const auto dy = c.vin(0) + i, s = c.vin(1) + i;
            const Vec<T> n = squareOf<T>(s, size), up = T(1) + n, near = n + T(tiny), root = T(1) / laneSqrt<T>(near);
            const Vec<T> slope = root / (up * up) - n * root / (T(2) * up * near);
            Vec<T> along{};
            for (int64_t d = 0; d < size; ++d)
                along += s[d] * dy[d];
            const Vec<T> k = n / up * root, turn = T(2) * slope * along;
            for (int64_t d = 0; d < size; ++d)
                c.vout()[i + d] = k * dy[d] + turn * s[d];
        }
    }
};

/// y = √(|s|² + tiny), one number a capsule
struct CapsuleLength {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t size = c.op.integers[0];
        for (int64_t i = 0; i < c.outCount(); ++i)
            c.vout()[i] = laneSqrt<T>(squareOf<T>(c.vin() + i * size, size) + T(tiny));
    }
};

/// (dy, s, y) -> ds = dy·s / y
struct CapsuleLengthGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t size = c.op.integers[0];
        for (int64_t i = 0; i < c.inCount(0); ++i)
            for (int64_t d = 0; d < size; ++d)
                c.vout()[i * size + d] = c.vin(0)[i] * c.vin(1)[i * size + d] / c.vin(2)[i];
    }
};

// votes û [from][to][size]; integers: size, from, to, iterations

/// How much of each vote counts, by agreement: logits start at 0; each round takes the softmax over `to`, adds up the
/// votes, squashes, and adds to each logit how far its vote points the same way. Nothing flows back through the rounds.
struct Route {
    template <class T>
    static void run(const Call<T> &c)
    {
        const auto [size, from, to, rounds] = std::array{c.op.integers[0], c.op.integers[1], c.op.integers[2], c.op.integers[3]};
        const auto votes = c.vin();
        const auto share = c.vout(0), logit = c.vout(1), sum = c.vout(2);
        for (int64_t i = 0; i < from * to; ++i)
            logit[i] = Vec<T>{};
        for (int64_t round = 0; round < rounds; ++round) {
            for (int64_t i = 0; i < from; ++i)
                softmax(logit + i * to, share + i * to, to);
            if (round + 1 == rounds)
                break;
            for (int64_t k = 0; k < to * size; ++k)
                sum[k] = Vec<T>{};
            for (int64_t i = 0; i < from; ++i)
                for (int64_t j = 0; j < to; ++j) {
                    const Vec<T> weight = share[i * to + j];
                    for (int64_t d = 0; d < size; ++d)
                        sum[j * size + d] += weight * votes[(i * to + j) * size + d];
                }
            for (int64_t j = 0; j < to; ++j) {
                const Vec<T> k = Squash::factor<T>(squareOf<T>(LaneView<const T>{&c.vout(2)[j * size][0]}, size));
                for (int64_t d = 0; d < size; ++d)
                    sum[j * size + d] *= k;
            }
            for (int64_t i = 0; i < from; ++i)
                for (int64_t j = 0; j < to; ++j) {
                    Vec<T> along{};
                    for (int64_t d = 0; d < size; ++d)
                        along += votes[(i * to + j) * size + d] * sum[j * size + d];
                    logit[i * to + j] += along;
                }
        }
    }

    template <class T>
    static void softmax(const LaneView<T> &x, const LaneView<T> &y, int64_t n)
    {
        Vec<T> top = x[0], sum{};
        for (int64_t j = 1; j < n; ++j)
            top = x[j] > top ? x[j] : top;
        for (int64_t j = 0; j < n; ++j)
            sum += y[j] = laneExp(x[j] - top);
        for (int64_t j = 0; j < n; ++j)
            y[j] /= sum;
    }
};

std::vector<Shape> routed(const Program &, const OpInstance &op)
{
    const Shape shares({op.integers[1], op.integers[2]});
    return {shares, shares, Shape({op.integers[2], op.integers[0]})};
}

/// (votes, shares) -> s[to][size] = Σ_from share·vote
struct AddVotes {
    template <class T>
    static void run(const Call<T> &c)
    {
        const auto [size, from, to] = std::array{c.op.integers[0], c.op.integers[1], c.op.integers[2]};
        for (int64_t k = 0; k < to * size; ++k)
            c.vout()[k] = Vec<T>{};
        for (int64_t i = 0; i < from; ++i)
            for (int64_t j = 0; j < to; ++j)
                for (int64_t d = 0; d < size; ++d)
                    c.vout()[j * size + d] += c.vin(1)[i * to + j] * c.vin(0)[(i * to + j) * size + d];
    }
};

/// (ds, shares) -> dvotes = share·ds
struct AddVotesGradient {
    template <class T>
    static void run(const Call<T> &c)
    {
        const auto [size, from, to] = std::array{c.op.integers[0], c.op.integers[1], c.op.integers[2]};
        for (int64_t i = 0; i < from; ++i)
            for (int64_t j = 0; j < to; ++j)
                for (int64_t d = 0; d < size; ++d)
                    c.vout()[(i * to + j) * size + d] = c.vin(1)[i * to + j] * c.vin(0)[j * size + d];
    }
};

/// (s, class) -> s·mask: 1 for the capsule of the class while training, for the longest in use
struct LabelMask {
    template <class T>
    static void run(const Call<T> &c)
    {
        const int64_t size = c.op.integers[0], capsules = c.outCount() / size;
        Vec<T> chosen = *c.vin(1), longest = squareOf<T>(c.vin(0), size), place{};
        for (int64_t j = 1; !c.context.training && j < capsules; ++j) {
            const Vec<T> n = squareOf<T>(c.vin(0) + j * size, size);
            place = n > longest ? splat(T(j)) : place;
            longest = n > longest ? n : longest;
        }
        chosen = c.context.training ? chosen : place;
        for (int64_t i = 0; i < c.outCount(); ++i) {
            const Vec<T> mask = chosen == splat(T(i / size)) ? splat(T(1)) : Vec<T>{};
            c.vout(1)[i] = mask;
            c.vout(0)[i] = c.vin(0)[i] * mask;
        }
    }
};

std::vector<Shape> withMask(const Program &program, const OpInstance &op)
{
    return {program.shape(op.inputs[0]), program.shape(op.inputs[0])};
}

void labelMaskGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(maskOp, {b.gradient(op.outputs[0]), op.outputs[1]}));
}

std::vector<Shape> oneEach(const Program &program, const OpInstance &op)
{
    return {Shape({program.count(op.inputs[0]) / op.integers[0]})};
}

std::vector<Shape> sameAsSecond(const Program &program, const OpInstance &op)
{
    return {program.shape(op.inputs[1])};
}

std::vector<Shape> added(const Program &, const OpInstance &op)
{
    return {Shape({op.integers[2], op.integers[0]})};
}

std::vector<Shape> votesShape(const Program &, const OpInstance &op)
{
    return {Shape({op.integers[1], op.integers[2] * op.integers[0]})};
}

int64_t votesTimesShares(const Program &, const OpInstance &op)
{
    return op.integers[0] * op.integers[1] * op.integers[2];
}

/// All rounds but the last add the votes up and compare them with their sum.
int64_t routeProducts(const Program &program, const OpInstance &op)
{
    return 2 * (op.integers[3] - 1) * votesTimesShares(program, op);
}

void squashGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(squashGradientOp, {b.gradient(op.outputs[0]), op.inputs[0]}, op.integers));
}

void lengthGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.add(capsuleLengthGradientOp, {b.gradient(op.outputs[0]), op.inputs[0], op.outputs[0]}, op.integers));
}

void addVotesGradient(Backward &b, const OpInstance &op)
{
    b.addGradient(op.inputs[0], b.viewAs(b.add(addVotesGradientOp, {b.gradient(op.outputs[0]), op.inputs[1]}, op.integers),
                                         b.program().shape(op.inputs[0])));
}

} // namespace

const Op labelMaskOp = tileOp<LabelMask>("label_mask", withMask, labelMaskGradient, labelMaskOnnx);
const Op squashOp = tileOp<Squash>("squash", sameAsFirst, squashGradient, squashOnnx);
const Op squashGradientOp = tileOp<SquashGradient>("squash_gradient", sameAsFirst);
const Op capsuleLengthOp = tileOp<CapsuleLength>("capsule_length", oneEach, lengthGradient, capsuleLengthOnnx);
const Op capsuleLengthGradientOp = tileOp<CapsuleLengthGradient>("capsule_length_gradient", sameAsSecond);
const Op routeOp = tileOp<Route>("route", routed, nullptr, routeOnnx, routeProducts);
const Op addVotesOp = tileOp<AddVotes>("add_votes", added, addVotesGradient, addVotesOnnx, votesTimesShares);
const Op addVotesGradientOp = tileOp<AddVotesGradient>("add_votes_gradient", votesShape, nullptr, nullptr, votesTimesShares);

} // namespace zhibei
