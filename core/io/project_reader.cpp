#include "core/io/project_reader.h"

#include "core/train/training_settings.h"

#include <cmath>

namespace zhibei {

using nlohmann::json;

namespace {

constexpr size_t mostPoints = 100'000;
constexpr double mostCoordinate = 1e6;

void checkVersion(const json &object)
{
    if (!object.is_object() || !object.contains("zhibei") || !object["zhibei"].is_number_integer())
        throw FileError({ZB_TEXT("This is not a Zhibei project."), {}});
    const auto version = object["zhibei"].get<int64_t>();
    if (version > projectVersion)
        throw FileError({ZB_TEXT("This project was made by a newer Zhibei (format %1; this one reads up to %2): update Zhibei to open it."),
                         {std::to_string(version), std::to_string(projectVersion)}});
    if (version < 1)
        throw FileError({ZB_TEXT("This is not a Zhibei project."), {}});
}

std::optional<Value> convert(AttributeType type, const json &value)
{
    switch (type) {
    case AttributeType::Integer:
        if (value.is_number_integer() && (!value.is_number_unsigned() || value.get<uint64_t>() <= uint64_t(INT64_MAX)))
            return Value(value.get<int64_t>());
        break;
    case AttributeType::Real:
        if (value.is_number())
            return Value(value.get<double>());
        break;
    case AttributeType::Switch:
        if (value.is_boolean())
            return Value(value.get<bool>());
        break;
    case AttributeType::Choice:
    case AttributeType::Text:
        if (value.is_string())
            return Value(value.get<std::string>());
        break;
    case AttributeType::Integers: {
        std::vector<int64_t> numbers;
        for (const json &element : value) {
            const auto number = convert(AttributeType::Integer, element);
            if (!number || numbers.size() > 64)
                return std::nullopt;
            numbers.push_back(std::get<int64_t>(*number));
        }
        if (value.is_array())
            return Value(numbers);
        break;
    }
    }
    return std::nullopt;
}

const json &member(const json &object, const char *key, const json &fallback)
{
    const auto found = object.find(key);
    return found == object.end() ? fallback : *found;
}

Attributes readTraining(const json &object)
{
    Attributes settings;
    if (!object.is_object())
        throw wrongPart("training");
    for (const auto &[id, value] : object.items()) {
        const AttributeSpec *spec = findAttribute(trainingSchema(), id);
        if (!spec)
            throw FileError({ZB_TEXT("There is no training setting “%1”: remove it from the project."), {id}});
        settings[id] = readValue(*spec, value, FileError({ZB_TEXT("The training setting “%1” cannot be %2: correct or remove it."), {id, value.dump(-1, ' ', false, json::error_handler_t::replace)}}));
    }
    return settings;
}

Attributes readOptions(const DataSource &source, const json &object)
{
    Attributes options;
    if (!object.is_object())
        throw wrongPart("data.options");
    for (const auto &[id, value] : object.items()) {
        const AttributeSpec *spec = findAttribute(source.options, id);
        if (!spec)
            throw FileError({ZB_TEXT("The data “%1” have no option “%2”: remove it from the project."), {source.id, id}});
        options[id] = readValue(*spec, value, FileError({ZB_TEXT("The data's option “%1” cannot be %2: correct or remove it."), {id, value.dump(-1, ' ', false, json::error_handler_t::replace)}}));
    }
    return options;
}

std::vector<std::string> readDerived(const DataSource &source, const json &list)
{
    std::vector<std::string> ids;
    for (const json &element : list) {
        if (!element.is_string())
            throw wrongPart("data.derived");
        const auto id = element.get<std::string>();
        bool known = false;
        for (const DerivedInput &input : derivedInputs(source.family))
            known = known || input.id == id;
        if (!known || std::find(ids.begin(), ids.end(), id) != ids.end())
            throw FileError({ZB_TEXT("These data have no derived input “%1”, or it is given twice: remove it from the project."), {id}});
        ids.push_back(id);
    }
    return ids;
}

std::vector<PaintedPoint> readPoints(const json &list)
{
    std::vector<PaintedPoint> points;
    for (const json &element : list) {
        if (!element.is_array() || element.size() != 3 || !element[0].is_number() || !element[1].is_number() || !element[2].is_number_integer())
            throw wrongPart("data.points");
        const double x = element[0].get<double>(), y = element[1].get<double>();
        const auto label = element[2].get<int64_t>();
        if (!(std::abs(x) <= mostCoordinate && std::abs(y) <= mostCoordinate) || label < 0 || label > 1000)
            throw wrongPart("data.points");
        points.push_back({float(x), float(y), static_cast<int>(label)});
    }
    return points;
}

} // namespace

FileError wrongPart(const std::string &where)
{
    return FileError({ZB_TEXT("The project is damaged: “%1” is missing or not what it should be."), {where}});
}

void checkMembers(const json &object, const std::string &where, std::initializer_list<const char *> known)
{
    if (!object.is_object())
        throw wrongPart(where);
    for (const auto &[key, value] : object.items())
        if (std::find(known.begin(), known.end(), key) == known.end())
            throw FileError({ZB_TEXT("The project holds “%1” in “%2”, which is unknown here: update Zhibei or remove it."), {key, where}});
}

const json &listMember(const json &object, const char *key, const std::string &where, size_t most)
{
    static const json empty = json::array();
    const json &list = member(object, key, empty);
    if (!list.is_array())
        throw wrongPart(where + "." + key);
    if (list.size() > most)
        throw FileError({ZB_TEXT("The project has too many %1: at most %2 can be opened."), {where + "." + key, std::to_string(most)}});
    return list;
}

std::string textMember(const json &object, const char *key, const std::string &where, size_t mostBytes, const char *fallback)
{
    const auto found = object.find(key);
    if (found == object.end() && fallback)
        return fallback;
    if (found == object.end() || !found->is_string() || found->get_ref<const std::string &>().size() > mostBytes)
        throw wrongPart(where + "." + key);
    return found->get<std::string>();
}

double numberMember(const json &object, const char *key, const std::string &where, double limit)
{
    const auto found = object.find(key);
    if (found == object.end())
        return 0;
    if (!found->is_number() || !(std::abs(found->get<double>()) <= limit))
        throw wrongPart(where + "." + key);
    return found->get<double>();
}

Value readValue(const AttributeSpec &spec, const json &value, const FileError &mistake)
{
    std::optional<Value> converted = convert(spec.type, value);
    if (!converted || !checkValue(spec, *converted).empty())
        throw mistake;
    return *converted;
}

DataSpec readDataSpec(const json &object)
{
    checkMembers(object, "data", {"source", "options", "derived", "test_share", "seed", "points"});
    DataSpec spec;
    spec.source = textMember(object, "source", "data", 64);
    const DataSource *source = findDataSource(spec.source);
    if (!source)
        throw FileError({ZB_TEXT("There are no data called “%1”: the project may come from a newer Zhibei."), {spec.source}});
    spec.options = readOptions(*source, member(object, "options", json::object()));
    spec.derived = readDerived(*source, listMember(object, "derived", "data", 32));
    if (object.contains("test_share"))
        spec.testShare = numberMember(object, "test_share", "data", 0.95);
    if (spec.testShare < 0)
        throw wrongPart("data.test_share");
    const json seed = member(object, "seed", json(uint64_t(1)));
    if (!seed.is_number_unsigned())
        throw wrongPart("data.seed");
    spec.seed = seed.get<uint64_t>();
    spec.points = readPoints(listMember(object, "points", "data", mostPoints));
    return spec;
}

Project readProject(const json &object)
{
    checkVersion(object);
    checkMembers(object, "project.json", {"zhibei", "title", "description", "order", "network", "data", "training", "steps", "view"});
    Project project;
    project.title = textMember(object, "title", "project.json", 1000, "");
    if (!object.contains("network"))
        throw wrongPart("network");
    project.network = readNetwork(object["network"]);
    if (object.contains("data"))
        project.data = readDataSpec(object["data"]);
    project.training = readTraining(member(object, "training", json::object()));
    const json steps = member(object, "steps", json(0));
    if (!steps.is_number_integer() || steps.get<int64_t>() < 0)
        throw wrongPart("steps");
    project.steps = steps.get<int64_t>();
    if (object.contains("view")) {
        if (!object["view"].is_object())
            throw wrongPart("view");
        project.view = object["view"].dump();
    }
    return project;
}

} // namespace zhibei
