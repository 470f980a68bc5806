#pragma once

#include "widgets/theme/theme.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

class QComboBox;

namespace zhibei {

class TextButton;

/// The choices above a view: groups of flat buttons of which one is chosen, switches, and lists. They wrap where it is
/// narrow. Every choice has a key and a value, which a project keeps.
///
///     m_bar->addGroup("scale", {"unit", "layer"});
///     m_bar->setText("scale", "unit", tr("unit"), tr("Each unit by its own largest number"));
class ChoiceBar : public QWidget {
    Q_OBJECT
public:
    explicit ChoiceBar(Theme *theme, QWidget *parent = nullptr);

    void addGroup(const QString &key, const QStringList &values); ///< the first one is chosen
    void addSwitch(const QString &key, bool on = false);
    void addList(const QString &key);
    /// What a button says; a switch has the value "on".
    void setText(const QString &key, const QString &value, const QString &text, const QString &tip);
    /// What a list offers, as value and text; the chosen value stays where it is offered.
    void setList(const QString &key, const QList<std::pair<QString, QString>> &items, const QString &tip);
    /// Takes a choice off the row, where it makes no difference.
    void setShown(const QString &key, bool shown);

    QString value(const QString &key) const; ///< of a switch: "on" or nothing
    bool isOn(const QString &key) const { return !value(key).isEmpty(); }
    void choose(const QString &key, const QString &value);
    QJsonObject values() const;
    void setValues(const QJsonObject &values);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(width, false); }

signals:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Part {
        QString key;
        QList<TextButton *> buttons; ///< none: a list
        QStringList values;
        QComboBox *list = nullptr;
        bool shown = true;
        QString wanted; ///< a list's choice, also while it is not offered
    };
    Part *part(const QString &key);
    const Part *part(const QString &key) const { return const_cast<ChoiceBar *>(this)->part(key); }
    TextButton *addButton();
    int arrange(int width, bool move) const;

    Theme *m_theme;
    QList<Part> m_parts;
};

} // namespace zhibei
