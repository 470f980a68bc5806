#include "widgets/help/help_page.h"

#include "core/layers/activations.h"
#include "core/train/training_settings.h"

#include <QFile>
#include <QWidget>

#include <algorithm>

namespace zhibei {

const std::vector<SharedPage> &sharedPages()
{
    static const std::vector<SharedPage> pages{{QStringLiteral("weights"), weightAttributes()}, {QStringLiteral("objective"), objectiveAttributes()}};
    return pages;
}

const SharedPage *sharedPageOf(const AttributeSpec &spec)
{
    // Its help decides too: a momentum need not be that of an optimizer.
    const auto explains = [&spec](const AttributeSpec &other) { return other.id == spec.id && other.text == spec.text && other.help == spec.help; };
    for (const SharedPage &shared : sharedPages())
        if (std::any_of(shared.attributes.begin(), shared.attributes.end(), explains))
            return &shared;
    return nullptr;
}

QString pageText(const QString &resources, const QString &id, const QString &language)
{
    QFile file(QStringLiteral("%1/help/%2.%3.md").arg(resources, id, language));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString helpOn(const QString &id, const QString &resources, const QString &language)
{
    QString text = pageText(resources, id, language);
    const LayerKind *kind = findKind(id.toStdString());
    for (const SharedPage &shared : sharedPages())
        if (kind && std::any_of(kind->attributes.begin(), kind->attributes.end(), [&](const AttributeSpec &spec) { return sharedPageOf(spec) == &shared; }))
            text += QStringLiteral("\n\n---\n\n") + pageText(resources, shared.id, language);
    return text;
}

void setHelpPage(QWidget *widget, const QString &id) { widget->setProperty("helpPage", id); }
QString helpPageOf(const QWidget *widget) { return widget->property("helpPage").toString(); }

} // namespace zhibei
