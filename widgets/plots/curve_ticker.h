#pragma once

#include <qcustomplot.h>

namespace zhibei {

/// Ticks at whole steps, their thousands apart.
class StepTicker : public QCPAxisTicker {
protected:
    double getTickStep(const QCPRange &range) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
};

/// Ticks of a plain or a logarithmic axis. A logarithmic one that spans few decades also gets 2 and 5.
class ValueTicker : public QCPAxisTicker {
public:
    void setLogarithmic(bool logarithmic) { m_logarithmic = logarithmic; }

protected:
    int getSubTickCount(double tickStep) override;
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;

private:
    bool m_logarithmic = false;
};

/// Ticks for shares: "97.5 %".
class ShareTicker : public QCPAxisTicker {
protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
};

} // namespace zhibei
