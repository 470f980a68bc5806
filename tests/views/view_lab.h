#pragma once

#include "core/data/data_source.h"
#include "core/io/project_file.h"
#include "core/probes/probe.h"
#include "core/train/observer.h"
#include "core/train/training.h"
#include "widgets/views/view.h"

namespace zhibei {

/// A template trained for some steps, and what a view would be told about it, without a window or a thread.
///
///     ViewLab lab("digits", 100);
///     ConfusionView view(&theme);
///     lab.show(view);
class ViewLab {
public:
    explicit ViewLab(const std::string &name, int64_t steps)
        : m_project(openProject(name, ZHIBEI_RESOURCES)), m_data(makeDataset(m_project.data, ZHIBEI_RESOURCES)),
          m_training(buildModel(m_project.network, m_data->type()), m_data, m_project.training, 1)
    {
        train(steps);
    }

    void train(int64_t steps)
    {
        for (const int64_t goal = m_training.steps() + steps; m_training.steps() < goal;)
            m_training.step();
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->state = TrainerState::Paused;
        snapshot->step = m_training.steps();
        snapshot->epoch = m_training.epoch();
        snapshot->stepsPerEpoch = m_training.stepsPerEpoch();
        snapshot->model = m_training.model();
        snapshot->evaluation = m_training.evaluate(100);
        const auto numbers = m_training.shown();
        snapshot->parameters = std::make_shared<const AlignedVector<float>>(numbers.begin(), numbers.end());
        snapshot->next = m_training.next();
        m_snapshot = std::move(snapshot);
    }

    /// Tells the view everything and answers all its questions.
    void show(View &view, const NodeId &node = {}, int64_t sample = 0)
    {
        view.setData(m_data);
        view.setSample(sample);
        view.setSnapshot(m_snapshot);
        view.setNode(node);
        ObservationRequest request;
        request.sample = sample;
        view.setObservation(m_observer.observe(m_snapshot, *m_data, m_project.data, request));
        for (const auto &probe : view.probes())
            view.setAnswer(QString::fromStdString(probe->key()), answer(*probe));
    }

    std::shared_ptr<const Answer> answer(const Probe &probe) { return ask(probe, {m_snapshot, m_data, m_project.data, &m_tools, {}}); }

    Training &training() { return m_training; }
    const Project &project() const { return m_project; }
    const std::shared_ptr<const Dataset> &data() const { return m_data; }
    const std::shared_ptr<const Snapshot> &snapshot() const { return m_snapshot; }

private:
    Project m_project;
    std::shared_ptr<const Dataset> m_data;
    Training m_training;
    std::shared_ptr<const Snapshot> m_snapshot;
    Observer m_observer;
    ProbeTools m_tools;
};

} // namespace zhibei
