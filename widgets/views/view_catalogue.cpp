#include "widgets/views/view_catalogue.h"

#include "widgets/views/confusion_view.h"
#include "widgets/views/inside/inside_view.h"

#include <QCoreApplication>

namespace zhibei {

namespace {

template <class V>
View *make(Theme *theme)
{
    return new V(theme);
}

bool classifies(const Model &model, const Dataset &data)
{
    return !model.objectives.empty() && model.objectives.front().classes > 0 && data.classification();
}

bool always(const Model &, const Dataset &) { return true; }

constexpr ViewKind table[] = {
    {"confusion", QT_TRANSLATE_NOOP("View", "Confusion matrix"),
     QT_TRANSLATE_NOOP("View", "Which classes are taken for which; a click shows the samples."), "grid-3x3", false, classifies,
     make<ConfusionView>},
    {"inside", QT_TRANSLATE_NOOP("View", "Inside the layer"),
     QT_TRANSLATE_NOOP("View", "What one layer does with this sample, down to the last number."), "scan-search", true, always,
     make<InsideView>},
};

} // namespace

QString ViewKind::name() const { return QCoreApplication::translate("View", text); }
QString ViewKind::sentence() const { return QCoreApplication::translate("View", help); }

std::span<const ViewKind> viewKinds() { return table; }

const ViewKind *findViewKind(const QString &id)
{
    for (const ViewKind &kind : table)
        if (id == QLatin1String(kind.id))
            return &kind;
    return nullptr;
}

} // namespace zhibei
