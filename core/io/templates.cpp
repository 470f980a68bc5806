#include "core/io/json.h"
#include "core/io/project_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace zhibei {

namespace {

std::string templatePath(const std::string &resources, const std::string &name)
{
    return resources + "/templates/" + name + ".json";
}

std::string readFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw FileError({ZB_TEXT("“%1” cannot be read: check its permissions."), {path}});
    return {std::istreambuf_iterator<char>(file), {}};
}

struct OrderedInfo {
    double order = 0;
    TemplateInfo info;
};

OrderedInfo readInfo(const std::filesystem::path &path)
{
    const nlohmann::json object = parseJson(readFile(path.string()), path.filename().string());
    const auto text = [&](const char *key) { return object.value(key, std::string()); };
    try {
        return {object.value("order", 1000.0), {path.stem().string(), text("title"), text("description")}};
    } catch (const nlohmann::json::exception &) {
        throw FileError({ZB_TEXT("The template “%1” is damaged: install the program again."), {path.stem().string()}});
    }
}

bool isTemplate(const std::string &name, const std::string &resources)
{
    std::error_code error;
    return !name.empty() && name.find_first_of("/\\.") == std::string::npos
           && std::filesystem::is_regular_file(templatePath(resources, name), error);
}

} // namespace

std::vector<std::string> templateTexts()
{
    return {
        ZB_TEXT("Handwritten digits"),
        ZB_TEXT("A small network learns to read handwriting, better than 95 % within seconds. Draw a digit of your own."),
        ZB_TEXT("One neuron"),
        ZB_TEXT("One neuron draws a straight line between two clouds of points."),
        ZB_TEXT("A line through two points"),
        ZB_TEXT("Gradient descent finds the weight and the bias of the line through two points."),
        ZB_TEXT("Exclusive or"),
        ZB_TEXT("What one neuron cannot do: four neurons, wired one by one, part the corners."),
        ZB_TEXT("Circle"),
        ZB_TEXT("Three neurons and more close a curve around the inner class."),
        ZB_TEXT("Moons"),
        ZB_TEXT("Two half moons that no straight line can part."),
        ZB_TEXT("Spiral"),
        ZB_TEXT("Two arms wound around each other: a deeper network winds its boundary between them."),
        ZB_TEXT("A curve"),
        ZB_TEXT("Noisy measurements of a tilted parabola: a small network bends to fit them."),
        ZB_TEXT("Spiral, small"),
        ZB_TEXT("The smallest network that winds a boundary between the two arms: eight neurons, and eight more."),
        ZB_TEXT("Digits, dense"),
        ZB_TEXT("Two dense layers read handwriting from its bare pixels."),
        ZB_TEXT("LeNet"),
        ZB_TEXT("Kernels and pooling: a convolutional network in the manner of LeCun reads digits, better than 97 %."),
        ZB_TEXT("Clothes"),
        ZB_TEXT("A deeper convolutional network tells ten kinds of clothes apart (Fashion-MNIST)."),
        ZB_TEXT("Autoencoder"),
        ZB_TEXT("Every digit goes through a waist of two numbers and has to come out again."),
        ZB_TEXT("Poems, character by character"),
        ZB_TEXT("An LSTM reads poems and learns which character comes next."),
        ZB_TEXT("Forger and detective"),
        ZB_TEXT("A generator paints digits out of noise; a detective tells them from real ones. Both get better."),
        ZB_TEXT("Capsules"),
        ZB_TEXT("Capsules vote on what they see; from the winner's numbers the digit is drawn again."),
    };
}

std::vector<TemplateInfo> templateInfos(const std::string &resources)
{
    std::vector<OrderedInfo> found;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(resources + "/templates", error))
        if (entry.path().extension() == ".json")
            found.push_back(readInfo(entry.path()));
    std::sort(found.begin(), found.end(), [](const OrderedInfo &a, const OrderedInfo &b) {
        return std::pair(a.order, a.info.name) < std::pair(b.order, b.info.name);
    });
    std::vector<TemplateInfo> infos;
    for (OrderedInfo &one : found)
        infos.push_back(std::move(one.info));
    return infos;
}

std::vector<std::string> templateNames(const std::string &resources)
{
    std::vector<std::string> names;
    for (const TemplateInfo &info : templateInfos(resources))
        names.push_back(info.name);
    return names;
}

Project openProject(const std::string &nameOrPath, const std::string &resources)
{
    if (isTemplate(nameOrPath, resources))
        return projectFromJson(readFile(templatePath(resources, nameOrPath)));
    std::error_code error;
    if (std::filesystem::exists(nameOrPath, error))
        return loadProject(nameOrPath);
    std::string names;
    for (const std::string &name : templateNames(resources))
        names += (names.empty() ? "" : ", ") + name;
    throw FileError({ZB_TEXT("There is no file and no template “%1”; the templates are %2."), {nameOrPath, names}});
}

} // namespace zhibei
