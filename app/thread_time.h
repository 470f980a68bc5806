#pragma once

namespace zhibei {

/// Processor time the calling thread has used so far, in seconds.
double threadSeconds();

/// Makes the calling thread give way to others when the machine is busy.
void lowerThreadPriority();

} // namespace zhibei
