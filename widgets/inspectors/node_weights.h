#pragma once

#include "core/train/observer.h"

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace zhibei {

class NumberBox;
class Theme;
class WeightView;

/// The learned numbers of one node, live: a picture for each parameter, and the number under the pointer or the
/// selected one to read and to change.
class NodeWeights : public QWidget {
    Q_OBJECT
public:
    explicit NodeWeights(Theme *theme, QWidget *parent = nullptr);

    /// Shows the parameters of `node` as they are in the observation; null or a node without parameters hides all.
    void show(std::shared_ptr<const Observation> observation, const NodeId &node);
    /// How many learned numbers the node has in the newest observation.
    qint64 parameterCount() const;
    WeightView *view(const QString &parameter) const;

signals:
    void parameterEdited(const QString &fullName, qint64 k, float value);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Part {
        std::string name;
        QLabel *caption;
        QToolButton *all; ///< shows what is hidden
        WeightView *view;
        Shape shape, picture;
    };
    Part &part(const std::string &name);
    void fill(Part &part, const ParameterView &parameter, std::span<const float> arena);
    QString describe(const Part &part, qint64 k) const;
    QString sourceName(const Part &part, int64_t input) const;
    void read();
    void restyle();
    void retranslate();

    Theme *m_theme;
    QVBoxLayout *m_layout;
    std::vector<Part> m_parts;
    std::shared_ptr<const Observation> m_observation;
    NodeId m_node;
    std::string m_hoveredPart, m_selectedPart;
    qint64 m_hovered = -1;
    QWidget *m_reading;
    QLabel *m_place;
    NumberBox *m_value;
};

} // namespace zhibei
