#include "widgets/inspectors/tile_grid.h"

#include "widgets/theme/theme.h"

#include <QResizeEvent>

#include <algorithm>

namespace zhibei {

TileGrid::TileGrid(Theme *theme, int steps, QWidget *parent) : QWidget(parent), m_theme(theme), m_steps(steps)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void TileGrid::add(QWidget *tile)
{
    tile->setParent(this);
    m_tiles.push_back(tile);
    updateGeometry();
}

int TileGrid::columns(int width) const
{
    const int gap = m_theme->space(1);
    int tileWidth = m_theme->space(m_steps);
    for (const QWidget *tile : m_tiles)
        tileWidth = std::max(tileWidth, tile->sizeHint().width());
    return std::max(1, std::min((width + gap) / (tileWidth + gap), static_cast<int>(m_tiles.size())));
}

int TileGrid::rowHeight() const
{
    int height = 0;
    for (const QWidget *tile : m_tiles)
        height = std::max(height, tile->sizeHint().height());
    return height;
}

int TileGrid::heightForWidth(int width) const
{
    if (m_tiles.empty())
        return 0;
    const int rows = (static_cast<int>(m_tiles.size()) + columns(width) - 1) / columns(width);
    return rows * (rowHeight() + m_theme->space(1)) - m_theme->space(1);
}

QSize TileGrid::sizeHint() const { return {m_theme->space(4 * m_steps + 3), heightForWidth(m_theme->space(4 * m_steps + 3))}; }
QSize TileGrid::minimumSizeHint() const { return {m_theme->space(m_steps), rowHeight()}; }

void TileGrid::resizeEvent(QResizeEvent *event)
{
    const int gap = m_theme->space(1), across = columns(width()), height = rowHeight();
    const double step = double(width() + gap) / across;
    for (size_t i = 0; i < m_tiles.size(); ++i) {
        const int column = static_cast<int>(i) % across, row = static_cast<int>(i) / across;
        const int left = static_cast<int>(column * step), right = static_cast<int>((column + 1) * step) - gap;
        m_tiles[i]->setGeometry(left, row * (height + gap), right - left, height);
    }
    QWidget::resizeEvent(event);
}

} // namespace zhibei
