#pragma once

#include <QWidget>

namespace zhibei {

/// As high as it is told to be, but it gives way where the window becomes too small: a window with a widget of fixed height
/// could not be pulled smaller.
class Strip : public QWidget {
public:
    using QWidget::QWidget;
    void setHeights(int least, int wanted)
    {
        m_least = least;
        m_wanted = wanted;
        updateGeometry();
    }
    QSize sizeHint() const override { return {0, m_wanted}; }
    QSize minimumSizeHint() const override { return {0, m_least}; }

private:
    int m_least = 0, m_wanted = 0;
};

} // namespace zhibei
