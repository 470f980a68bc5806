#pragma once

namespace zhibei {

/// What the machine can do at most, in the vectors that the kernels use.
struct MachinePeak {
    int vectorBits = 0, threads = 0;
    double one = 0, all = 0; ///< float32 operations a second on one thread and on all; a multiply-add is two
};

/// Measures it with multiply-adds that never leave the registers; takes about a second.
MachinePeak machinePeak();

} // namespace zhibei
