#include "core/data/csv_table.h"

#include "core/data/csv_column.h"
#include "core/data/text_file.h"

#include <csv.h>

#include <algorithm>
#include <memory>
#include <set>

namespace zhibei {

namespace {

constexpr int64_t mostBytes = int64_t(128) << 20;
constexpr size_t mostCells = 5'000'000;
constexpr size_t mostColumns = 2000;

struct Rows {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> current;
    size_t cells = 0;
    bool tooMany() const { return cells > mostCells || current.size() > mostColumns; }
};

void onCell(void *bytes, size_t count, void *data)
{
    auto *rows = static_cast<Rows *>(data);
    if (rows->tooMany())
        return;
    rows->current.emplace_back(static_cast<const char *>(bytes), count);
    ++rows->cells;
}

void onRow(int, void *data)
{
    auto *rows = static_cast<Rows *>(data);
    if (!rows->tooMany())
        rows->rows.push_back(std::move(rows->current));
    if (!rows->tooMany())
        rows->current.clear();
}

std::vector<std::vector<std::string>> parse(const std::string &text, char delimiter)
{
    constexpr size_t piece = 1 << 16;
    csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        throw std::bad_alloc();
    const std::unique_ptr<csv_parser, decltype(&csv_free)> guard(&parser, &csv_free);
    csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
    Rows rows;
    bool good = true;
    for (size_t at = 0; good && at < text.size() && !rows.tooMany(); at += piece) {
        const size_t count = std::min(piece, text.size() - at);
        good = csv_parse(&parser, text.data() + at, count, onCell, onRow, &rows) == count;
    }
    good = good && (rows.tooMany() || csv_fini(&parser, onCell, onRow, &rows) == 0);
    if (!good)
        throw DataError({ZB_TEXT("The table has a quotation mark in a wrong place in row %1: write \"\" for a quotation mark inside quotes."),
                         {std::to_string(rows.rows.size() + 1)}});
    if (rows.tooMany())
        throw DataError({ZB_TEXT("The table is too large: at most %1 columns and %2 cells can be loaded."),
                         {std::to_string(mostColumns), std::to_string(mostCells)}});
    return std::move(rows.rows);
}

/// How often `delimiter` separates cells in each of the first lines, at least; 0 if some line has none.
int leastCells(const std::string &text, char delimiter)
{
    constexpr int linesLooked = 20;
    int least = 0, lines = 0, count = 0;
    bool quoted = false, blank = true;
    for (size_t i = 0; i <= text.size() && lines < linesLooked; ++i) {
        const char c = i < text.size() ? text[i] : '\n';
        if (c == '"')
            quoted = !quoted;
        if (c == delimiter && !quoted)
            ++count;
        if (c == '\n' && !quoted) {
            if (!blank)
                least = lines++ == 0 ? count : std::min(least, count);
            count = 0;
            blank = true;
        } else if (c != '\r' && c != ' ') {
            blank = false;
        }
    }
    return least;
}

char guessDelimiter(const std::string &text)
{
    char best = ',';
    int most = 0;
    for (char candidate : {',', ';', '\t', '|'})
        if (const int cells = leastCells(text, candidate); cells > most) {
            most = cells;
            best = candidate;
        }
    return best;
}

char delimiterOf(const std::string &choice, const std::string &text)
{
    return choice == "comma" ? ',' : choice == "semicolon" ? ';' : choice == "tab" ? '\t' : choice == "bar" ? '|' : guessDelimiter(text);
}

bool isMissing(const std::string &cell)
{
    if (cell.size() > 4)
        return false;
    std::string lower = cell;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    for (const char *word : {"", "na", "n/a", "?", "nan", "null", "none", "-"})
        if (lower == word)
            return true;
    return false;
}

/// A header has a word in every cell, each another one. (An index column often has no name.)
bool looksLikeHeader(const std::vector<std::string> &row)
{
    std::set<std::string> seen;
    for (size_t i = 0; i < row.size(); ++i)
        if ((row[i].empty() && i > 0) || parseCell(row[i]) || !seen.insert(row[i]).second)
            return false;
    return true;
}

std::vector<std::string> columnNames(std::vector<std::string> names)
{
    std::set<std::string> seen;
    for (size_t i = 0; i < names.size(); ++i) {
        const std::string stem = names[i].empty() ? std::string("#").append(std::to_string(i + 1)) : names[i].substr(0, 200);
        names[i] = stem;
        for (int n = 2; !seen.insert(names[i]).second; ++n)
            names[i] = stem + " (" + std::to_string(n) + ")";
    }
    return names;
}

} // namespace

std::vector<std::string> splitCsvLine(const std::string &line)
{
    auto rows = parse(line, ',');
    return rows.empty() ? std::vector<std::string>{} : std::move(rows[0]);
}

CsvTable readCsv(const std::string &path, const std::string &header, const std::string &delimiter)
{
    const std::string text = readTextFile(path, mostBytes);
    CsvTable table;
    table.delimiter = delimiterOf(delimiter, text);
    table.rows = parse(text, table.delimiter);
    if (table.rows.empty())
        throw DataError({ZB_TEXT("“%1” has no rows: choose another file."), {path}});
    std::vector<std::string> first = table.rows[0];
    table.header = header == "yes" || (header == "auto" && looksLikeHeader(first));
    if (table.header)
        table.rows.erase(table.rows.begin());
    else
        first.assign(first.size(), "");
    table.columns = columnNames(std::move(first));

    for (size_t i = 0; i < table.rows.size(); ++i) {
        auto &row = table.rows[i];
        if (row.size() > table.columns.size())
            throw DataError({ZB_TEXT("Row %1 of “%2” has %3 values, but there are %4 columns: check the delimiter and the quotation marks."),
                             {std::to_string(i + (table.header ? 2 : 1)), path, std::to_string(row.size()),
                              std::to_string(table.columns.size())}});
        row.resize(table.columns.size());
        for (std::string &cell : row)
            if (isMissing(cell))
                cell.clear();
    }
    return table;
}

} // namespace zhibei
