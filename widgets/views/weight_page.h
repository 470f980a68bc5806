#pragma once

#include "core/data/dataset.h"
#include "core/probes/weight_story.h"
#include "widgets/theme/theme.h"

#include <QScrollArea>

class QComboBox;
class QLabel;
class QSpinBox;

namespace zhibei {

class WeightView;

/// One learned number under the microscope: a picture of the parameter in which it is chosen (or by name and number), and
/// its story.
class WeightPage : public QScrollArea {
    Q_OBJECT
public:
    explicit WeightPage(Theme *theme, QWidget *parent = nullptr);

    /// The parameters to choose from, and the numbers they have.
    void setParameters(std::shared_ptr<const Microscopy> seen, std::shared_ptr<const Dataset> data, int turn);
    /// The one to look at, if it is there.
    void choose(const QString &parameter, qint64 k);
    QString parameter() const { return m_parameter; }
    qint64 index() const { return m_index; }

    /// Null: it is not known yet.
    void setStory(std::shared_ptr<const WeightStory> story);
    const std::shared_ptr<const WeightStory> &story() const { return m_story; }
    QString storyText() const;
    void retranslate();

signals:
    void chosen(); ///< another number

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPicture();
    void showStory();
    void restyle();
    const ParameterView *view() const;
    /// WeightView has one column a unit; kernels have one row a unit.
    bool isTurned() const;
    qint64 toPicture(qint64 k) const;
    qint64 fromPicture(qint64 k) const;

    Theme *m_theme;
    std::shared_ptr<const Microscopy> m_seen;
    std::shared_ptr<const Dataset> m_data;
    std::shared_ptr<const WeightStory> m_story;
    int m_turn = 0;
    QString m_parameter;
    qint64 m_index = 0;
    QComboBox *m_names;
    QSpinBox *m_number;
    WeightView *m_picture;
    QLabel *m_place, *m_text;
};

} // namespace zhibei
