#include "core/network/name_list.h"

#include <algorithm>
#include <sstream>

namespace zhibei {

std::vector<std::string> namesIn(const std::string &list)
{
    std::vector<std::string> names;
    std::istringstream typed(list);
    for (std::string name; std::getline(typed, name, ',');) {
        std::erase(name, ' ');
        if (!name.empty())
            names.push_back(name);
    }
    return names;
}

bool means(const std::string &name, const NodeId &node)
{
    return name.ends_with('*') ? node.starts_with(name.substr(0, name.size() - 1)) : node == name;
}

bool listMeans(const std::string &list, const NodeId &node)
{
    const std::vector<std::string> names = namesIn(list);
    return names.empty() || std::any_of(names.begin(), names.end(), [&](const std::string &name) { return means(name, node); });
}

void renameIn(Attributes &attributes, const std::map<NodeId, NodeId> &renamed)
{
    for (const char *id : {"share", "joins", "trains"}) {
        const auto found = attributes.find(id);
        std::string *list = found == attributes.end() ? nullptr : std::get_if<std::string>(&found->second);
        if (!list)
            continue;
        const std::vector<std::string> names = namesIn(*list);
        if (std::none_of(names.begin(), names.end(), [&](const std::string &name) { return renamed.contains(name); }))
            continue;
        std::string fresh;
        for (const std::string &name : names)
            fresh += (fresh.empty() ? "" : ", ") + (renamed.contains(name) ? renamed.at(name) : name);
        *list = fresh;
    }
}

} // namespace zhibei
