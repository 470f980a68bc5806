#include "tests/parity/expected.h"

#include <cmath>
#include <fstream>
#include <iterator>

using namespace zhibei;

const std::map<std::string, Tensor> &expected()
{
    static const std::map<std::string, Tensor> all = [] {
        std::ifstream file(ZHIBEI_PARITY "/expected.safetensors", std::ios::binary);
        return fromSafetensors({std::istreambuf_iterator<char>(file), {}});
    }();
    return all;
}

std::map<std::string, Tensor> expectedOf(const std::string &name)
{
    std::map<std::string, Tensor> own;
    const std::string prefix = name + "/";
    for (auto found = expected().lower_bound(prefix); found != expected().end() && found->first.starts_with(prefix); ++found)
        own.emplace(found->first.substr(prefix.size()), found->second);
    return own;
}

QString difference(std::span<const float> ours, std::span<const float> theirs)
{
    if (ours.size() != theirs.size())
        return QStringLiteral("%1 numbers, PyTorch has %2").arg(ours.size()).arg(theirs.size());
    for (size_t i = 0; i < ours.size(); ++i) {
        const double a = double(ours[i]), b = double(theirs[i]);
        if (!(std::abs(a - b) <= 1e-5 + 1e-4 * std::abs(b)))
            return QStringLiteral("[%1]: %2, PyTorch says %3").arg(i).arg(a, 0, 'g', 9).arg(b, 0, 'g', 9);
    }
    return {};
}
