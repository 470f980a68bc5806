#pragma once

namespace zhibei {

constexpr double pi = 3.14159265358979323846;

/// sin and cos by their own series, to about 1e-13 for |x| < 1000. The C library's differ in the last bits from machine
/// to machine; data must not.
double sine(double x);
double cosine(double x);

} // namespace zhibei
