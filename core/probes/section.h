#pragma once

#include "core/probes/probe.h"
#include "core/train/observer.h"

namespace zhibei {

/// A plane cut through the space of inputs: two features run, the others stay as they are at one place.
struct SectionQuestion {
    NodeId node;         ///< whose numbers are shown; empty: what the network says
    int64_t number = 0;  ///< which of the node's
    int64_t across = 0, up = 1; ///< the features that run
    bool atSample = false;      ///< the others are those of `sample`; else their mean over training samples
    int64_t sample = 0;
    int resolution = 48;
};

/// What the network, or one of its neurons, says over such a plane.
struct Section : Answer {
    SectionQuestion question;
    Plane plane;     ///< in original units, resolution places a side
    Tensor values;   ///< [outputs, resolution, resolution], row 0 at the top
    Decision decision = Decision::None; ///< how the outputs become a class; a neuron's is None
    int classes = 0; ///< of the network's verdict; 0 for a neuron and for predicted numbers
};

/// Null where the data have fewer than two features, or features that are indices.
class SectionProbe : public Probe {
public:
    using Answer = Section;
    explicit SectionProbe(SectionQuestion question) : m_question(std::move(question)) {}
    std::string key() const override;
    std::shared_ptr<zhibei::Answer> answer(const Moment &moment) const override;
    static bool applies(const Model &model);

private:
    SectionQuestion m_question;
};

/// What the network sees at a place of the plane, given in original units. In data of the plane, derived inputs follow the
/// two base inputs where these run.
std::vector<float> sectionInputs(const SectionQuestion &question, const Dataset &data, const DataSpec &spec, std::span<const float> base, float across, float up);
/// As many training samples the mean is taken over, at most: the first ones.
constexpr int64_t sectionMeanOf = 5000;
/// What the features that do not run are.
std::vector<float> sectionBase(const SectionQuestion &question, const Dataset &data);
/// Range of a feature in original units with a little air around; never empty.
std::pair<float, float> airyRange(const Dataset &data, int64_t feature);

} // namespace zhibei
