#pragma once

#include "core/data/data_source.h"

namespace zhibei {

/// A CSV file as text: every row has as many cells as there are columns. Cells are UTF-8 (files in GB18030 are
/// converted), trimmed, and empty where something is missing ("", NA, N/A, ?, nan, null, none, -).
struct CsvTable {
    std::vector<std::string> columns; ///< unique names: the header's, else "#1", "#2" …
    std::vector<std::vector<std::string>> rows;
    bool header = false;
    char delimiter = ',';
};

/// `header`: auto, yes or no; `delimiter`: auto, comma, semicolon, tab or bar. Throws DataError.
CsvTable readCsv(const std::string &path, const std::string &header = "auto", const std::string &delimiter = "auto");

/// The cells of one line ("age,\"name, first\""). Throws DataError.
std::vector<std::string> splitCsvLine(const std::string &line);

} // namespace zhibei
