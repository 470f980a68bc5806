#include "core/data/csv_column.h"

#include "core/data/data_sources.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

namespace zhibei {

namespace {

/// Gives each different word its number; equal numbers written differently ("1", "1.0") are one value.
void encode(CsvColumn &column, const CsvTable &table, size_t index)
{
    std::map<std::pair<float, std::string>, int> order; // by size where numeric, else by letters alone
    const auto missing = [&](size_t row) { return column.numeric ? std::isnan(column.numbers[row]) : table.rows[row][index].empty(); };
    const auto keyAt = [&](size_t row) {
        const std::string &cell = table.rows[row][index];
        return column.numeric ? std::pair(column.numbers[row], std::string()) : std::pair(0.0f, cell);
    };
    for (size_t row = 0; row < table.rows.size(); ++row)
        if (!missing(row))
            order.emplace(keyAt(row), static_cast<int>(row));
    for (auto &[key, code] : order) {
        column.words.push_back(table.rows[static_cast<size_t>(code)][index]);
        code = static_cast<int>(column.words.size()) - 1;
    }
    for (size_t row = 0; row < table.rows.size(); ++row)
        column.codes.push_back(missing(row) ? -1 : order.at(keyAt(row)));
}

} // namespace

bool CsvColumn::wholeNumbers() const
{
    return numeric && std::all_of(numbers.begin(), numbers.end(), [](float v) { return std::isnan(v) || v == std::floor(v); });
}

std::optional<float> parseCell(const std::string &cell)
{
    const char *begin = cell.data() + (cell.starts_with('+') ? 1 : 0), *end = cell.data() + cell.size();
    double value = 0;
    const auto [rest, error] = std::from_chars(begin, end, value);
    if (error != std::errc() || rest != end || !(std::abs(value) <= double(std::numeric_limits<float>::max())))
        return std::nullopt;
    return static_cast<float>(value);
}

CsvColumn readColumn(const CsvTable &table, size_t index)
{
    CsvColumn column;
    column.name = table.columns[index];
    int64_t numbers = 0, words = 0;
    for (const auto &row : table.rows) {
        const auto value = row[index].empty() ? std::nullopt : parseCell(row[index]);
        column.missing += row[index].empty();
        (value ? numbers : words) += !row[index].empty();
        column.numbers.push_back(value.value_or(std::numeric_limits<float>::quiet_NaN()));
    }
    constexpr int64_t numbersAWord = 20; // a slip of the pen among so many numbers is a missing value
    column.numeric = numbers > 0 && words * numbersAWord <= numbers;
    if (column.numeric)
        column.missing += words;
    else
        column.numbers.clear();
    encode(column, table, index);
    return column;
}

CsvSummary inspectCsv(const std::string &path, const Attributes &options)
{
    const auto choice = [&](const char *id) {
        return std::get<std::string>(attributeValue(csvSource.options, options, id));
    };
    const CsvTable table = readCsv(path, choice("header"), choice("delimiter"));
    CsvSummary summary;
    summary.rowCount = static_cast<int64_t>(table.rows.size());
    summary.header = table.header;
    summary.delimiter = table.delimiter;
    summary.firstRows.assign(table.rows.begin(), table.rows.begin() + std::min<std::ptrdiff_t>(20, summary.rowCount));
    for (size_t i = 0; i < table.columns.size(); ++i) {
        const CsvColumn column = readColumn(table, i);
        CsvSummary::Column about{column.name, column.numeric, column.missing, static_cast<int64_t>(column.words.size())};
        if (column.numeric) {
            about.minimum = *parseCell(column.words.front());
            about.maximum = *parseCell(column.words.back());
        }
        summary.columns.push_back(about);
    }
    return summary;
}

} // namespace zhibei
