// The scene's live values: observations, the loss curve and the dots that move while data flow.
#include "widgets/canvas/network_scene.h"

#include "core/probes/gradient_flow.h"
#include "widgets/canvas/items/node_item.h"
#include "widgets/canvas/items/wire_item.h"

#include <QGraphicsView>

#include <cmath>

namespace zhibei {

namespace {

constexpr double flowStep = 2.4; // pixels a move
constexpr int flowLimit = 160;   // with more wires on screen the dots stand still

} // namespace

void NetworkScene::setObservation(std::shared_ptr<const Observation> observation)
{
    m_observation = std::move(observation);
    ++m_liveVersion;
    m_largestStrength = 0;
    if (m_observation)
        for (const auto &[wire, strength] : m_observation->wires)
            if (strength.count > 0 && std::isfinite(strength.rms))
                m_largestStrength = std::max(m_largestStrength, static_cast<double>(strength.rms));
    updateVisible();
    emit liveChanged();
}

void NetworkScene::setLossCurve(QVector<float> losses)
{
    m_lossCurve = std::move(losses);
    ++m_lossVersion;
    for (NodeItem *item : std::as_const(m_nodes))
        if (item->look().category == Category::Objective)
            item->update();
}

std::optional<double> NetworkScene::wireStrength(const Wire &wire) const
{
    if (!m_observation || m_largestStrength <= 0)
        return std::nullopt;
    const auto found = m_observation->wires.find(wire);
    if (found == m_observation->wires.end() || found->second.count == 0)
        return std::nullopt;
    const double rms = static_cast<double>(found->second.rms) / m_largestStrength;
    return found->second.mean < 0 ? -rms : rms;
}

void NetworkScene::setGradients(std::shared_ptr<const GradientFlow> gradients)
{
    m_gradients = std::move(gradients);
    updateVisible();
}

std::optional<double> NetworkScene::wireGradient(const Wire &wire) const
{
    if (!m_gradients)
        return std::nullopt;
    double largest = 0;
    for (const GradientFlow::Layer &layer : m_gradients->layers)
        largest = std::max(largest, layer.output.value_or(0));
    const GradientFlow::Layer *layer = m_gradients->layer(wire.from.node);
    if (!layer || !layer->output || !(largest > 0) || !std::isfinite(largest))
        return std::nullopt;
    return *layer->output / largest;
}

void NetworkScene::setFlowing(bool flowing)
{
    if (flowing == m_flowing)
        return;
    m_flowing = flowing;
    if (flowing && !m_theme->reduceMotion())
        m_flowTimer.start();
    else
        m_flowTimer.stop();
    updateVisible();
}

void NetworkScene::advanceFlow()
{
    const double before = m_flowPhase;
    m_flowPhase += flowStep;
    const QRectF visible = visibleRect();
    QList<WireItem *> shown;
    for (const auto &[wire, item] : m_wires)
        if (!item->carriesTarget() && item->boundingRect().intersects(visible))
            shown << item;
    if (shown.size() > flowLimit) {
        m_flowPhase = before;
        return;
    }
    for (WireItem *item : std::as_const(shown))
        item->updateDots(before, m_flowPhase);
}

QRectF NetworkScene::visibleRect() const
{
    QRectF visible;
    for (const QGraphicsView *view : views())
        visible = visible.united(view->mapToScene(view->viewport()->rect()).boundingRect());
    return visible;
}

void NetworkScene::updateVisible()
{
    const QRectF visible = visibleRect();
    for (NodeItem *item : std::as_const(m_nodes))
        if (item->sceneBoundingRect().intersects(visible))
            item->update();
    for (const auto &[wire, item] : m_wires)
        if (item->boundingRect().intersects(visible))
            item->update();
}

} // namespace zhibei
