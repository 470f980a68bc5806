#include "core/text.h"

namespace zhibei {

std::string Text::english() const
{
    std::string out;
    for (size_t i = 0; i < id.size(); ++i) {
        const bool placeholder = id[i] == '%' && i + 1 < id.size() && id[i + 1] >= '1' && id[i + 1] <= '9';
        const size_t index = placeholder ? static_cast<size_t>(id[i + 1] - '1') : 0;
        if (placeholder && index < arguments.size()) {
            out += arguments[index];
            ++i;
        } else {
            out += id[i];
        }
    }
    return out;
}

} // namespace zhibei
