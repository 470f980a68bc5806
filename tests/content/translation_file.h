#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace zhibei {

/// One text of a .ts file.
struct TranslatedText {
    QString context, source, type; ///< type: "unfinished", "vanished", "obsolete" or empty
    QStringList forms;             ///< one, or the plural forms
    bool finished() const { return type.isEmpty() && !forms.isEmpty() && !forms.contains(QString()); }
};

/// A translation source file of Qt Linguist.
class TranslationFile {
public:
    /// Reads `path`; `error` says why it could not.
    explicit TranslationFile(const QString &path);

    const QList<TranslatedText> &texts() const { return m_texts; }
    QString error() const { return m_error; }
    bool has(const QString &context, const QString &source) const { return find(context, source) != nullptr; }
    /// The first form; null if there is no such text.
    QString translation(const QString &context, const QString &source) const;

private:
    const TranslatedText *find(const QString &context, const QString &source) const;

    QList<TranslatedText> m_texts;
    QString m_error;
};

} // namespace zhibei
