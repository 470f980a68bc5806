#pragma once

#include "core/train/metrics.h"

#include <QElapsedTimer>
#include <QString>

#include <cstdint>

namespace zhibei {

/// How a training goes, for people: on a terminal one line that is rewritten, elsewhere a line a second.
class ProgressLine {
public:
    enum Stream { StandardOutput, StandardError };
    explicit ProgressLine(Stream stream);

    /// `secondsLeft` may be infinite: then it is left out. Cheap to call often.
    void show(double epoch, int64_t step, double batchLoss, const Evaluation &newest, double secondsLeft);
    /// Ends the line.
    void finish();

private:
    void write(const QString &text);

    Stream m_stream;
    bool m_terminal;
    bool m_open = false;
    QElapsedTimer m_last;
};

/// "1:05" for people, "0:09", "2:00:00".
QString durationText(double seconds);

} // namespace zhibei
