#pragma once

#include <QWidget>

#include <vector>

namespace zhibei {

class Theme;

/// Equal widgets in rows, as many a row as fit.
class TileGrid : public QWidget {
    Q_OBJECT
public:
    /// `steps`: least width of a tile in theme steps.
    TileGrid(Theme *theme, int steps, QWidget *parent = nullptr);
    void add(QWidget *tile);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int columns(int width) const;
    int rowHeight() const;

    Theme *m_theme;
    int m_steps;
    std::vector<QWidget *> m_tiles;
};

} // namespace zhibei
