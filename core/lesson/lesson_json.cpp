#include "core/lesson/lesson_json.h"

#include "core/io/json.h"
#include "core/lesson/actions.h"
#include "core/lesson/lesson_files.h"
#include "core/lesson/place.h"
#include "core/lesson/predicates.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

using nlohmann::json;

namespace {

constexpr const char *file = "lesson.json";
constexpr int lessonFormat = 1; ///< of a file that does not say
constexpr size_t mostScenes = 100, mostActions = 100, mostTries = 20, mostWords = 200, mostOptions = 100, mostText = 1000;
constexpr double mostSteps = 1e7, mostNumber = 1e12;

FileError mistake(const std::string &place, Text what)
{
    what.arguments.insert(what.arguments.begin(), place);
    return FileError(std::move(what));
}

FileError wrongType(const std::string &place, const char *wanted) { return mistake(place, {ZB_TEXT("%1 should be %2."), {wanted}}); }

FileError unknownKey(const std::string &place, const std::string &key) { return mistake(place, {ZB_TEXT("%1 holds “%2”, which is unknown here."), {key}}); }

void checkKeys(const json &object, const std::string &place, std::initializer_list<const char *> known)
{
    if (!object.is_object())
        throw wrongType(place, ZB_TEXT("an object"));
    for (const auto &[key, value] : object.items())
        if (std::ranges::find(known, key) == known.end())
            throw unknownKey(place, key);
}

const json &list(const json &value, const std::string &place, size_t most)
{
    if (!value.is_array())
        throw wrongType(place, ZB_TEXT("a list"));
    if (value.size() > most)
        throw mistake(place, {ZB_TEXT("%1 has too many entries: at most %2."), {std::to_string(most)}});
    return value;
}

std::string text(const json &value, const std::string &place)
{
    if (!value.is_string() || value.get_ref<const std::string &>().empty() || value.get_ref<const std::string &>().size() > mostText)
        throw wrongType(place, ZB_TEXT("a text"));
    return value.get<std::string>();
}

std::string id(const json &value, const std::string &place)
{
    const std::string found = text(value, place);
    if (!isLessonId(found))
        throw mistake(place, {ZB_TEXT("%1: “%2” cannot be an id: use letters, digits, - and _ only."), {found}});
    return found;
}

int64_t whole(const json &value, const std::string &place)
{
    if (!value.is_number_integer() || !(value.get<double>() >= 0 && value.get<double>() <= mostSteps))
        throw wrongType(place, ZB_TEXT("a whole number from 0 to 10 million"));
    return value.get<int64_t>();
}

std::vector<std::string> texts(const json &value, const std::string &place)
{
    std::vector<std::string> found;
    for (const json &element : list(value, place, mostWords))
        found.push_back(text(element, place));
    return found;
}

std::string listText(const json &value, const std::string &place)
{
    std::string joined;
    for (const json &element : list(value, place, 64)) {
        if (!element.is_number_integer())
            throw wrongType(place, ZB_TEXT("a list of whole numbers"));
        joined += (joined.empty() ? "" : ",") + element.dump();
    }
    return joined;
}

Value option(const json &value, const std::string &place)
{
    if (value.is_boolean())
        return value.get<bool>();
    if (value.is_number_integer())
        return value.get<int64_t>();
    if (value.is_number())
        return value.get<double>();
    return value.is_array() ? Value(listText(value, place)) : Value(text(value, place));
}

Attributes options(const json &object, const std::string &place)
{
    if (object.size() > mostOptions)
        throw mistake(place, {ZB_TEXT("%1 has too many entries: at most %2."), {std::to_string(mostOptions)}});
    Attributes found;
    for (const auto &[key, value] : object.items())
        found[key] = option(value, within(place, key));
    return found;
}

std::variant<double, std::string> argument(const json &value, ArgumentType type, const std::string &place)
{
    switch (type) {
    case ArgumentType::Whole:
        return static_cast<double>(whole(value, place));
    case ArgumentType::Real:
        if (!value.is_number() || !(std::abs(value.get<double>()) <= mostNumber))
            throw wrongType(place, ZB_TEXT("a number"));
        return value.get<double>();
    case ArgumentType::Value:
        if (value.is_number() && std::abs(value.get<double>()) <= mostNumber)
            return value.get<double>();
        if (value.is_boolean())
            return std::string(value.get<bool>() ? "true" : "false");
        return value.is_array() ? listText(value, place) : text(value, place);
    default:
        return text(value, place);
    }
}

LessonAction action(const json &value, const std::string &place)
{
    if (list(value, place, mostWords).empty())
        throw wrongType(place, ZB_TEXT("an action and its arguments"));
    LessonAction found;
    found.name = text(value[0], place);
    const ActionSpec *spec = findAction(found.name);
    if (!spec)
        throw mistake(place, {ZB_TEXT("%1: there is no action “%2”; `zhibei lessons reference` lists them."), {found.name}});
    size_t count = value.size() - 1;
    if (count > 0 && value.back().is_object() && spec->takesOptions)
        found.options = options(value.back(), within(place, found.name)), --count;
    if (spec->repeats ? count < spec->arguments.size() : count != spec->arguments.size())
        throw mistake(place, {ZB_TEXT("%1: the action should read “%2”."), {spec->usage}});
    for (size_t i = 0; i < count; ++i)
        found.arguments.push_back(argument(value[i + 1], spec->arguments[std::min(i, spec->arguments.size() - 1)], within(place, found.name)));
    return found;
}

std::vector<LessonAction> actions(const json &value, const std::string &place)
{
    std::vector<LessonAction> found;
    for (const json &element : list(value, place, mostActions))
        found.push_back(action(element, place + "[" + std::to_string(found.size() + 1) + "]"));
    return found;
}

SceneStart start(const json &object, const std::string &place)
{
    checkKeys(object, place, {"template", "file", "scene"});
    if (object.size() != 1)
        throw wrongType(place, ZB_TEXT("one of template, file and scene"));
    const std::string key = object.begin().key();
    const auto from = key == "template" ? SceneStart::From::Template : key == "file" ? SceneStart::From::File : SceneStart::From::Scene;
    return {from, text(object.begin().value(), within(place, key))};
}

Scene scene(const nlohmann::ordered_json &ordered, size_t number)
{
    const json object = ordered;
    std::string place = within(file, "scenes[" + std::to_string(number) + "]");
    if (!object.is_object() || !object.contains("id"))
        throw mistake(within(place, "id"), {ZB_TEXT("%1 is missing."), {}});
    Scene found;
    found.id = id(object["id"], within(place, "id"));
    place = within(file, found.id);
    for (const auto &[key, value] : object.items())
        if (!sceneFields().contains(key))
            throw unknownKey(place, key);
    const auto read = [&](const char *key, const auto &how) {
        if (const auto member = object.find(key); member != object.end())
            how(*member, within(place, key));
    };
    read("start", [&](const json &v, const std::string &at) { found.start = start(v, at); });
    read("changes", [&](const json &v, const std::string &at) { found.changes = actions(v, at); });
    read("pretrain", [&](const json &v, const std::string &at) { found.pretrain = whole(v, at); });
    read("speed", [&](const json &v, const std::string &at) { found.speed = static_cast<int>(whole(v, at)); });
    read("playing", [&](const json &v, const std::string &at) {
        if (!v.is_boolean())
            throw wrongType(at, ZB_TEXT("true or false"));
        found.playing = v.get<bool>();
    });
    read("show", [&](const json &v, const std::string &at) { found.show = texts(v, at); });
    read("hide", [&](const json &v, const std::string &at) { found.hide = texts(v, at); });
    read("lock", [&](const json &v, const std::string &at) { found.lock = texts(v, at); });
    read("highlight", [&](const json &v, const std::string &at) { found.highlight = texts(v, at); });
    read("solution", [&](const json &v, const std::string &at) { found.solution = actions(v, at); });
    read("goal", [&](const json &v, const std::string &at) {
        for (const std::string &predicate : texts(v, at))
            try {
                found.goal.push_back(parsePredicate(predicate));
            } catch (const FileError &error) {
                throw zhibei::at(at, error);
            }
    });
    read("tries", [&](const json &v, const std::string &at) {
        if (!v.is_object() || v.size() > mostTries)
            throw wrongType(at, ZB_TEXT("an object of at most 20 buttons"));
        for (const auto &[key, value] : ordered["tries"].items()) // in the order of the file
            found.tries.emplace_back(id(key, at), actions(json(value), within(at, key)));
    });
    return found;
}

} // namespace

