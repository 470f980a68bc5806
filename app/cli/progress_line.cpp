#include "app/cli/progress_line.h"

#include "app/cli/command_line.h"

#include <cmath>
#include <cstdio>
#include <unistd.h>

namespace zhibei {

QString durationText(double seconds)
{
    const auto total = static_cast<int64_t>(std::ceil(seconds));
    const QString tail = QStringLiteral(":%1").arg(total % 60, 2, 10, QLatin1Char('0'));
    if (total < 3600)
        return QString::number(total / 60) + tail;
    return QStringLiteral("%1:%2").arg(total / 3600).arg(total / 60 % 60, 2, 10, QLatin1Char('0')) + tail;
}

ProgressLine::ProgressLine(Stream stream)
    : m_stream(stream), m_terminal(isatty(stream == StandardOutput ? STDOUT_FILENO : STDERR_FILENO) != 0)
{
}

void ProgressLine::show(double epoch, int64_t step, double batchLoss, const Evaluation &newest, double secondsLeft)
{
    if (m_last.isValid() && m_last.elapsed() < (m_terminal ? 100 : 1000))
        return;
    m_last.start();
    QStringList parts{Cli::tr("epoch %1").arg(epoch, 0, 'f', epoch < 100 ? 2 : 0), Cli::tr("step %1").arg(step),
                      Cli::tr("loss %1").arg(batchLoss, 0, 'f', 4)};
    if (newest.test.loss)
        parts += Cli::tr("test loss %1").arg(*newest.test.loss, 0, 'f', 4);
    if (newest.test.accuracy)
        parts += Cli::tr("test accuracy %1 %").arg(100 * *newest.test.accuracy, 0, 'f', 2);
    if (newest.test.r2)
        parts += Cli::tr("test R² %1").arg(*newest.test.r2, 0, 'f', 4);
    if (std::isfinite(secondsLeft))
        parts += Cli::tr("%1 left").arg(durationText(std::max(0.0, secondsLeft)));
    write(parts.join(QStringLiteral("  ")));
}

void ProgressLine::finish()
{
    if (m_open)
        write(QString());
    m_open = false;
}

void ProgressLine::write(const QString &text)
{
    FILE *stream = m_stream == StandardOutput ? stdout : stderr;
    // On a terminal: back to the start, the text, and clear what an older, longer text left.
    const QString line = !m_terminal ? text + u'\n' : text.isEmpty() ? QStringLiteral("\n") : u'\r' + text + QStringLiteral("\033[K");
    const QByteArray bytes = line.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
    m_open = m_terminal;
}

} // namespace zhibei
