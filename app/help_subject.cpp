#include "app/help_subject.h"

#include "widgets/help/help_page.h"
#include "widgets/inspectors/attribute_field.h"
#include "widgets/palette/palette_card.h"
#include "widgets/theme/core_text.h"

namespace zhibei {

HelpSubject helpSubject(const QWidget *focus)
{
    QString setting;
    for (const QWidget *at = focus; at; at = at->parentWidget()) {
        if (const auto *field = qobject_cast<const AttributeField *>(at))
            setting = coreText(field->spec().text);
        if (const auto *card = qobject_cast<const PaletteCard *>(at)) {
            const QString payload = card->entry().payload;
            return {payload.startsWith(u"data:") ? QStringLiteral("input") : payload, {}};
        }
        if (const QString page = helpPageOf(at); !page.isEmpty())
            return {page, setting};
    }
    return {};
}

} // namespace zhibei
