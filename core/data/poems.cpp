#include "core/data/poems.h"

#include "core/data/data_sources.h"
#include "core/data/options.h"
#include "core/data/text_file.h"
#include "core/data/text_windows.h"

#include <filesystem>

namespace zhibei {

namespace {

constexpr int64_t mostBytes = int64_t(4) << 20;
const char *const tangPoems = "/usr/share/games/fortunes/tang300";

std::vector<AttributeSpec> options()
{
    AttributeSpec titles;
    titles.id = "titles";
    titles.text = ZB_TEXT("Titles and poets");
    titles.help = ZB_TEXT("Whether each poem starts with its title and the name of its poet.");
    titles.type = AttributeType::Switch;
    titles.defaultValue = false;
    std::vector<AttributeSpec> all = textOptions();
    all.push_back(titles);
    return all;
}

/// Removes "ESC [ … letter" (colours); true if there was one.
bool stripEscapes(std::string &line)
{
    bool any = false;
    for (size_t at = line.find('\x1b'); at != std::string::npos; at = line.find('\x1b', at)) {
        size_t end = at + 1;
        if (end < line.size() && line[end] == '[')
            for (++end; end < line.size() && (line[end] < '@' || line[end] > '~');)
                ++end;
        line.erase(at, end + 1 - at);
        any = true;
    }
    return any;
}

/// The lines of a fortune file, an empty one between two poems.
std::string versesOf(const std::string &file, bool titles)
{
    std::string verses;
    bool gap = false;
    for (size_t at = 0; at < file.size();) {
        const size_t end = std::min(file.find('\n', at), file.size());
        std::string line = file.substr(at, end - at);
        at = end + 1;
        const bool heading = stripEscapes(line);
        line.erase(line.find_last_not_of(" \r\t") + 1);
        if (line == "%")
            gap = !verses.empty();
        else if (!line.empty() && (titles || !heading)) {
            verses += (gap ? "\n" : "") + line + '\n';
            gap = false;
        }
    }
    return verses;
}

Dataset make(const DataSpec &spec, const std::string &resources)
{
    Text note;
    const std::string text = poemText(tangPoems, resources + "/datasets/poems/poems.txt", switchOption(poemsSource, spec, "titles"), note);
    Dataset data = textDataset(text, poemsSource, spec);
    data.note = note;
    return data;
}

} // namespace

std::string poemText(const std::string &fortuneFile, const std::string &ownFile, bool titles, Text &note)
{
    std::error_code error;
    if (std::filesystem::exists(fortuneFile, error))
        return versesOf(readTextFile(fortuneFile, mostBytes), titles);
    note = {ZB_TEXT("These are a few couplets of our own. For three hundred Tang poems, type in a terminal: %1"),
            {"sudo apt install fortunes-zh"}};
    return versesOf(readTextFile(ownFile, mostBytes), titles);
}

const DataSource poemsSource = {
    .id = "poems",
    .text = ZB_TEXT("Chinese poems"),
    .help = ZB_TEXT("Three hundred poems of the Tang, to be predicted character by character (from Debian's package fortunes-zh; a few couplets of our own where it is missing)."),
    .keywords = "poems tang poetry chinese text characters language sequence 唐诗 诗 诗歌 文本 语料库 语言模型 序列",
    .icon = "scroll-text",
    .family = DataFamily::Text,
    .hasSplit = true,
    .options = options(),
    .make = make,
};

} // namespace zhibei
