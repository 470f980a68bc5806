#include "core/lesson/read_lesson.h"

#include "core/layers/layer_kind.h"
#include "core/lesson/action_checks.h"
#include "core/lesson/glossary.h"
#include "core/lesson/lesson_files.h"
#include "core/lesson/lesson_json.h"
#include "core/lesson/lesson_text.h"
#include "core/lesson/predicates.h"
#include "core/lesson/markdown.h"
#include "core/lesson/place.h"
#include "core/lesson/scene_project.h"

#include <algorithm>
#include <filesystem>

namespace zhibei {

namespace {

constexpr size_t mostBytes = size_t(1) << 20;
constexpr const char *languages[] = {"zh", "en"};

bool contains(std::span<const std::string> list, const std::string &word) { return std::ranges::find(list, word) != list.end(); }

std::string fileOf(const std::string &language) { return language + ".md"; }

/// Checks what one scene names, against the network it begins with and those its buttons make of it.
class SceneChecker {
public:
    SceneChecker(const Lesson &lesson, const Scene &scene, const LessonNames &names, const std::vector<GlossaryTerm> &glossary, Project start)
        : m_lesson(lesson), m_scene(scene), m_names(names), m_glossary(glossary), m_place(within("lesson.json", scene.id)),
          m_start(std::move(start)), m_afterwards(m_start)
    {
    }

    void check()
    {
        checkStart();
        checkWords();
        for (const auto &[id, actions] : m_scene.tries)
            checkList(actions, within(within(m_place, "tries"), id));
        checkList(m_scene.solution, within(m_place, "solution"));
        for (const Predicate &predicate : m_scene.goal)
            checkPredicate(predicate);
        for (const char *language : languages)
            for (const auto &[field, text] : textsOf(m_scene.texts.at(language)))
                checkText(text, within(within(fileOf(language), m_scene.id), field));
    }

private:
    void checkStart() const
    {
        if (m_scene.start.from == SceneStart::From::Nothing && (m_scene.pretrain > 0 || m_scene.playing || !m_scene.goal.empty()))
            throw FileError({ZB_TEXT("%1: a scene without a start has nothing to train and no goal."), {m_place}});
    }

    void checkWords() const
    {
        for (const std::string &part : m_scene.show)
            if (!contains(windowParts(), part))
                require(checkView(part, m_start.network, m_names, within(m_place, "show")));
        for (const std::string &part : m_scene.hide)
            if (!contains(windowControls(), part) && !contains(windowParts(), part))
                throw FileError({ZB_TEXT("%1: there is no part and no control “%2” of the window."), {within(m_place, "hide"), part}});
        for (const std::string &part : m_scene.lock)
            if (!contains(lockable(), part))
                throw FileError({ZB_TEXT("%1: “%2” is none of network, data and training."), {within(m_place, "lock"), part}});
        for (const std::string &node : m_scene.highlight)
            if (!m_start.network.find(node))
                throw FileError({ZB_TEXT("%1: there is no node “%2” in this network."), {within(m_place, "highlight"), node}});
    }

    static void require(const Text &mistake)
    {
        if (!mistake.empty())
            throw FileError(mistake);
    }

    /// A button may need what another one before it has made.
    void checkList(const std::vector<LessonAction> &actions, const std::string &place)
    {
        Project fresh = m_start;
        try {
            checkActions(m_lesson, actions, fresh, m_names, place);
            Project onTop = m_afterwards;
            try {
                checkActions(m_lesson, actions, onTop, m_names, place);
                m_afterwards = std::move(onTop);
            } catch (const FileError &) { // the buttons before took away what it needs: it may stand alone
            }
        } catch (const FileError &) {
            Project onTop = m_afterwards;
            checkActions(m_lesson, actions, onTop, m_names, place);
            m_afterwards = std::move(onTop);
        }
    }

    const Node *findNode(const NodeId &id) const
    {
        const Node *node = m_start.network.find(id);
        return node ? node : m_afterwards.network.find(id);
    }

