#include "tests/content/translation_file.h"

#include <QFile>
#include <QXmlStreamReader>

#include <algorithm>

namespace zhibei {

TranslationFile::TranslationFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_error = file.errorString();
        return;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            m_texts.append({context, {}, {}, {}});
        else if (xml.name() == u"source")
            m_texts.last().source = xml.readElementText();
        else if (xml.name() == u"numerusform")
            m_texts.last().forms.append(xml.readElementText());
        else if (xml.name() == u"translation") {
            m_texts.last().type = xml.attributes().value(QLatin1String("type")).toString();
            // The text itself, or white space before the plural forms.
            if (xml.readNext() == QXmlStreamReader::Characters && !xml.isWhitespace())
                m_texts.last().forms.append(xml.text().toString());
        }
    }
    if (xml.hasError())
        m_error = xml.errorString();
}

const TranslatedText *TranslationFile::find(const QString &context, const QString &source) const
{
    const auto found = std::find_if(m_texts.begin(), m_texts.end(), [&](const TranslatedText &text) {
        return text.source == source && text.context == context;
    });
    return found == m_texts.end() ? nullptr : &*found;
}

QString TranslationFile::translation(const QString &context, const QString &source) const
{
    const TranslatedText *text = find(context, source);
    return text && text->finished() ? text->forms.first() : QString();
}

} // namespace zhibei
