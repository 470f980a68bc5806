#pragma once

#include "core/data/data_source.h"
#include "core/io/project_file.h"
#include "core/probes/probe.h"
#include "core/train/training.h"

namespace zhibei {

/// A network in training and the questions one may ask about it, without a thread.
///
///     ProbeLab lab(openProject("digits", ZHIBEI_RESOURCES));
///     lab.train(100);
///     auto found = lab.ask(DoctorProbe());
class ProbeLab {
public:
    explicit ProbeLab(Project project, std::shared_ptr<const Dataset> data = nullptr)
        : m_project(std::move(project)), m_data(data ? std::move(data) : makeDataset(m_project.data, ZHIBEI_RESOURCES)),
          m_training(buildModel(m_project.network, m_data->type()), m_data, m_project.training, 1) {}

    /// Trains, and measures every `every` steps.
    void train(int64_t steps, int64_t every = 1 << 30)
    {
        for (const int64_t goal = m_training.steps() + steps; m_training.steps() < goal && !m_training.failure();)
            if (m_training.step() % every == 0)
                m_evaluations.push_back(m_training.evaluate(500));
    }

    std::shared_ptr<const Snapshot> snapshot() const
    {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->step = m_training.steps();
        snapshot->model = m_training.model();
        const auto numbers = m_training.parameters();
        snapshot->parameters = std::make_shared<const AlignedVector<float>>(numbers.begin(), numbers.end());
        return snapshot;
    }

    /// Null where there is no answer.
    template <class P>
    std::shared_ptr<const typename P::Answer> ask(const P &probe)
    {
        return std::dynamic_pointer_cast<const typename P::Answer>(zhibei::ask(probe, {snapshot(), m_data, m_project.data, &m_tools, {}}));
    }

    std::span<float> parameters() { return m_training.parameters(); }
    /// Calls with every number of a parameter, by its place in it.
    template <class F>
    void change(const NodeId &node, const std::string &name, const F &change)
    {
        const ParameterView *view = model().parameter(node, name);
        for (int64_t k = 0; k < view->shape.count(); ++k)
            change(k, m_training.parameters()[size_t(view->index(k))]);
    }

    const Model &model() const { return *m_training.model(); }
    std::shared_ptr<const Model> sharedModel() const { return m_training.model(); }
    const Dataset &data() const { return *m_data; }
    const std::vector<Evaluation> &evaluations() const { return m_evaluations; }

private:
    Project m_project;
    std::shared_ptr<const Dataset> m_data;
    Training m_training;
    std::vector<Evaluation> m_evaluations;
    ProbeTools m_tools;
};

} // namespace zhibei