    void checkPredicate(const Predicate &predicate) const
    {
        const std::string place = within(within(m_place, "goal"), predicateText(predicate));
        const std::string node = predicate.argument.substr(0, predicate.argument.find('.'));
        const std::string &word = predicate.argument;
        if (predicate.subject == "visited" && word != "scrubber" && word != "draw" && word != "sample")
            require(checkView(word, m_afterwards.network, m_names, place));
        if (predicate.subject == "did" && std::ranges::find(m_scene.tries, word, &std::pair<std::string, std::vector<LessonAction>>::first) == m_scene.tries.end())
            throw FileError({ZB_TEXT("%1: the scene has no button “%2”."), {place, word}});
        if (predicate.subject != "selected" && predicate.subject != "changed" && predicate.subject != "learned")
            return;
        const Node *found = findNode(node);
        if (!found)
            throw FileError({ZB_TEXT("%1: there is no node “%2” in this network."), {place, node}});
        const std::string attribute = word.substr(std::min(word.size(), node.size() + 1));
        if (predicate.subject == "changed" && !findAttribute(findKind(found->kind)->attributes, attribute))
            throw FileError({ZB_TEXT("%1: “%2” has no setting “%3”."), {place, node, attribute}});
    }

    void checkText(const std::string &text, const std::string &place) const
    {
        if (hasOpenFormula(text))
            throw FileError({ZB_TEXT("%1: a formula begins with $ and does not end; a dollar that is none needs a backslash before it."), {place}});
        for (const Formula &formula : formulasIn(text)) {
            std::error_code error;
            const std::string name = formulaFile(formula.tex);
            if (!std::filesystem::exists(m_lesson.folder + "/" + name, error))
                throw FileError({ZB_TEXT("%1: the formula “%2” has no picture “%3”: run tools/formulas.py."), {place, formula.tex, name}});
            requireLessonFile(m_lesson.folder, name, place);
        }
        for (const MarkdownLink &link : markdownLinks(text))
            if (link.picture)
                checkPicture(link.target, place);
        for (const LessonLink &link : lessonLinks(text))
            checkLink(link, place);
    }

    void checkPicture(const std::string &name, const std::string &place) const
    {
        if (!name.ends_with(".png") && !name.ends_with(".svg"))
            throw FileError({ZB_TEXT("%1: the picture “%2” is neither a PNG nor an SVG file."), {place, name}});
        requireLessonFile(m_lesson.folder, name, place);
    }

    void checkLink(const LessonLink &link, const std::string &place) const
    {
        const auto &[kind, target] = link;
        if (kind == "do" && !m_scene.texts.at("en").tries.contains(target))
            throw FileError({ZB_TEXT("%1: the scene has no button “%2”."), {place, target}});
        if (kind == "show" && !findNode(target))
            throw FileError({ZB_TEXT("%1: there is no node “%2” in this network."), {place, target}});
        if (kind == "view")
            require(checkView(target, m_afterwards.network, m_names, place));
        if (kind == "term" && std::ranges::find(m_glossary, target, &GlossaryTerm::id) == m_glossary.end())
            throw FileError({ZB_TEXT("%1: the glossary has no term “%2”."), {place, target}});
        if (kind == "scene" && !contains(m_names.scenes, target))
            throw FileError({ZB_TEXT("%1: there is no scene “%2” in this lesson."), {place, target}});
        if (kind.empty() && !target.starts_with("https://") && !target.starts_with("http://"))
            throw FileError({ZB_TEXT("%1: the link “%2” leads nowhere; links are do:, show:, view:, term:, scene: and https://."), {place, target}});
    }

