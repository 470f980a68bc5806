#pragma once

#include "core/probes/microscope.h"
#include "widgets/views/batch_picture.h"
#include "widgets/views/tensor_picture.h"

#include <QCoreApplication>
#include <QStringList>

namespace zhibei {

/// A picture with words around it.
struct MicroPanel {
    QString title;     ///< above
    QString caption;   ///< below: a figure, a shape
    TensorPicture picture;
    QStringList names; ///< of the picture's numbers, where they have some: bars are drawn, `truth` is marked
    int truth = -1;
    int shown = -1;    ///< bars: the one that stands out
};

/// One step of the microscope in pictures and words: columns of panels, left to right, with arrows between them.
struct MicroScene {
    QString title, sentence;
    BatchPicture batch;                          ///< alone in its scene
    bool isBatch = false;
    std::vector<std::vector<MicroPanel>> columns;
    std::vector<QString> arrows;                 ///< words at the arrow after each column but the last
    bool backwards = false;                      ///< arrows point to the left

    /// In plain words, for those who hear it.
    QString description() const;
};

/// Makes scenes in the language of the moment.
class MicroSceneMaker {
    Q_DECLARE_TR_FUNCTIONS(zhibei::MicroSceneMaker)
public:
    MicroSceneMaker(const Microscopy &seen, std::shared_ptr<const Dataset> data) : m_seen(seen), m_data(std::move(data)) {}
    MicroScene make(const MicroStep &step) const;

private:
    MicroScene batch() const;
    MicroScene forward(const MicroStation &station) const;
    MicroScene loss(const MicroTurn &turn, const MicroStation &station) const;
    MicroScene backward(const MicroTurn &turn, const MicroStation &station) const;
    MicroScene update(const MicroTurn &turn, const MicroStation &station) const;
    MicroPanel valuePanel(const MicroPort &port) const;
    MicroPanel slopePanel(const MicroPort &port) const;
    MicroPanel lossesPanel(const MicroTurn &turn) const;
    MicroPanel parameterPanel(const AlignedVector<float> &arena, const std::string &parameter) const;
    QString nameOf(const NodeId &node) const;
    QString kindOf(const NodeId &node) const;
    const Objective *judging(const MicroTurn &turn) const;

    const Microscopy &m_seen;
    std::shared_ptr<const Dataset> m_data;
};

} // namespace zhibei
