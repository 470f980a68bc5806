#pragma once

#include "core/data/dataset.h"

#include <memory>
#include <span>
#include <stdexcept>

namespace zhibei {

/// A sample placed by hand, in original units: a place of the plane and its class, or x and the y to predict (then
/// label is ignored).
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
    std::vector<PaintedPoint> points;   ///< painted by hand: see DataSource::paintable; other sources of the plane and of curves add them to theirs
    bool operator==(const DataSpec &) const = default;
};

/// A file that is missing or is not what it claims to be. `what()` is English; `text` can be translated.
class DataError : public std::runtime_error {
public:
    explicit DataError(Text message) : std::runtime_error(message.english()), text(std::move(message)) {}
    Text text;
};

enum class DataFamily { Pictures, Plane, Curve, Table, Text };
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
    bool paintable = false;///< the samples are DataSpec::points ("two_points": its own two while there are none): paint and drag them
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
    int degree;       ///< 2 for x², 3 for x³; 1: it stays within −1 to 1
    float (*compute)(float x, float y);
};
std::span<const DerivedInput> derivedInputs(DataFamily family);

/// Makes the dataset: source, derived inputs, shuffle and split by seed. Throws DataError.
/// Deterministic: the same spec gives the same bits.
std::shared_ptr<const Dataset> makeDataset(const DataSpec &spec, const std::string &resources);

/// The inputs a planar or curve network sees at a place of its base plane, given in original units: base inputs, then
/// derived ones, scaled as `data` are. `data` must have been made from `spec`; a curve ignores y.
std::vector<float> inputsAt(const DataSpec &spec, const Dataset &data, float x, float y);

/// The samples of a planar or curve dataset as points to paint on with (original units), at most `limit`.
std::vector<PaintedPoint> asPoints(const Dataset &data, size_t limit = 2000);

/// `builtin:NAME`, `idx:IMAGES,LABELS`, `csv:FILE?target=COLUMN`, `text:FILE`, `folder:DIR`, `wav:DIR`,
/// `npy:FEATURES,TARGETS`, `npz:FILE` as on the command line. After a `?`, options of the
/// source follow as id=value, joined by `&`; `test_share` works for all. Throws DataError.
DataSpec parseDataSpec(const std::string &text);

} // namespace zhibei