    const Lesson &m_lesson;
    const Scene &m_scene;
    const LessonNames &m_names;
    const std::vector<GlossaryTerm> &m_glossary;
    std::string m_place;
    Project m_start, m_afterwards; ///< and after all buttons
};

/// Gives the scenes their words in one language; both files have a section for each, in the same order.
void takeWords(Lesson &lesson, const std::string &language, LessonWords words)
{
    const std::string file = fileOf(language);
    for (size_t i = 0; i < std::max(lesson.scenes.size(), words.sections.size()); ++i) {
        if (i >= words.sections.size())
            throw FileError({ZB_TEXT("%1: the section “## %2: …” is missing."), {file, lesson.scenes[i].id}});
        LessonWords::Section &section = words.sections[i];
        if (i >= lesson.scenes.size() || !lesson.find(section.scene))
            throw FileError({ZB_TEXT("%1: lesson.json has no scene “%2”."), {file, section.scene}});
        if (section.scene != lesson.scenes[i].id)
            throw FileError({ZB_TEXT("%1: the section “## %2: …” should stand where “## %3: …” does."), {file, lesson.scenes[i].id, section.scene}});
        lesson.scenes[i].texts[language] = std::move(section.text);
    }
    lesson.texts[language] = std::move(words.lesson);
}

void checkTries(const Scene &scene, const std::string &language)
{
    const SceneText &text = scene.texts.at(language);
    const std::string place = within(fileOf(language), scene.id);
    for (const auto &[id, actions] : scene.tries)
        if (!text.tries.contains(id))
            throw FileError({ZB_TEXT("%1: “- try %2: …” is missing."), {place, id}});
    for (const auto &[id, label] : text.tries)
        if (std::ranges::find(scene.tries, id, &std::pair<std::string, std::vector<LessonAction>>::first) == scene.tries.end())
            throw FileError({ZB_TEXT("%1: lesson.json has no button “%2”."), {place, id}});
    if (scene.goal.empty() != text.goal.empty())
        throw FileError({scene.goal.empty() ? ZB_TEXT("%1: lesson.json has no goal for this scene.") : ZB_TEXT("%1: “- goal: …” is missing."), {place}});
}

/// What a section says besides its words: keys, links, formulas, pictures.
std::vector<std::string> partsOf(const SceneText &text)
{
    std::vector<std::string> parts;
    for (const auto &[field, words] : textsOf(text)) {
        for (const LessonLink &link : lessonLinks(words))
            parts.push_back(link.kind + ":" + link.target);
        for (const MarkdownLink &link : markdownLinks(words))
            if (link.picture)
                parts.push_back(link.target);
    }
    std::ranges::sort(parts);
    const auto [first, last] = std::ranges::unique(parts);
    parts.erase(first, last);
    return parts;
}

void checkSameParts(const LessonWords &chinese, const LessonWords &english)
{
    for (size_t i = 0; i < std::min(chinese.sections.size(), english.sections.size()); ++i) {
        const LessonWords::Section &zh = chinese.sections[i], &en = english.sections[i];
        if (zh.keys != en.keys)
            throw FileError({ZB_TEXT("%1: the lines with a key are not the same, or not in the same order, as in %2."), {within("zh.md", zh.scene), "en.md"}});
        const std::vector<std::string> ours = partsOf(zh.text), theirs = partsOf(en.text);
        for (const std::string &part : theirs)
            if (!contains(ours, part))
                throw FileError({ZB_TEXT("%1: the link “%2” of %3 is missing."), {within("zh.md", zh.scene), part, "en.md"}});
        for (const std::string &part : ours)
            if (!contains(theirs, part))
                throw FileError({ZB_TEXT("%1: the link “%2” of %3 is missing."), {within("en.md", en.scene), part, "zh.md"}});
    }
}

} // namespace

Lesson readLesson(const std::string &folder, const std::string &resources, const std::vector<std::string> &views)
{
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error))
        throw FileError({ZB_TEXT("“%1” is not a folder."), {folder}});
    Lesson lesson;
    lesson.folder = std::filesystem::canonical(folder, error).string();
    lesson.id = std::filesystem::path(lesson.folder).filename().string();
    if (!isLessonId(lesson.id))
        throw FileError({ZB_TEXT("%1: “%2” cannot be an id: use letters, digits, - and _ only."), {lesson.folder, lesson.id}});
    lesson.scenes = readScenes(lessonFile(lesson.folder, "lesson.json", mostBytes));
    std::map<std::string, LessonWords> words;
    for (const char *language : languages) {
        words[language] = readLessonWords(lessonFile(lesson.folder, fileOf(language), mostBytes), fileOf(language));
        takeWords(lesson, language, words[language]);
        for (const Scene &scene : lesson.scenes)
            checkTries(scene, language);
    }
    checkSameParts(words["zh"], words["en"]);
    const std::vector<GlossaryTerm> glossary = readGlossary(resources);
    LessonNames names{views, {}};
    for (const Scene &scene : lesson.scenes)
        names.scenes.push_back(scene.id);
    for (const Scene &scene : lesson.scenes)
        SceneChecker(lesson, scene, names, glossary, sceneProject(lesson, scene, resources)).check();
    return lesson;
}

} // namespace zhibei
