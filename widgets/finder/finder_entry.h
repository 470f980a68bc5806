#pragma once

#include <QIcon>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace zhibei {

/// Something that can be found by typing a part of its name.
struct FinderEntry {
    QString title;          ///< in the language of the moment
    QString group;          ///< what sort of thing it is: "Command", "Layer"
    QString note;           ///< shown at the right: a shortcut
    QIcon icon;
    QStringList names;      ///< other words that find it, in any language
    std::function<void()> run;
};

/// What a text is found by: itself, and for Chinese its syllables in Latin letters ("juan ji") and their initials ("jj").
/// All in lower case.
QStringList searchForms(const QString &text);

/// An entry with its search forms, made once, asked at every key.
class FinderIndex {
public:
    void setEntries(std::vector<FinderEntry> entries);
    const FinderEntry &entry(int index) const { return m_entries[size_t(index)]; }

    /// The entries in which every word of the query is found, best first: whole titles before beginnings, these before
    /// beginnings of later words, these before what stands in the middle; at most `limit`. All in order for an empty query.
    std::vector<int> find(const QString &query, int limit = 60) const;

private:
    /// How well a word fits; 0: not at all.
    static int fit(const QString &word, const QStringList &forms);

    std::vector<FinderEntry> m_entries;
    std::vector<QStringList> m_titles, m_others;
};

} // namespace zhibei
