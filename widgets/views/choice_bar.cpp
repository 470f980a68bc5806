#include "widgets/views/choice_bar.h"

#include "widgets/plots/text_button.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QSignalBlocker>

namespace zhibei {

ChoiceBar::ChoiceBar(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme) {}

ChoiceBar::Part *ChoiceBar::part(const QString &key)
{
    for (Part &part : m_parts)
        if (part.key == key)
            return &part;
    return nullptr;
}

TextButton *ChoiceBar::addButton()
{
    auto *button = new TextButton(m_theme, TextButton::Style::Switch, this);
    connect(button, &QAbstractButton::clicked, this, &ChoiceBar::changed);
    return button;
}

void ChoiceBar::addGroup(const QString &key, const QStringList &values)
{
    Part part{key, {}, values, nullptr, true, {}};
    auto *group = new QButtonGroup(this);
    for (const QString &value : values) {
        part.buttons += addButton();
        group->addButton(part.buttons.back());
        part.buttons.back()->setChecked(value == values.front());
    }
    m_parts += part;
}

void ChoiceBar::addSwitch(const QString &key, bool on)
{
    m_parts += Part{key, {addButton()}, {QStringLiteral("on")}, nullptr, true, {}};
    m_parts.back().buttons.front()->setChecked(on);
}

void ChoiceBar::addList(const QString &key)
{
    auto *list = new QComboBox(this);
    list->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_parts += Part{key, {}, {}, list, true, {}};
    connect(list, &QComboBox::activated, this, [this, key, list] {
        part(key)->wanted = list->currentData().toString();
        emit changed();
    });
}

void ChoiceBar::setText(const QString &key, const QString &value, const QString &text, const QString &tip)
{
    Part *of = part(key);
    TextButton *button = of->buttons[of->values.indexOf(value)];
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleDescription(tip);
    arrange(width(), true);
}

void ChoiceBar::setList(const QString &key, const QList<std::pair<QString, QString>> &items, const QString &tip)
{
    Part *of = part(key);
    QStringList values, texts, hadTexts;
    for (const auto &[value, text] : items) {
        values += value;
        texts += text;
    }
    for (int i = 0; i < of->list->count(); ++i)
        hadTexts += of->list->itemText(i);
    of->list->setToolTip(tip);
    of->list->setAccessibleName(tip);
    if (values == of->values && texts == hadTexts)
        return;
    const QSignalBlocker quiet(of->list);
    of->values = values;
    of->list->clear();
    for (const auto &[value, text] : items)
        of->list->addItem(text, value);
    of->list->setCurrentIndex(std::max(0, int(values.indexOf(of->wanted))));
    arrange(width(), true);
}

void ChoiceBar::setShown(const QString &key, bool shown)
{
    Part *of = part(key);
    if (of->shown == shown)
        return;
    of->shown = shown;
    for (TextButton *button : of->buttons)
        button->setVisible(shown);
    if (of->list)
        of->list->setVisible(shown);
    arrange(width(), true);
    updateGeometry();
}

QString ChoiceBar::value(const QString &key) const
{
    const Part *of = part(key);
    if (of->list)
        return of->list->count() > 0 ? of->list->currentData().toString() : of->wanted;
    for (qsizetype i = 0; i < of->buttons.size(); ++i)
        if (of->buttons[i]->isChecked())
            return of->values[i];
    return {};
}

void ChoiceBar::choose(const QString &key, const QString &value)
{
    Part *of = part(key);
    if (!of)
        return;
    of->wanted = value;
    if (of->list && of->values.contains(value))
        of->list->setCurrentIndex(int(of->values.indexOf(value)));
    const bool isSwitch = of->values == QStringList{QStringLiteral("on")};
    for (qsizetype i = 0; i < of->buttons.size(); ++i)
        if (of->values[i] == value || isSwitch)
            of->buttons[i]->setChecked(of->values[i] == value);
}

QJsonObject ChoiceBar::values() const
{
    QJsonObject all;
    for (const Part &part : m_parts)
        all[part.key] = part.list && !part.wanted.isEmpty() ? part.wanted : value(part.key);
    return all;
}

void ChoiceBar::setValues(const QJsonObject &values)
{
    for (const QString &key : values.keys())
        choose(key, values[key].toString());
    emit changed();
}

int ChoiceBar::arrange(int width, bool move) const
{
    const int gap = m_theme->space(1), between = m_theme->space(3);
    int x = 0, y = 0, line = 0;
    for (const Part &part : m_parts) {
        if (!part.shown)
            continue;
        QWidgetList widgets(part.buttons.begin(), part.buttons.end());
        if (part.list)
            widgets += part.list;
        int total = -gap, high = 0;
        for (const QWidget *widget : widgets) {
            total += widget->sizeHint().width() + gap;
            high = std::max(high, widget->sizeHint().height());
        }
        if (x > 0 && x + total > width) {
            y += line + gap;
            x = line = 0;
        }
        line = std::max(line, high);
        for (QWidget *widget : widgets) {
            const QSize size = widget->sizeHint();
            if (move)
                widget->setGeometry(x, y + (line - size.height()) / 2, std::min(size.width(), std::max(1, width - x)), size.height());
            x += size.width() + gap;
        }
        x += between - gap;
    }
    return y + line;
}

void ChoiceBar::resizeEvent(QResizeEvent *) { arrange(width(), true); }

} // namespace zhibei
