#pragma once

#include "core/data/csv_table.h"

#include <optional>

namespace zhibei {

/// One column of a table, read as what it seems to be: numbers if all but a few values are (those few count as
/// missing), else words.
struct CsvColumn {
    std::string name;
    bool numeric = false;
    int64_t missing = 0;
    std::vector<std::string> words; ///< the different values, in order: numbers by size, words by their letters
    std::vector<int> codes;         ///< per row: index into words, −1 where missing
    std::vector<float> numbers;     ///< per row, NaN where missing; empty unless numeric

    bool wholeNumbers() const;
};

CsvColumn readColumn(const CsvTable &table, size_t index);

/// A finite number that fits float32, or nothing.
std::optional<float> parseCell(const std::string &cell);

/// What a CSV file holds, for choosing its columns.
struct CsvSummary {
    struct Column {
        std::string name;
        bool numeric = false;        ///< guessed
        int64_t missing = 0;         ///< cells without a value
        int64_t distinct = 0;        ///< different values
        float minimum = 0, maximum = 0; ///< numeric columns
    };
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> firstRows; ///< at most 20, as text
    int64_t rowCount = 0;
    bool header = false;
    char delimiter = ',';
};

/// Throws DataError. `options`: the header and delimiter of the "csv" source.
CsvSummary inspectCsv(const std::string &path, const Attributes &options = {});

} // namespace zhibei
