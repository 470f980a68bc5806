#include "core/lesson/actions.h"

#include "core/layers/layer_kind.h"
#include "core/lesson/place.h"
#include "core/train/training_settings.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace zhibei {

namespace {

using Type = ArgumentType;

std::string numberText(double value)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

std::string typed(const std::variant<double, std::string> &argument)
{
    const auto *number = std::get_if<double>(&argument);
    return number ? numberText(*number) : std::get<std::string>(argument);
}

FileError mistake(const LessonAction &action, Text text)
{
    text.arguments.insert(text.arguments.begin(), actionText(action));
    return FileError(std::move(text));
}

Value settingValue(const LessonAction &action, const AttributeSpec &spec, const std::string &text)
{
    ParsedValue parsed = parseValue(spec, text);
    if (!parsed.value)
        throw at(actionText(action), parsed.error); // those messages begin with the setting's name
    return *parsed.value;
}

Node &nodeOf(Project &project, const LessonAction &action, const std::string &id)
{
    if (Node *node = project.network.find(id))
        return *node;
    throw mistake(action, {ZB_TEXT("%1: there is no node “%2” in this network."), {id}});
}

const LayerKind &kindOf(const LessonAction &action, const std::string &id)
{
    if (const LayerKind *kind = findKind(id))
        return *kind;
    throw mistake(action, {ZB_TEXT("%1: there is no kind of layer “%2”; `zhibei layers` lists them."), {id}});
}

Attributes checkedOptions(const LessonAction &action, const std::vector<AttributeSpec> &schema, const std::string &owner)
{
    Attributes options;
    for (const auto &[id, value] : action.options) {
        const AttributeSpec *spec = findAttribute(schema, id);
        if (!spec)
            throw mistake(action, {ZB_TEXT("%1: “%2” has no setting “%3”."), {owner, id}});
        options[id] = settingValue(action, *spec, valueText(value));
    }
    return options;
}

void set(Project &project, const LessonAction &action)
{
    const std::string path = typed(action.arguments[0]);
    const size_t dot = path.find('.');
    Node &node = nodeOf(project, action, path.substr(0, dot));
    const std::string id = dot == std::string::npos ? "" : path.substr(dot + 1);
    const AttributeSpec *spec = findAttribute(kindOf(action, node.kind).attributes, id);
    if (!spec)
        throw mistake(action, {ZB_TEXT("%1: “%2” has no setting “%3”."), {node.id, id}});
    node.attributes[id] = settingValue(action, *spec, typed(action.arguments[1]));
}

void setTraining(Project &project, const LessonAction &action)
{
    const std::string id = typed(action.arguments[0]);
    const AttributeSpec *spec = findAttribute(trainingSchema(), id);
    if (!spec)
        throw mistake(action, {ZB_TEXT("%1: “%2” has no setting “%3”."), {"training", id}});
    project.training[id] = settingValue(action, *spec, typed(action.arguments[1]));
}

/// What may be said of data besides the options of their source.
const std::vector<AttributeSpec> &recipeSchema()
{
    static const std::vector<AttributeSpec> schema{{"seed", "", "", AttributeType::Integer, int64_t(1), 0, 1e9, false, {}, ""},
                                                   {"test_share", "", "", AttributeType::Real, 0.5, 0, 0.95, false, {}, ""}};
    return schema;
}

void setData(Project &project, const LessonAction &action)
{
    const std::string id = typed(action.arguments[0]);
    const DataSource *source = findDataSource(id), *before = findDataSource(project.data.source);
    if (!source)
        throw mistake(action, {ZB_TEXT("%1: there are no data “%2”; `zhibei data` lists them."), {id}});
    std::vector<AttributeSpec> schema = source->options;
    schema.insert(schema.end(), recipeSchema().begin(), recipeSchema().end());
    DataSpec spec;
    spec.source = id;
    spec.options = checkedOptions(action, schema, id);
    spec.testShare = project.data.testShare;
    spec.seed = project.data.seed;
    if (before && before->family == source->family)
        spec.derived = project.data.derived;
    if (const auto seed = spec.options.extract("seed"))
        spec.seed = static_cast<uint64_t>(std::get<int64_t>(seed.mapped()));
    if (const auto share = spec.options.extract("test_share"))
        spec.testShare = std::get<double>(share.mapped());
    project.data = std::move(spec);
}

/// Whether a wire brings the right answer: such wires stay where they are, whatever is put in between.
bool bringsTarget(const Network &network, const Wire &wire)
{
    const Node *to = network.find(wire.to.node);
    const LayerKind *kind = to ? findKind(to->kind) : nullptr;
    const auto port = static_cast<size_t>(wire.to.port);
    return kind && port < kind->inputs.size() && kind->inputs[port].target;
}

constexpr double usualGap = 220;

double gapBehind(const Network &network, const Node &node)
{
    double gap = usualGap;
    for (const Wire &wire : network.wiresFrom(node.id))
        if (const Node *to = network.find(wire.to.node); to && to->position.x > node.position.x)
            gap = std::min(gap, to->position.x - node.position.x);
    return gap;
}

void shiftBehind(Network &network, double x, double by)
{
    for (Node &node : network.nodes)
        if (node.position.x > x)
            node.position.x += by;
    for (Note &note : network.notes)
        if (note.position.x > x)
            note.position.x += by;
}

void insert(Project &project, const LessonAction &action)
{
    const LayerKind &kind = kindOf(action, typed(action.arguments[0]));
    const Node before = nodeOf(project, action, typed(action.arguments[1]));
    if (kind.inputs.empty() || kind.outputs.empty())
        throw mistake(action, {ZB_TEXT("%1: “%2” cannot stand between two layers."), {kind.id}});
    const Attributes options = checkedOptions(action, kind.attributes, kind.id);
    Network &network = project.network;
    std::vector<Wire> moved;
    for (const Wire &wire : network.wiresFrom(before.id))
        if (wire.from.port == 0 && !bringsTarget(network, wire))
            moved.push_back(wire);
    if (moved.empty())
        throw mistake(action, {ZB_TEXT("%1: no wire leaves “%2”, so there is no place to put a layer."), {before.id}});
    const double gap = gapBehind(network, before);
    shiftBehind(network, before.position.x, gap);
    const NodeId made = network.addNode(kind.id, options, {before.position.x + gap, before.position.y});
    for (Wire &wire : network.wires) // in place, so that what reads several wires reads them in the same order
        if (std::ranges::find(moved, wire) != moved.end())
            wire.from = {made, 0};
    network.connect({before.id, 0}, {made, 0});
}

/// What the first input of a layer read, its readers read now; loose neurons and joints leave a gap.
void remove(Project &project, const LessonAction &action)
{
    Network &network = project.network;
    const Node node = nodeOf(project, action, typed(action.arguments[0]));
    const LayerKind &kind = kindOf(action, node.kind);
    const std::vector<Wire> into = network.wiresInto(PortRef{node.id, 0});
    const bool joins = into.size() == 1 && !kind.inputs.empty() && !kind.inputs[0].variadic;
    const double gap = gapBehind(network, node);
    for (Wire &wire : network.wires)
        if (joins && wire.from == PortRef{node.id, 0})
            wire.from = into[0].from;
    network.removeNode(node.id);
    const bool alone = std::ranges::none_of(network.nodes, [&](const Node &other) { return std::abs(other.position.x - node.position.x) < 1 && other.kind == node.kind; });
    if (joins && alone)
        shiftBehind(network, node.position.x, -gap);
}

} // namespace

