#include "widgets/inspectors/number_box.h"

#include <QLineEdit>
#include <QWheelEvent>

#include <cmath>

namespace zhibei {

namespace {

const QString dash = QStringLiteral("–");

/// The next number up (or down) in 1, 2, 5, 10, 20 …
double nextFactor(double value, bool up)
{
    if (value <= 0)
        return value;
    const double decade = std::pow(10, std::floor(std::log10(value) + 1e-9));
    const double digit = value / decade;
    constexpr double tolerance = 1e-6;
    if (up)
        return decade * (digit < 2 - tolerance ? 2 : digit < 5 - tolerance ? 5 : 10);
    return decade * (digit > 5 + tolerance ? 5 : digit > 2 + tolerance ? 2 : digit > 1 + tolerance ? 1 : 0.5);
}

} // namespace

NumberBox::NumberBox(QWidget *parent) : QDoubleSpinBox(parent)
{
    setDecimals(15);
    setKeyboardTracking(false);
    setFocusPolicy(Qt::StrongFocus);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setCorrectionMode(QAbstractSpinBox::CorrectToNearestValue);
    connect(lineEdit(), &QLineEdit::textEdited, this, [this] { m_mixed = false; });
}

void NumberBox::setWhole(bool whole)
{
    m_whole = whole;
    setDecimals(whole ? 0 : 15);
}

void NumberBox::setLogarithmic(bool logarithmic) { m_logarithmic = logarithmic; }

void NumberBox::setDigits(int digits) { m_digits = digits; }

void NumberBox::setMixed(bool mixed)
{
    if (m_mixed == mixed)
        return;
    m_mixed = mixed;
    lineEdit()->setText(textFromValue(value()));
}

void NumberBox::stepBy(int steps)
{
    if (!m_logarithmic || m_whole) {
        QDoubleSpinBox::stepBy(steps);
        return;
    }
    double next = value();
    if (next <= 0 && steps > 0)
        next = maximum() * 1e-6;
    for (int i = 0; i < std::abs(steps); ++i)
        next = nextFactor(next, steps > 0);
    setValue(next);
    selectAll();
}

QString NumberBox::textFromValue(double value) const
{
    if (m_mixed)
        return dash;
    return m_whole ? QString::number(value, 'f', 0) : QString::number(value, 'g', m_digits);
}

double NumberBox::valueFromText(const QString &text) const
{
    bool ok = false;
    const double typed = text.trimmed().toDouble(&ok);
    return ok ? typed : value();
}

QValidator::State NumberBox::validate(QString &text, int &) const
{
    const QString typed = text.trimmed();
    if (m_mixed && typed == dash)
        return QValidator::Acceptable; // else leaving the box would set it to the nearest number
    if (typed.isEmpty() || typed == dash)
        return QValidator::Intermediate;
    bool ok = false;
    const double number = m_whole ? static_cast<double>(typed.toLongLong(&ok)) : typed.toDouble(&ok);
    if (ok)
        return number >= minimum() && number <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
    for (const QChar c : typed)
        if (!c.isDigit() && !QStringLiteral("+-.eE").contains(c))
            return QValidator::Invalid;
    return QValidator::Intermediate;
}

QSize NumberBox::sizeHint() const
{
    ensurePolished();
    return {fontMetrics().horizontalAdvance(QStringLiteral("0.000000")) + fontMetrics().height() * 2,
            QDoubleSpinBox::sizeHint().height()};
}

QSize NumberBox::minimumSizeHint() const { return sizeHint(); }

void NumberBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QDoubleSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace zhibei
