#include "core/data/text_file.h"

#include "core/data/data_file.h"

#include <iconv.h>

#include <fstream>

namespace zhibei {

namespace {

/// Converts; empty if the text is not in that encoding.
std::string toUtf8(const std::string &text, const char *encoding)
{
    const iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == reinterpret_cast<iconv_t>(-1))
        return {};
    std::string out(text.size() * 2 + 16, '\0'); // two bytes become three at most, four stay four
    char *from = const_cast<char *>(text.data()), *to = out.data();
    size_t fromLeft = text.size(), toLeft = out.size();
    const size_t result = iconv(converter, &from, &fromLeft, &to, &toLeft);
    iconv_close(converter);
    if (result == static_cast<size_t>(-1) || fromLeft != 0)
        return {};
    out.resize(out.size() - toLeft);
    return out;
}

} // namespace

std::string readTextFile(const std::string &path, int64_t mostBytes)
{
    checkRegularFile(path, mostBytes);
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw unreadable(path);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (file.bad())
        throw unreadable(path);
    const DataError noText({ZB_TEXT("“%1” is not a text file: save it as text in UTF-8."), {path}});
    if (bytes.find('\0') != std::string::npos)
        throw noText;
    std::string text = toUtf8(bytes, "UTF-8");
    if (text.empty() && !bytes.empty())
        text = toUtf8(bytes, "GB18030");
    if (text.empty() && !bytes.empty())
        throw noText;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.erase(0, 3);
    return text;
}

} // namespace zhibei