const std::map<std::string, LessonField> &sceneFields()
{
    static const std::map<std::string, LessonField> fields{
        {"id", {"\"id\": \"one-neuron\"", ZB_TEXT("The scene's name in files and links.")}},
        {"start", {"\"start\": {\"template\": \"spiral\"}", ZB_TEXT("Where the network comes from: a template, a “file” of the lesson's folder, or an earlier “scene”. Without it there are only words.")}},
        {"changes", {"\"changes\": [ACTION, …]", ZB_TEXT("What is changed in the start before anything is shown.")}},
        {"pretrain", {"\"pretrain\": 500", ZB_TEXT("How many steps are trained before the scene is shown.")}},
        {"speed", {"\"speed\": 60", ZB_TEXT("At most so many steps a second; 0: as fast as it can.")}},
        {"playing", {"\"playing\": true", ZB_TEXT("The scene trains from its beginning.")}},
        {"show", {"\"show\": [\"canvas\", \"inside:conv1\"]", ZB_TEXT("The parts of the window and the views that are there; nothing else is.")}},
        {"hide", {"\"hide\": [\"new_seed\"]", ZB_TEXT("Controls that are left out of what is shown.")}},
        {"lock", {"\"lock\": [\"data\"]", ZB_TEXT("What cannot be edited.")}},
        {"highlight", {"\"highlight\": [\"dense1\"]", ZB_TEXT("Nodes that are lit up at the beginning.")}},
        {"tries", {"\"tries\": {\"more\": [ACTION, …]}", ZB_TEXT("The buttons below the text, in this order, and what each does.")}},
        {"goal", {"\"goal\": [\"test_accuracy >= 0.95\"]", ZB_TEXT("What is to be reached: all of these must hold.")}},
        {"solution", {"\"solution\": [ACTION, …]", ZB_TEXT("How the goal is reached; shown to whoever asks, and checked by `zhibei lessons check LESSON --train`.")}},
    };
    return fields;
}

