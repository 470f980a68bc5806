#pragma once

#include <QGraphicsPathItem>

namespace zhibei {

class Theme;

/// The wire that is being drawn, before there is one.
class WirePreview : public QGraphicsPathItem {
public:
    enum class Mood { Open, Fits, Bad };

    explicit WirePreview(const Theme &theme);
    /// Directions point away from the cards; a loose end has none.
    void show(const QPointF &from, const QPointF &fromDirection, const QPointF &to, const QPointF &toDirection, Mood mood);

private:
    const Theme &m_theme;
};

} // namespace zhibei
