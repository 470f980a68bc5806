#include "core/data/data_sources.h"
#include "core/data/options.h"
#include "core/data/text_file.h"
#include "core/data/text_windows.h"

namespace zhibei {

namespace {

constexpr int64_t mostBytes = int64_t(64) << 20;

std::vector<AttributeSpec> options()
{
    AttributeSpec path;
    path.id = "path";
    path.text = ZB_TEXT("File");
    path.help = ZB_TEXT("A text file in UTF-8.");
    path.type = AttributeType::Text;
    path.defaultValue = std::string();
    std::vector<AttributeSpec> all = textOptions();
    all.insert(all.begin(), path);
    return all;
}

Dataset make(const DataSpec &spec, const std::string &)
{
    return textDataset(readTextFile(textOption(textSource, spec, "path"), mostBytes), textSource, spec);
}

} // namespace

const DataSource textSource = {
    .id = "text",
    .text = ZB_TEXT("Text file"),
    .help = ZB_TEXT("Your own text: the network learns to predict the next character or word."),
    .keywords = "text characters words language sequence corpus txt 文本 文字 语料库 语言模型 序列 字符 词元",
    .icon = "file-text",
    .family = DataFamily::Text,
    .hasSplit = true,
    .options = options(),
    .make = make,
};

} // namespace zhibei
