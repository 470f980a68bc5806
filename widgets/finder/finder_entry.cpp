#include "widgets/finder/finder_entry.h"

#include <QRegularExpression>

#include <unicode/translit.h>

#include <algorithm>
#include <memory>

namespace zhibei {

namespace {

/// Chinese as syllables of plain letters: "卷积" becomes "juan ji". ICU ends every syllable with a space.
QString pinyin(const QString &text)
{
    static const std::unique_ptr<icu::Transliterator> toLatin = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance("Han-Latin; Latin-ASCII", UTRANS_FORWARD, status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    if (!toLatin)
        return text;
    icu::UnicodeString unicode(reinterpret_cast<const char16_t *>(text.utf16()), int32_t(text.size()));
    toLatin->transliterate(unicode);
    return QString::fromUtf16(unicode.getBuffer(), unicode.length());
}

bool hasChinese(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

QStringList searchForms(const QString &text)
{
    const QString plain = text.toLower().simplified();
    if (!hasChinese(plain))
        return {plain};
    static const QRegularExpression gap(QStringLiteral("[^a-z0-9]+"));
    const QStringList syllables = pinyin(plain).toLower().split(gap, Qt::SkipEmptyParts);
    QString initials;
    for (const QString &syllable : syllables)
        initials += syllable.front();
    return {plain, syllables.join(u' '), syllables.join(QString()), initials};
}

void FinderIndex::setEntries(std::vector<FinderEntry> entries)
{
    m_entries = std::move(entries);
    m_titles.clear();
    m_others.clear();
    for (const FinderEntry &entry : m_entries) {
        m_titles.push_back(searchForms(entry.title));
        QStringList others = searchForms(entry.group);
        for (const QString &name : entry.names)
            others += searchForms(name);
        m_others.push_back(std::move(others));
    }
}

int FinderIndex::fit(const QString &word, const QStringList &forms)
{
    int best = 0;
    for (const QString &form : forms) {
        const qsizetype at = form.indexOf(word);
        if (at < 0)
            continue;
        const bool begins = at > 0 && !form[at - 1].isLetterOrNumber();
        best = std::max(best, form == word ? 4 : at == 0 ? 3 : begins ? 2 : 1);
    }
    return best;
}

std::vector<int> FinderIndex::find(const QString &query, int limit) const
{
    const QStringList words = query.toLower().split(u' ', Qt::SkipEmptyParts);
    std::vector<std::pair<int, int>> found; // how well, which
    for (size_t i = 0; i < m_entries.size(); ++i) {
        int sum = 0;
        for (const QString &word : words) {
            const int fits = std::max(2 * fit(word, m_titles[i]), fit(word, m_others[i]));
            sum = fits == 0 ? -1 : sum + fits;
            if (sum < 0)
                break;
        }
        if (sum >= 0)
            found.emplace_back(sum, int(i));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<int> entries;
    for (const auto &[fits, entry] : found)
        if (int(entries.size()) < limit)
            entries.push_back(entry);
    return entries;
}

} // namespace zhibei
