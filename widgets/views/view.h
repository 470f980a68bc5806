#pragma once

#include "core/network/network_part.h"
#include "core/probes/probe.h"
#include "core/train/history.h"
#include "core/train/observer.h"
#include "widgets/plots/figure_export.h"
#include "widgets/theme/theme.h"

#include <QJsonObject>
#include <QWidget>

namespace zhibei {

class RunShelf;

/// One way to look into a learning network: a widget that is told what there is to see and asks for what it needs. It
/// computes no network and waits for nothing. Views are listed in view_catalogue.cpp; the application puts each into a
/// dock of its own, and gives every one of them a way out as PNG, SVG, PDF and CSV through `figure`.
///
/// A view reacts by overriding the functions below. It paints from the values it has, only while visible.
class View : public QWidget {
    Q_OBJECT
public:
    explicit View(Theme *theme, QWidget *parent = nullptr);

    /// What the view shall be told, in any order and at any time. Each stores the value, then calls its function below.
    void setData(std::shared_ptr<const Dataset> data);
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot); ///< at display rate; never null
    void setObservation(std::shared_ptr<const Observation> observation);
    void setHistory(const History *history);
    virtual void setShelf(RunShelf *) {} ///< the kept runs, for views that show them; outlives the view
    void setSample(qint64 sample);        ///< the dataset's sample that everybody looks at
    void setNode(const NodeId &node);     ///< the node it stands for; empty: none is selected
    void setAnswer(const QString &key, std::shared_ptr<const Answer> answer); ///< null: there is none

    /// What the view wants to know at the moment; asked again after `probesChanged`.
    virtual std::vector<std::shared_ptr<const Probe>> probes() const { return {}; }
    /// It looks at the step to come: while it is in sight and the training rests, snapshots hold Snapshot::next.
    virtual bool looksAtNextStep() const { return false; }
    /// What of the network shall stand in the light on the canvas; empty: everything, as always.
    virtual NetworkPart spotlight() const { return {}; }
    /// What leaves the program; see Figure.
    virtual Figure figure() const = 0;
    /// The view's own choices, kept in the project (which tab, which scale).
    virtual QJsonObject choices() const { return {}; }
    virtual void setChoices(const QJsonObject &) {}

signals:
    void probesChanged();
    void sampleChosen(qint64 sample);     ///< everybody shall look at this sample
    void nodeChosen(const QString &node); ///< everybody shall look at this node
    void spotlightChanged();
    void pauseWanted();                   ///< the training shall rest
    void stepWanted();                    ///< and take one step

protected:
    virtual void onData() {}
    virtual void onSnapshot() {}
    virtual void onObservation() {}
    virtual void onSample() {}
    virtual void onNode() {}
    /// `answer` is to the question of that key; null where there is none.
    virtual void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer);
    virtual void retranslate() {} ///< texts anew: the language has changed; called once before the view is shown
    virtual void restyle() {}     ///< fonts and sizes anew: the theme has changed; called once before the view is shown

    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

    Theme *theme() const { return m_theme; }
    const std::shared_ptr<const Dataset> &data() const { return m_data; }
    const std::shared_ptr<const Snapshot> &snapshot() const { return m_snapshot; }
    const std::shared_ptr<const Observation> &observation() const { return m_observation; }
    /// Null while there is no network to look at.
    std::shared_ptr<const Model> model() const { return m_snapshot ? m_snapshot->model : nullptr; }
    const History *history() const { return m_history; }
    qint64 sample() const { return m_sample; }
    const NodeId &node() const { return m_node; }

private:
    Theme *m_theme;
    std::shared_ptr<const Dataset> m_data;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const Observation> m_observation;
    const History *m_history = nullptr;
    qint64 m_sample = 0;
    NodeId m_node;
    bool m_dressed = false; ///< has been translated and styled once
};

} // namespace zhibei
