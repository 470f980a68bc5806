#include "core/data/text_windows.h"

#include "core/data/options.h"

#include <algorithm>
#include <unordered_map>

namespace zhibei {

namespace {

constexpr int64_t mostNumbers = 100'000'000;
constexpr std::string_view rareUnit = "□";

AttributeSpec integer(const char *id, const char *text, const char *help, int64_t value, double least, double most)
{
    AttributeSpec spec;
    spec.id = id;
    spec.text = text;
    spec.help = help;
    spec.defaultValue = value;
    spec.minimum = least;
    spec.maximum = most;
    spec.logarithmic = least > 0;
    return spec;
}

/// Bytes of the character that starts with this byte of valid UTF-8.
size_t characterLength(unsigned char first)
{
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

bool isSpace(std::string_view c)
{
    return c == " " || c == "\t" || c == "\v" || c == "\f" || c == "\u3000" || c == "\u00A0";
}

/// Letters and digits join to words; the characters of East Asia and punctuation stand alone.
bool joins(std::string_view c)
{
    if (c.size() == 1)
        return (c[0] >= '0' && c[0] <= '9') || (c[0] >= 'A' && c[0] <= 'Z') || (c[0] >= 'a' && c[0] <= 'z') || c[0] == '\'' || c[0] == '_';
    if (c.size() == 2)
        return c >= "\u00C0";
    return c.size() == 3 && c < "\u2000"; // from here on: marks, then the characters of East Asia
}

struct Vocabulary {
    std::vector<std::string> names; ///< most frequent first; "□" last where needed
    std::unordered_map<std::string_view, int> index;
    int rare = 0;                   ///< the index of "□"

    int of(std::string_view unit) const
    {
        const auto found = index.find(unit);
        return found == index.end() ? rare : found->second;
    }
};

Vocabulary vocabularyOf(const std::vector<std::string_view> &units, size_t most)
{
    std::unordered_map<std::string_view, size_t> counts;
    for (std::string_view unit : units)
        ++counts[unit];
    counts.erase(rareUnit);
    std::vector<std::pair<std::string_view, size_t>> order(counts.begin(), counts.end());
    std::sort(order.begin(), order.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    Vocabulary vocabulary;
    if (order.size() > most)
        order.resize(most - 1);
    for (const auto &[unit, count] : order) {
        vocabulary.index.emplace(unit, static_cast<int>(vocabulary.names.size()));
        vocabulary.names.emplace_back(unit);
    }
    vocabulary.rare = static_cast<int>(vocabulary.names.size());
    const bool anyRare = std::any_of(units.begin(), units.end(), [&](std::string_view unit) { return !vocabulary.index.contains(unit); });
    if (anyRare)
        vocabulary.names.emplace_back(rareUnit);
    return vocabulary;
}

/// Where windows start: those of the training part, then those of the test part.
std::vector<size_t> windowStarts(size_t units, size_t length, size_t stride, int64_t &trainCount)
{
    const size_t cut = units - units / 10;
    std::vector<size_t> starts;
    for (size_t at = 0; at + length < cut; at += stride)
        starts.push_back(at);
    trainCount = static_cast<int64_t>(starts.size());
    for (size_t at = cut; at + length < units; at += stride)
        starts.push_back(at);
    return starts;
}

} // namespace

std::vector<AttributeSpec> textOptions()
{
    AttributeSpec unit;
    unit.id = "unit";
    unit.text = ZB_TEXT("Unit");
    unit.help = ZB_TEXT("What the network reads and predicts, one at a time.");
    unit.type = AttributeType::Choice;
    unit.defaultValue = std::string("characters");
    unit.choices = {{"characters", ZB_TEXT("Characters")}, {"words", ZB_TEXT("Words")}};
    return {
        unit,
        integer("length", ZB_TEXT("Steps"), ZB_TEXT("How many characters or words one sample is long."), 64, 2, 1024),
        integer("vocabulary", ZB_TEXT("Vocabulary size"), ZB_TEXT("How many different characters or words are told apart, the most frequent first; all others become □."), 2000, 2, 20000),
        integer("stride", ZB_TEXT("Stride"), ZB_TEXT("How many steps later the next sample starts; 0: where the one before ends."), 0, 0, 1024),
    };
}

std::vector<std::string_view> textUnits(std::string_view text, bool words)
{
    std::vector<std::string_view> units;
    size_t word = std::string_view::npos; // where the word being read starts
    for (size_t at = 0; at < text.size();) {
        const std::string_view c = text.substr(at, characterLength(static_cast<unsigned char>(text[at])));
        if (words && joins(c)) {
            word = std::min(word, at);
        } else {
            if (word != std::string_view::npos)
                units.push_back(text.substr(word, at - word));
            word = std::string_view::npos;
            if (c != "\r" && !(words && isSpace(c)))
                units.push_back(c);
        }
        at += c.size();
    }
    if (word != std::string_view::npos)
        units.push_back(text.substr(word));
    return units;
}

Dataset textDataset(std::string_view text, const DataSource &source, const DataSpec &spec)
{
    const std::vector<std::string_view> units = textUnits(text, textOption(source, spec, "unit") == "words");
    const int64_t length = integerOption(source, spec, "length"), stride = integerOption(source, spec, "stride");
    Dataset data;
    const std::vector<size_t> starts = windowStarts(units.size(), static_cast<size_t>(length),
                                                    static_cast<size_t>(stride > 0 ? stride : length), data.trainCount);
    if (data.trainCount == 0)
        throw DataError({ZB_TEXT("The text is too short for samples of %1 steps: it has %2. Choose a longer text or fewer steps."),
                         {std::to_string(length), std::to_string(units.size())}});
    const auto count = static_cast<int64_t>(starts.size());
    if (count > mostNumbers / length)
        throw DataError({ZB_TEXT("The text gives too many samples (%1): choose a larger stride."), {std::to_string(count)}});

    Vocabulary vocabulary = vocabularyOf(units, static_cast<size_t>(integerOption(source, spec, "vocabulary")));
    std::vector<float> numbers(units.size());
    std::transform(units.begin(), units.end(), numbers.begin(), [&](std::string_view unit) { return float(vocabulary.of(unit)); });
    data.featureShape = {length};
    data.targetCount = length;
    data.features = Tensor({count, length});
    data.targets = Tensor({count, length});
    for (int64_t i = 0; i < count; ++i) {
        const float *from = numbers.data() + starts[static_cast<size_t>(i)];
        std::copy_n(from, length, data.features.row(i).data());
        std::copy_n(from + 1, length, data.targets.row(i).data());
    }
    data.classNames = std::move(vocabulary.names);
    while (data.classNames.size() < 2) // "aaaa…": still a choice of two
        data.classNames.emplace_back(rareUnit);
    data.featureClasses = static_cast<int>(data.classNames.size());
    return data;
}

} // namespace zhibei
