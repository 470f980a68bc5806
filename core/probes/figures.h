#pragma once

#include <string>

namespace zhibei {

/// A measured number in a sentence: three figures, "0.00123", "1160", "1.2e-08".
std::string figures(double number);

} // namespace zhibei
