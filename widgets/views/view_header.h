#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

#include <functional>

class QAbstractButton;
class QButtonGroup;
class QComboBox;

namespace zhibei {

/// Texts side by side, of which one is chosen: what a view shows.
class ChoiceTexts : public QWidget {
    Q_OBJECT
public:
    ChoiceTexts(Theme *theme, int count, QWidget *parent = nullptr);
    void setTexts(const QStringList &texts); ///< as many as there are choices
    void setShown(int choice, bool shown);
    void setTip(int choice, const QString &tip);
    int current() const;
    void setCurrent(int choice);

signals:
    void chosen(int choice); ///< by the user

private:
    QButtonGroup *m_group;
};

/// The row above a view: its choices from the left, then a reading of what is shown. It breaks into lines where it is
/// narrow.
class ViewHeader : public QWidget {
    Q_OBJECT
public:
    explicit ViewHeader(Theme *theme, QWidget *parent = nullptr);

    ChoiceTexts *addTexts(int count);
    /// A list to choose from; `chosen` is called with the index that the user takes.
    QComboBox *addBox(const std::function<void(int)> &chosen);
    /// Any other control; it is the header's from now on.
    void add(QWidget *control);
    /// Fills a box and keeps its index where that still exists.
    static void fill(QComboBox *box, const QStringList &texts);
    void setReading(const QString &text);
    const QString &reading() const { return m_reading; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {}; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// Where everything goes; calls `put` for each child, and once with null for the reading. Returns the height.
    int arrange(int width, const std::function<void(QWidget *, const QRect &)> &put) const;

    Theme *m_theme;
    QList<QWidget *> m_items;
    QString m_reading;
};

} // namespace zhibei
