#pragma once

#include <QTranslator>

namespace zhibei {

/// Translates every text of the program to itself with 译 in front, so that a test sees what was translated.
class MarkingTranslator : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QStringLiteral("译") + QString::fromUtf8(source);
    }
};

} // namespace zhibei
