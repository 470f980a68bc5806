#pragma once

#include "core/io/project.h"
#include "core/train/history.h"

#include <QDateTime>
#include <QString>

namespace zhibei {

/// A training that is kept: what was trained, how, and how good it became. Its curves are read apart.
struct RunRecord {
    qint64 id = 0;             ///< 0: not stored yet
    QDateTime when;            ///< when it ended
    QString title;
    Project project;           ///< network, data and settings, the seed among them; no weights
    qint64 steps = 0;
    double epochs = 0, seconds = 0;
    Evaluation result;         ///< the newest measurement
    std::optional<double> bestLoss, bestAccuracy; ///< on the test part, along the way
    QString weightsSha256;
    bool repeatable = true;    ///< it began at the seed's weights and nothing was changed on the way
    bool star = false;
    QString note;
};

/// The best test loss and accuracy on the way.
void noteBest(RunRecord &run, const History::Curves &curves);

} // namespace zhibei
