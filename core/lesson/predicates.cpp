#include "core/lesson/predicates.h"

#include "core/io/file_error.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace zhibei {

namespace {

using Kind = PredicateSpec::Kind;

constexpr const char *learned = "learned";

FileError mistake(const std::string &text, Text what)
{
    what.arguments.insert(what.arguments.begin(), text);
    return FileError(std::move(what));
}

std::vector<std::string> words(const std::string &text)
{
    std::vector<std::string> found;
    for (size_t at = 0; at < text.size();) {
        const size_t begin = text.find_first_not_of(' ', at);
        if (begin == std::string::npos)
            break;
        at = std::min(text.size(), text.find(' ', begin));
        found.push_back(text.substr(begin, at - begin));
    }
    return found;
}

double numberOf(const std::string &text, const std::string &word)
{
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size() || !std::isfinite(value))
        throw mistake(text, {ZB_TEXT("%1: “%2” is not a number."), {word}});
    return value;
}

std::string numberText(double value)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

/// "dense1.weights[0]"
bool isLearnedNumber(const std::string &word)
{
    const size_t dot = word.find('.'), open = word.find('[');
    if (dot == std::string::npos || dot == 0 || open == std::string::npos || open < dot + 2 || word.back() != ']' || word.size() < open + 3)
        return false;
    return std::all_of(word.begin() + std::ptrdiff_t(open) + 1, word.end() - 1, [](char c) { return c >= '0' && c <= '9'; }) && word.size() - open < 12;
}

Predicate parseEvent(const std::string &text, const PredicateSpec &spec, const std::vector<std::string> &parts)
{
    if (parts.size() != 2)
        throw mistake(text, {ZB_TEXT("%1: it should read “%2”."), {spec.usage}});
    return {spec.subject, parts[1], Predicate::Comparison::Happened, 0, 0};
}

} // namespace

std::span<const PredicateSpec> predicateTable()
{
    static const std::vector<PredicateSpec> table{
        {"train_loss", Kind::Metric, "train_loss", ZB_TEXT("The loss on the training samples.")},
        {"test_loss", Kind::Metric, "test_loss", ZB_TEXT("The loss on the test samples.")},
        {"train_accuracy", Kind::Metric, "train_accuracy", ZB_TEXT("The share of the training samples that are classified correctly, 0 to 1.")},
        {"test_accuracy", Kind::Metric, "test_accuracy", ZB_TEXT("The share of the test samples that are classified correctly, 0 to 1.")},
        {"test_r2", Kind::Metric, "test_r2", ZB_TEXT("R² on the test samples: 1 is perfect, 0 no better than the mean.")},
        {"steps", Kind::Progress, "steps", ZB_TEXT("The steps trained so far.")},
        {"epochs", Kind::Progress, "epochs", ZB_TEXT("The epochs trained so far.")},
        {"neurons", Kind::Structure, "neurons", ZB_TEXT("The neurons and kernels of all hidden layers.")},
        {"layers", Kind::Structure, "layers", ZB_TEXT("The hidden layers with weights; neurons beside each other are one layer.")},
        {"parameters", Kind::Structure, "parameters", ZB_TEXT("The learned numbers of the whole network.")},
        {learned, Kind::Learned, "NODE.PARAMETER[i]", ZB_TEXT("One learned number, counted from 0: dense1.weights[0].")},
        {"visited", Kind::Event, "visited VIEW", ZB_TEXT("A view was looked at; also scrubber, draw and sample.")},
        {"did", Kind::Event, "did TRY", ZB_TEXT("A button of the scene was pressed.")},
        {"selected", Kind::Event, "selected NODE", ZB_TEXT("A node was selected.")},
        {"changed", Kind::Event, "changed NODE.ATTRIBUTE", ZB_TEXT("A setting has another value than at the scene's start.")},
    };
    return table;
}

const PredicateSpec *findPredicate(const std::string &subject)
{
    const auto found = std::ranges::find(predicateTable(), subject, &PredicateSpec::subject);
    return found == predicateTable().end() ? nullptr : &*found;
}

Predicate parsePredicate(const std::string &text)
{
    using enum Predicate::Comparison;
    const std::vector<std::string> parts = words(text);
    const std::string first = parts.empty() ? "" : parts[0];
    const bool isNumber = isLearnedNumber(first);
    const PredicateSpec *spec = findPredicate(isNumber ? learned : first);
    if (!spec || (spec->kind == Kind::Learned && !isNumber))
        throw mistake(text, {ZB_TEXT("%1: there is no measure and no event “%2”; `zhibei lessons reference` lists them."), {first}});
    if (spec->kind == Kind::Event)
        return parseEvent(text, *spec, parts);
    Predicate predicate{spec->subject, isNumber ? first : "", AtLeast, 0, 0};
    const std::string sign = parts.size() > 1 ? parts[1] : "";
    const bool nearly = sign == "=" && parts.size() == 5 && parts[3] == "+-";
    if (!nearly && !(parts.size() == 3 && (sign == ">=" || sign == "<=")))
        throw mistake(text, {ZB_TEXT("%1: it should read “%2 >= X”, “%2 <= X” or “%2 = X +- T”."), {first}});
    predicate.comparison = nearly ? Near : sign == ">=" ? AtLeast : AtMost;
    predicate.value = numberOf(text, parts[2]);
    predicate.tolerance = nearly ? numberOf(text, parts[4]) : 0;
    if (predicate.tolerance < 0)
        throw mistake(text, {ZB_TEXT("%1: the tolerance must not be negative."), {}});
    return predicate;
}

std::string predicateText(const Predicate &predicate)
{
    using enum Predicate::Comparison;
    const std::string measure = predicate.subject == learned ? predicate.argument : predicate.subject;
    switch (predicate.comparison) {
    case AtLeast: return measure + " >= " + numberText(predicate.value);
    case AtMost: return measure + " <= " + numberText(predicate.value);
    case Near: return measure + " = " + numberText(predicate.value) + " +- " + numberText(predicate.tolerance);
    case Happened: break;
    }
    return predicate.subject + " " + predicate.argument;
}

bool holds(const Predicate &predicate, const SceneState &state)
{
    using enum Predicate::Comparison;
    if (predicate.comparison == Happened)
        return state.happened.contains(predicateText(predicate));
    const auto found = state.measures.find(predicate.subject == learned ? predicate.argument : predicate.subject);
    if (found == state.measures.end() || !std::isfinite(found->second))
        return false;
    switch (predicate.comparison) {
    case AtLeast: return found->second >= predicate.value;
    case AtMost: return found->second <= predicate.value;
    case Near: return std::abs(found->second - predicate.value) <= predicate.tolerance;
    case Happened: break;
    }
    return false;
}

bool reached(const std::vector<Predicate> &goal, const SceneState &state)
{
    return !goal.empty() && std::ranges::all_of(goal, [&](const Predicate &predicate) { return holds(predicate, state); });
}

} // namespace zhibei