std::span<const ActionSpec> actionTable()
{
    static const std::vector<ActionSpec> table{
        {"play", {}, false, false, false, "play", ZB_TEXT("Training goes on until something pauses it.")},
        {"pause", {}, false, false, false, "pause", ZB_TEXT("Training pauses.")},
        {"step", {Type::Whole}, false, false, false, "step N", ZB_TEXT("Trains N steps, then pauses.")},
        {"reset", {}, false, false, false, "reset", ZB_TEXT("Back to the initial weights of the seed.")},
        {"new_seed", {}, false, false, false, "new_seed", ZB_TEXT("Other initial weights and another order of the samples.")},
        {"speed", {Type::Whole}, false, false, false, "speed N", ZB_TEXT("At most N steps a second; 0: as fast as it can.")},
        {"set", {Type::NodeAttribute, Type::Value}, false, false, true, "set NODE.ATTRIBUTE VALUE", ZB_TEXT("Gives a setting of a node another value.")},
        {"training", {Type::TrainingAttribute, Type::Value}, false, false, true, "training ATTRIBUTE VALUE", ZB_TEXT("Gives a setting of the training another value.")},
        {"data", {Type::Source}, false, true, true, "data SOURCE {OPTIONS}", ZB_TEXT("Trains on other data; besides the source's options there are seed and test_share.")},
        {"insert", {Type::Kind, Type::Node}, false, true, true, "insert KIND AFTER_NODE {ATTRIBUTES}", ZB_TEXT("Puts a layer into the wires that leave a node.")},
        {"remove", {Type::Node}, false, false, true, "remove NODE", ZB_TEXT("Takes a node away; its neighbours are joined.")},
        {"weight", {Type::LearnedNumbers, Type::Whole, Type::Real}, false, false, false, "weight NODE.PARAMETER INDEX VALUE", ZB_TEXT("Gives one learned number another value.")},
        {"select", {Type::Node}, false, false, false, "select NODE", ZB_TEXT("Selects a node.")},
        {"inside", {Type::Node}, false, false, false, "inside NODE", ZB_TEXT("Opens a layer down to its numbers.")},
        {"view", {Type::NodeView}, false, false, false, "view VIEW or VIEW:NODE", ZB_TEXT("Opens a view, pinned to a node or not.")},
        {"close", {Type::View}, false, false, false, "close VIEW", ZB_TEXT("Closes a view.")},
        {"light", {Type::Node}, true, false, false, "light NODE …", ZB_TEXT("Lights nodes up.")},
        {"sample", {Type::Whole}, false, false, false, "sample N", ZB_TEXT("Shows the test sample of that number, counted from 0.")},
        {"look_back", {Type::Whole}, false, false, false, "look_back STEP", ZB_TEXT("Shows the network as it was at that step.")},
        {"scene", {Type::Scene}, false, false, false, "scene ID", ZB_TEXT("Goes to another scene.")},
        {"restore", {}, false, false, false, "restore", ZB_TEXT("Back to the scene's own start.")},
    };
    return table;
}

