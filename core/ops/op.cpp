#include "core/ops/op.h"

namespace zhibei {

std::vector<Shape> sameAsFirst(const Program &program, const OpInstance &op)
{
    return {program.shape(op.inputs[0])};
}

std::vector<Shape> oneNumber(const Program &, const OpInstance &)
{
    return {Shape({1})};
}

} // namespace zhibei
