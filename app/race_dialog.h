#pragma once

#include "app/race.h"
#include "widgets/theme/theme.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace zhibei {

class RunPlot;
class RunShelf;
class Session;
class TextButton;

/// The same network with several values of one setting, side by side: which setting and which values, the curves as they
/// grow, and who came in where. Each racer becomes a run.
class RaceDialog : public QDialog {
    Q_OBJECT
public:
    /// `shelf` may be null: then no run is kept.
    RaceDialog(Theme *theme, Session *session, RunShelf *shelf, QWidget *parent);
    ~RaceDialog() override;

    /// Chooses a setting, as the person would: its usual values are filled in.
    void choose(const NodeId &node, const std::string &attribute);
    void setValues(const QString &values);
    void setEpochs(int epochs);
    void start();
    bool isRunning() const { return m_race && m_race->isRunning(); }
    const Race *race() const { return m_race.get(); }
    RunPlot *plot() const { return m_plot; }
    QTableWidget *results() const { return m_results; }

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Setting { NodeId node; std::string attribute; };
    void build();
    QHBoxLayout *buildForm();
    QHBoxLayout *buildTabs();
    void buildResults();
    void retranslate();
    void fillSettings();
    void nameSettings();
    void onSetting();
    /// The axis as typed; tells what is wrong and gives nothing.
    std::optional<SweepAxis> axis();
    void onButton();
    void onArrived(qsizetype variant);
    void showState();
    void showMeasures();
    void nameRacers();

    Theme *m_theme;
    Session *m_session;
    RunShelf *m_shelf;
    std::vector<Setting> m_settings;
    QString m_title; ///< of the project that races
    QStringList m_names; ///< of the racers
    bool m_tested = true; ///< the data keep a part for testing
    QTimer m_tick;
    QComboBox *m_setting;
    QLineEdit *m_values;
    QSpinBox *m_epochs, *m_jobs;
    QPushButton *m_button;
    QLabel *m_intro, *m_problem, *m_captions[4];
    TextButton *m_measures[3], *m_logarithmic;
    RunPlot *m_plot;
    QTableWidget *m_results;
    std::unique_ptr<Race> m_race;
};

} // namespace zhibei
