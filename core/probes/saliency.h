#pragma once

#include "core/probes/probe.h"

#include <vector>

namespace zhibei {

enum class SaliencyMethod {
    Gradient,  ///< slope of the score times the input: what each number adds, to first order
    Occlusion, ///< how much less sure the network is with that place covered
};

/// Which places of a sample made the network say what it says.
struct Saliency : Answer {
    std::vector<float> input;    ///< the sample as the network sees it
    Shape shape;                 ///< of the sample
    int predicted = 0;           ///< the class it decides for; for predicted numbers 0
    int number = 0;              ///< the class, or which of the predicted numbers, that is explained
    float says = 0;              ///< how probable it finds the class; or the predicted number, as the network gives it
    int64_t rows = 0, columns = 0; ///< the places: pixels or cells of a picture, else one row
    /// [rows, columns]; positive speaks for the class (or makes the number larger). Gradient: parts of the score.
    /// Occlusion: by how much `says` falls.
    std::vector<float> places;

    float place(int64_t row, int64_t column) const { return places[size_t(row * columns + column)]; }
};

/// The picture or the row of numbers to explain, and what of it.
struct SaliencyQuestion {
    int64_t sample = 0;        ///< of the dataset
    std::vector<float> drawn;  ///< instead of it, where a picture is drawn
    int number = -1;           ///< class or predicted number; −1: what the network decides for
    SaliencyMethod method = SaliencyMethod::Gradient;
};

/// Answers for networks that say a class or up to `mostNumbers` numbers. In a sequence judged step by step the last step
/// is explained. Text has places only, and covering one puts its commonest character there.
class SaliencyProbe : public Probe {
public:
    using Answer = Saliency;
    static constexpr int64_t mostNumbers = 64;
    explicit SaliencyProbe(SaliencyQuestion question) : m_question(std::move(question)) {}
    std::string key() const override;
    std::shared_ptr<zhibei::Answer> answer(const Moment &moment) const override;
    bool takesLong() const override { return true; }
    /// Whether there is anything to explain.
    static bool applies(const Model &model);

private:
    SaliencyQuestion m_question;
};

/// How a picture is covered: a square of `side` pixels, its middle moved by `step` pixels from place to place.
struct Patch {
    int64_t side = 1, step = 1;
    static Patch of(int64_t height, int64_t width);
    int64_t places(int64_t extent) const { return (extent + step - 1) / step; }
    /// The first pixel covered at a place, and the one behind the last.
    int64_t begin(int64_t place) const;
    int64_t end(int64_t place, int64_t extent) const;
};

} // namespace zhibei