const ActionSpec *findAction(const std::string &name)
{
    const auto found = std::ranges::find(actionTable(), name, &ActionSpec::name);
    return found == actionTable().end() ? nullptr : &*found;
}

void applyChange(Project &project, const LessonAction &action)
{
    const ActionSpec *spec = findAction(action.name);
    if (!spec || !spec->changesProject || action.arguments.size() != spec->arguments.size())
        throw mistake(action, {ZB_TEXT("%1: this changes nothing in a project."), {}});
    Project changed = project;
    if (action.name == "set")
        set(changed, action);
    else if (action.name == "training")
        setTraining(changed, action);
    else if (action.name == "data")
        setData(changed, action);
    else if (action.name == "insert")
        insert(changed, action);
    else
        remove(changed, action);
    project = std::move(changed);
}

std::string actionText(const LessonAction &action)
{
    std::string text = "[\"" + action.name + "\"";
    for (const auto &argument : action.arguments)
        text += std::holds_alternative<double>(argument) ? "," + typed(argument) : ",\"" + typed(argument) + "\"";
    std::string options;
    for (const auto &[id, value] : action.options)
        options += (options.empty() ? "" : ",") + ("\"" + id + "\":")
                   + (std::holds_alternative<std::string>(value) ? "\"" + valueText(value) + "\"" : valueText(value));
    return text + (options.empty() ? "" : ",{" + options + "}") + "]";
}

} // namespace zhibei
