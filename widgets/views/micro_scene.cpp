#include "widgets/views/micro_scene.h"

#include "core/layers/layer_kind.h"
#include "widgets/theme/core_text.h"
#include "widgets/views/short_number.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

QString shapeText(const Shape &shape) { return QString::fromStdString(shape.text()); }

double rootMeanSquare(const std::vector<float> &numbers)
{
    double sum = 0;
    for (const float number : numbers)
        sum += double(number) * double(number);
    return numbers.empty() ? 0 : std::sqrt(sum / double(numbers.size()));
}

const ParameterView *viewOf(const Model &model, const std::string &name)
{
    const auto found = std::find_if(model.parameters.begin(), model.parameters.end(), [&](const ParameterView &view) { return view.fullName() == name; });
    return found == model.parameters.end() ? nullptr : &*found;
}

/// Kernels are drawn side by side, whatever they have in common.
Shape drawnShape(const Shape &shape)
{
    return shape.rank() == 4 ? Shape({shape[0] * shape[1], shape[2], shape[3]}) : shape;
}

} // namespace

QString MicroScene::description() const
{
    QStringList parts{title, sentence};
    for (const auto &column : columns)
        for (const MicroPanel &panel : column) {
            parts += panel.title + QLatin1Char(' ') + panel.caption;
            QStringList numbers;
            for (size_t i = 0; i < panel.picture.numbers().size() && i < 12; ++i)
                numbers += shortNumber(double(panel.picture.numbers()[i]));
            parts += numbers.join(QStringLiteral(" "));
        }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(". "));
}

MicroScene MicroSceneMaker::make(const MicroStep &step) const
{
    const MicroStation *station = m_seen.station(step);
    if (!station)
        return batch();
    const MicroTurn &turn = m_seen.turns[size_t(step.turn)];
    switch (step.phase) {
    case MicroPhase::Batch: break;
    case MicroPhase::Forward: return forward(*station);
    case MicroPhase::Loss: return loss(turn, *station);
    case MicroPhase::Backward: return backward(turn, *station);
    case MicroPhase::Update: return update(turn, *station);
    }
    return batch();
}

QString MicroSceneMaker::nameOf(const NodeId &node) const { return QString::fromStdString(node); }

QString MicroSceneMaker::kindOf(const NodeId &node) const
{
    const Node *found = m_seen.snapshot->model->network.find(node);
    const LayerKind *kind = found ? findKind(found->kind) : nullptr;
    return kind ? coreText(kind->text) : QString();
}

const Objective *MicroSceneMaker::judging(const MicroTurn &turn) const
{
    const auto &objectives = m_seen.snapshot->model->objectives;
    return turn.turn.objective < objectives.size() ? &objectives[turn.turn.objective] : nullptr;
}

MicroScene MicroSceneMaker::batch() const
{
    MicroScene scene;
    scene.title = tr("Step %1: the batch").arg(m_seen.next->step + 1);
    scene.sentence = tr("%n sample(s), drawn from the shuffled training data. The numbers that follow are those of the marked one; click another.",
                        nullptr, int(m_seen.next->samples.size()));
    scene.batch = BatchPicture(m_data, m_seen.next->samples, m_seen.shown);
    scene.isBatch = true;
    return scene;
}

MicroPanel MicroSceneMaker::valuePanel(const MicroPort &port) const
{
    MicroPanel panel;
    panel.title = nameOf(port.port.node);
    const bool features = m_seen.snapshot->model->program.ports.at(port.port) == m_seen.snapshot->model->program.features;
    const bool ink = features && port.shape.rank() == 3 && std::none_of(port.value.begin(), port.value.end(), [](float v) { return v < 0; });
    panel.picture = TensorPicture(port.value, port.shape, ink);
    panel.caption = tr("%n number(s)", nullptr, int(port.shape.count()));
    if (port.shape.rank() > 1)
        panel.caption = shapeText(port.shape);
    return panel;
}

MicroPanel MicroSceneMaker::slopePanel(const MicroPort &port) const
{
    MicroPanel panel;
    panel.title = tr("∂ℓ/∂ %1").arg(nameOf(port.port.node));
    panel.picture = TensorPicture(port.slope, port.shape);
    panel.caption = port.slope.empty() ? tr("nothing flows back") : tr("typical size %1").arg(shortNumber(rootMeanSquare(port.slope)));
    return panel;
}

MicroScene MicroSceneMaker::forward(const MicroStation &station) const
{
    MicroScene scene;
    scene.title = tr("Forward: %1").arg(nameOf(station.node));
    const MicroPort &out = station.outputs.front();
    const QString shape = out.shape.rank() > 1 ? shapeText(out.shape) : QString::number(out.shape.count());
    scene.sentence = station.inputs.empty() ? tr("The sample enters the network: %1 numbers.").arg(shape)
                                            : tr("%1 turns what arrives into %2 numbers.").arg(kindOf(station.node), shape);
    if (!station.inputs.empty()) {
        std::vector<MicroPanel> in;
        for (const MicroPort &port : station.inputs)
            in.push_back(valuePanel(port));
        scene.columns.push_back(std::move(in));
        scene.arrows.push_back(kindOf(station.node));
    }
    std::vector<MicroPanel> outputs;
    for (const MicroPort &port : station.outputs)
        outputs.push_back(valuePanel(port));
    if (station.inputs.empty()) // an input's single columns are parts of the whole
        outputs.resize(1);
    scene.columns.push_back(std::move(outputs));
    return scene;
}

