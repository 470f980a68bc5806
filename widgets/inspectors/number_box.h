#pragma once

#include <QDoubleSpinBox>

namespace zhibei {

/// A spin box for numbers of any size: shows as few digits as the number needs ("0.001", "1e-05"), steps by factors
/// where asked to, and tells a typed number only when it is complete.
class NumberBox : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit NumberBox(QWidget *parent = nullptr);

    void setWhole(bool whole);             ///< integers only
    void setLogarithmic(bool logarithmic); ///< 1, 2, 5, 10 … instead of equal steps
    void setDigits(int digits);            ///< significant ones on show; 6 unless told
    void setMixed(bool mixed);             ///< shows a dash until something is typed
    bool isMixed() const { return m_mixed; }

    void stepBy(int steps) override;
    QString textFromValue(double value) const override;
    double valueFromText(const QString &text) const override;
    QValidator::State validate(QString &text, int &position) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    int m_digits = 6;
    bool m_whole = false, m_logarithmic = false, m_mixed = false;
};

} // namespace zhibei
