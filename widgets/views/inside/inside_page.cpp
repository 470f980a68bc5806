#include "widgets/views/inside/inside_page.h"

#include "core/layers/activations.h"
#include "core/ops/op.h"
#include "widgets/theme/core_text.h"
#include "widgets/views/inside/cells.h"

#include <QKeyEvent>
#include <QPainter>

namespace zhibei {

InsidePage::InsidePage(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void InsidePage::setInside(std::shared_ptr<const Inside> inside, std::shared_ptr<const Dataset> data)
{
    m_data = std::move(data);
    const std::shared_ptr<const Inside> last = std::exchange(m_inside, std::move(inside)); // outlives what onInside() replaces
    onInside();
    changed();
}

void InsidePage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(painter, size());
}

void InsidePage::changed()
{
    setAccessibleDescription(reading());
    update();
    emit told();
}

InsidePage::Step InsidePage::stepOf(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return {};
    switch (event.key()) {
    case Qt::Key_Right: return {.right = 1};
    case Qt::Key_Left: return {.right = -1};
    case Qt::Key_Down: return {.down = 1};
    case Qt::Key_Up: return {.down = -1};
    case Qt::Key_PageDown: return {.page = 1};
    case Qt::Key_PageUp: return {.page = -1};
    default: return {};
    }
}

double InsidePage::line() const { return QFontMetricsF(m_theme->font(Type::Caption)).height(); }

QString InsidePage::className(int64_t index) const
{
    return m_data && size_t(index) < m_data->classNames.size() ? coreText(m_data->classNames[size_t(index)]) : QString();
}

QString InsidePage::stepName(int64_t step) const
{
    if (m_data && m_data->featureClasses > 0 && m_inside && m_inside->sample < m_data->count() && step < m_data->featureShape.count())
        if (const QString name = className(int64_t(m_data->features.row(m_inside->sample)[size_t(step)])); !name.isEmpty())
            return name == QStringLiteral("\n") ? QStringLiteral("↵") : name;
    return QString::number(step + 1);
}

QString InsidePage::functionName(const OpInstance &op)
{
    for (const ActivationFunction &function : activationFunctions())
        if (function.op == op.op)
            return coreText(function.text);
    return QString::fromLatin1(op.op->id);
}

QString InsidePage::sumText(const WeightedSum &sum, const OpInstance *function)
{
    QString text = sum.biased ? tr("Σ %1 + bias %2 = %3").arg(shortNumber(sum.sum() - double(sum.bias)), shortNumber(double(sum.bias)), shortNumber(sum.sum()))
                              : tr("Σ = %1").arg(shortNumber(sum.sum()));
    if (function)
        text += QStringLiteral(" → %1 → %2").arg(functionName(*function), shortNumber(double(sum.output)));
    return text;
}

} // namespace zhibei
