#include "core/data/csv_column.h"
#include "core/data/data_sources.h"
#include "core/data/options.h"
#include "core/data/prepare.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr size_t mostClasses = 100;     // more different words are names, not classes
constexpr size_t mostCategories = 50;
constexpr size_t fewWholeNumbers = 10;  // a target of so few whole numbers is a class
constexpr size_t mostFeatures = 4096;
constexpr size_t mostNumbers = 100'000'000;

AttributeSpec option(const char *id, const char *text, const char *help, AttributeType type, Value value,
                     std::vector<Choice> choices = {})
{
    AttributeSpec spec;
    spec.id = id;
    spec.text = text;
    spec.help = help;
    spec.type = type;
    spec.defaultValue = std::move(value);
    spec.choices = std::move(choices);
    return spec;
}

std::vector<AttributeSpec> csvOptions()
{
    const AttributeType text = AttributeType::Text, choice = AttributeType::Choice;
    return {
        option("path", ZB_TEXT("File"), ZB_TEXT("A table as a text file, one row a sample."), text, std::string()),
        option("target", ZB_TEXT("Target column"), ZB_TEXT("The column to predict; the last one if none is named."), text, std::string()),
        option("columns", ZB_TEXT("Input columns"), ZB_TEXT("The columns to predict from, separated by commas; all others if none is named."), text, std::string()),
        option("task", ZB_TEXT("Task"), ZB_TEXT("Whether to tell classes apart or to predict a number."), choice, std::string("auto"),
               {{"auto", ZB_TEXT("Guess")}, {"classification", ZB_TEXT("Classification")}, {"regression", ZB_TEXT("Regression")}}),
        option("header", ZB_TEXT("Header"), ZB_TEXT("Whether the first row holds the names of the columns."), choice, std::string("auto"),
               {{"auto", ZB_TEXT("Guess")}, {"yes", ZB_TEXT("Yes")}, {"no", ZB_TEXT("No")}}),
        option("delimiter", ZB_TEXT("Delimiter"), ZB_TEXT("What stands between the values of a row."), choice, std::string("auto"),
               {{"auto", ZB_TEXT("Guess")}, {"comma", ZB_TEXT("Comma")}, {"semicolon", ZB_TEXT("Semicolon")}, {"tab", ZB_TEXT("Tab")}, {"bar", ZB_TEXT("Vertical bar")}}),
        standardiseOption(true),
    };
}

std::string list(const std::vector<std::string> &words, size_t most = 12)
{
    std::string text;
    for (size_t i = 0; i < words.size() && i < most; ++i)
        text += (i ? ", " : "") + words[i];
    return words.size() > most ? text + " …" : text;
}

size_t columnIndex(const CsvTable &table, const std::string &name)
{
    const auto found = std::find(table.columns.begin(), table.columns.end(), name);
    if (found == table.columns.end())
        throw DataError({ZB_TEXT("The table has no column “%1”; it has %2."), {name, list(table.columns)}});
    return static_cast<size_t>(found - table.columns.begin());
}

size_t targetIndex(const CsvTable &table, const DataSpec &spec)
{
    const std::string &name = textOption(csvSource, spec, "target");
    return name.empty() ? table.columns.size() - 1 : columnIndex(table, name);
}

std::vector<size_t> inputIndices(const CsvTable &table, const DataSpec &spec, size_t target)
{
    std::vector<size_t> indices;
    for (const std::string &name : splitCsvLine(textOption(csvSource, spec, "columns")))
        if (const size_t index = columnIndex(table, name);
            index != target && std::find(indices.begin(), indices.end(), index) == indices.end())
            indices.push_back(index);
    if (indices.empty())
        for (size_t i = 0; i < table.columns.size(); ++i)
            if (i != target)
                indices.push_back(i);
    return indices;
}

/// What was done to the table, for the note.
struct Report {
    std::vector<std::string> filled, leftOut;
    size_t rowsLeftOut = 0;

    Text note() const
    {
        if (filled.empty() && leftOut.empty() && rowsLeftOut == 0)
            return {};
        const auto orNone = [](const std::vector<std::string> &words) { return words.empty() ? ZB_TEXT("none") : list(words); };
        return {ZB_TEXT("Missing values filled: %1. Columns left out: %2. Rows left out for want of a target: %3."),
                {orNone(filled), orNone(leftOut), std::to_string(rowsLeftOut)}};
    }
};

bool useful(const CsvColumn &column, size_t rows)
{
    if (column.words.size() < 2)
        return false;
    if (column.numeric)
        return true;
    return column.words.size() <= mostCategories && (rows <= 20 || column.words.size() <= rows / 2);
}