std::vector<Scene> readScenes(const std::string &text)
{
    constexpr size_t mostBytes = size_t(1) << 20;
    const json object = parseJson(text, file, {.bytes = mostBytes, .depth = 10, .values = 50'000, .stringBytes = 4096});
    if (!object.is_object() || !object.contains("lesson"))
        throw mistake(file, {ZB_TEXT("%1 is not that of a lesson: “lesson” and its number are missing."), {}});
    if (object.contains("format") && whole(object["format"], within(file, "format")) > lessonFormat)
        throw mistake(file, {ZB_TEXT("%1: this lesson was made for a newer Zhibei (format %2; this one reads up to %3): update Zhibei to open it."),
                             {object["format"].dump(), std::to_string(lessonFormat)}});
    checkKeys(object, file, {"lesson", "format", "scenes"});
    whole(object["lesson"], within(file, "lesson"));
    if (!object.contains("scenes"))
        throw mistake(within(file, "scenes"), {ZB_TEXT("%1 is missing."), {}});
    if (object["scenes"].is_array() && object["scenes"].size() > mostScenes)
        throw mistake(file, {ZB_TEXT("%1 has too many scenes: at most %2."), {std::to_string(mostScenes)}});
    if (list(object["scenes"], within(file, "scenes"), mostScenes).empty())
        throw mistake(file, {ZB_TEXT("%1 has no scenes."), {}});
    std::vector<Scene> scenes;
    const auto ordered = nlohmann::ordered_json::parse(text);
    for (const auto &element : ordered["scenes"]) {
        scenes.push_back(scene(element, scenes.size() + 1));
        const auto same = [&](const Scene &other) { return other.id == scenes.back().id; };
        if (std::ranges::count_if(scenes, same) > 1)
            throw mistake(within(file, scenes.back().id), {ZB_TEXT("%1: this scene is there twice."), {}});
    }
    return scenes;
}

} // namespace zhibei
