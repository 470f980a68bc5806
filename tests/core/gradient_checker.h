#pragma once

#include "core/program/plan.h"
#include "tests/core/kind_program.h"

#include <QString>

#include <functional>

/// Runs the program around a kind on made-up data, and holds each partial derivative of each parameter (through the mixing
/// matrix that is: of each input too) against the central difference quotient in double.
class GradientChecker {
public:
    /// Spoils a differentiated program, whose backward part begins behind so many ops.
    using Fault = std::function<void(zhibei::Program &program, size_t forwardOps)>;

    GradientChecker(const KindProgram &kind, int64_t batch, const Fault &fault = {});

    /// The first derivative that is off by more than a millionth, in words; empty: none is. Of a large parameter about `most`
    /// are looked at.
    QString mistake(int64_t most = 150);
    /// How many were looked at.
    int compared() const { return m_compared; }

    std::vector<double> gradients();
    /// The same gradients from the float kernels.
    std::vector<float> floatGradients();

private:
    double loss();
    template <class T>
    void feed(zhibei::Plan<T> &plan, int64_t tile) const;
    template <class T>
    std::vector<T> run(zhibei::Plan<T> &plan, const zhibei::AlignedVector<T> &parameters) const;

    const KindProgram &m_kind;
    zhibei::StepContext m_context;
    zhibei::Program m_program;
    zhibei::ValueId m_mean = zhibei::noValue;
    std::unique_ptr<zhibei::Plan<double>> m_forward;
    zhibei::AlignedVector<double> m_parameters;
    int m_compared = 0;
};
