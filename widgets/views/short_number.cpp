#include "widgets/views/short_number.h"

#include <cmath>

namespace zhibei {

QString shortNumber(double number, int figures)
{
    if (!std::isfinite(number))
        return QStringLiteral("–");
    const double size = std::abs(number);
    QString text;
    if (size == 0 || (size >= 1e-3 && size < 1e6)) {
        const int whole = size >= 1 ? int(std::floor(std::log10(size))) + 1 : 0;
        text = QString::number(size, 'g', std::max(figures, whole));
        if (text.contains(u'e'))
            text = QString::number(size, 'f', 0);
    } else {
        static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
        const QString scientific = QString::number(size, 'e', std::max(0, figures - 1));
        const int power = scientific.section(u'e', 1).toInt();
        QString mantissa = scientific.section(u'e', 0, 0);
        while (mantissa.contains(u'.') && (mantissa.endsWith(u'0') || mantissa.endsWith(u'.')))
            mantissa.chop(1);
        text = mantissa + QStringLiteral("×10") + (power < 0 ? QStringLiteral("⁻") : QString());
        for (const QChar digit : QString::number(std::abs(power)))
            text += digits[digit.digitValue()];
    }
    return number < 0 ? QStringLiteral("−") + text : text;
}

} // namespace zhibei
