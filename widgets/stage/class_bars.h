#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

#include <vector>

namespace zhibei {

/// A bar per class, as high as its probability, the likeliest in the accent colour, its name below.
class ClassBars : public QWidget {
    Q_OBJECT
public:
    explicit ClassBars(Theme *theme, QWidget *parent = nullptr);

    void setBars(std::vector<float> probabilities, const QStringList &names);
    /// The class that is right, marked below its name; -1: unknown.
    void setTruth(int index);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    double probability(qsizetype index) const;
    qsizetype best() const;

    Theme *m_theme;
    std::vector<float> m_probabilities;
    QStringList m_names;
    int m_truth = -1;
};

} // namespace zhibei