std::vector<CsvColumn> usefulInputs(const CsvTable &table, const std::vector<size_t> &indices, Report &report)
{
    std::vector<CsvColumn> columns;
    for (size_t index : indices) {
        CsvColumn column = readColumn(table, index);
        if (!useful(column, table.rows.size())) {
            report.leftOut.push_back(column.name);
            continue;
        }
        if (column.missing > 0)
            report.filled.push_back(column.name + " " + std::to_string(column.missing));
        columns.push_back(std::move(column));
    }
    if (columns.empty())
        throw DataError({ZB_TEXT("No column is left to predict from: name columns with numbers or a few different words."), {}});
    return columns;
}

bool isClassification(const CsvColumn &target, const std::string &task)
{
    if (task == "regression" && !target.numeric)
        throw DataError({ZB_TEXT("“%1” holds words, not numbers: it can be classified, not predicted as a number."), {target.name}});
    if (task != "auto")
        return task == "classification";
    return !target.numeric || (target.wholeNumbers() && target.words.size() <= fewWholeNumbers);
}

void dropRowsWithoutTarget(CsvTable &table, size_t target, Report &report)
{
    report.rowsLeftOut = std::erase_if(table.rows, [&](const auto &row) { return row[target].empty(); });
    if (table.rows.size() < 2)
        throw DataError({ZB_TEXT("Column “%1” has fewer than two values: choose another target."), {table.columns[target]}});
}

int mostFrequent(const CsvColumn &column)
{
    std::vector<int> counts(column.words.size());
    for (int code : column.codes)
        if (code >= 0)
            ++counts[static_cast<size_t>(code)];
    return static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

std::vector<std::string> featureNames(const std::vector<CsvColumn> &columns)
{
    std::vector<std::string> names;
    for (const CsvColumn &column : columns) {
        if (column.numeric)
            names.push_back(column.name);
        else
            for (const std::string &word : column.words)
                names.push_back(column.name + "=" + word);
    }
    return names;
}

/// Numbers stay (NaN where missing, filled after the split); a word becomes a 1 among 0s.
void writeFeatures(Dataset &data, const std::vector<CsvColumn> &columns)
{
    size_t at = 0;
    for (const CsvColumn &column : columns) {
        const int usual = mostFrequent(column);
        for (int64_t row = 0; row < data.count(); ++row) {
            const auto numbers = data.features.row(row);
            const auto i = static_cast<size_t>(row);
            if (column.numeric)
                numbers[at] = column.numbers[i];
            else
                numbers[at + static_cast<size_t>(column.codes[i] < 0 ? usual : column.codes[i])] = 1.0f;
        }
        at += column.numeric ? 1 : column.words.size();
    }
}

void writeTarget(Dataset &data, const CsvColumn &target, bool classification)
{
    if (classification && (target.words.size() > mostClasses || target.words.size() < 2))
        throw DataError({ZB_TEXT("Column “%1” has %2 different values; a class needs 2 to %3: choose another target."),
                         {target.name, std::to_string(target.words.size()), std::to_string(mostClasses)}});
    for (int64_t row = 0; row < data.count(); ++row) {
        const auto i = static_cast<size_t>(row);
        data.targets[row] = classification ? static_cast<float>(target.codes[i]) : target.numbers[i];
    }
    if (classification)
        data.classNames = target.words;
    else
        data.targetName = target.name;
}

Dataset make(const DataSpec &spec, const std::string &)
{
    CsvTable table = readCsv(textOption(csvSource, spec, "path"), textOption(csvSource, spec, "header"),
                             textOption(csvSource, spec, "delimiter"));
    const size_t target = targetIndex(table, spec);
    Report report;
    dropRowsWithoutTarget(table, target, report);
    const std::vector<CsvColumn> inputs = usefulInputs(table, inputIndices(table, spec, target), report);
    const CsvColumn targetColumn = readColumn(table, target);
    const bool classification = isClassification(targetColumn, textOption(csvSource, spec, "task"));

    std::vector<std::string> names = featureNames(inputs);
    if (names.size() > mostFeatures || names.size() * table.rows.size() > mostNumbers)
        throw DataError({ZB_TEXT("The table has too many inputs once its words are encoded (%1): name fewer columns."),
                         {std::to_string(names.size())}});
    Dataset data = vectorDataset(static_cast<int64_t>(table.rows.size()), std::move(names));
    writeFeatures(data, inputs);
    writeTarget(data, targetColumn, classification);
    const bool allNumeric = std::all_of(inputs.begin(), inputs.end(), [](const CsvColumn &c) { return c.numeric; });
    data.planar = allNumeric && inputs.size() == 2;
    data.curve = allNumeric && inputs.size() == 1 && !classification;
    data.note = report.note();
    return data;
}

} // namespace

const DataSource csvSource = {
    .id = "csv",
    .text = ZB_TEXT("CSV table"),
    .help = ZB_TEXT("Your own table: choose what to predict and from which columns."),
    .keywords = "csv table spreadsheet excel tsv own 表格 电子表格 数据",
    .icon = "file-spreadsheet",
    .family = DataFamily::Table,
    .options = csvOptions(),
    .make = make,
};

} // namespace zhibei
