#include "core/lesson/lesson_text.h"

#include "core/lesson/place.h"

#include <algorithm>

namespace zhibei {

namespace {

FileError mistake(const std::string &place, Text what)
{
    what.arguments.insert(what.arguments.begin(), place);
    return FileError(std::move(what));
}

std::string trimmed(const std::string &text)
{
    const size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// "key: value" at the first colon, Latin or Chinese; an empty key where there is none.
struct KeyValue {
    std::string key, value;
};
KeyValue splitAtColon(const std::string &text)
{
    static const std::string wide = "：";
    const size_t latin = text.find(':'), chinese = text.find(wide);
    const size_t at = std::min(latin, chinese);
    if (at == std::string::npos)
        return {};
    return {trimmed(text.substr(0, at)), trimmed(text.substr(at + (latin < chinese ? 1 : wide.size())))};
}

bool isKey(const std::string &key)
{
    return key == "goal" || key == "notice" || key == "hint" || key == "notes" || key.starts_with("try ") || key == "try";
}

/// Reads line by line; `m_value` is the text that the next line goes on with.
class WordsReader {
public:
    WordsReader(const std::string &file) : m_file(file) {}

    void read(const std::string &line)
    {
        if (line.starts_with("## "))
            beginSection(line.substr(3));
        else if (line.starts_with("# "))
            beginLesson(trimmed(line.substr(2)));
        else if (!m_begun && !trimmed(line).empty())
            throw mistake(m_file, {ZB_TEXT("%1 must begin with “# Title”."), {}});
        else if (line.starts_with("- "))
            item(line);
        else if (m_inKeys && !trimmed(line).empty())
            *m_value += "\n" + trimmed(line);
        else if (!m_inKeys && m_value)
            *m_value += line + "\n";
    }

    LessonWords finish()
    {
        if (!m_begun)
            throw mistake(m_file, {ZB_TEXT("%1 must begin with “# Title”."), {}});
        m_words.lesson.summary = trimmed(m_words.lesson.summary);
        if (m_words.lesson.summary.empty())
            throw mistake(m_file, {ZB_TEXT("%1: a sentence about the lesson is missing below its title."), {}});
        for (LessonWords::Section &section : m_words.sections) {
            section.text.body = trimmed(section.text.body);
            if (section.text.body.empty())
                throw mistake(within(m_file, section.scene), {ZB_TEXT("%1: there is no text below the heading."), {}});
        }
        return std::move(m_words);
    }

private:
    std::string place() const { return m_words.sections.empty() ? m_file : within(m_file, m_words.sections.back().scene); }

    void beginLesson(const std::string &title)
    {
        if (m_begun)
            throw mistake(place(), {ZB_TEXT("%1: there is a second title “%2”; scenes begin with “## id: title”."), {title}});
        if (title.empty())
            throw mistake(m_file, {ZB_TEXT("%1 must begin with “# Title”."), {}});
        m_begun = true;
        m_words.lesson.title = title;
        m_value = &m_words.lesson.summary;
    }

    void beginSection(const std::string &heading)
    {
        const auto [id, title] = splitAtColon(heading);
        if (!m_begun)
            throw mistake(m_file, {ZB_TEXT("%1 must begin with “# Title”."), {}});
        if (id.empty() || title.empty() || id.find(' ') != std::string::npos)
            throw mistake(m_file, {ZB_TEXT("%1: the heading “%2” should read “## id: title”."), {trimmed(heading)}});
        if (std::ranges::find(m_words.sections, id, &LessonWords::Section::scene) != m_words.sections.end())
            throw mistake(within(m_file, id), {ZB_TEXT("%1: this section is there twice."), {}});
        if (m_words.sections.size() >= 100)
            throw mistake(m_file, {ZB_TEXT("%1 has too many scenes: at most %2."), {"100"}});
        m_words.sections.push_back({.scene = id, .text = {}, .keys = {}});
        m_words.sections.back().text.title = title;
        m_value = &m_words.sections.back().text.body;
        m_inKeys = false;
    }

    void item(const std::string &line)
    {
        const auto [key, value] = splitAtColon(line.substr(2));
        if (m_words.sections.empty() || (!m_inKeys && !isKey(key))) {
            *m_value += line + "\n"; // a list in the text
            return;
        }
        if (!isKey(key))
            throw mistake(place(), {ZB_TEXT("%1: “%2” is none of try, goal, notice, hint and notes."), {key.empty() ? trimmed(line) : key}});
        if (value.empty())
            throw mistake(within(place(), key), {ZB_TEXT("%1: there is no text behind the colon."), {}});
        m_inKeys = true;
        m_value = &field(key);
        *m_value = value;
        m_words.sections.back().keys.push_back(key);
    }

    std::string &field(const std::string &key)
    {
        SceneText &text = m_words.sections.back().text;
        if (key == "hint")
            return text.hints.emplace_back();
        if (std::ranges::count(m_words.sections.back().keys, key) > 0)
            throw mistake(within(place(), key), {ZB_TEXT("%1 is there twice."), {}});
        if (key.starts_with("try"))
            return text.tries[trimmed(key.substr(3))];
        return key == "goal" ? text.goal : key == "notice" ? text.notice : text.notes;
    }

    std::string m_file;
    LessonWords m_words;
    std::string *m_value = nullptr;
    bool m_begun = false, m_inKeys = false;
};

} // namespace

LessonWords readLessonWords(const std::string &text, const std::string &file)
{
    WordsReader reader(file);
    for (size_t begin = 0; begin < text.size();) {
        const size_t end = std::min(text.size(), text.find('\n', begin));
        std::string line = text.substr(begin, end - begin);
        if (line.ends_with('\r'))
            line.pop_back();
        reader.read(line);
        begin = end + 1;
    }
    return reader.finish();
}

std::vector<std::pair<std::string, std::string>> textsOf(const SceneText &text)
{
    std::vector<std::pair<std::string, std::string>> texts{{"body", text.body}};
    for (const auto &[id, label] : text.tries)
        texts.emplace_back("try " + id, label);
    for (const auto &[key, value] : {std::pair("goal", text.goal), std::pair("notice", text.notice)})
        if (!value.empty())
            texts.emplace_back(key, value);
    for (size_t i = 0; i < text.hints.size(); ++i)
        texts.emplace_back("hint " + std::to_string(i + 1), text.hints[i]);
    if (!text.notes.empty())
        texts.emplace_back("notes", text.notes);
    return texts;
}

} // namespace zhibei
