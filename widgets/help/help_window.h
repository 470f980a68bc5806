#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace zhibei {

class Theme;

/// What there is in the lab and what to try with it: the parts of the window, the views and the kinds of layers in a list
/// to search, and the page of the chosen one.
class HelpWindow : public QDialog {
    Q_OBJECT
public:
    /// `resources` is the folder of shipped data.
    HelpWindow(Theme *theme, QString resources, QWidget *parent);

    /// "zh" or "en".
    void setLanguage(const QString &language);
    /// Shows the page of a topic (HelpTopic::id), scrolled to the setting of that name where one is given; an unknown
    /// id leaves the page as it is.
    void showTopic(const QString &id, const QString &setting = {});
    /// The topic whose page is shown.
    QString topic() const;
    /// The setting that the page is scrolled to; empty: none.
    QString setting() const;
    QTextBrowser *page() const { return m_page; }
    QListWidget *list() const { return m_list; }
    QLineEdit *search() const { return m_search; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void filter();
    void showPage();
    void scrollTo(const QString &setting);
    void restyle();

    Theme *m_theme;
    QString m_resources, m_language;
    QLineEdit *m_search;
    QListWidget *m_list;
    QTextBrowser *m_page;
};

} // namespace zhibei
