#include "core/io/project_file.h"

#include "core/io/archive.h"
#include "core/io/atomic_file.h"
#include "core/io/safetensors.h"

#include <cmath>
#include <filesystem>
#include <fstream>

namespace zhibei {

namespace {

constexpr size_t mostJsonBytes = size_t(32) << 20;
constexpr size_t mostWeightBytes = size_t(1) << 30;
constexpr uintmax_t mostFileBytes = uintmax_t(2) << 30;

void checkFile(const std::string &path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        throw FileError({ZB_TEXT("There is no file “%1”."), {path}});
    if (error || status.type() != std::filesystem::file_type::regular)
        throw FileError({ZB_TEXT("“%1” is not a file that can be opened."), {path}});
    const auto size = std::filesystem::file_size(path, error);
    if (error)
        throw FileError({ZB_TEXT("“%1” cannot be read: check its permissions."), {path}});
    if (size > mostFileBytes)
        throw FileError({ZB_TEXT("“%1” is too large to be a Zhibei project."), {path}});
}

bool isArchive(std::ifstream &file)
{
    char magic[2] = {};
    file.read(magic, sizeof magic);
    const bool zip = file.gcount() == 2 && magic[0] == 'P' && magic[1] == 'K';
    file.clear();
    file.seekg(0);
    return zip;
}

std::string readJsonFile(std::ifstream &file, const std::string &path)
{
    std::string text;
    char piece[65536];
    while (file.read(piece, sizeof piece) || file.gcount() > 0) {
        text.append(piece, static_cast<size_t>(file.gcount()));
        if (text.size() > mostJsonBytes)
            throw FileError({ZB_TEXT("“%1” is too large to be a Zhibei project."), {path}});
    }
    if (text.find_first_not_of(" \t\r\n") == std::string::npos || text[text.find_first_not_of(" \t\r\n")] != '{')
        throw FileError({ZB_TEXT("“%1” is not a Zhibei project."), {path}});
    return text;
}

Project loadArchive(const std::string &path)
{
    const auto entries = readArchive(path, {{"project.json", mostJsonBytes}, {"weights.safetensors", mostWeightBytes}});
    const auto json = entries.find("project.json");
    if (json == entries.end())
        throw FileError({ZB_TEXT("“%1” is not a Zhibei project."), {path}});
    Project project = projectFromJson(std::string(json->second.begin(), json->second.end()));
    if (const auto weights = entries.find("weights.safetensors"); weights != entries.end())
        project.weights = fromSafetensors(weights->second);
    return project;
}

bool finite(const std::map<std::string, Tensor> &weights)
{
    for (const auto &[name, tensor] : weights)
        for (float number : tensor.values())
            if (!std::isfinite(number))
                return false;
    return true;
}

/// After a training that diverged there is nothing worth keeping, and a file with NaN would not open again.
Project untrained(Project project)
{
    project.weights.clear();
    project.steps = 0;
    return project;
}

} // namespace

Project loadProject(const std::string &path)
{
    checkFile(path);
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw FileError({ZB_TEXT("“%1” cannot be read: check its permissions."), {path}});
    return isArchive(file) ? loadArchive(path) : projectFromJson(readJsonFile(file, path));
}

void saveProject(const Project &project, const std::string &path, const std::vector<unsigned char> &previewPng)
{
    const bool keepWeights = !project.weights.empty() && finite(project.weights);
    const std::string json = projectToJson(keepWeights ? project : untrained(project));
    std::vector<NewEntry> entries{{"project.json", Bytes(json.begin(), json.end())}};
    if (keepWeights)
        entries.push_back({"weights.safetensors", toSafetensors(project.weights), false});
    if (!previewPng.empty())
        entries.push_back({"preview.png", previewPng, false});
    writeFileAtomically(path, makeArchive(entries));
}

} // namespace zhibei
