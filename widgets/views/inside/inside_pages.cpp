#include "widgets/views/inside/inside_pages.h"

#include "widgets/views/inside/attention_page.h"
#include "widgets/views/inside/gates_page.h"
#include "widgets/views/inside/neuron_page.h"
#include "widgets/views/inside/routing_page.h"
#include "widgets/views/inside/steps_page.h"
#include "widgets/views/inside/window_page.h"

#include <QCoreApplication>

namespace zhibei {

namespace {

template <class Page>
InsidePage *make(Theme *theme, QWidget *parent)
{
    return new Page(theme, parent);
}

template <class Layer>
bool has(const Inside &inside)
{
    return Layer::of(inside).has_value();
}

constexpr InsidePageKind table[] = {
    {"window", QT_TRANSLATE_NOOP("InsidePage", "Flashlight"), has<WindowLayer>, make<WindowPage>},
    {"gates", QT_TRANSLATE_NOOP("InsidePage", "Gates"), [](const Inside &inside) { return !RecurrentLayer::of(inside).empty(); }, make<GatesPage>},
    {"attention", QT_TRANSLATE_NOOP("InsidePage", "Who looks where"), has<AttentionLayer>, make<AttentionPage>},
    {"routing", QT_TRANSLATE_NOOP("InsidePage", "Routing"), has<RoutingLayer>, make<RoutingPage>},
    {"neurons", QT_TRANSLATE_NOOP("InsidePage", "Neurons"), has<DenseLayer>, make<NeuronPage>},
    {"steps", QT_TRANSLATE_NOOP("InsidePage", "Arithmetic"), [](const Inside &) { return true; }, make<StepsPage>},
};

} // namespace

QString InsidePageKind::name() const { return QCoreApplication::translate("InsidePage", text); }

std::span<const InsidePageKind> insidePageKinds() { return table; }

} // namespace zhibei
