#pragma once

#include "core/train/history.h"

#include <QList>
#include <QPointF>
#include <QString>

namespace zhibei {

/// What the curves show.
enum class Measure { Loss, Accuracy, R2 };

/// The value of `measure` in `metrics`; absent where it does not apply.
std::optional<double> measured(const Metrics &metrics, Measure measure);
/// As people read it: "0.091", "97.8 %", and "–" for nothing. Three figures.
QString measureText(Measure measure, std::optional<double> value);
/// A whole number with its thousands apart, as the language of the moment does it: "34,200".
QString countText(qint64 count);

/// The learning curves of one measure, x = step. Numbers that are not finite stay in as gaps.
struct CurveSet {
    QList<QPointF> train, test;
    /// How the run once went on before it was taken back to an earlier step.
    struct Branch {
        QList<QPointF> train, test;
        bool operator==(const Branch &) const = default;
    };
    QList<Branch> branches;
    bool operator==(const CurveSet &) const = default;
};

bool hasMeasure(const History::Curves &curves, Measure measure);
CurveSet curveSet(const History::Curves &curves, Measure measure);
/// Running mean over about `window` points around each; gaps stay gaps.
QList<QPointF> smoothed(const QList<QPointF> &points, double window);
/// Every k-th point, the last one included, so that about `count` are left.
QList<QPointF> thinned(const QList<QPointF> &points, qsizetype count);
/// step,batch_loss,train_loss,test_loss,… with only the columns there are, sorted by step.
QString curvesCsv(const History::Curves &curves);

} // namespace zhibei
