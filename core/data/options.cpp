#include "core/data/options.h"

namespace zhibei {

int64_t integerOption(const DataSource &source, const DataSpec &spec, const std::string &id)
{
    return std::get<int64_t>(attributeValue(source.options, spec.options, id));
}

double realOption(const DataSource &source, const DataSpec &spec, const std::string &id)
{
    return std::get<double>(attributeValue(source.options, spec.options, id));
}

bool switchOption(const DataSource &source, const DataSpec &spec, const std::string &id)
{
    return std::get<bool>(attributeValue(source.options, spec.options, id));
}

const std::string &textOption(const DataSource &source, const DataSpec &spec, const std::string &id)
{
    return std::get<std::string>(attributeValue(source.options, spec.options, id));
}

AttributeSpec standardiseOption(bool on)
{
    AttributeSpec spec;
    spec.id = "standardise";
    spec.text = ZB_TEXT("Standardise");
    spec.help = ZB_TEXT("Shifts and scales every number so that its mean is 0 and its variance 1: networks learn much faster then.");
    spec.type = AttributeType::Switch;
    spec.defaultValue = on;
    return spec;
}

} // namespace zhibei
