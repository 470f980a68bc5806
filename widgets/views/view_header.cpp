#include "widgets/views/view_header.h"

#include "widgets/plots/text_button.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace zhibei {

ChoiceTexts::ChoiceTexts(Theme *theme, int count, QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (int i = 0; i < count; ++i) {
        auto *button = new TextButton(theme, TextButton::Style::Tab);
        m_group->addButton(button, i);
        row->addWidget(button);
    }
    setCurrent(0);
    connect(m_group, &QButtonGroup::idClicked, this, &ChoiceTexts::chosen);
}

void ChoiceTexts::setTexts(const QStringList &texts)
{
    for (int i = 0; i < texts.size(); ++i) {
        m_group->button(i)->setText(texts[i]);
        m_group->button(i)->updateGeometry();
    }
}

void ChoiceTexts::setShown(int choice, bool shown) { m_group->button(choice)->setVisible(shown); }
void ChoiceTexts::setTip(int choice, const QString &tip) { m_group->button(choice)->setToolTip(tip); }
int ChoiceTexts::current() const { return m_group->checkedId(); }

void ChoiceTexts::setCurrent(int choice)
{
    if (QAbstractButton *button = m_group->button(choice))
        button->setChecked(true);
}

ViewHeader::ViewHeader(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

ChoiceTexts *ViewHeader::addTexts(int count)
{
    auto *texts = new ChoiceTexts(m_theme, count, this);
    m_items.append(texts);
    return texts;
}

QComboBox *ViewHeader::addBox(const std::function<void(int)> &chosen)
{
    auto *box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(box, &QComboBox::activated, this, chosen);
    m_items.append(box);
    return box;
}

void ViewHeader::add(QWidget *control)
{
    control->setParent(this);
    m_items.append(control);
}

void ViewHeader::fill(QComboBox *box, const QStringList &texts)
{
    QStringList there;
    for (int i = 0; i < box->count(); ++i)
        there.append(box->itemText(i));
    if (there == texts)
        return;
    const int index = box->currentIndex();
    box->clear();
    box->addItems(texts);
    box->setCurrentIndex(index >= 0 && index < texts.size() ? index : 0);
    box->updateGeometry();
}

void ViewHeader::setReading(const QString &text)
{
    if (text == m_reading)
        return;
    const bool appears = text.isEmpty() != m_reading.isEmpty();
    m_reading = text;
    if (appears) {
        updateGeometry();
        resizeEvent(nullptr);
    }
    update();
}

int ViewHeader::arrange(int width, const std::function<void(QWidget *, const QRect &)> &put) const
{
    const int margin = m_theme->space(3), gap = m_theme->space(2), right = width - margin;
    const int least = m_theme->space(40); // the reading needs so much, else a line of its own
    int x = margin, y = m_theme->space(1), line = 0;
    for (QWidget *item : m_items) {
        if (item->isHidden())
            continue;
        const QSize size = item->sizeHint().expandedTo(item->minimumSize()).boundedTo({std::max(1, right - margin), QWIDGETSIZE_MAX});
        if (x > margin && x + size.width() > right) {
            x = margin;
            y += line + m_theme->space(1);
            line = 0;
        }
        put(item, {QPoint(x, y), size});
        x += size.width() + gap;
        line = std::max(line, size.height());
    }
    const int text = QFontMetrics(m_theme->font(Type::Caption)).height() + m_theme->space(1);
    if (!m_reading.isEmpty()) {
        if (x > margin && right - x < least) {
            x = margin;
            y += line;
            line = 0;
        }
        line = std::max(line, text);
        put(nullptr, {x, y, std::max(1, right - x), line});
    }
    return line == 0 ? 0 : y + line + m_theme->space(1);
}

int ViewHeader::heightForWidth(int width) const
{
    return arrange(width, [](QWidget *, const QRect &) {});
}

QSize ViewHeader::sizeHint() const { return {m_theme->space(60), heightForWidth(std::max(width(), m_theme->space(60)))}; }

void ViewHeader::resizeEvent(QResizeEvent *)
{
    arrange(width(), [](QWidget *item, const QRect &place) {
        if (item)
            item->setGeometry(place);
    });
}

void ViewHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_theme->font(Type::Caption));
    painter.setPen(m_theme->color(Ink::Muted));
    arrange(width(), [&](QWidget *item, const QRect &place) {
        if (!item)
            painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(m_reading, Qt::ElideRight, place.width()));
    });
}

bool ViewHeader::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) { // a child has grown, appeared or gone
        updateGeometry();
        resizeEvent(nullptr);
    }
    return QWidget::event(event);
}

} // namespace zhibei
