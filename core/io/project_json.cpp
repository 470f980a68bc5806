#include "core/io/json.h"
#include "core/io/project_file.h"
#include "core/io/project_reader.h"

#include <charconv>
#include <cmath>

namespace zhibei {

using nlohmann::json;

namespace {

json toJson(const Value &value)
{
    return std::visit([](const auto &v) { return json(v); }, value);
}

json toJson(const Attributes &attributes)
{
    json object = json::object();
    for (const auto &[id, value] : attributes)
        object[id] = toJson(value);
    return object;
}

/// 120 rather than 120.0: most places are whole pixels.
json toJson(double number)
{
    if (number == std::floor(number) && std::abs(number) < 1e9)
        return static_cast<int64_t>(number);
    return number;
}

/// 0.3 rather than 0.30000001192092896: as few digits as give the same float back.
json toJson(float number)
{
    char text[40];
    const char *end = std::to_chars(text, text + sizeof text, number).ptr;
    double value = 0;
    std::from_chars(text, end, value);
    return toJson(value);
}

json toJson(const Node &node)
{
    json object{{"id", node.id}, {"kind", node.kind}, {"x", toJson(node.position.x)}, {"y", toJson(node.position.y)}};
    if (!node.attributes.empty())
        object["attributes"] = toJson(node.attributes);
    if (!node.group.empty())
        object["group"] = node.group;
    return object;
}

json toJson(const Note &note)
{
    json object{{"id", note.id}, {"text", note.text}, {"x", toJson(note.position.x)}, {"y", toJson(note.position.y)}};
    if (!note.target.empty())
        object["target"] = note.target;
    return object;
}

json toJson(const PortRef &port)
{
    return port.node + ":" + std::to_string(port.port);
}

json toJson(const Network &network)
{
    json nodes = json::array(), wires = json::array(), notes = json::array();
    for (const Node &node : network.nodes)
        nodes.push_back(toJson(node));
    for (const Wire &wire : network.wires)
        wires.push_back(json::array({toJson(wire.from), toJson(wire.to)}));
    for (const Note &note : network.notes)
        notes.push_back(toJson(note));
    return {{"nodes", nodes}, {"wires", wires}, {"notes", notes}};
}

json toJson(const DataSpec &data)
{
    json points = json::array();
    for (const PaintedPoint &point : data.points)
        points.push_back(json::array({toJson(point.x), toJson(point.y), point.label}));
    return {{"source", data.source}, {"options", toJson(data.options)}, {"derived", data.derived},
            {"test_share", data.testShare}, {"seed", data.seed}, {"points", points}};
}

} // namespace

std::string projectToJson(const Project &project)
{
    json object{{"zhibei", projectVersion},
                {"network", toJson(project.network)},
                {"data", toJson(project.data)},
                {"training", toJson(project.training)}};
    if (!project.title.empty())
        object["title"] = project.title;
    if (project.steps > 0)
        object["steps"] = project.steps;
    if (!project.view.empty())
        object["view"] = parseJson(project.view, "view");
    return readableJson(object, {"nodes", "wires", "notes", "points"});
}

Project projectFromJson(const std::string &text)
{
    return readProject(parseJson(text, "project.json"));
}

} // namespace zhibei
