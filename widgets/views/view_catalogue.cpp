#include "widgets/views/view_catalogue.h"

#include "widgets/views/activations_view.h"
#include "widgets/views/confusion_view.h"
#include "widgets/views/doctor_view.h"
#include "widgets/views/gallery_view.h"
#include "widgets/views/gradients_view.h"
#include "widgets/views/grid_view.h"
#include "widgets/views/inside/inside_view.h"
#include "widgets/views/landscape_view.h"
#include "widgets/views/latent_view.h"
#include "widgets/views/microscope_view.h"
#include "widgets/views/residuals_view.h"
#include "widgets/views/roc_view.h"
#include "widgets/views/runs_view.h"
#include "widgets/views/saliency_view.h"
#include "widgets/views/section_view.h"
#include "widgets/views/weights_view.h"

#include <QCoreApplication>

namespace zhibei {

namespace {

template <class V>
View *make(Theme *theme)
{
    return new V(theme);
}

bool classifies(const Model &model, const Dataset &data)
{
    return !model.objectives.empty() && model.objectives.front().classes > 0 && data.classification();
}

bool judges(const Model &model, const Dataset &)
{
    return !model.objectives.empty() && (model.objectives.front().classes == 0 || model.program.count(model.objectives.front().target) == 1);
}

bool tellsClasses(const Model &model, const Dataset &data) { return classifies(model, data) && judges(model, data); }

bool predictsTargets(const Model &model, const Dataset &data)
{
    return !model.objectives.empty() && !data.classification() && model.objectives.front().classes == 0 && model.objectives.front().target == model.program.target;
}

bool explains(const Model &model, const Dataset &) { return SaliencyProbe::applies(model); }
bool always(const Model &, const Dataset &) { return true; }
bool computes(const Model &model, const Dataset &) { return !model.program.ports.empty(); }
bool hasParameters(const Model &model, const Dataset &) { return !model.parameters.empty(); }
bool hasLoss(const Model &model, const Dataset &) { return !model.objectives.empty(); }
bool learns(const Model &model, const Dataset &data) { return hasLoss(model, data) && data.trainCount > 0; }
bool hasSamples(const Model &, const Dataset &data) { return data.count() > 0; }
bool hasTwoInputs(const Model &model, const Dataset &) { return SectionProbe::applies(model); }
bool inThePlane(const Model &, const Dataset &data) { return data.planar; }

constexpr ViewKind table[] = {
    {"confusion", QT_TRANSLATE_NOOP("View", "Confusion matrix"),
     QT_TRANSLATE_NOOP("View", "Which classes are taken for which; a click shows the samples."), "grid-3x3", false, classifies,
     make<ConfusionView>},
    {"gallery", QT_TRANSLATE_NOOP("View", "Gallery"),
     QT_TRANSLATE_NOOP("View", "The test samples with what the network says of each, the worst first."), "images", false, judges,
     make<GalleryView>},
    {"roc", QT_TRANSLATE_NOOP("View", "ROC, precision and recall"),
     QT_TRANSLATE_NOOP("View", "How well a class is told from the rest, at every threshold."), "spline", false, tellsClasses,
     make<RocView>},
    {"residuals", QT_TRANSLATE_NOOP("View", "Residuals"),
     QT_TRANSLATE_NOOP("View", "How far predicted numbers are off, and where."), "chart-scatter", false, predictsTargets,
     make<ResidualsView>},
    {"saliency", QT_TRANSLATE_NOOP("View", "Which pixels mattered"),
     QT_TRANSLATE_NOOP("View", "Which places of a sample made the network say what it says."), "eye", false, explains,
     make<SaliencyView>},
    {"inside", QT_TRANSLATE_NOOP("View", "Inside the layer"),
     QT_TRANSLATE_NOOP("View", "What one layer does with this sample, down to the last number."), "scan-search", true, always,
     make<InsideView>},
    {"activations", QT_TRANSLATE_NOOP("View", "Activations"),
     QT_TRANSLATE_NOOP("View", "Every number that a node gives, and how they are spread."), "layout-grid", true, computes,
     make<ActivationsView>},
    {"weights", QT_TRANSLATE_NOOP("View", "Weights and gradients"),
     QT_TRANSLATE_NOOP("View", "Every learned number of a node, its gradient, and how both change over time."), "sliders-horizontal", true, hasParameters,
     make<WeightsView>},
    {"gradients", QT_TRANSLATE_NOOP("View", "Gradient flow"),
     QT_TRANSLATE_NOOP("View", "How much gradient arrives at each layer, now and over time; a click goes there."), "chart-bar", false, hasLoss,
     make<GradientsView>},
    {"doctor", QT_TRANSLATE_NOOP("View", "Doctor"),
     QT_TRANSLATE_NOOP("View", "What is wrong with the network or its training, and what to try."), "activity", false, hasLoss,
     make<DoctorView>},
    {"latent", QT_TRANSLATE_NOOP("View", "Latent plane"),
     QT_TRANSLATE_NOOP("View", "What a layer makes of the samples, as dots of the plane, and how well the classes are apart."), "orbit", true, hasSamples,
     make<LatentView>},
    {"surface", QT_TRANSLATE_NOOP("View", "Over two inputs"),
     QT_TRANSLATE_NOOP("View", "What the network, or any neuron, says over two inputs of your choice."), "blend", true, hasTwoInputs,
     make<SectionView>},
    {"grid", QT_TRANSLATE_NOOP("View", "Bent grid"),
     QT_TRANSLATE_NOOP("View", "The plane of the inputs as a layer bends it."), "grid-2x2", true, inThePlane,
     make<GridView>},
    {"landscape", QT_TRANSLATE_NOOP("View", "Loss landscape"),
     QT_TRANSLATE_NOOP("View", "The loss around the weights of now, and the way that training has walked."), "mountain", false, learns,
     make<LandscapeView>},
    {"runs", QT_TRANSLATE_NOOP("View", "Runs"),
     QT_TRANSLATE_NOOP("View", "Every training that was kept: compare their curves and settings, or open one again."), "history", false, always,
     make<RunsView>},
    {"microscope", QT_TRANSLATE_NOOP("View", "Microscope"),
     QT_TRANSLATE_NOOP("View", "One update in slow motion: forward, backward, and the chain rule of any weight."), "scan-search", false, learns,
     make<MicroscopeView>},
};

} // namespace

QString ViewKind::name() const { return QCoreApplication::translate("View", text); }
QString ViewKind::sentence() const { return QCoreApplication::translate("View", help); }

std::span<const ViewKind> viewKinds() { return table; }

const ViewKind *findViewKind(const QString &id)
{
    for (const ViewKind &kind : table)
        if (id == QLatin1String(kind.id))
            return &kind;
    return nullptr;
}

} // namespace zhibei
