#include "widgets/theme/core_text.h"

#include <QCoreApplication>

namespace zhibei {

QString coreText(const std::string &id)
{
    return id.empty() ? QString() : QCoreApplication::translate("core", id.c_str());
}

QString coreText(const Text &text)
{
    // One pass, so that an argument that happens to contain %1 is not filled in again.
    const QString pattern = coreText(text.id);
    QString out;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool hole = pattern[i] == u'%' && i + 1 < pattern.size() && pattern[i + 1] >= u'1' && pattern[i + 1] <= u'9';
        const size_t index = hole ? static_cast<size_t>(pattern[i + 1].unicode() - u'1') : 0;
        if (hole && index < text.arguments.size()) {
            out += coreText(text.arguments[index]);
            ++i;
        } else {
            out += pattern[i];
        }
    }
    return out;
}

} // namespace zhibei
