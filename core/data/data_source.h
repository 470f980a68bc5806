#pragma once

#include "core/data/dataset.h"

#include <memory>
#include <span>
#include <stdexcept>

namespace zhibei {

/// A sample placed by hand: label is a class index, or y for a regression (then y is ignored).
struct PaintedPoint {
    float x = 0, y = 0;
    int label = 0;
    bool operator==(const PaintedPoint &) const = default;
};

/// The recipe of a dataset, as saved in a project. The same recipe gives the same numbers on every machine.
struct DataSpec {
    std::string source = "digits";      ///< a DataSource's id
    Attributes options;                 ///< by that source's schema
    std::vector<std::string> derived;   ///< ids of derived inputs that are switched on, in order (see derivedInputs)
    double testShare = 0.5;             ///< share of the samples kept for testing (sources with a fixed split ignore it)
    uint64_t seed = 1;                  ///< drawing, noise and split
    std::vector<PaintedPoint> points;   ///< for the "points" and "painted curve" sources, and points added to or moved in others
    bool operator==(const DataSpec &) const = default;
};

/// A file that is missing or is not what it claims to be. `what()` is English; `text` can be translated.
class DataError : public std::runtime_error {
public:
    explicit DataError(Text message) : std::runtime_error(message.english()), text(std::move(message)) {}
    Text text;
};

enum class DataFamily { Pictures, Plane, Curve, Table };
const char *dataFamilyText(DataFamily family);

/// Everything the lab knows about a source of data, in one constant in one file; see data_catalogue.cpp.
struct DataSource {
    std::string id;        ///< "spiral"
    std::string text;      ///< marked English name
    std::string help;      ///< marked English sentence
    std::string keywords;  ///< more words that find it, both languages
    std::string icon;
    DataFamily family;
    bool hasSplit = false; ///< true: the source brings its own test part, testShare does not apply
    bool paintable = false;///< points may be painted and dragged
    std::vector<AttributeSpec> options;
    /// Throws DataError. `resources` is the folder of shipped data.
    Dataset (*make)(const DataSpec &, const std::string &resources);
};

std::span<const DataSource *const> dataSources();
const DataSource *findDataSource(const std::string &id);

/// An input computed from the base inputs: x², y², x·y, sin x, sin y for planes; x², x³, sin x for curves.
struct DerivedInput {
    std::string id;   ///< "x2"
    std::string text; ///< "x²"
    float (*compute)(float x, float y);
};
std::span<const DerivedInput> derivedInputs(DataFamily family);

/// Makes the dataset: source, derived inputs, shuffle and split by seed. Throws DataError.
/// Deterministic: the same spec gives the same bits.
std::shared_ptr<const Dataset> makeDataset(const DataSpec &spec, const std::string &resources);

/// The inputs a planar or curve network sees at a place of its base plane: base inputs, then derived ones.
std::vector<float> inputsAt(const DataSpec &spec, float x, float y);

/// `builtin:NAME`, `idx:IMAGES,LABELS`, `csv:FILE?target=COLUMN` as on the command line. Throws DataError.
DataSpec parseDataSpec(const std::string &text);

} // namespace zhibei
