#include "widgets/lesson/flow_layout.h"

#include <algorithm>

namespace zhibei {

FlowLayout::~FlowLayout()
{
    for (QLayoutItem *item : m_items)
        delete item;
}

QLayoutItem *FlowLayout::itemAt(int index) const { return index >= 0 && index < count() ? m_items[static_cast<size_t>(index)] : nullptr; }

QLayoutItem *FlowLayout::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const { return arrange(QRect(0, 0, width, 0), false); }

QSize FlowLayout::sizeHint() const
{
    const QMargins margins = contentsMargins();
    int width = 0, height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += (width ? spacing() : 0) + item->sizeHint().width();
        height = std::max(height, item->sizeHint().height());
    }
    return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    int x = room.left(), y = room.top(), line = 0;
    std::vector<std::pair<QLayoutItem *, QRect>> placed;
    const auto endLine = [&] {
        for (auto &[item, box] : placed)
            if (place)
                item->setGeometry(QRect(box.left(), y + (line - box.height()) / 2, box.width(), box.height()));
        placed.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const int width = std::min(item->sizeHint().width(), room.width());
        const int height = item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
        if (x > room.left() && x + width > room.left() + room.width()) {
            endLine();
            x = room.left();
            y += line + spacing();
            line = 0;
        }
        placed.emplace_back(item, QRect(x, 0, width, height));
        x += width + spacing();
        line = std::max(line, height);
    }
    endLine();
    const QMargins margins = contentsMargins();
    return y + line - rect.top() + margins.bottom();
}

} // namespace zhibei
