#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace zhibei {

class Theme;

/// What each kind of layer computes, takes and gives, and what to try with it: a list to search, and the page.
class HelpWindow : public QDialog {
    Q_OBJECT
public:
    /// `resources` is the folder of shipped data.
    HelpWindow(Theme *theme, QString resources, QWidget *parent);

    /// "zh" or "en".
    void setLanguage(const QString &language);
    /// Shows the page of a kind; an unknown id shows the first.
    void showKind(const QString &id);
    /// The kind whose page is shown.
    QString kind() const;
    QTextBrowser *page() const { return m_page; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void filter();
    void showPage();
    void restyle();

    Theme *m_theme;
    QString m_resources, m_language;
    QLineEdit *m_search;
    QListWidget *m_list;
    QTextBrowser *m_page;
};

} // namespace zhibei