MicroPanel MicroSceneMaker::lossesPanel(const MicroTurn &turn) const
{
    MicroPanel panel;
    panel.title = tr("loss of each sample");
    panel.caption = tr("mean L = %1").arg(shortNumber(turn.turn.loss));
    panel.picture = TensorPicture(turn.losses, Shape({int64_t(turn.losses.size())}));
    for (size_t i = 0; i < turn.losses.size() && turn.losses.size() <= 64; ++i)
        panel.names += QString();
    panel.shown = int(m_seen.shown);
    return panel;
}

MicroScene MicroSceneMaker::loss(const MicroTurn &turn, const MicroStation &station) const
{
    MicroScene scene;
    scene.title = tr("Loss: %1").arg(nameOf(station.node));
    scene.sentence = tr("How wrong is the network? ℓ = %1 for this sample; the smaller, the better.")
                         .arg(shortNumber(double(turn.losses[size_t(m_seen.shown)])));
    const Objective *objective = judging(turn);
    MicroPanel says;
    says.title = tr("the network says");
    says.picture = TensorPicture(turn.prediction, Shape({int64_t(turn.prediction.size())}));
    if (objective && objective->classes > 0 && int64_t(turn.prediction.size()) == objective->classes && m_data && m_data->targetCount == 1) {
        for (int c = 0; c < objective->classes; ++c)
            says.names += size_t(c) < m_data->classNames.size() ? coreText(m_data->classNames[size_t(c)]) : QString::number(c);
        says.truth = int(m_data->target(m_seen.shownSample()));
    }
    if (m_data)
        if (const QString target = BatchPicture::targetText(*m_data, m_seen.shownSample()); !target.isEmpty())
            says.caption = tr("right answer: %1").arg(target);
    if (!turn.prediction.empty()) {
        scene.columns.push_back({std::move(says)});
        scene.arrows.push_back(kindOf(station.node));
    }
    scene.columns.push_back({lossesPanel(turn)});
    return scene;
}

MicroPanel MicroSceneMaker::parameterPanel(const AlignedVector<float> &arena, const std::string &parameter) const
{
    const Model &model = *m_seen.snapshot->model;
    MicroPanel panel;
    if (const ParameterView *view = viewOf(model, parameter)) {
        std::vector<float> numbers(size_t(view->shape.count()));
        for (size_t k = 0; k < numbers.size(); ++k)
            numbers[k] = arena[size_t(view->index(int64_t(k)))];
        panel.picture = TensorPicture(std::move(numbers), drawnShape(view->shape));
    }
    return panel;
}

MicroScene MicroSceneMaker::backward(const MicroTurn &turn, const MicroStation &station) const
{
    MicroScene scene;
    scene.backwards = true;
    scene.title = tr("Backward: %1").arg(nameOf(station.node));
    scene.sentence = station.inputs.empty() ? tr("The way back ends here: how the loss would change with each number of the sample.")
                                            : tr("A gradient says how the loss changes with each number. It arrives on the right and goes on to the left.");
    if (!station.inputs.empty()) {
        std::vector<MicroPanel> in;
        for (const MicroPort &port : station.inputs)
            in.push_back(slopePanel(port));
        scene.columns.push_back(std::move(in));
        scene.arrows.push_back(kindOf(station.node));
    }
    std::vector<MicroPanel> own, arriving;
    for (const std::string &parameter : station.learned) {
        MicroPanel panel = parameterPanel(turn.gradients, parameter);
        panel.title = tr("∂L/∂ %1").arg(QString::fromStdString(parameter).section(u'.', 1));
        panel.caption = tr("typical size %1").arg(shortNumber(rootMeanSquare(panel.picture.numbers())));
        own.push_back(std::move(panel));
    }
    if (!own.empty()) {
        scene.columns.push_back(std::move(own));
        scene.arrows.push_back(QString());
    }
    for (const MicroPort &port : station.outputs)
        if (!port.slope.empty() && (arriving.empty() || !station.inputs.empty()))
            arriving.push_back(slopePanel(port));
    scene.columns.push_back(std::move(arriving));
    return scene;
}

MicroScene MicroSceneMaker::update(const MicroTurn &turn, const MicroStation &station) const
{
    MicroScene scene;
    scene.title = tr("Update: %1").arg(nameOf(station.node));
    scene.sentence = turn.turn.moves ? tr("%1 moves every weight a little against its gradient.").arg(coreText(turn.turn.optimizer->text))
                                     : tr("The gradients of %n batch(es) are collected before the weights move; this step only adds to them.",
                                          nullptr, int(turn.turn.accumulates));
    std::vector<MicroPanel> before, change, after;
    AlignedVector<float> moved(turn.turn.after.size());
    for (size_t i = 0; i < moved.size(); ++i)
        moved[i] = turn.turn.after[i] - turn.turn.before[i];
    for (const std::string &parameter : station.learned) {
        const QString name = QString::fromStdString(parameter).section(u'.', 1);
        MicroPanel old = parameterPanel(turn.turn.before, parameter), now = parameterPanel(turn.turn.after, parameter), delta = parameterPanel(moved, parameter);
        const float scale = std::max(old.picture.scale(), now.picture.scale()); // equal colours mean equal weights
        old.picture.setScale(scale);
        now.picture.setScale(scale);
        old.title = tr("old %1").arg(name);
        delta.title = tr("change");
        float largest = 0;
        for (const float number : delta.picture.numbers())
            largest = std::max(largest, std::abs(number));
        delta.caption = tr("at most %1").arg(shortNumber(double(largest)));
        now.title = tr("new %1").arg(name);
        before.push_back(std::move(old));
        change.push_back(std::move(delta));
        after.push_back(std::move(now));
    }
    scene.columns = {std::move(before), std::move(change), std::move(after)};
    scene.arrows = {QStringLiteral("+"), QStringLiteral("=")};
    return scene;
}

} // namespace zhibei
