#pragma once

#include "app/prober.h"
#include "app/rewinder.h"
#include "app/watcher.h"
#include "core/train/trainer.h"
#include "widgets/document/document.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace zhibei {

/// Brings together the document, its training and those who look. Lives on the GUI's thread. An edit of the
/// document reaches the trainer with as little disturbance as it allows: a learning rate is changed on the run,
/// a new graph keeps every weight that fits. At display rate it takes the trainer's newest snapshot and has an
/// observation made of it; views listen to the two signals.
///
/// It can look back: then snapshot and observation are of the wished step of the recorded run, for everybody. Training
/// goes on behind, if it was playing; whatever changes the network, the weights or the run comes back to now first, and
/// only a learning rate (or another number of a loss) can be changed meanwhile.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(Document *document, int threads = 0, QObject *parent = nullptr);
    ~Session() override;

    Document *document() const { return m_document; }
    /// What is shown; never null.
    std::shared_ptr<const Snapshot> snapshot() const { return m_snapshot; }
    /// The newest of the training, also while an earlier one is shown.
    std::shared_ptr<const Snapshot> live() const { return m_live; }
    const Recording &recording() const { return m_trainer.recording(); }
    void setRecordingLimits(const Recording::Limits &limits) { m_trainer.setRecordingLimits(limits); }
    double recordingShare() const { return m_trainer.recordingShare(); }
    /// The step looked back to; nothing: one looks at now. Until it is computed, the nearest recorded one is shown.
    std::optional<int64_t> pastStep() const { return m_past; }
    /// Null until the first was made.
    std::shared_ptr<const Observation> observation() const { return m_observation; }
    const History &history() const;
    double publishingShare() const;

    bool isPlaying() const;
    bool canTrain() const;
    /// The first node whose mistake keeps the network from training; empty if none does.
    NodeId waitsFor() const;
    /// The observation on show belongs to the newest snapshot and to what was asked for.
    bool isSettled() const;

    /// The paces on offer, in steps a second; 0 is flat out.
    static std::span<const int> speeds();
    int speed() const { return m_speed; }
    void setSpeed(int stepsPerSecond);

    /// The learning rate of the first loss node; nothing without one.
    std::optional<double> learningRate() const;
    /// Sets it in every loss node, as one undo step for equal merge keys.
    void setLearningRate(double rate, const QString &mergeKey = {});

    /// What the views in sight want to know; answers come by `answered` as long as they are asked for.
    void setProbes(std::vector<std::shared_ptr<const Probe>> probes);

    /// Whether snapshots of a training that rests hold what its next step depends on.
    void setLooksAtNextStep(bool looks);

    const ObservationRequest &request() const { return m_request; }
    void setSample(int64_t sample);
    /// A drawn picture, as many numbers as a sample has; empty: back to the sample.
    void setDrawn(std::vector<float> numbers);
    void setPlane(const Plane &plane);

    void setParameter(const std::string &fullName, int64_t index, float value);

    /// The project with the weights of this moment, for saving.
    Project projectWithWeights() const;
    /// No limits on how much time looking takes; for pictures made without a person waiting at the training.
    void lookWithoutLimit(bool without = true);

public slots:
    void play();
    void pause();
    void togglePlay();
    void step(qint64 steps = 1);
    void finishEpoch();
    void reset();
    void newSeed();
    void restoreLastGood();

    /// Shows the run as it was after that step; from the newest on, now.
    void lookBack(qint64 step);
    void backToNow();
    /// Trains on from the step looked back to, with the network and settings of now.
    void goOnFromHere();

signals:
    void snapshotChanged();
    void liveChanged();   ///< the training has moved on, whether or not it is shown
    void pastChanged();   ///< looks back, to another step, or at now again
    void observationChanged();
    void answered(const QString &key, const std::shared_ptr<const zhibei::Answer> &answer);
    void stateChanged();  ///< playing, paused, stopped, or able to train at all
    void speedChanged();
    void sampleChanged();
    void ending();        ///< the run at hand is about to be forgotten: a reset, another project, another seed
    void intervened();    ///< a weight was set by hand, or an earlier state restored
    void problem(const QString &what); ///< something went wrong that only the log should tell

private:
    void onOpened();
    void onNetworkChanged();
    void onDataChanged();
    void onTrainingChanged();
    void onObserved(std::shared_ptr<const Observation> observation);
    void load(bool keep, std::map<std::string, Tensor> weights = {}, int64_t steps = 0);
    /// The learned numbers that the newest edit gave another name (a layer unfolded, neurons folded).
    std::map<std::string, Tensor> movedWeights() const;
    void goOnFrom(const Recording::State &state);
    void onArrived(const Rewinder::Arrival &arrival);
    void onTick();
    void look(bool urgent);
    void scheduleTick();
    /// How much time looking may take: little while training wants the machine.
    void shareOut();
    /// Asks for a snapshot, and goes on asking for a moment: a command takes effect between two steps.
    void expectChange();

    Document *m_document;
    Trainer m_trainer;
    Watcher m_watcher;
    Prober m_prober, m_patientProber; ///< the second answers what takes long
    Rewinder m_rewinder;
    QTimer m_tick;
    QElapsedTimer m_sinceTick;
    double m_threadSeconds = 0;
    bool m_unlimited = false;
    std::shared_ptr<const Snapshot> m_live, m_snapshot;
    std::optional<int64_t> m_past;
    uint64_t m_ticket = 0;  ///< of the newest wish to look back
    bool m_arrived = false; ///< and it has come true
    std::shared_ptr<const Observation> m_observation;
    std::shared_ptr<const Dataset> m_data; ///< what the trainer was given
    Network m_network;                     ///< what the trainer was given
    Attributes m_training;                 ///< what the trainer was given
    ObservationRequest m_request;
    int m_speed = 0;
    bool m_looksAtNextStep = false;
    bool m_resumes = false; ///< training goes on once the network can train again
    int m_expecting = 0; ///< ticks during which a paused trainer is still asked
};

} // namespace zhibei
