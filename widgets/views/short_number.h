#pragma once

#include <QString>

namespace zhibei {

/// A number for people, in few signs: "0.0312", "−1.24", "3.1×10⁻⁷"; "–" where it is none.
QString shortNumber(double number, int figures = 3);

} // namespace zhibei
